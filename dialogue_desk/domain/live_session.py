"""The live session as a value.

A session is the parts it was to go through and the moves made so far.  Everything else -- which part
is on, how long it has run, when the circle will be done -- is worked out from those moves and a given
instant.  Nothing here reads a clock or counts ticks, so nothing drifts, a stalled or sleeping laptop
loses no time, and a test lives through an evening in a millisecond.

Planned, added and spent time are kept apart: what the guide said, what the facilitator gave, what the
circle took.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.domain.guide import Cut, SessionPlan
from dialogue_desk.domain.ids import HOUR, LATEST_INSTANT, MINUTE, Instant, Milliseconds, RecordId, possible

NO_RUN = RecordId("")

MOST_ADDED: Milliseconds = 30 * HOUR


class Phase(StrEnum):
    """Where a session is in its life."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


class MoveKind(StrEnum):
    """What can happen to a session's clock."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    GO_TO = "go to"
    ADD_TIME = "add time"
    CLOSE = "close"
    REOPEN = "reopen"
    CLOCK_SET = "clock set"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that happened to a session's clock, at an instant.

    ``run`` tells the runs of two laptops apart and ``number`` orders the moves of one.  ``by`` is the
    time added, or how far the laptop's clock was set (milliseconds, either way); ``part`` is where
    *go to* goes.
    """

    kind: MoveKind
    at: Instant
    run: RecordId = NO_RUN
    number: int = 0
    part: str = ""
    by: Milliseconds = 0

    def __post_init__(self) -> None:
        most = LATEST_INSTANT if self.kind is MoveKind.CLOCK_SET else MOST_ADDED
        if not possible(self.at) or abs(self.by) > most:
            raise ValueError("a move is made at an instant that has a date, and adds at most 30 hours")


class MoveRefused(Exception):
    """The move makes no sense as the session stands."""

    def __init__(self, kind: MoveKind, phase: Phase) -> None:
        super().__init__(f"{kind.value} refused while {phase.value}")
        self.kind = kind
        self.phase = phase


