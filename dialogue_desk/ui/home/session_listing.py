"""What Home shows of the sessions on this laptop: in which order, and what is unfinished about them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders, SessionEntry
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.closing.closing_steps import still_open
from dialogue_desk.domain.model.ids import HOUR, Instant, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.session_text import interruption_text
from dialogue_desk.ui.home.home_text import open_steps_text
from dialogue_desk.words import Words

FIRST_SHOWN = 6
"""How many past sessions are shown before a person asks for all."""

UPCOMING_GRACE: Milliseconds = 6 * HOUR
"""How long after its hard end a session still counts as today's."""

_RECENT: Milliseconds = 14 * 24 * HOUR
"""How long after its start a session is shown with its open wrap-up steps."""


@dataclass(frozen=True, slots=True)
class SessionListing:
    """The sessions in the order in which a person wants them.

    ``interrupted`` were left in the middle today, on this laptop; ``open`` are from before today and were
    never wrapped up; ``past`` begins with the latest.
    """

    interrupted: tuple[SessionEntry, ...]
    coming: tuple[SessionEntry, ...]
    open: tuple[SessionEntry, ...]
    past: tuple[SessionEntry, ...]


def sort_sessions(
    entries: Sequence[SessionEntry], now: Instant, left: Collection[RecordId]
) -> SessionListing:
    """Sort ``entries``, which come by their start; ``left`` are those this laptop left in the middle."""
    closed = [entry for entry in entries if entry.phase is Phase.CLOSED]
    rest = [entry for entry in entries if entry.phase is not Phase.CLOSED]
    today = [entry for entry in rest if entry.session.hard_end + UPCOMING_GRACE > now]
    return SessionListing(
        interrupted=tuple(entry for entry in today if entry.id in left),
        coming=tuple(entry for entry in today if entry.id not in left),
        open=tuple(entry for entry in rest if entry not in today),
        past=tuple(reversed(closed)),
    )


def interruption_texts(
    desk: Desk, folders: Folders, entries: Sequence[SessionEntry], words: Words
) -> dict[RecordId, str]:
    """Return where each session stopped that this laptop left in the middle, by the session's id."""
    found: dict[RecordId, str] = {}
    pulse = desk.file.pulse()
    for entry in entries:
        running = entry.phase in (Phase.RUNNING, Phase.PAUSED)
        folder = folders.session(entry.id) if running else None
        interruption = SessionRunner(desk, folder, pulse).interruption() if folder is not None else None
        if folder is not None and interruption is not None:
            found[entry.id] = interruption_text(folder.plan, interruption.reading, words)
    return found


def open_steps_texts(
    folders: Folders, past: Sequence[SessionEntry], now: Instant, words: Words
) -> dict[RecordId, str]:
    """Return which wrap-up steps are open in the latest ``past`` sessions of two weeks, by session id."""
    texts: dict[RecordId, str] = {}
    for entry in past[:FIRST_SHOWN]:
        recent = entry.session.start + _RECENT > now
        folder = folders.session(entry.id) if recent else None
        if folder is not None:
            texts[entry.id] = open_steps_text(still_open(folder), words)
    return texts
