"""People write days in many ways; each is read as the person meant it, or not at all."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.times import full_day, written_day
from dialogue_desk.words.typed_days import OtherWeekday, read_day

EN, ES = Words(), Words("es")
THURSDAY = date(2026, 3, 12)
days = st.dates(date(1970, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Jul 7, 2027", date(2027, 7, 7)),
        ("July 7th", date(2026, 7, 7)),
        ("7 July 27", date(2027, 7, 7)),
        ("Wednesday, July 7, 2027", date(2027, 7, 7)),
        ("7 de julio de 2027", date(2027, 7, 7)),
        ("miércoles 7 de julio del 2027", date(2027, 7, 7)),
        ("2027-07-04", date(2027, 7, 4)),
        ("Thursday", date(2026, 3, 12)),
        ("next Thursday", date(2026, 3, 19)),
        ("last thu", date(2026, 3, 5)),
        ("el próximo jueves", date(2026, 3, 19)),
        ("sábado que viene", date(2026, 3, 14)),
        ("tomorrow", date(2026, 3, 13)),
        ("mañana", date(2026, 3, 13)),
        ("pasado mañana", date(2026, 3, 14)),
        ("ayer", date(2026, 3, 11)),
        ("in two weeks", date(2026, 3, 26)),
        ("en 3 días", date(2026, 3, 15)),
        ("Mar 10", date(2026, 3, 10)),
        ("Jan 5", date(2027, 1, 5)),
        ("Feb 29", date(2028, 2, 29)),
        ("mar 17", date(2026, 3, 17)),
        ("mar", date(2026, 3, 17)),
        ("mar 7 de julio", date(2026, 7, 7)),
        ("Weds", date(2026, 3, 18)),
        ("Thursday the 2nd", date(2026, 4, 2)),
        ("jueves 7", date(2026, 5, 7)),
        ("primero de enero", date(2027, 1, 1)),
        ("1ro de enero", date(2027, 1, 1)),
        ("1ero de enero", date(2027, 1, 1)),
        ("1.º de enero", date(2027, 1, 1)),
        ("December twenty-first", date(2026, 12, 21)),
        ("the fourth of July", date(2026, 7, 4)),
        ("3-dic-2026", date(2026, 12, 3)),
        ("20270105", date(2027, 1, 5)),
        ("next week", date(2026, 3, 19)),
        ("la semana que viene", date(2026, 3, 19)),
        ("last week", date(2026, 3, 5)),
        ("setiembre 5", date(2026, 9, 5)),
        ("2026-12-03, jue.", date(2026, 12, 3)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed, meant):
    assert read_day(typed, EN, THURSDAY) == read_day(typed, ES, THURSDAY) == meant


def test_figures_are_read_in_the_order_of_the_language():
    assert read_day("7/4/2027", EN, THURSDAY) == date(2027, 7, 4)
    assert read_day("7/4/2027", ES, THURSDAY) == date(2027, 4, 7)
    assert read_day("13/7/27", EN, THURSDAY) == read_day("7-13-27", ES, THURSDAY) == date(2027, 7, 13)
    assert read_day("7.4", EN, THURSDAY) == date(2026, 7, 4)


def test_the_day_of_the_week_decides_which_figure_is_the_month():
    assert read_day("Thu 12/3", EN, THURSDAY) == date(2026, 12, 3)
    assert read_day("jue 12/3", ES, THURSDAY) == date(2026, 3, 12)
    assert read_day("Thu 7/5/2026", EN, THURSDAY) == date(2026, 5, 7)
    assert read_day("Sunday 7/5/2026", ES, THURSDAY) == date(2026, 7, 5)
    for typed in ("Friday 7/5/2026", "Friday 7/5"):
        with pytest.raises(OtherWeekday) as other:
            read_day(typed, EN, THURSDAY)
        assert other.value.day == date(2026, 7, 5)


def test_a_day_of_this_month_that_is_another_day_of_the_week_is_asked_about():
    assert read_day("Thursday 5", EN, THURSDAY, past=True) == date(2026, 3, 5)
    with pytest.raises(OtherWeekday) as other:
        read_day("Thursday the 15th", EN, THURSDAY)
    assert other.value.day == date(2026, 3, 15)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "7",
        "Thursday 40",
        "20271305",
        "2027",
        "July",
        "30 Feb",
        "July 7, 3000",
        "1/1/1969",
        "next July 7",
        "7 7 2027",
    ],
)
def test_what_says_no_day_is_not_guessed_at(typed):
    assert read_day(typed, EN, THURSDAY) is None


def test_a_session_that_is_over_was_on_a_day_gone_by():
    assert read_day("Thursday", EN, THURSDAY, past=True) == THURSDAY
    assert read_day("Friday", EN, THURSDAY, past=True) == date(2026, 3, 6)
    assert read_day("Dec 3", EN, THURSDAY, past=True) == date(2025, 12, 3)


def test_a_weekday_that_is_not_that_days_is_asked_about():
    with pytest.raises(OtherWeekday) as other:
        read_day("Thursday, July 7, 2027", EN, THURSDAY)
    assert other.value.day == date(2027, 7, 7)


@settings(max_examples=50)
@given(days, days)
def test_a_day_that_is_shown_is_read_back_in_every_language(day, today):
    for words in map(Words, LANGUAGES):
        assert read_day(written_day(day, words), words, today) == day
        assert read_day(full_day(day, words), words, today) == day
