"""Whatever files bring in, no word and no edit of this desk is lost by it."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.trust.bringing_in import bring_in
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.shape import MOST_EDITS
from dialogue_desk.domain.records.trust import Judgement
from dialogue_desk.storage.desk_errors import DeskTrouble
from tests.desk.evening import begun, note
from tests.desk.trust.strangers import handed, opened, said_by, texts, writer


@pytest.fixture
def desk(laptops):
    return laptops[0]


@pytest.fixture
def said(desk):
    return desk.add(begun(desk), note("hers"))


def brought(desk, *records, **how):
    return bring_in(desk, Judgement({one.id: one for one in records}, {}), lambda _: None, **how)


def test_a_version_that_saw_ours_replaces_it(desk, said, stranger):
    brought(desk, stranger.over(desk.get(said), note("theirs")))
    assert texts(desk.get(said)) == {"theirs"}


def test_both_are_kept_also_where_theirs_saw_ours_and_ours_is_not_changed_by_it(desk, said, stranger):
    outcome = brought(desk, stranger.over(desk.get(said), note("theirs")), both=True)
    assert texts(desk.get(said)) == {"hers", "theirs"} and outcome.conflicts == {said}


def test_all_versions_of_a_conflict_are_kept_beside_one_that_saw_them(desk, said, stranger):
    brought(desk, said_by(desk.get(said), (stranger.name, 1), body=note("second")))
    saw_all = desk.get(said).version
    third = said_by(desk.get(said), *saw_all.counts, ("third", 1), body=note("third"))
    brought(desk, third, both=True)
    assert texts(desk.get(said)) == {"hers", "second", "third"}
    desk.choose(said, note("second"))
    assert texts(desk.get(said)) == {"second"}


def test_a_version_that_saw_none_of_ours_stands_beside_it(desk, said, stranger):
    record = desk.get(said)
    brought(desk, said_by(record, (stranger.name, 1), body=note("theirs")))
    assert texts(desk.get(said)) == {"hers", "theirs"}


def test_a_count_that_this_desk_never_gave_leaves_both_and_a_new_name(desk, said):
    name, count = desk.device, MOST_EDITS
    brought(desk, said_by(desk.get(said), (writer(desk), count), body=note("theirs")))
    assert texts(desk.get(said)) == {"hers", "theirs"} and desk.device != name
    for number in range(3):
        desk.rewrite(said, note(f"hers {number}"))
        assert texts(desk.get(said)) == {f"hers {number}"}
    assert dict(desk.get(said).version.counts)[f"{name}/{said_hand(desk, name)}"] == count


def said_hand(desk, name):
    (hand,) = desk.file.names.hands(name) - {""}
    return hand


def test_a_count_that_this_desk_gave_to_another_record_is_not_earned_for_this_one(desk, said):
    desk.add(desk.get(said).owner, note("another"))
    name, last = desk.device, desk.file.history.last()
    brought(desk, said_by(desk.get(said), (writer(desk), last), body=note("theirs")))
    assert texts(desk.get(said)) == {"hers", "theirs"} and desk.device != name


def test_the_counts_of_ones_own_earlier_versions_are_earned(desk, said):
    name, before = desk.device, desk.get(said)
    desk.rewrite(said, note("hers, better"))
    brought(desk, before)
    assert texts(desk.get(said)) == {"hers, better"} and desk.device == name


def test_a_twin_that_saw_everything_goes_on_from_there(desk, said):
    record, name = desk.get(said), desk.device
    counts = (*record.version.counts, (f"{name}/0badcafe", 9))
    brought(desk, said_by(record, *counts, body=note("of the twin")))
    assert texts(desk.get(said)) == {"of the twin"} and desk.device != name


def test_what_is_erased_stays_erased_whatever_counts_come(desk, said):
    record = desk.get(said)
    desk.erase((said,))
    brought(desk, said_by(record, (writer(desk), MOST_EDITS), body=note("back again")))
    assert desk.get(said).erased


def test_a_version_that_another_laptop_made_cannot_be_made_count_less(desk, said, stranger):
    low = stranger.over(desk.get(said), note("theirs"))
    brought(desk, low)
    desk.rewrite(said, note("hers on top"))
    brought(desk, low, said_by(low, (stranger.name, 1), body=note("less")))
    assert texts(desk.get(said)) in ({"hers on top"}, {"hers on top", "less"})
    assert dict(desk.get(said).version.counts)[stranger.name] == 1


def test_undo_takes_everything_back_in_one_step(desk, said, stranger):
    other = desk.add(desk.get(said).owner, note("another"))
    changes = [stranger.over(desk.get(key), note("x")) for key in (said, other)]
    brought(desk, *changes, both=True)
    assert desk.can_undo() is Act.IMPORT
    desk.undo()
    assert texts(desk.get(said)) == {"hers"} and texts(desk.get(other)) == {"another"}
    desk.redo()
    assert texts(desk.get(said)) == {"hers", "x"}


def test_on_a_full_disk_nothing_is_brought_in_and_the_name_stays(desk, said):
    name = desk.name
    desk.file._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(DeskTrouble):
        brought(desk, said_by(desk.get(said), (writer(desk), MOST_EDITS), body=note("theirs")))
    desk.file._connection.execute("PRAGMA query_only = OFF")
    assert texts(desk.get(said)) == {"hers"} and desk.name == name


def test_a_package_brings_again_what_was_forgotten_with_an_earlier_one(laptops):
    one, two, _ = laptops
    session = begun(one)
    gone, said = one.add(session, note("gone")), one.add(session, note("said"))
    opened(two, handed(one, session))
    one.erase((gone,))
    later = handed(one, session)
    opened(two, later)
    two.undo()
    assert two.get(said) is None
    opened(two, later)
    assert texts(two.get(said)) == {"said"} and two.get(gone).erased
