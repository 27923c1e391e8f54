"""Everything known of one session."""

from dataclasses import replace

from dialogue_desk.domain.model.circles import PartFit
from dialogue_desk.domain.model.guide import Cut, Length, Measure, Part, PartKind, SessionPlan
from dialogue_desk.domain.model.ids import HOUR, MINUTE, DeviceId, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind, Phase
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Theme
from dialogue_desk.domain.overview.session_folder import (
    fitted_plan,
    longest_run,
    plan_without_guide,
    runs_of,
    session_plan,
    stored,
)
from dialogue_desk.domain.records.records import Stamp, new_record
from tests.domain.session_folders import PLAN, SESSION, a_folder, a_note

ONE, OTHER = RecordId("one"), RecordId("other")
MOVES = (
    Move(MoveKind.START, 5, OTHER, 1),
    Move(MoveKind.CLOSE, 5 + 9 * MINUTE, ONE, 2),
    Move(MoveKind.CLOSE, 5 + 4 * MINUTE, OTHER, 2),
    Move(MoveKind.START, 5, ONE, 1),
)


def record(name, body, owner=SESSION, tick=1):
    return new_record(RecordId(name), owner, body, Stamp(DeviceId("here"), tick, 0))


def test_each_laptop_has_its_own_clock_whatever_the_order_of_the_moves():
    session = a_folder().session
    runs = runs_of(session, PLAN, MOVES)
    assert {run: sum(live.spent) for run, live in runs.items()} == {ONE: 9 * MINUTE, OTHER: 4 * MINUTE}
    assert longest_run(session, PLAN, MOVES) == runs[ONE]
    assert longest_run(session, PLAN, ()).phase is Phase.READY


def test_a_session_that_one_laptop_closed_is_over_also_where_another_clock_was_left_running():
    session = a_folder().session
    beside = (Move(MoveKind.START, 5, OTHER, 1), Move(MoveKind.NEXT, 5 + 90 * MINUTE, OTHER, 2))
    ran = (Move(MoveKind.START, 5, ONE, 1), Move(MoveKind.CLOSE, 5 + 80 * MINUTE, ONE, 2))
    assert longest_run(session, PLAN, (*beside, *ran)).phase is Phase.CLOSED
    later = Move(MoveKind.PAUSE, 5 + 120 * MINUTE, OTHER, 3)
    assert longest_run(session, PLAN, (*beside, later, *ran)).phase is Phase.PAUSED


def test_a_plan_is_fitted_to_the_people_and_then_keeps_what_the_session_changes():
    go_round = replace(
        PLAN.parts[0], seconds_each=60, pause=0, silence=0, minutes=1, length=Length(Measure.EACH, floor=4)
    )
    plan = replace(PLAN, parts=(go_round, *PLAN.parts[1:]))
    assert [fitted_plan(plan, (), people).parts[0].minutes for people in (6, 9)] == [6, 9]
    given = fitted_plan(plan, (PartFit(go_round.id, minutes=7),), 9).parts[0]
    assert (given.minutes, given.length) == (7, None)
    shorter = fitted_plan(plan, (PartFit(go_round.id, seconds_each=30),), 9).parts[0]
    assert (shorter.minutes, shorter.floor) == (5, 4)


def test_a_session_has_begun_once_its_clock_ran_or_something_was_written():
    assert not a_folder().begun
    assert a_folder(a_note()).begun
    assert replace(a_folder(), runs=runs_of(a_folder().session, PLAN, MOVES)).begun


def test_what_changed_is_read_again_and_the_rest_stays():
    folder = a_folder(a_note(text="old"), a_note(text="stays"), themes=("bus",))
    after = folder.after(
        {RecordId("n0"), RecordId("a"), RecordId("bus"), RecordId("stops")},
        [
            record("n0", a_note(text="new")),
            record("a", ActionIdea("a shelter")),
            record("stops", Theme("Stops"), folder.circle_id),
            record("elsewhere", a_note(), RecordId("another session")),
        ],
    )
    assert [note.body.text for note in after.notes] == ["new", "stays"]
    assert [action.body.what for action in after.actions] == ["a shelter"]
    assert after.themes == {RecordId("stops"): Theme("Stops")}
    assert folder.after({RecordId("n1")}, []).notes == folder.notes[:1]


def test_the_versions_that_are_not_shown_are_beside_the_one_that_is():
    ours, theirs = record("n", a_note(text="ours")), record("n", a_note(text="theirs"))
    theirs = replace(theirs, editions=(replace(theirs.editions[0], version=_other(theirs)),))
    (one,) = stored([ours.merged(theirs)], Note)
    assert one.in_conflict and {one.body.text, one.others[0].text} == {"ours", "theirs"}
    assert stored([ours], ActionIdea) == ()


def _other(theirs):
    return replace(theirs.version, counts=(("there", 1),))


def test_notes_are_picked_by_kind_and_themes_named_where_they_are_known():
    folder = a_folder(a_note(NoteKind.HOPE), a_note(NoteKind.QUESTION), themes=("bus",))
    assert [note.body.kind for note in folder.notes_of(NoteKind.QUESTION, NoteKind.QUOTE)] == [
        NoteKind.QUESTION
    ]
    assert folder.theme_names((RecordId("gone"), RecordId("bus"))) == ("Bus",)


def test_without_its_guide_a_session_is_one_part_of_the_whole_time():
    session = replace(a_folder().session, start=0, hard_end=2 * HOUR)
    (part,) = plan_without_guide(session).parts
    assert (part.minutes, part.title) == (120, "")


def test_a_session_keeps_the_minutes_for_the_people_it_expected_however_many_come():
    each = Length(Measure.EACH, floor=4)
    round_ = Part("round", PartKind.GO_ROUND, "Round", 12, 4, Cut.LAST, seconds_each=60, length=each)
    talk = Part("talk", PartKind.OPEN_TALK, "Talk", 20, 20, Cut.LAST, length=Length(Measure.EQUAL))
    plan = SessionPlan("s1", "", 60, "", (round_, talk))
    session = replace(a_folder().session, people=9)
    assert [part.minutes for part in session_plan(plan, session).parts] == [9, 51]
    for present in (4, 14):
        assert session_plan(plan, replace(session, present=present)) == session_plan(plan, session)


def test_a_session_goes_through_its_track_and_its_clock_begins_what_has_a_time_of_day():
    parts = [
        Part(track, PartKind.CAUCUS, track, 30, 10, Cut.LAST, track=track) for track in ("youth", "elders")
    ]
    supper = Part("supper", PartKind.BREAK, "Supper", 30, 30, Cut.NEVER, at=19 * 60)
    plan = SessionPlan("s1", "", 60, "", (*parts, supper))
    session = replace(a_folder().session, start=17 * HOUR, hard_end=20 * HOUR, zone=60, track="elders")
    found = session_plan(plan, session)
    assert [part.id for part in found.parts] == ["elders", "supper"]
    (due,) = longest_run(session, found, ()).read(17 * HOUR).dues
    assert (due.at, due.part) == (18 * HOUR, 1)
