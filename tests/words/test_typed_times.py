"""People write times in many ways; each is read as the person meant it, or not at all."""

from datetime import time

import pytest

from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.times import clock_time
from dialogue_desk.words.typed_times import read_time

MORNING, SEVEN_PM = time(9), time(19, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7:00 PM", time(19)),
        ("7pm", time(19)),
        ("7 p.m.", time(19)),
        ("7p", time(19)),
        ("19:30", time(19, 30)),
        ("7.30", time(19, 30)),
        ("1930", time(19, 30)),
        ("730", time(19, 30)),
        ("19h30", time(19, 30)),
        ("19 h", time(19)),
        ("7", time(19)),
        ("9", time(9)),
        ("07:00", time(7)),
        ("7 am", time(7)),
        ("noon", time(12)),
        ("12:30", time(12, 30)),
        ("midnight", time(0)),
        ("half past seven", time(19, 30)),
        ("quarter to 8", time(19, 45)),
        ("10 past 7", time(19, 10)),
        ("at seven thirty", time(19, 30)),
        ("7 o'clock", time(19)),
        ("10 in the morning", time(10)),
        ("1 at night", time(1)),
        ("a las siete y media", time(19, 30)),
        ("8 menos cuarto de la noche", time(19, 45)),
        ("un cuarto para las ocho", time(19, 45)),
        ("7 de la noche", time(19)),
        ("12 de la noche", time(0)),
        ("10 de la mañana", time(10)),
        ("al mediodía", time(12)),
        ("medianoche", time(0)),
        ("12 del día", time(12)),
        ("12 m.", time(12)),
        ("9 o\N{RIGHT SINGLE QUOTATION MARK}clock", time(9)),
        ("twenty-five to nine", time(20, 35)),
        ("a quarter to nine", time(20, 45)),
        ("a cuarto para las nueve", time(20, 45)),
        ("siete treinta y cinco", time(19, 35)),
        ("a las 7 pm en punto", time(19)),
        ("7 en punto de la noche", time(19)),
        ("7 sharp", time(19)),
        ("７：３０", time(19, 30)),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, meant):
    assert read_time(typed, MORNING) == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "25", "7:60", "24:30", "19:30 am", "7 7 7", "7:5", "half past", "-7"]
)
def test_what_says_no_time_is_not_guessed_at(typed):
    assert read_time(typed, MORNING) is None


def test_a_bare_hour_is_the_first_that_comes():
    assert read_time("9:00", SEVEN_PM) == time(21)
    assert read_time("12:30", SEVEN_PM) == time(0, 30)
    assert read_time("9:00", MORNING) == time(9)
    assert read_time("8:59", MORNING) == time(20, 59)


def test_a_bare_hour_is_as_it_is_written_where_a_day_has_24():
    assert read_time("7:00", MORNING, whole_day=True) == time(7)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_time_that_is_shown_is_read_back(language):
    words = Words(language)
    for minute in range(24 * 60):
        at = time(*divmod(minute, 60))
        assert read_time(clock_time(at, words), MORNING) == at
        assert read_time(clock_time(at, words), SEVEN_PM) == at
