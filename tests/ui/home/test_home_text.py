from dataclasses import replace

import pytest

from dialogue_desk.ui.core.session_text import circle_and_place_text
from dialogue_desk.ui.home.home_text import (
    day_text,
    program_size_text,
    session_title,
    span_text,
    start_text,
    until_text,
)
from dialogue_desk.ui.home.next_card import about_text
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


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(70, "in 1 h 10 min"), (10, "in 10 min"), (0, "now"), (-5, "5 min ago"), (13 * 60, ""), (-13 * 60, "")],
)
def test_how_long_it_is_until_then_is_told_within_half_a_day(entry, minutes, text):
    assert until_text(entry.session, entry.session.start - minutes * 60_000, WORDS) == text


def test_a_span_names_the_half_of_the_day_once(entry):
    assert span_text(entry.session, WORDS) == "7:00 to 9:00 PM"
    morning = replace(entry.session, start=entry.session.start - 8 * 3_600_000)
    assert span_text(morning, WORDS) == "11:00 AM to 9:00 PM"


def test_a_day_has_its_weekday_this_year_and_the_year_in_another(entry):
    assert day_text(entry.session, entry.session.start, WORDS) == "Thu, Mar 12"
    assert day_text(entry.session, entry.session.start + 365 * 86_400_000, WORDS) == "Mar 12, 2026"


def test_a_program_is_told_by_its_circles_and_sessions():
    assert program_size_text(1, 9, WORDS) == "1 circle · 9 sessions"


def test_a_guide_called_as_its_one_session_is_said_once(entry, folders):
    folder = folders.session(entry.id)
    guide = replace(folder.guide, title=folder.plan.title, sessions=(folder.plan,))
    alone = replace(folder, guide=guide, session=replace(folder.session, number=1))
    assert about_text(entry, alone, WORDS) == f"{folder.plan.title} · 11 people"
