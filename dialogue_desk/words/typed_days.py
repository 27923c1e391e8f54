"""Reads a day as people write it: Jul 7, Thu 7/4/2027, next Thursday, tomorrow, 7 de julio de 2027.

Days in figures are read in the order of the language, unless only the other order makes a date, or one of
the day of the week that is written with them.  Names of
months and days are read in every language the app speaks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from dialogue_desk.words import LANGUAGES, Words
from dialogue_desk.words.times import months, weekdays
from dialogue_desk.words.typed_numbers import in_digits, plain

FIRST_YEAR, LAST_YEAR = 1970, 2100

_LEAST_LETTERS = 3
_LATELY = timedelta(days=60)
"""How long ago a day without a year may be, and still not be one of next year."""

_NEARBY = {
    "today": 0,
    "hoy": 0,
    "tonight": 0,
    "esta noche": 0,
    "tomorrow": 1,
    "manana": 1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "pasado manana": 2,
    "yesterday": -1,
    "ayer": -1,
    "anteayer": -2,
    "antier": -2,
    **dict.fromkeys(("next week", "proxima semana", "semana proxima", "semana que viene"), 7),
    **dict.fromkeys(("in a week", "a week from today", "semana entrante"), 7),
    **dict.fromkeys(("last week", "a week ago", "semana pasada"), -7),
}
_IN_DAYS = re.compile(r"(?:in|en|dentro de) (\d{1,3}) (days?|dias?|weeks?|semanas?)")
_NEXT = frozenset(("next", "proximo", "proxima", "viene", "entrante"))
_LAST = frozenset(("last", "pasado", "pasada"))
_FILLERS = frozenset(("de", "del", "of", "the", "el", "la", "on", "dia", "que", "este", "esta", "this"))
_ORDINALS = frozenset(("st", "nd", "rd", "th", "o", "a", "ro", "ero", "er"))
_COUNTED = {
    **{"first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight"},
    **{"ninth": "nine", "twelfth": "twelve", "twentieth": "twenty", "thirtieth": "thirty"},
    **dict.fromkeys(("primero", "primer"), "uno"),
}
"""The number in an ordinal; in all others it is what comes before "th"."""
_REGULAR_ORDINALS = frozenset(
    f"{number}th" for number in ("four", "six", "seven", "ten", "eleven")
) | frozenset(f"{number}teenth" for number in ("thir", "four", "fif", "six", "seven", "eigh", "nine"))
_OTHER_NAMES = {"weds": "wed", "setiembre": "septiembre", "set": "sep"}
_WORD = re.compile(r"[a-z]+")
_DASHED_NAME = re.compile(r"(?<=[a-z])\.? ?[-/] ?(?=\d)|(?<=\d) ?[-/] ?(?=[a-z])")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_RUN_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_FIGURES = re.compile(r"(\d{1,2}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{4}|\d{2}))?")
_PIECE = re.compile(r"[a-z]+|\d+")
_ONLY_PIECES = re.compile(r"[a-z\d ,.]*")
_NAME_AND_FIGURES = re.compile(r"(?P<before>[a-z]*)[., ]*(?P<figures>\d[-/. \d]*\d)[., ]*(?P<after>[a-z]*)")
_MONTHS_AHEAD = 3
"""For so many months "Thursday the 3rd" is looked for; later than that, a wrong day is more likely."""


class OtherWeekday(Exception):
    """The day that is named is another day of the week than is said with it."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


@dataclass(slots=True)
class _Pieces:
    """What the words and figures of a day turned out to be."""

    months: list[frozenset[int]] = field(default_factory=list)
    weekdays: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    ahead: bool = False
    back: bool = False


