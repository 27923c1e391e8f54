"""What Home says about a session or a program: when, what, with whom, and how much."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.closing.closing_steps import StepProgress
from dialogue_desk.domain.model.circles import Program, Session
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


def note_counts_text(entry: SessionEntry, words: Words) -> str:
    """Return "14 notes · 3 action ideas", or "14 notes" without action ideas."""
    notes = words.ntr("{count} note", "{count} notes", entry.notes)
    actions = words.ntr("{count} action idea", "{count} action ideas", entry.actions)
    return f"{notes} · {actions}" if entry.actions else notes


def open_steps_text(steps: Sequence[StepProgress], words: Words) -> str:
    """Return which wrap-up steps are open, by name while they are few; "" when none is."""
    if len(steps) > _FEW_STEPS:
        return words.ntr("{count} wrap-up step left", "{count} wrap-up steps left", len(steps))
    return open_in_words(steps, words) if steps else ""


def program_size_text(circles: int, sessions: int, words: Words) -> str:
    """Return "5 circles · 9 sessions"."""
    return " · ".join(
        (
            words.ntr("{count} circle", "{count} circles", circles),
            words.ntr("{count} session", "{count} sessions", sessions),
        )
    )


def sample_mark(program: Program | None, words: Words) -> str:
    """Return "Sample" when ``program`` is the sample, and "" otherwise."""
    return words.tr("Sample") if program is not None and program.sample else ""
