"""How Home sorts the sessions on this laptop: what was broken off, what comes, what was held."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.domain.model.ids import MINUTE, Instant, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import Phase

UPCOMING_GRACE: Milliseconds = 6 * 60 * MINUTE
"""So long after its hard end a session still counts as this evening's."""


@dataclass(frozen=True, slots=True)
class SessionListing:
    """The sessions in the order in which a person wants them.

    ``broken_off`` were left in the middle, on this laptop, this evening; ``open`` lie in the past and
    were never closed; ``past`` begins with the latest.
    """

    interrupted: tuple[SessionEntry, ...]
    coming: tuple[SessionEntry, ...]
    open: tuple[SessionEntry, ...]
    past: tuple[SessionEntry, ...]


def sort_sessions(
    entries: Sequence[SessionEntry], now: Instant, left: Collection[RecordId]
) -> SessionListing:
    """Sort ``entries``, which come by their start.  ``left`` are those this laptop left in the middle."""
    closed = [entry for entry in entries if entry.phase is Phase.CLOSED]
    rest = [entry for entry in entries if entry.phase is not Phase.CLOSED]
    tonight = [entry for entry in rest if entry.session.hard_end + UPCOMING_GRACE > now]
    return SessionListing(
        interrupted=tuple(entry for entry in tonight if entry.id in left),
        coming=tuple(entry for entry in tonight if entry.id not in left),
        open=tuple(entry for entry in rest if entry not in tonight),
        past=tuple(reversed(closed)),
    )