def read_day(text: str, words: Words, today: date, *, past: bool = False) -> date | None:
    """Return the day that ``text`` says, seen from ``today``; None when it says none.

    A day of the week, or a day without a year, is one to come, or one in the ``past``.

    Raises:
        OtherWeekday: when the day has another day of the week than is written with it.
    """
    said = in_digits(_WORD.sub(_counted, plain(text))).strip(" .,")
    if (days := _days_from_now(said)) is not None:
        return _within(today + timedelta(days=days))
    if found := _NAME_AND_FIGURES.fullmatch(said):
        weekday = _numbers_named(found["before"] or found["after"], _weekday_names())
        if len(weekday) == bool(found["before"]) + bool(found["after"]):
            dates = _in_figures(found["figures"], words, today, past=past)
            if dates:
                return _on_weekday(dates, weekday)
    said = _DASHED_NAME.sub(" ", said)
    pieces = _pieces(said) if _ONLY_PIECES.fullmatch(said) else None
    if pieces is None:
        return None
    return _written(pieces, today, past=past) if pieces.numbers else _of_the_week(pieces, today, past=past)


def _counted(word: re.Match[str]) -> str:
    """Return the number of an ordinal in letters, and any other word as it is: "third" becomes "three"."""
    return _COUNTED.get(word[0]) or (word[0].removesuffix("th") if word[0] in _REGULAR_ORDINALS else word[0])


def _on_weekday(dates: list[date], weekday: Collection[int]) -> date:
    """Return the first of ``dates`` that is on the ``weekday`` which is said with it, if one is said."""
    fitting = [one for one in dates if not weekday or one.weekday() in weekday]
    if not fitting:
        raise OtherWeekday(dates[0])
    return fitting[0]


def _days_from_now(said: str) -> int | None:
    if (day := _NEARBY.get(said.removeprefix("la "))) is not None:
        return day
    if found := _IN_DAYS.fullmatch(said):
        return int(found[1]) * (7 if found[2].startswith(("week", "semana")) else 1)
    return None


def _in_figures(said: str, words: Words, today: date, *, past: bool) -> list[date]:
    """Return the days that figures can mean, in the order of the language first."""
    if found := _ISO.fullmatch(said) or _RUN_TOGETHER.fullmatch(said):
        dates = [_dated(int(found[1]), int(found[2]), int(found[3]))]
    elif found := _FIGURES.fullmatch(said):
        one, other = int(found[1]), int(found[2])
        orders = ((other, one), (one, other)) if _day_first(words) else ((one, other), (other, one))
        year = _year(found[3], today) if found[3] else None
        dates = [_in_year(month, day, year, today, past=past) for month, day in orders]
    else:
        dates = []
    return [one for one in dates if one is not None]


def _day_first(words: Words) -> bool:
    """Whether the language writes the day before the month."""
    written = words.tr("{month} {day}, {year}", month="M", day="D", year="Y")
    return written.index("D") < written.index("M")


def _pieces(said: str) -> _Pieces | None:
    """Return what the pieces of a written day are; None when one of them is nothing known."""
    pieces = _Pieces()
    for piece in _PIECE.findall(said):
        if piece.isdecimal():
            pieces.numbers.append(int(piece))
        elif piece in _NEXT:
            pieces.ahead = True
        elif piece in _LAST:
            pieces.back = True
        elif piece not in _FILLERS | _ORDINALS and not _name(piece, pieces):
            return None
    return _with_march_or_tuesday(pieces)


def _name(piece: str, pieces: _Pieces) -> bool:
    """Put a name of a month or a day where it belongs, and return whether it is one."""
    month = _numbers_named(piece, _month_names())
    weekday = _numbers_named(piece, _weekday_names())
    if month:
        pieces.months.append(month)
    pieces.weekdays += sorted(weekday)
    return bool(month or weekday)


def _with_march_or_tuesday(pieces: _Pieces) -> _Pieces | None:
    """Decide what "mar" is, which begins March, marzo and martes: March with a number and no other month."""
    if pieces.numbers and len(pieces.months) > 1:
        pieces.months = [one for one in pieces.months if one != frozenset((3,))]
    elif pieces.numbers and pieces.months and pieces.weekdays == [1] and pieces.months[0] == frozenset((3,)):
        pieces.weekdays = []
    elif not pieces.numbers and pieces.weekdays:
        pieces.months = []
    return pieces if len(pieces.months) <= 1 and len(pieces.weekdays) <= 1 else None


