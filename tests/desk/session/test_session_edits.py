"""Beginning and editing sessions: each is one step, and two laptops that do the same lose nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.session.rehearsal import session_draft_of
from dialogue_desk.desk.session.session_edits import (
    SessionDraft,
    change_session,
    create_session,
    find_or_add_theme,
    ground_rules_of,
    set_attendance,
    set_ground_rules,
)
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind, Phase
from dialogue_desk.domain.model.notes import ActionIdea, Theme
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.records import NO_OWNER
from tests.desk.evening import GUIDE, SEVEN_PM, a_desk, a_shelf, begun, note, session_runner


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "desk.db")
    yield desk
    desk.file.close()


@pytest.fixture
def folders(desk, tmp_path):
    return Folders(desk, a_shelf(tmp_path))


def rules(desk, circle_id):
    return [rule.body.text for rule in ground_rules_of(desk, circle_id)]


def test_beginning_a_session_writes_it_its_circle_and_its_guide_in_one_step(desk):
    session_id = begun(desk)
    session = desk.get(session_id)
    assert session.body.zone == -240 and session.body.guides == (GUIDE.id,)
    assert desk.get(session.owner).body == Circle("C07", "Library")
    assert rules(desk, session.owner) == ["One voice at a time"]
    assert desk.can_undo() is Act.BEGIN
    desk.undo()
    assert all(record.body is None for record in desk.file.records.everything() if record.kind != Kind.GUIDE)
    assert desk.can_undo() is None
    desk.redo()
    assert desk.get(session_id).body == session.body


def test_the_track_a_circle_follows_is_a_fact_of_the_session(desk, folders):
    session_id = begun(desk, track="youth")
    assert desk.get(session_id).body.track == "youth"
    again = session_draft_of(desk, folders.session(session_id))
    assert change_session(desk, session_id, replace(again, people=8)).ids
    assert desk.get(session_id).body.track == "youth"


def test_a_circle_keeps_its_ground_rules_at_its_second_session(desk):
    first = begun(desk)
    circle_id = desk.get(first).owner
    second = begun(desk, circle=None, circle_id=circle_id, ground_rules=("Other rules",))
    assert desk.get(second).owner == circle_id
    assert rules(desk, circle_id) == ["One voice at a time"]


@pytest.mark.parametrize("more", [{"hard_end": SEVEN_PM}, {"people": 0}, {"people": 1_001}])
def test_a_session_that_cannot_be_is_refused_and_nothing_is_written(desk, more):
    told = {"number": 1, "start": SEVEN_PM, "hard_end": SEVEN_PM + MINUTE, "people": 8} | more
    with pytest.raises(ValueError, match=r"session|head-count"):
        create_session(desk, SessionDraft((GUIDE,), "s1", circle=Circle("C07"), **told))
    with pytest.raises(ValueError, match="circle"):
        create_session(desk, SessionDraft((GUIDE,), "s1", 1, SEVEN_PM, SEVEN_PM + MINUTE, 8))
    assert list(desk.file.records.everything()) == []


def test_ground_rules_are_set_as_one_step_and_those_that_stay_keep_their_record(desk):
    circle_id = desk.get(begun(desk)).owner
    (first,) = ground_rules_of(desk, circle_id)
    set_ground_rules(desk, circle_id, ["Phones away", "One voice at a time"])
    assert rules(desk, circle_id) == ["Phones away", "One voice at a time"]
    assert first.id in {rule.id for rule in ground_rules_of(desk, circle_id)}
    set_ground_rules(desk, circle_id, [])
    assert rules(desk, circle_id) == []
    desk.undo()
    desk.undo()
    assert rules(desk, circle_id) == ["One voice at a time"]


def test_a_ground_rule_said_twice_stays_twice(desk):
    circle_id = desk.get(begun(desk, ground_rules=())).owner
    for _ in range(2):
        set_ground_rules(desk, circle_id, ["Breathe", "Breathe"])
        assert rules(desk, circle_id) == ["Breathe", "Breathe"]


def test_a_theme_is_found_by_its_name_as_a_person_reads_it_or_made(desk):
    program_id = desk.add(NO_OWNER, Program("Bridges"))
    circle_id = RecordId("circle")
    starter = desk.add(program_id, Theme("Buses"))
    assert find_or_add_theme(desk, (circle_id, program_id), " buses ") == starter
    own = find_or_add_theme(desk, (circle_id, program_id), " Street lights ")
    assert desk.get(own).body == Theme("Street lights") and desk.get(own).owner == circle_id
    assert find_or_add_theme(desk, (RecordId("another"), program_id), "street lights") != own


def test_how_many_came_is_kept_and_what_cannot_be_is_refused(desk):
    session_id = begun(desk)
    set_attendance(desk, session_id, 7)
    assert desk.get(session_id).body.present == 7
    with pytest.raises(ValueError, match="head-count"):
        set_attendance(desk, session_id, 5_000)
    with pytest.raises(KeyError):
        set_attendance(desk, RecordId("nowhere"), 7)


def test_a_folder_holds_all_that_is_known_of_a_session(desk, folders):
    program_id = desk.add(NO_OWNER, Program("Bridges"))
    session_id = begun(desk, circle=Circle("C07", "Library", program_id))
    theme_id = desk.add(program_id, Theme("Buses"))
    own_id = desk.add(desk.get(session_id).owner, Theme("Lights"))
    desk.add(session_id, note("one", themes=(theme_id, own_id, RecordId("unknown"))))
    desk.remove(desk.add(session_id, note("removed")))
    desk.add(session_id, ActionIdea("a bench"))
    session_runner(desk, session_id).make_move(MoveKind.START)
    folder = folders.session(session_id)
    assert [kept.body.text for kept in folder.notes] == ["one"] and len(folder.actions) == 1
    assert folder.theme_names(folder.notes[0].body.themes) == ("Buses", "Lights")
    assert (folder.program.name, folder.circle.code, folder.plan.title) == ("Bridges", "C07", "Our evening")
    assert folder.live.phase is Phase.RUNNING and len(folder.runs) == 1
    assert [rule.body.text for rule in folder.ground_rules] == ["One voice at a time"]


def test_a_session_without_its_guide_circle_or_program_is_still_shown(desk, folders):
    session_id = begun(desk, circle=Circle("C07", "", RecordId("a program that has not come")))
    record = desk.get(session_id)
    connection = desk.file._connection
    connection.execute("DELETE FROM record WHERE kind IN ('guide', 'circle')")
    folder = folders.session(session_id)
    assert folder.circle.code == "?" and folder.program is None
    assert [part.kind for part in folder.plan.parts] == [PartKind.OPEN_TALK]
    (entry,) = folders.entries()
    assert (entry.circle.code, entry.phase, entry.session) == ("?", Phase.READY, record.body)


def test_a_session_that_is_not_here_or_was_removed_has_no_folder(desk, folders):
    session_id = begun(desk)
    assert folders.session(RecordId("nowhere")) is None
    assert folders.session(desk.get(session_id).owner) is None
    desk.remove(session_id)
    assert folders.session(session_id) is None and folders.entries() == []


def test_programs_come_by_name_and_circles_of_none_come_last(desk, folders):
    ids = [desk.add(NO_OWNER, Program(name)) for name in ("Zebra", "Apple")]
    begun(desk, "C01", circle=Circle("C01", "", ids[0]))
    begun(desk, "C02")
    found = folders.programs()
    assert [entry.program.name if entry.program else None for entry in found] == ["Apple", "Zebra", None]
    assert [circle.body.code for circle in found[2].circles] == ["C02"]
    assert folders.picture(None).rows[0].code == "C02"
    with pytest.raises(KeyError):
        folders.picture(RecordId("nowhere"))


def test_sessions_are_listed_by_their_start_with_its_notes(desk, folders):
    late = begun(desk, "C02")
    desk.clock.advance(-60 * MINUTE)
    early = begun(desk, "C01")
    desk.add(late, note("one"))
    desk.add(late, ActionIdea("a bench"))
    session_runner(desk, late).make_move(MoveKind.START)
    entries = folders.entries()
    assert [entry.id for entry in entries] == [early, late]
    assert (entries[1].notes, entries[1].actions, entries[1].phase) == (1, 1, Phase.RUNNING)
    assert entries[0].title == "Our evening"


@pytest.mark.parametrize(
    "kinds",
    [
        [],
        [MoveKind.START],
        [MoveKind.START, MoveKind.PAUSE],
        [MoveKind.START, MoveKind.NEXT, MoveKind.CLOSE],
        [MoveKind.START, MoveKind.CLOSE, MoveKind.REOPEN],
        [MoveKind.START, MoveKind.CLOSE, MoveKind.REOPEN, MoveKind.CLOSE],
    ],
)
def test_a_list_tells_the_phase_of_a_session_as_the_session_itself_does(desk, tmp_path, kinds):
    session = begun(desk)
    live = session_runner(desk, session)
    for kind in kinds:
        live.make_move(kind)
        desk.clock.advance(MINUTE)
    folders = Folders(desk, a_shelf(tmp_path))
    (entry,) = folders.entries()
    assert entry.phase is folders.session(session).live.phase


def test_of_two_laptops_that_ran_a_session_the_list_follows_the_one_that_ran_longest(desk, tmp_path):
    session = begun(desk)
    for run, minutes, kinds in (
        ("a", 1, [MoveKind.START, MoveKind.CLOSE]),
        ("b", 9, [MoveKind.START, MoveKind.PAUSE]),
    ):
        for number, kind in enumerate(kinds, start=1):
            desk.clock.advance(minutes * MINUTE)
            desk.add(session, Move(kind, desk.clock.now(), RecordId(run), number), Act.MOVE)
    folders = Folders(desk, a_shelf(tmp_path))
    (entry,) = folders.entries()
    assert entry.phase is folders.session(session).live.phase is Phase.PAUSED


def test_removed_notes_are_not_counted(desk, tmp_path):
    session = begun(desk)
    one, _ = desk.add(session, note("one")), desk.add(session, note("two"))
    desk.remove(one)
    (entry,) = Folders(desk, a_shelf(tmp_path)).entries()
    assert (entry.notes, entry.actions) == (1, 0)
