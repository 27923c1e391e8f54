"""Times and days as people say them."""

import pytest

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.words import Words
from dialogue_desk.words.times import (
    capitalize_first,
    day,
    short_time,
    time_beside,
    time_of_day,
    weekday,
    whole_minutes,
)

EVENING = 1_773_356_460_000


def test_a_time_is_said_as_in_the_room():
    assert time_of_day(EVENING, -240, Words()) == "7:01 PM"
    assert short_time(EVENING, -240, Words()) == "7:01"
    assert time_of_day(EVENING, 300, Words()) == "4:01 AM"
    assert time_of_day(EVENING, 60, Words()) == "12:01 AM"


def test_a_day_is_said_as_in_the_room():
    assert day(EVENING, -240, Words()) == "March 12, 2026"
    assert weekday(EVENING, 300, Words()) == "Friday, March 13"


@pytest.mark.parametrize(
    ("length", "said"), [(89_999, 1), (90_000, 2), (-90_000, -2), (0, 0), (24 * MINUTE, 24)]
)
def test_minutes_are_rounded_as_people_do(length, said):
    assert whole_minutes(length) == said


def test_spanish_has_its_own_order_of_day_and_month():
    spanish = Words("es")
    assert day(EVENING, -240, spanish) == "12 de marzo de 2026"
    assert weekday(EVENING, 300, spanish) == "viernes 13 de marzo"
    assert capitalize_first(weekday(EVENING, 300, spanish)) == "Viernes 13 de marzo"


def test_spanish_says_the_half_of_the_day_and_can_leave_it_out():
    spanish = Words("es")
    assert time_of_day(EVENING, -240, spanish) == "7:01 p.\u00a0m."
    assert time_of_day(EVENING, 300, spanish) == "4:01 a.\u00a0m."
    assert short_time(EVENING, -240, spanish) == "7:01"


def test_a_time_beside_another_says_am_or_pm_only_where_that_is_not_clear():
    evening, day_ms = 1_773_356_400_000, 86_400_000
    midnight = (evening // day_ms + 1) * day_ms
    before, after = midnight - 20 * 60_000, midnight + 41 * 60_000
    assert time_beside(before, before - 60_000, 0, Words()) == "11:40"
    assert time_beside(after, before, 0, Words()) == "12:41 AM"
    assert time_beside(after, before, 0, Words("es")).startswith("12:41 ")
    assert time_beside(evening, evening + day_ms, 0, Words()).endswith(("AM", "PM"))
