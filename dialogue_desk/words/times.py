"""Times as people say them; translators choose the order of day and month."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from dialogue_desk.domain.model.ids import MINUTE, SECOND, Instant, Milliseconds
from dialogue_desk.words import Words


def local_datetime(at: Instant, zone: int) -> datetime:
    """Return ``at`` in a room ``zone`` minutes ahead of UTC."""
    return datetime.fromtimestamp(at / 1000, UTC) + timedelta(minutes=zone)


def time_of_day(at: Instant, zone: int, words: Words) -> str:
    """Return "7:41 PM", or what the language says for it."""
    return clock_time(local_datetime(at, zone).time(), words)


def clock_time(at: time, words: Words) -> str:
    """Return "7:41 PM", or what the language says for it."""
    if has_whole_day(words):
        return f"{at.hour}:{at.minute:02}"
    half = words.tr("AM") if at.hour < 12 else words.tr("PM")
    return f"{(at.hour - 1) % 12 + 1}:{at.minute:02} {half}"


def has_whole_day(words: Words) -> bool:
    """Whether the language counts the hours of a day to 24."""
    return words.tr("12-hour clock") == "24"


def short_time(at: Instant, zone: int, words: Words) -> str:
    """Return "7:41", for places where AM or PM is clear."""
    return time_of_day(at, zone, words).split(" ", 1)[0]


def time_beside(at: Instant, other: Instant, zone: int, words: Words) -> str:
    """Return "8:36" beside a time of the same half of a day, and "12:41 AM" beside one of another."""
    one, two = (local_datetime(instant, zone) for instant in (at, other))
    alike = (one.date(), one.hour < 12) == (two.date(), two.hour < 12)
    return short_time(at, zone, words) if alike else time_of_day(at, zone, words)


def day(at: Instant, zone: int, words: Words) -> str:
    """Return "March 12, 2026", or what the language says for it."""
    return written_day(local_datetime(at, zone).date(), words)


def written_day(at: date, words: Words) -> str:
    """Return "March 12, 2026", or what the language says for it."""
    month = months(words)[at.month - 1]
    return words.tr("{month} {day}, {year}", month=month, day=at.day, year=at.year)


def full_day(at: date, words: Words) -> str:
    """Return "Thursday, March 12, 2026", or what the language says for it."""
    name, month = weekdays(words)[at.weekday()], months(words)[at.month - 1]
    return words.tr("{weekday}, {month} {day}, {year}", weekday=name, month=month, day=at.day, year=at.year)


def weekday(at: Instant, zone: int, words: Words) -> str:
    """Return "Thursday, March 12", or what the language says for it."""
    moment = local_datetime(at, zone)
    name = weekdays(words)[moment.weekday()]
    month = months(words)[moment.month - 1]
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


def hours_and_minutes(minutes: int, words: Words) -> str:
    """Return "24 min" or, from an hour on, "11 h 30 min", because nobody counts 690 minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words.tr("{minutes} min", minutes=rest)
    if not rest:
        return words.tr("{hours} h", hours=hours)
    return words.tr("{hours} h {minutes} min", hours=hours, minutes=rest)


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


def turn_length(seconds: int, words: Words) -> str:
    """Return how long each speaks in a go-round: "1:45", or "50 s" under a minute."""
    if seconds < 60:
        return words.tr("{seconds} s", seconds=seconds)
    return clock_text(seconds * SECOND)


def months(words: Words) -> tuple[str, ...]:
    """Return the names of the months."""
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


def weekdays(words: Words) -> tuple[str, ...]:
    """Return the names of the days of the week, from Monday on."""
    return (
        words.tr("Monday"),
        words.tr("Tuesday"),
        words.tr("Wednesday"),
        words.tr("Thursday"),
        words.tr("Friday"),
        words.tr("Saturday"),
        words.tr("Sunday"),
    )
