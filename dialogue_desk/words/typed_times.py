"""Reads a time of day as people write it: 7pm, 19:30, 7.30, 1930, 19h30, half past seven, 7 de la noche.

Where the half of the day is not said, the first of the two that comes at or after a given time is meant.
No library serves: those tried took 19h30 for five in the morning and 1930 for a year, did not know
"7:00 p. m.", which the app itself writes, and cost more at start than the rest of the page.
"""

from __future__ import annotations

import re
from datetime import time
from enum import Enum, auto

from dialogue_desk.words.typed_numbers import in_digits, plain

_DAY = 24 * 60
_HALF_DAY = 12 * 60


class _Half(Enum):
    """The half of the day that is said."""

    MORNING = auto()
    AFTERNOON = auto()
    NIGHT = auto()


_HALF_OF_DAY = (
    (
        _Half.MORNING,
        re.compile(r" ?(?:(?<![a-z])a ?\.? ?(?:m ?\.?)?|in the morning|de la (?:manana|madrugada))$"),
    ),
    (
        _Half.AFTERNOON,
        re.compile(r" ?(?:(?<![a-z])p ?\.? ?(?:m ?\.?)?|in the (?:afternoon|evening)|de la tarde)$"),
    ),
    (_Half.NIGHT, re.compile(r" ?(?:at night|de la noche)$")),
)
_NIGHT_BEGINS = 5
"""Before this hour "at night" is after midnight."""

_EXACTLY = re.compile(r"\b(?:en punto|sharp|exactly)\b")
_NOON = re.compile(
    r"(?:at )?(?:12 )?(?:noon|midday)|(?:al? |el )?(?:las )?(?:12 del )?mediodia"
    r"|(?:a )?(?:las )?12 (?:del dia|m\.?)"
)
_MIDNIGHT = re.compile(r"(?:at )?(?:12 )?midnight|(?:a )?(?:la )?medianoche")
_AROUND = re.compile(r"^(?:at |a las? |las? )|(?: ?\b|(?<=\d))(?:h|hs|hrs?|horas?|o['\u2019]?clock)\.?$")

_FIGURES = re.compile(r"(?P<hour>\d{1,2})(?:(?: ?[:.,h] ?| )(?P<past>\d{2}))?|(?P<h>\d{1,2})(?P<m>\d{2})")
_PARTS = r"half|quarter|media|cuarto|\d{1,2}"
_PAST = re.compile(rf"(?:a )?(?P<past>{_PARTS}) past (?P<hour>\d{{1,2}})|(?P<h>\d{{1,2}}) y (?P<m>{_PARTS})")
_TO = re.compile(
    rf"(?:a )?(?P<past>{_PARTS}) to (?P<hour>\d{{1,2}})|(?P<h>\d{{1,2}}) menos (?P<m>{_PARTS})"
    rf"|(?:1 |a )?(?P<p>{_PARTS}) para las? (?P<o>\d{{1,2}})"
)
_PART_OF_AN_HOUR = {"half": 30, "media": 30, "quarter": 15, "cuarto": 15}


def read_time(text: str, since: time, *, whole_day: bool = False) -> time | None:
    """Return the time of day that ``text`` says, or None when it says none.

    Where it does not say which half of the day is meant, it is the first of the two at or after ``since``;
    on the clock of a ``whole_day`` it is the hour as it is written.
    """
    said = " ".join(_EXACTLY.sub("", in_digits(plain(text))).split())
    if _NOON.fullmatch(said):
        return time(12)
    if _MIDNIGHT.fullmatch(said):
        return time(0)
    half, said = _half_of_day(said)
    found = _hour_and_minutes(_AROUND.sub("", said))
    if found is None:
        return None
    hour, minutes = found
    if half is None and (whole_day or hour.startswith("0") or int(hour) > 12):
        return _at(int(hour) * 60 + minutes) if int(hour) <= 24 and int(hour) * 60 + minutes <= _DAY else None
    if half is None:
        either = (int(hour) * 60 + minutes, int(hour) * 60 + minutes + _HALF_DAY)
        return _at(min(either, key=lambda at: (at - since.hour * 60 - since.minute) % _DAY))
    return _in_half(int(hour), minutes, half)


def _in_half(hour: int, minutes: int, half: _Half) -> time | None:
    """Return the time in a half of the day; None for "19:30 in the morning"."""
    if hour > 12 and (half is _Half.MORNING or hour > 23):
        return None
    late = half is _Half.AFTERNOON or (half is _Half.NIGHT and _NIGHT_BEGINS <= hour != 12)
    return _at((hour % 12 + 12 * late) * 60 + minutes)


def _half_of_day(said: str) -> tuple[_Half | None, str]:
    """Return the half of the day that is said, and what stands before it."""
    for half, pattern in _HALF_OF_DAY:
        if found := pattern.search(said):
            return half, said[: found.start()].strip()
    return None, said


def _hour_and_minutes(said: str) -> tuple[str, int] | None:
    """Return the hour as it is written, and the minutes past it, below zero for "quarter to"."""
    for pattern, sign in ((_FIGURES, 1), (_PAST, 1), (_TO, -1)):
        if found := pattern.fullmatch(said):
            named = {name: value for name, value in found.groupdict().items() if value}
            hour = next(named[name] for name in ("hour", "h", "o") if name in named)
            past = next((named[name] for name in ("past", "m", "p") if name in named), "0")
            minutes = _PART_OF_AN_HOUR.get(past) or int(past)
            return (hour, sign * minutes) if minutes < 60 else None
    return None


def _at(minute: int) -> time:
    hour, minutes = divmod(minute % _DAY, 60)
    return time(hour, minutes)
