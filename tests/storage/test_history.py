"""The history knows what was there before each change, and which change comes next."""

import pytest

from dialogue_desk.domain.records.changes import Act
from tests.storage.damage import SESSION, a_desk, note


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


def test_the_number_of_a_change_is_never_given_again(desk):
    history = desk.file.history
    with desk.file.writing():
        first = history.begin(Act.WRITE, 1)
        history.discard(first)
    with desk.file.writing():
        assert history.begin(Act.WRITE, 2).seq > first.seq


def test_only_records_that_were_changed_have_an_earlier_version(desk):
    changed, added = desk.add(SESSION, note("one")), desk.add(SESSION, note("new"))
    desk.rewrite(changed, note("two"))
    assert desk.file.history.holding_words([changed, added]) == {changed}


def test_what_is_settled_can_no_longer_be_undone(desk):
    desk.add(SESSION, note("one"))
    with desk.file.writing():
        desk.file.history.settle()
    assert desk.file.history.to_undo() is None and desk.undo() is None


def test_a_forgotten_record_has_no_history(desk):
    record_id = desk.add(SESSION, note("one"))
    desk.rewrite(record_id, note("two"))
    with desk.file.writing():
        desk.file.history.forget([record_id])
    assert desk.file.history.earlier_records(record_id) == []
