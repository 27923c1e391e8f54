"""A record that two laptops changed is found with the circle and session it belongs to."""

import pytest

from dialogue_desk.desk.desk import IncomingPackage
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.open_conflicts import conflict_of, conflicts_in
from dialogue_desk.desk.session.session_edits import ground_rules_of
from dialogue_desk.domain.model.circles import GroundRule, Program
from dialogue_desk.domain.model.organizing import Coding, program_fact_id
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.evening import a_desk, a_shelf, begun, note
from tests.desk.partners import import_unjudged


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


def hand_over(giver, taker, identity):
    records = {record.id: record for record in giver.file.records.everything()}
    import_unjudged(taker, [IncomingPackage(identity, "x.dialogue", records)])


def change_on_both(desk, other, record_id, ours, theirs):
    hand_over(desk, other, f"to {record_id}")
    desk.rewrite(record_id, ours)
    other.rewrite(record_id, theirs)
    hand_over(other, desk, f"from {record_id}")


def test_a_note_belongs_to_its_session_and_circle(desk, other):
    session_id = begun(desk, "C07")
    note_id = desk.add(session_id, note("first"))
    change_on_both(desk, other, note_id, note("ours"), note("theirs"))
    found = conflict_of(desk.file.records, desk.get(note_id))
    assert (found.circle, found.number, found.above) == ("C07", 1, desk.get(session_id).owner)


def test_what_organizers_say_of_a_note_tells_which_note(desk):
    note_id = desk.add(begun(desk, "C07"), note("first"))
    program = desk.add(NO_OWNER, Program("Bridges"))
    coding = Coding(note_id, ())
    desk.put(program_fact_id(program, coding), program, coding)
    found = conflict_of(desk.file.records, desk.get(program_fact_id(program, coding)))
    assert found.about is not None and found.about.id == note_id


def test_a_circle_belongs_to_itself(desk):
    circle = desk.get(desk.get(begun(desk, "C09")).owner)
    found = conflict_of(desk.file.records, circle)
    assert (found.circle, found.number, found.above) == ("C09", 0, "")


def test_a_session_has_conflicts_of_its_notes_and_of_its_circles_rules_but_not_of_others(desk, other):
    here, elsewhere = begun(desk, "C07"), begun(desk, "C08")
    ours, theirs = desk.add(here, note("first")), desk.add(elsewhere, note("first"))
    rule = ground_rules_of(desk, desk.get(here).owner)[0]
    change_on_both(desk, other, ours, note("one"), note("two"))
    change_on_both(desk, other, theirs, note("one"), note("two"))
    change_on_both(desk, other, rule.id, GroundRule("One", 1), GroundRule("Two", 1))
    folder = Folders(desk, a_shelf(desk.file.path.parent)).session(here)
    assert set(conflicts_in(desk, folder)) == {ours, rule.id}
