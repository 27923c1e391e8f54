"""Times as people say them; translators choose the order of day and month."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from dialogue_desk.domain.model.ids import MINUTE, SECOND, Instant, Milliseconds
from dialogue_desk.words import Words


def local_datetime(at: Instant, zone: int) -> datetime:
    """Return ``at`` in a room ``zone`` minutes ahead of UTC."""
    return datetime.fromtimestamp(at / 1000, UTC) + timedelta(minutes=zone)


def time_of_day(at: Instant, zone: int, words: Words) -> str:
    """Return "7:41 PM", or what the language says for it."""
    moment = local_datetime(at, zone)
    if words.tr("12-hour clock") != "24":
        half = words.tr("AM") if moment.hour < 12 else words.tr("PM")
        return f"{(moment.hour - 1) % 12 + 1}:{moment.minute:02} {half}"
    return f"{moment.hour}:{moment.minute:02}"


def short_time(at: Instant, zone: int, words: Words) -> str:
    """Return "7:41", for places where AM or PM is clear."""
    return time_of_day(at, zone, words).split(" ", 1)[0]


def day(at: Instant, zone: int, words: Words) -> str:
    """Return "March 12, 2026", or what the language says for it."""
    moment = local_datetime(at, zone)
    month = _months(words)[moment.month - 1]
    return words.tr("{month} {day}, {year}", month=month, day=moment.day, year=moment.year)


def weekday(at: Instant, zone: int, words: Words) -> str:
    """Return "Thursday, March 12", or what the language says for it."""
    moment = local_datetime(at, zone)
    name = _weekdays(words)[moment.weekday()]
    month = _months(words)[moment.month - 1]
    return words.tr("{weekday}, {month} {day}", weekday=name, month=month, day=moment.day)


def capitalize_first(text: str) -> str:
    """Return ``text`` with a capital, to begin a line: Spanish days have none."""
    return text[:1].upper() + text[1:]


def whole_minutes(length: Milliseconds) -> int:
    """Return a length in minutes, rounded to the nearest, half a minute up."""
    return (abs(length) + MINUTE // 2) // MINUTE * (1 if length >= 0 else -1)


def minutes(length: Milliseconds, words: Words) -> str:
    """Return "24 min"."""
    return words.tr("{minutes} min", minutes=whole_minutes(length))


def clock_text(left: Milliseconds) -> str:
    """Return ``18:20`` for time left, ``+1:05`` for time over, ``1:02:00`` from an hour on.

    Time left is rounded up and time over is rounded down, so that the clock begins at the whole time and
    shows 0:00 when none is left.
    """
    seconds = -(-left // SECOND) if left > 0 else -left // SECOND
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    shown = f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
    return f"+{shown}" if left <= -SECOND else shown


def _months(words: Words) -> tuple[str, ...]:
    return (
        words.tr("January"),
        words.tr("February"),
        words.tr("March"),
        words.tr("April"),
        words.tr("May"),
        words.tr("June"),
        words.tr("July"),
        words.tr("August"),
        words.tr("September"),
        words.tr("October"),
        words.tr("November"),
        words.tr("December"),
    )


def _weekdays(words: Words) -> tuple[str, ...]:
    return (
        words.tr("Monday"),
        words.tr("Tuesday"),
        words.tr("Wednesday"),
        words.tr("Thursday"),
        words.tr("Friday"),
        words.tr("Saturday"),
        words.tr("Sunday"),
    )
