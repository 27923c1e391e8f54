"""Minutes are read as people write them, in both languages, and nothing else is taken for minutes."""

from __future__ import annotations

import pytest

from dialogue_desk.domain.guides.time_phrases import bare_minutes, timed, without_ordinal


@pytest.mark.parametrize(
    ("written", "title", "minutes"),
    [
        ("Welcome (10 min)", "Welcome", 10),
        ("Welcome – 20 minutes", "Welcome", 20),
        ("20' Welcome", "Welcome", 20),
        ("Stories in threes 25’", "Stories in threes", 25),
        ("Stones (about 40 min.)", "Stones", 40),
        ("Fishbowl [25 minutes]", "Fishbowl", 25),
        ("Round (30 min, whole circle)", "Round (whole circle)", 30),
        ("Check-in (10–15 minutes)", "Check-in", 15),
        ("Closing, half an hour", "Closing", 30),
        ("Talk: an hour and a half", "Talk", 90),
        ("Dinner 1½ hours", "Dinner", 90),
        ("Dinner: 1.5 hours", "Dinner", 90),
        ("What we owe (1 hour 15 minutes)", "What we owe", 75),
        ("1h30 Debate", "Debate", 90),
        ("A 10-minute break", "A break", 10),
        ("Bienvenida (20 minutos)", "Bienvenida", 20),
        ("Ronda: media hora", "Ronda", 30),
        ("En parejas (un cuarto de hora)", "En parejas", 15),
        ("Cena, una hora", "Cena", 60),
        ("Diálogo - 1 hora y media", "Diálogo", 90),
        ("Cierre (unos diez minutos)", "Cierre", 10),
    ],
)
def test_a_length_in_a_heading_becomes_minutes_and_leaves_the_title(written, title, minutes):
    found = timed(written)
    assert (found.text, found.minutes) == (title, minutes)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("7:00–7:20 Welcome", 20),
        ("Welcome, 7:00 to 7:20 pm", 20),
        ("7:15 pm - 8:30 p.m. Welcome", 75),
        ("7–7:20 p.m. Welcome", 20),
        ("11:45-12:15 Welcome", 30),
        ("12:50–1:10 Welcome", 20),
        ("19h00–19h20 Welcome", 20),
        ("de 19:00 a 19:20 Welcome", 20),
        ("10.00-10.15 Welcome", 15),
        ("0:10–0:25 Welcome", 15),
    ],
)
def test_two_times_of_day_become_the_minutes_between_them(written, minutes):
    found = timed(written)
    assert (found.text, found.minutes) == ("Welcome", minutes)


def test_one_time_of_day_at_the_beginning_is_when_it_starts():
    assert timed("7:15 pm  Welcome").starts == 19 * 60 + 15
    assert timed("7 pm Welcome").starts == 19 * 60
    assert timed("7:15 pm Welcome").minutes is None


def test_a_start_and_a_length_in_one_line_are_both_read():
    found = timed("7:00 Welcome (20 min)")
    assert (found.text, found.starts, found.minutes) == ("Welcome", 7 * 60, 20)


@pytest.mark.parametrize(
    "written",
    [
        "Two minutes each, no answers",
        "5 min per person",
        "Tres minutos por persona",
        "2 minutos cada quien",
        "For 8-12 people",
        "Read pages 3.10 and 4:5",
        "the '60s",
        "don't rush",
        "900 minutes",
        "0 minutes",
    ],
)
def test_what_is_not_the_length_of_a_part_stays_in_the_text(written):
    found = timed(written)
    assert (found.text, found.has_time) == (written, False)


def test_a_line_that_is_only_a_time_is_known_as_one():
    assert timed("about 20 minutes in total").is_only_time
    assert timed("(20 min)").is_only_time
    assert not timed("20 minutes of silence").is_only_time


def test_a_figure_alone_is_minutes_only_in_a_column_of_minutes():
    assert bare_minutes("20") == 20
    assert bare_minutes("20 min") == 20
    assert bare_minutes("Ruth") is None
    assert timed("20").minutes is None


def test_the_number_before_a_title_is_no_part_of_it():
    assert without_ordinal("3. Stories") == "Stories"
    assert without_ordinal("b) Stories") == "Stories"
    assert without_ordinal("3 stories") == "3 stories"