@dataclass(frozen=True, slots=True)
class TimedPart:
    """A part of the guide as far as time goes."""

    id: str
    planned: Milliseconds
    floor: Milliseconds
    cut: Cut


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clocks show at one instant.

    ``left`` is below zero once the part runs over.  ``ends`` is when the circle will be done if the
    rest takes what it was given; ``late`` is how far that lies past the hard end, below zero when early.
    """

    at: Instant
    part: int
    on_part: Milliseconds
    given: Milliseconds
    on_session: Milliseconds
    ends: Instant
    late: Milliseconds

    @property
    def left(self) -> Milliseconds:
        """Time left on the part."""
        return self.given - self.on_part


_ALLOWED: dict[Phase, frozenset[MoveKind]] = {
    Phase.READY: frozenset({MoveKind.START, MoveKind.CLOSE, MoveKind.GO_TO, MoveKind.CLOCK_SET}),
    Phase.RUNNING: frozenset(MoveKind) - {MoveKind.START, MoveKind.RESUME, MoveKind.REOPEN},
    Phase.PAUSED: frozenset(MoveKind) - {MoveKind.START, MoveKind.PAUSE, MoveKind.REOPEN},
    Phase.CLOSED: frozenset({MoveKind.REOPEN, MoveKind.CLOCK_SET}),
}

_PHASE_AFTER = {
    MoveKind.START: Phase.RUNNING,
    MoveKind.RESUME: Phase.RUNNING,
    MoveKind.PAUSE: Phase.PAUSED,
    MoveKind.REOPEN: Phase.PAUSED,
    MoveKind.CLOSE: Phase.CLOSED,
}


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A session in progress.

    ``since`` is the instant up to which ``spent`` is counted; ``started`` is when the clock first ran.
    """

    parts: tuple[TimedPart, ...]
    start: Instant
    hard_end: Instant
    phase: Phase = Phase.READY
    here: int = 0
    spent: tuple[Milliseconds, ...] = ()
    added: tuple[Milliseconds, ...] = ()
    visited: frozenset[int] = frozenset()
    since: Instant = 0
    started: Instant | None = None
    closed: Instant | None = None

    @classmethod
    def of(cls, plan: SessionPlan, start: Instant, hard_end: Instant) -> LiveSession:
        """Return a session of ``plan`` that is about to begin.

        Raises:
            ValueError: when the plan has no part.
        """
        parts = tuple(
            TimedPart(part.id, part.minutes * MINUTE, part.floor * MINUTE, part.cut) for part in plan.parts
        )
        return cls.of_parts(parts, start, hard_end)

    @classmethod
    def of_parts(cls, parts: tuple[TimedPart, ...], start: Instant, hard_end: Instant) -> LiveSession:
        """Return a session of these parts that is about to begin."""
        if not parts:
            raise ValueError("a session needs at least one part")
        none = (0,) * len(parts)
        return cls(parts, start, hard_end, spent=none, added=none)

    @property
    def allowed(self) -> frozenset[MoveKind]:
        """The moves that make sense now; the buttons follow this."""
        moves = _ALLOWED[self.phase]
        if self.here == 0:
            moves -= {MoveKind.BACK}
        if self.here == len(self.parts) - 1:
            moves -= {MoveKind.NEXT}
        return moves

    def after(self, move: Move) -> LiveSession:
        """Return the session as it stands once ``move`` is made.

        Raises:
            MoveRefused: when the move makes no sense in this phase, or names no part.
        """
        if move.kind not in self.allowed:
            raise MoveRefused(move.kind, self.phase)
        if move.kind is MoveKind.CLOCK_SET:
            return self._shifted(move.by)
        at = max(move.at, self.since)  # an instant out of order never takes time away
        here, phase = self._goal(move), _PHASE_AFTER.get(move.kind, self.phase)
        return replace(
            self,
            phase=phase,
            here=here,
            spent=self._spent_by(at),
            added=self._added_by(move),
            visited=self.visited | {here} if phase in (Phase.RUNNING, Phase.PAUSED) else self.visited,
            since=at,
            started=at if move.kind is MoveKind.START else self.started,
            closed=at if move.kind is MoveKind.CLOSE else None,
        )

    def after_all(self, moves: Iterable[Move]) -> LiveSession:
        """Return the session once all of ``moves`` are made, passing over those that make no sense.

        This is how a session is taken up after a crash, or read from a package: a damaged row must
        not cost the evening.
        """
        session = self
        for move in moves:
            try:
                session = session.after(move)
            except MoveRefused:
                continue
        return session

    def read(self, at: Instant) -> Reading:
        """Return what the clocks show at ``at``."""
        at = max(at, self.since)
        spent = self._spent_by(at)
        ends = self._ends(at, spent)
        return Reading(
            at=at,
            part=self.here,
            on_part=spent[self.here],
            given=self.given(self.here),
            on_session=sum(spent),
            ends=ends,
            late=ends - self.hard_end,
        )

    def given(self, part: int) -> Milliseconds:
        """Return the time a part has: planned and added, never below zero."""
        return max(0, self.parts[part].planned + self.added[part])

    def _goal(self, move: Move) -> int:
        match move.kind:
            case MoveKind.NEXT:
                return self.here + 1
            case MoveKind.BACK:
                return self.here - 1
            case MoveKind.GO_TO:
                for index, part in enumerate(self.parts):
                    if part.id == move.part:
                        return index
                raise MoveRefused(move.kind, self.phase)
            case _:
                return self.here

    def _added_by(self, move: Move) -> tuple[Milliseconds, ...]:
        if move.kind is not MoveKind.ADD_TIME:
            return self.added
        here = max(self.added[self.here] + move.by, -self.parts[self.here].planned)
        return (*self.added[: self.here], here, *self.added[self.here + 1 :])

    def _shifted(self, by: Milliseconds) -> LiveSession:
        """The laptop's clock was set, not the room's: move what was counted along with it."""
        return replace(
            self,
            since=_dated(self.since + by) if self.since else 0,
            started=None if self.started is None else _dated(self.started + by),
            closed=None if self.closed is None else _dated(self.closed + by),
        )

    def _spent_by(self, at: Instant) -> tuple[Milliseconds, ...]:
        if self.phase is not Phase.RUNNING:
            return self.spent
        here = self.spent[self.here] + at - self.since
        return (*self.spent[: self.here], here, *self.spent[self.here + 1 :])

    def _ends(self, at: Instant, spent: tuple[Milliseconds, ...]) -> Instant:
        if self.closed is not None:
            return self.closed
        begins = max(at, self.start) if self.phase is Phase.READY else at
        rest = range(self.here, len(self.parts))
        return begins + sum(max(0, self.given(part) - spent[part]) for part in rest)


def _dated(at: Instant) -> Instant:
    """Return the instant nearest to ``at`` that has a date: moves from outside may add up to any."""
    return min(max(at, 1), LATEST_INSTANT)
