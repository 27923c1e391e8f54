"""A rehearsal is the session itself, at any speed, and leaves nothing behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.desk.clock import FastClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.rehearsal import Rehearsal, session_draft_of
from dialogue_desk.desk.session.session_edits import (
    SessionDraft,
    create_session,
    ground_rules_of,
    set_ground_rules,
)
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import HOUR, MINUTE
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind, Theme
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tools.manual_clock import ManualClock

SEVEN = 1_773_356_400_000


@pytest.fixture
def clock():
    return ManualClock(SEVEN - 3 * HOUR, zone=-240)


@pytest.fixture
def desk(tmp_path, clock):
    desk = Desk(DeskFile(tmp_path / "desk.db"), clock, RandomIds(7))
    yield desk
    desk.file.close()


@pytest.fixture
def shelf():
    return GuideShelf(GUIDES, Words())


@pytest.fixture
def folder(desk, shelf):
    """A session of a circle of a program, with what the circle agreed."""
    program = desk.add(NO_OWNER, Program("Safety Together", sessions=5))
    desk.add(program, Theme("patrols"))
    circle = desk.add(NO_OWNER, Circle("C07", "Eastside Library", program))
    set_ground_rules(desk, circle, ["One voice at a time"])
    text = shelf.translations("safety-together")["en"]
    session_draft = SessionDraft((text,), "s2", 2, SEVEN, SEVEN + 2 * HOUR, 11, circle_id=circle, factor=125)
    return Folders(desk, shelf).session(create_session(desk, session_draft))


@pytest.fixture
def rehearsal(desk, shelf, folder):
    rehearsal = Rehearsal(desk, shelf, session_draft_of(desk, folder), 60)
    yield rehearsal
    rehearsal.close()


def bytes_in(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_is_the_session_itself(rehearsal, folder):
    played = rehearsal.folders.session(rehearsal.session_id)
    assert played.id != folder.id
    assert (played.session, played.plan, played.circle) == (folder.session, folder.plan, folder.circle)
    assert (played.program, played.themes) == (folder.program, folder.themes)
    assert played.ground_rules == folder.ground_rules


def test_it_begins_at_the_hour_and_runs_as_fast_as_one_likes(rehearsal, clock):
    live = SessionRunner(
        rehearsal.desk, rehearsal.folders.session(rehearsal.session_id), rehearsal.desk.file.pulse()
    )
    assert live.now() == SEVEN
    live.make_move(MoveKind.START)
    clock.advance(30_000)
    assert live.tick() == 0
    assert live.now() == SEVEN + 30 * MINUTE
    rehearsal.clock.speed = 1
    clock.advance(30_000)
    assert live.tick() == 0
    assert live.now() == SEVEN + 30 * MINUTE + 30_000
    assert live.read().late > 0


def test_no_byte_of_the_desk_is_changed(rehearsal, desk, clock, tmp_path):
    before = bytes_in(tmp_path)
    live = SessionRunner(
        rehearsal.desk, rehearsal.folders.session(rehearsal.session_id), rehearsal.desk.file.pulse()
    )
    for move in (MoveKind.START, MoveKind.NEXT, MoveKind.PAUSE, MoveKind.RESUME):
        live.make_move(move)
        clock.advance(10_000)
        live.tick()
    rehearsal.desk.add(rehearsal.session_id, Note(NoteKind.CONCERN, "Said while rehearsing"))
    rehearsal.close()
    assert bytes_in(tmp_path) == before


def test_undo_does_not_take_back_the_rehearsal_itself(rehearsal):
    assert rehearsal.desk.can_undo() is None
    rehearsal.desk.add(rehearsal.session_id, Note(NoteKind.CONCERN, "Said while rehearsing"))
    rehearsal.desk.undo()
    assert rehearsal.desk.can_undo() is None


def test_what_is_not_written_yet_is_rehearsed_with_its_new_circle(desk, shelf, tmp_path):
    text = shelf.translations("one-evening")["en"]
    new = SessionDraft(
        (text,), "s1", 1, SEVEN, SEVEN + HOUR, 8, circle=Circle("C01"), ground_rules=("Listen first",)
    )
    before = bytes_in(tmp_path)
    rehearsal = Rehearsal(desk, shelf, new)
    played = rehearsal.folders.session(rehearsal.session_id)
    assert played.circle.code == "C01"
    assert [rule.body.text for rule in ground_rules_of(rehearsal.desk, played.circle_id)] == ["Listen first"]
    rehearsal.close()
    assert bytes_in(tmp_path) == before


@given(st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from((1, 2, 10, 60))), max_size=8))
def test_a_fast_clock_runs_on_whatever_its_speed_was(script):
    hands = ManualClock(5 * HOUR)
    clock = FastClock(hands, SEVEN)
    passed = 0
    for real, speed in script:
        clock.speed = speed
        hands.advance(real)
        passed += real * speed
        assert (clock.steady(), clock.now()) == (passed, SEVEN + passed)
        hands.set(-HOUR)
        assert clock.now() == SEVEN + passed
