"""What Home says about a session or a program: when, what, with whom, and how much."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.words import Words
from dialogue_desk.words.times import (
    capitalize_first,
    day,
    local_datetime,
    short_time,
    time_of_day,
    weekday,
    whole_minutes,
)

_HALF_A_DAY = 12 * 60


def start_text(session: Session, now: Instant, words: Words) -> str:
    """Return "Today, 7:00 PM", in the room's own time."""
    at = time_of_day(session.start, session.zone, words)
    start, today = (local_datetime(one, session.zone).date() for one in (session.start, now))
    if start == today:
        return words.tr("Today, {time}", time=at)
    if start == today + timedelta(days=1):
        return words.tr("Tomorrow, {time}", time=at)
    if today < start < today + timedelta(days=7):
        return words.tr(
            "{day}, {time}", day=capitalize_first(weekday(session.start, session.zone, words)), time=at
        )
    return day(session.start, session.zone, words)


def span_text(session: Session, words: Words) -> str:
    """Return "7:00 to 9:00 PM", in the room's own time."""
    first, last = (time_of_day(at, session.zone, words) for at in (session.start, session.hard_end))
    if first.rpartition(" ")[2] == last.rpartition(" ")[2] and " " in first:
        first = short_time(session.start, session.zone, words)
    return words.tr("{start} to {end}", start=first, end=last)


def until_text(session: Session, now: Instant, words: Words) -> str:
    """Return "in 1 h 10 min", "now" or "10 min ago"; "" when it is not within half a day."""
    minutes = whole_minutes(session.start - now)
    if abs(minutes) > _HALF_A_DAY:
        return ""
    if minutes == 0:
        return words.tr("now")
    if minutes < 0:
        return words.tr("{minutes} min ago", minutes=-minutes)
    if minutes < 60:
        return words.tr("in {minutes} min", minutes=minutes)
    return words.tr("in {hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def day_text(session: Session, now: Instant, words: Words) -> str:
    """Return "Thu, Mar 19", with the year instead of the weekday when that is another one."""
    start, today = local_datetime(session.start, session.zone), local_datetime(now, session.zone)
    pattern = words.tr("ddd, MMM d") if start.year == today.year else words.tr("MMM d, yyyy")
    return short_date(start.date(), pattern, words)


def short_date(on: date, pattern: str, words: Words) -> str:
    """Return a day by one of Qt's patterns, in the language of the app."""
    return QLocale(words.language).toString(QDate(on.year, on.month, on.day), pattern)


def session_title(entry: SessionEntry, words: Words) -> str:
    """Return "Session 2: What is going on here?"."""
    number = entry.session.number
    if not entry.title:
        return words.tr("Session {number}", number=number)
    return words.tr("Session {number}: {title}", number=number, title=entry.title)


def note_counts_text(entry: SessionEntry, words: Words) -> str:
    """Return "14 notes · 3 action ideas", or "14 notes" without action ideas."""
    notes = words.ntr("{count} note", "{count} notes", entry.notes)
    actions = words.ntr("{count} action idea", "{count} action ideas", entry.actions)
    return f"{notes} · {actions}" if entry.actions else notes


def program_size_text(circles: int, sessions: int, words: Words) -> str:
    """Return "5 circles · 9 sessions"."""
    return " · ".join(
        (
            words.ntr("{count} circle", "{count} circles", circles),
            words.ntr("{count} session", "{count} sessions", sessions),
        )
    )
