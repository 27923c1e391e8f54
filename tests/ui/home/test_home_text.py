from dataclasses import replace

import pytest

from dialogue_desk.domain.closing.closing_steps import closing_steps
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.ui.core.session_text import circle_and_place_text
from dialogue_desk.ui.home.home_text import (
    note_counts_text,
    open_steps_text,
    program_size_text,
    sample_mark,
    session_title,
    start_text,
)
from dialogue_desk.words import Words
from tests.ui.sessions import prepared

WORDS = Words()


@pytest.fixture
def entry(desk, shelf, folders):
    prepared(desk, shelf)
    return folders.entries()[0]


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        (0, "Today, 7:00 PM"),
        (4, "Today, 11:00 PM"),
        (5, "Tomorrow, 12:00 AM"),
        (2 * 24, "Saturday, March 14, 7:00 PM"),
        (6 * 24, "Wednesday, March 18, 7:00 PM"),
        (7 * 24, "March 19, 2026"),
        (-24, "March 11, 2026"),
    ],
)
def test_a_start_is_told_by_the_day_in_the_room(desk, shelf, folders, hours, text):
    prepared(desk, shelf, hours=hours)
    assert start_text(folders.entries()[0].session, desk.clock.now(), WORDS) == text


def test_a_session_without_a_title_is_told_by_its_number(entry):
    assert session_title(entry, WORDS) == "Session 2: What is going on here?"
    assert session_title(replace(entry, title=""), WORDS) == "Session 2"


def test_a_circle_without_a_place_is_told_by_its_code(entry):
    assert circle_and_place_text(entry, WORDS) == "Circle C07 · Eastside Library · 11 people"
    nowhere = replace(entry, circle=replace(entry.circle, place=""), session=replace(entry.session, place=""))
    assert circle_and_place_text(nowhere, WORDS) == "Circle C07 · 11 people"


def test_action_ideas_are_counted_only_when_there_are_some(entry):
    assert note_counts_text(replace(entry, notes=14), WORDS) == "14 notes"
    assert note_counts_text(replace(entry, notes=1, actions=3), WORDS) == "1 note · 3 action ideas"


def test_open_steps_are_named_while_they_are_few(entry, folders):
    steps = [step for step in closing_steps(folders.session(entry.id)) if step.is_open]
    assert open_steps_text([], WORDS) == ""
    assert open_steps_text(steps[:2], WORDS).startswith("Still to do: ")
    five = (steps * 5)[:5]
    assert open_steps_text(five[:4], WORDS).startswith("Still to do: ")
    assert open_steps_text(five, WORDS) == "5 wrap-up steps left"


def test_only_the_sample_is_marked():
    assert sample_mark(Program("Bridges", sample=True), WORDS) == "Sample"
    assert sample_mark(Program("Bridges"), WORDS) == sample_mark(None, WORDS) == ""


def test_a_program_is_told_by_its_circles_and_sessions():
    assert program_size_text(1, 9, WORDS) == "1 circle · 9 sessions"
