"""Records come back from their rows as they were written."""

import pytest

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.record_table import editions_text, record_from
from tests.desk.partners import import_unjudged
from tests.storage.damage import SESSION, a_desk, note


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def other(tmp_path):
    desk = a_desk(tmp_path / "other.db", seed=2)
    yield desk
    desk.file.close()


def everything(desk):
    return {record.id: record for record in desk.file.records.everything()}


def test_a_record_with_two_versions_comes_back_with_both(desk, other):
    record_id = desk.add(SESSION, note("first"))
    import_unjudged(other, [IncomingPackage("1", "x", everything(desk))])
    desk.rewrite(record_id, note("ours"))
    other.rewrite(record_id, note("theirs"))
    import_unjudged(desk, [IncomingPackage("2", "x", everything(other))])
    (record,) = desk.file.records.conflicting()
    assert {edition.body.text for edition in record.editions} == {"ours", "theirs"}
    assert record_from(editions_text(record)) == record


def test_no_record_is_no_text():
    assert editions_text(None) is None


def test_counts_leave_out_what_was_removed(desk):
    desk.add(SESSION, note("one"))
    desk.remove(desk.add(SESSION, note("two")))
    assert desk.file.records.count_under(Kind.NOTE) == {SESSION: 1}
    (removed,) = desk.file.records.removed_under(SESSION, Kind.NOTE)
    assert removed.body is None


def test_the_last_move_of_each_run_is_found_by_its_number(desk):
    other = RecordId("other session")
    for session, run, number, kind in (
        (SESSION, "a", 2, MoveKind.CLOSE),
        (SESSION, "a", 1, MoveKind.START),
        (SESSION, "b", 1, MoveKind.START),
        (other, "c", 1, MoveKind.PAUSE),
    ):
        desk.add(session, Move(kind, 5, RecordId(run), number), Act.MOVE)
    found = {session: sorted(kinds) for session, kinds in desk.file.records.last_moves().items()}
    assert found == {SESSION: ["close", "start"], other: ["pause"]}
