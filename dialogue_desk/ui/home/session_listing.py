"""What Home shows of the sessions on this laptop: in which order, and what is unfinished about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders, SessionEntry
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.closing.closing_steps import still_open
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.ids import HOUR, Instant, Milliseconds, RecordId
from dialogue_desk.domain.model.live_session import Phase, Reading

Interruptions: TypeAlias = Mapping[RecordId, tuple[SessionPlan, Reading]]

_LOOKED_AT = 8
"""Of so many sessions the open steps are counted; each takes a moment."""

UPCOMING_GRACE: Milliseconds = 6 * HOUR
"""How long after its hard end a session still counts as today's."""

_RECENT: Milliseconds = 14 * 24 * HOUR
"""How long after its start a session is shown with its open wrap-up steps."""


@dataclass(frozen=True, slots=True)
class SessionListing:
    """The sessions in the order in which a person wants them.

    ``interrupted`` were left in the middle today, on this laptop.
    ``past`` are over, or from before today and never wrapped up; the latest is first.
    """

    interrupted: tuple[SessionEntry, ...]
    coming: tuple[SessionEntry, ...]
    past: tuple[SessionEntry, ...]


def sort_sessions(
    entries: Sequence[SessionEntry], now: Instant, left: Collection[RecordId]
) -> SessionListing:
    """Sort ``entries``, which come by their start; ``left`` are those this laptop left in the middle."""
    today = [
        entry
        for entry in entries
        if entry.phase is not Phase.CLOSED and entry.session.hard_end + UPCOMING_GRACE > now
    ]
    waiting = {entry.id for entry in today}
    return SessionListing(
        interrupted=tuple(entry for entry in today if entry.id in left),
        coming=tuple(entry for entry in today if entry.id not in left),
        past=tuple(entry for entry in reversed(entries) if entry.id not in waiting),
    )


def interruptions(
    desk: Desk, folders: Folders, entries: Sequence[SessionEntry]
) -> dict[RecordId, tuple[SessionPlan, Reading]]:
    """Return the plans of the sessions that this laptop left in the middle, and what their clocks showed."""
    found: dict[RecordId, tuple[SessionPlan, Reading]] = {}
    pulse = desk.file.pulse()
    for entry in entries:
        running = entry.phase in (Phase.RUNNING, Phase.PAUSED)
        folder = folders.session(entry.id) if running else None
        interruption = SessionRunner(desk, folder, pulse).interruption() if folder is not None else None
        if folder is not None and interruption is not None:
            found[entry.id] = folder.plan, interruption.reading
    return found


@dataclass(frozen=True, slots=True)
class PastState:
    """How far a session of the table is.

    ``left_in`` is the number of the part in which this laptop left it, 0 for none; ``closed`` whether it
    ran to its end; ``choices`` how many versions wait for a choice; ``open_steps`` how many steps of the
    wrap-up are open, or None when nobody looked.  ``exported`` is when its files were last saved for others
    than the circle's own laptop, and ``handed_over`` the same where nothing changed since.
    """

    left_in: int = 0
    closed: bool = True
    choices: int = 0
    open_steps: int | None = None
    handed_over: Instant | None = None
    exported: Instant | None = None


class PastStates:
    """Says how far each session is.  What is the same for all is read once."""

    def __init__(self, desk: Desk, folders: Folders, left: Interruptions) -> None:
        self._folders, self._left, self._now = folders, left, desk.clock.now()
        self._exported = desk.file.exports.last_times(Profile.ORGANIZER, Profile.EVERYONE)
        self._choices = Counter(
            owner for record in desk.file.records.conflicting() for owner in {record.id, record.owner}
        )
        self._looks = _LOOKED_AT

    def state(self, entry: SessionEntry) -> PastState:
        """Return how far one session is; the steps are counted for the latest of two weeks."""
        closed, exported = entry.phase is Phase.CLOSED, self._exported.get(entry.id)
        left = self._left.get(entry.id)
        steps = self._open_steps(entry) if closed else None
        current = steps is not None and CloseStep.EXPORT not in steps
        return PastState(
            0 if left is None else left[1].part + 1,
            closed,
            self._choices[entry.id],
            None if steps is None else len(steps),
            exported if current else None,
            exported,
        )

    def _open_steps(self, entry: SessionEntry) -> tuple[CloseStep, ...] | None:
        """Return the open steps of one of the latest sessions; None when nobody looks at it."""
        if not self._looks or entry.session.start + _RECENT <= self._now:
            return None
        self._looks -= 1
        folder = self._folders.session(entry.id)
        return None if folder is None else tuple(one.step for one in still_open(folder))
