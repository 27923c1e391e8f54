"""Reads whole numbers and lengths of time as people write them: twelve, 1,200, 90, 1:30, una hora y media.

The words of every language the app speaks are read whatever its own language is, because people who work in
two languages type in both.  What is not understood as a whole is not guessed at.
"""

from __future__ import annotations

import re
import unicodedata

from dialogue_desk.domain.model.text import folded

HOUR_SECONDS, MINUTE_SECONDS = 3_600, 60

_COUNTED = (
    ("zero", "cero"),
    ("one", "uno", "una", "un"),
    ("two", "dos"),
    ("three", "tres"),
    ("four", "cuatro"),
    ("five", "cinco"),
    ("six", "seis"),
    ("seven", "siete"),
    ("eight", "ocho"),
    ("nine", "nueve"),
    ("ten", "diez"),
    ("eleven", "once"),
    ("twelve", "doce"),
    ("thirteen", "trece"),
    ("fourteen", "catorce"),
    ("fifteen", "quince"),
    ("sixteen", "dieciseis"),
    ("seventeen", "diecisiete"),
    ("eighteen", "dieciocho"),
    ("nineteen", "diecinueve"),
    ("twenty", "veinte"),
)
_TENS = {
    30: ("thirty", "treinta"),
    40: ("forty", "cuarenta"),
    50: ("fifty", "cincuenta"),
    60: ("sixty", "sesenta"),
    70: ("seventy", "setenta"),
    80: ("eighty", "ochenta"),
    90: ("ninety", "noventa"),
}
_TWENTIES = {f"veinti{word}": 20 + unit for unit in range(1, 10) for word in _COUNTED[unit][1:]}
_NUMBERS = (
    {word: number for number, words in enumerate(_COUNTED) for word in words}
    | {word: number for number, words in _TENS.items() for word in words}
    | _TWENTIES
)
_ENGLISH_TENS = "|".join(("twenty", *(words[0] for words in _TENS.values())))
_SPANISH_TENS = "|".join(words[1] for words in _TENS.values())
_UNITS = "|".join(word for words in _COUNTED[1:10] for word in words)
_WORD = re.compile(
    rf"\b(?P<tens>{_ENGLISH_TENS})[ -](?P<unit>{_UNITS})\b"
    rf"|\b(?P<decenas>{_SPANISH_TENS}) y (?P<unidad>{_UNITS})\b"
    r"|[a-z]+"
)

_PEOPLE = frozenset(("people", "person", "persons", "persona", "personas", "gente"))
_ABOUT = re.compile(
    r"^(?:about|around|approximately|roughly|circa|between|~|unos|unas|casi|cerca de|alrededor de|entre) ?"
)
_EITHER = re.compile(r"^(\d{1,6}) ?(?:-|–|—|to|or|and|a|o|y) ?(\d{1,6})(?= |$)")
_NUMBER = re.compile(r"(-?\d+|\d{1,3}(?:[,. ]\d{3})+)\s*([a-z%][a-z% ]*)?\.?")

_SECONDS_OF = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "seg", "segs", "segundo", "segundos"), 1),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuto", "minutos"), MINUTE_SECONDS),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "hora", "horas"), HOUR_SECONDS),
}
_HALVES = re.compile(r"(?:(\d+) (hours?|horas?) (?:and a half|y media)|(?:half an hour|media hora))")
_COLON = re.compile(r"(\d{1,4}):(\d{2})")
_PIECE = re.compile(r"(\d+)(?:[.,](\d))?\s*([a-z]+)\.?\s*(?:and |y )?")
_LAST = re.compile(r"(\d+)")


def plain(text: str) -> str:
    """Return ``text`` without capitals and accents, with single spaces."""
    unmarked = "".join(sign for sign in folded(text) if not unicodedata.combining(sign))
    return " ".join(unmarked.split())


def in_digits(text: str) -> str:
    """Return plain ``text`` with its numbers in digits: "half past seven" becomes "half past 7"."""
    return _WORD.sub(_digits_of, text)


def _digits_of(word: re.Match[str]) -> str:
    """Return the digits of "seven", "twenty-five" or "treinta y dos", and any other word as it is."""
    pieces = [piece for piece in word.groups() if piece] or [word[0]]
    return str(sum(map(_NUMBERS.__getitem__, pieces))) if pieces[0] in _NUMBERS else word[0]


def read_number(text: str, unit: str = "") -> int | None:
    """Return the whole number that ``text`` is, with or without its ``unit``; None when it is not one."""
    seconds = seconds_of(unit)
    if seconds is not None:
        return read_length(text, seconds)
    said = _ABOUT.sub("", in_digits(plain(text)))
    # Who expects 10 to 12 plans for 12: with fewer there is time to spare, with more there is none.
    said = _EITHER.sub(lambda both: str(max(int(both[1]), int(both[2]))), said)
    found = _NUMBER.fullmatch(said)
    if found is None:
        return None
    behind = (found[2] or "").strip()
    if behind and behind not in {plain(unit), plain(unit).partition(" ")[0], *_PEOPLE}:
        return None
    return int(re.sub("[,. ]", "", found[1]))


def seconds_of(unit: str) -> int | None:
    """Return how many seconds a unit of time has, by its word or its sign; None when it is no such unit."""
    return _SECONDS_OF.get(plain(unit).rstrip("."))


def read_length(text: str, unit: int) -> int | None:
    """Return a length of time in units of so many seconds; None when ``text`` is not a whole number of them.

    With a colon the smaller part is the unit: "1:30" is 90 minutes where minutes are asked for, and 90
    seconds where seconds are.
    """
    said = in_digits(plain(text))
    if said.isdecimal():
        return int(said)
    if colon := _COLON.fullmatch(said):
        return int(colon[1]) * 60 + int(colon[2]) if int(colon[2]) < 60 else None
    seconds = _half_hours(said) or _summed(said)
    return seconds // unit if seconds is not None and seconds % unit == 0 else None


def _half_hours(said: str) -> int | None:
    found = _HALVES.fullmatch(said)
    return int(found[1] or 0) * HOUR_SECONDS + HOUR_SECONDS // 2 if found else None


def _summed(said: str) -> int | None:
    """Return the seconds of "1 h 30 min", "1h30" or "1.5 hours"."""
    seconds, place, last = 0, 0, 0
    while place < len(said):
        if piece := _PIECE.match(said, place):
            unit = _SECONDS_OF.get(piece[3])
            if unit is None or 0 < last <= unit:
                return None
            seconds += int(piece[1]) * unit + int(piece[2] or 0) * unit // 10
            last = unit
        elif last > 1 and (piece := _LAST.fullmatch(said, place)):
            seconds += int(piece[1]) * last // 60
            last = 0
        else:
            return None
        place = piece.end()
    return seconds if said else None
