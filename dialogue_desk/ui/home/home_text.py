"""What Home says of a session: when, what, and with whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.closing.closing_steps import StepProgress
from dialogue_desk.domain.model.circles import Session
from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.ui.closing.closing_text import open_in_words
from dialogue_desk.words import Words
from dialogue_desk.words.times import capitalize_first, day, local_datetime, time_of_day, weekday

_FEW_STEPS = 4


def start_text(session: Session, now: Instant, words: Words) -> str:
    """Return "Today, 7:00 PM", in the room's own time."""
    at = time_of_day(session.start, session.zone, words)
    date, today = local_datetime(session.start, session.zone).date(), local_datetime(now, session.zone).date()
    if date == today:
        return words.tr("Today, {time}", time=at)
    if date == today + timedelta(days=1):
        return words.tr("Tomorrow, {time}", time=at)
    if today < date < today + timedelta(days=7):
        return words.tr(
            "{day}, {time}", day=capitalize_first(weekday(session.start, session.zone, words)), time=at
        )
    return day(session.start, session.zone, words)


def session_title(entry: SessionEntry, words: Words) -> str:
    """Return "Session 2: What is going on here?"."""
    number = entry.session.number
    if not entry.title:
        return words.tr("Session {number}", number=number)
    return words.tr("Session {number}: {title}", number=number, title=entry.title)


def circle_text(entry: SessionEntry, words: Words) -> str:
    """Return the circle, its place, and how many people."""
    session = entry.session
    people = session.head_count
    said = [
        words.tr("Circle {code}", code=entry.circle.code),
        session.place or entry.circle.place,
        words.ntr("{count} person", "{count} people", people),
    ]
    return " · ".join(part for part in said if part)


def note_counts_text(entry: SessionEntry, words: Words) -> str:
    """Return how many notes and action ideas there are."""
    notes = words.ntr("{count} note", "{count} notes", entry.notes)
    actions = words.ntr("{count} action idea", "{count} action ideas", entry.actions)
    return f"{notes} · {actions}" if entry.actions else notes


def still_open_in(steps: Sequence[StepProgress], words: Words) -> str:
    """Return what is open at a session's close: the steps by name where there are few; nothing for none."""
    if len(steps) > _FEW_STEPS:
        return words.ntr("{count} wrap-up step left", "{count} wrap-up steps left", len(steps))
    return open_in_words(steps, words) if steps else ""


def program_holds(circles: int, sessions: int, words: Words) -> str:
    """Return how much of a program is here."""
    gathered = words.ntr("{count} circle", "{count} circles", circles)
    return f"{gathered} · " + words.ntr("{count} session", "{count} sessions", sessions)