def _written(pieces: _Pieces, today: date, *, past: bool) -> date | None:
    """Return the day of "July 7" or "Wednesday, July 7, 2027"."""
    if len(pieces.numbers) > 2 or pieces.ahead or pieces.back:
        return None
    if not pieces.months:
        return _of_a_month(pieces, today, past=past)
    (month,) = pieces.months[0]
    day, *years = pieces.numbers
    year = _year(str(years[0]), today) if years else None
    found = _in_year(month, day, year, today, past=past)
    if found is not None and pieces.weekdays and found.weekday() != pieces.weekdays[0]:
        raise OtherWeekday(found)
    return found


def _of_a_month(pieces: _Pieces, today: date, *, past: bool) -> date | None:
    """Return the day of "Thursday the 3rd", of this month or one close to it."""
    if len(pieces.weekdays) != 1 or len(pieces.numbers) != 1:
        return None
    months = (today.year * 12 + today.month - 1 + by for by in range(-_MONTHS_AHEAD, _MONTHS_AHEAD + 1))
    days = (_dated(month // 12, month % 12 + 1, pieces.numbers[0]) for month in months)
    near = [one for one in days if one is not None and (one <= today if past else one >= today)]
    return _on_weekday(sorted(near, reverse=past), pieces.weekdays) if near else None


def _of_the_week(pieces: _Pieces, today: date, *, past: bool) -> date | None:
    """Return the day of "Thursday", "next Thursday" or "el jueves pasado"."""
    if len(pieces.weekdays) != 1 or pieces.months:
        return None
    ahead = (pieces.weekdays[0] - today.weekday()) % 7
    if pieces.ahead:
        return today + timedelta(days=ahead or 7)
    if pieces.back or (past and ahead):
        return today - timedelta(days=7 - ahead)
    return today + timedelta(days=ahead)


def _in_year(month: int, day: int, year: int | None, today: date, *, past: bool) -> date | None:
    """Return a day of a ``year``, or without one that of the year which makes most sense."""
    if year is not None:
        return _dated(year, month, day)
    years = range(today.year - 8, today.year + 9)  # 29 February comes every four years, or eight
    dates = [one for year in years if (one := _dated(year, month, day)) is not None]
    if past:
        return max((one for one in dates if one <= today), default=None)
    return min((one for one in dates if one >= today - _LATELY), default=None)


def _year(written: str, today: date) -> int:
    """Return a year; one of two figures is the nearest to ``today``."""
    if len(written) > 2:
        return int(written)
    century = today.year // 100 * 100
    return min((century + by + int(written) for by in (-100, 0, 100)), key=lambda one: abs(one - today.year))


def _dated(year: int, month: int, day: int) -> date | None:
    try:
        return _within(date(year, month, day))
    except ValueError:
        return None


def _within(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _numbered_names(names_of: Iterable[Iterable[str]]) -> Iterator[tuple[str, int]]:
    for names in names_of:
        for number, name in enumerate(names):
            yield plain(name), number


def _numbers_named(piece: str, names: Iterable[tuple[str, int]]) -> frozenset[int]:
    """Return the numbers of the names that ``piece`` is, or begins."""
    piece = _OTHER_NAMES.get(piece, piece)
    if len(piece) < _LEAST_LETTERS:
        return frozenset()
    return frozenset(number for name, number in names if name.startswith(piece) or name == piece.rstrip("s"))


@cache
def _month_names() -> tuple[tuple[str, int], ...]:
    names = _numbered_names(months(words) for words in map(Words, LANGUAGES))
    return tuple((name, number + 1) for name, number in names)


@cache
def _weekday_names() -> tuple[tuple[str, int], ...]:
    return tuple(_numbered_names(weekdays(words) for words in map(Words, LANGUAGES)))
