"""The live session as a value.

A session is the parts it was to go through and the moves made so far.  Everything else -- which part
is on, how long it has run, when the circle will be done -- is worked out from those moves and a given
instant.  No code here reads a clock or counts ticks, so nothing drifts, a stalled or sleeping laptop
loses no time, and a test runs a whole session in a millisecond.

Planned, added and spent time are kept apart: what the guide says, what the facilitator adds, what the
circle takes.

Parts keep their places for good; ``order`` is the order in which the circle goes through them.  One move
changes the rest of the session: *re-plan* says which parts are still to come, in which order, with how much
time and until when.  Leaving a part out, putting parts in another order, and undoing such a change are
re-plans too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.domain.model.guide import Cut, Part, SessionPlan
from dialogue_desk.domain.model.ids import (
    HOUR,
    LATEST_INSTANT,
    MINUTE,
    Instant,
    Milliseconds,
    RecordId,
    possible,
)

NO_RUN = RecordId("")

MOST_ADDED: Milliseconds = 30 * HOUR

_DAY = 24 * 60


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
    REPLAN = "re-plan"
    SET_START = "set start"
    CLOSE = "close"
    REOPEN = "reopen"
    CLOCK_SET = "clock set"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that happened to a session's clock, at an instant.

    ``run`` tells the runs of two laptops apart and ``number`` orders the moves of one.  ``by`` is the
    time added, how far the laptop's clock was set, or how far the start was moved (milliseconds, either
    way); ``part`` is where *go to* goes.  *Re-plan* has ``parts``, the ids of what is still to come in
    its order, with the whole time each is ``given``, and a new ``hard_end`` unless that is 0.
    """

    kind: MoveKind
    at: Instant
    run: RecordId = NO_RUN
    number: int = 0
    part: str = ""
    by: Milliseconds = 0
    parts: tuple[str, ...] = ()
    given: tuple[Milliseconds, ...] = ()
    hard_end: Instant = 0

    def __post_init__(self) -> None:
        most = LATEST_INSTANT if self.kind is MoveKind.CLOCK_SET else MOST_ADDED
        if not possible(self.at) or not possible(self.hard_end) or abs(self.by) > most:
            raise ValueError("a move is made at an instant that has a date, and adds at most 30 hours")
        if len(self.parts) != len(self.given) or len(set(self.parts)) != len(self.parts):
            raise ValueError("a re-plan names each part once and gives it a time")
        if not all(0 <= time <= MOST_ADDED for time in self.given):
            raise ValueError("a part is given at most 30 hours, and never less than nothing")


class MoveRefused(Exception):
    """The move makes no sense in the session's present state."""

    def __init__(self, kind: MoveKind, phase: Phase) -> None:
        super().__init__(f"{kind.value} refused while {phase.value}")


@dataclass(frozen=True, slots=True)
class TimedPart:
    """A part of the guide as far as time goes.

    ``at`` is when it begins, whatever comes before it.  Of one without ``clock`` only the time that has
    passed is shown, and ``planned`` is what is expected of it.
    """

    id: str
    planned: Milliseconds
    floor: Milliseconds
    cut: Cut
    at: Instant | None = None
    clock: bool = True


@dataclass(frozen=True, slots=True)
class RemainingPlan:
    """What is still to come: the ids of the parts in their order, the one that is on first.

    ``given`` is the whole time of each, what it has taken already included.
    """

    parts: tuple[str, ...]
    given: tuple[Milliseconds, ...]
    hard_end: Instant

    def without(self, part: str) -> RemainingPlan:
        """Return it with one part left out."""
        return self.ordered(one for one in self.parts if one != part)

    def ordered(self, parts: Iterable[str]) -> RemainingPlan:
        """Return it with these of its parts only, in this order.

        Raises:
            KeyError: when one of them is not to come.
        """
        time = dict(zip(self.parts, self.given, strict=True))
        wanted = tuple(parts)
        return RemainingPlan(wanted, tuple(time[part] for part in wanted), self.hard_end)


@dataclass(frozen=True, slots=True)
class Due:
    """A part to come that begins ``at`` a time of day; ``reached`` is when what comes before it is over."""

    part: int
    at: Instant
    reached: Instant

    @property
    def late(self) -> Milliseconds:
        """How far past its time it will begin; below zero for what is to spare before it."""
        return self.reached - self.at


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clocks show at one instant.

    ``left`` is below zero once the part runs over.  ``ends`` is when the circle will be done if the
    rest takes what it was given, and ``planned_end`` is when it should be done.  The rest counts
    ``from_``: now, or the start that is still to come.  ``dues`` are the parts to come at a time of day.
    Of a part without ``clock`` only the time that has passed is shown.
    """

    at: Instant
    part: int
    part_elapsed: Milliseconds
    given: Milliseconds
    session_elapsed: Milliseconds
    ends: Instant
    planned_end: Instant
    from_: Instant = 0
    dues: tuple[Due, ...] = ()
    clock: bool = True

    @property
    def due(self) -> Due | None:
        """The part against which late and early are counted; None for the end.

        What is late most counts, or else what comes next.
        """
        worst = max(self.dues, key=lambda due: due.late, default=None)
        over = self.ends - self.planned_end
        if worst is None or max(worst.late, 0) < over:
            return None
        return worst if worst.late > 0 else self.dues[0]

    @property
    def late(self) -> Milliseconds:
        """How far the end, or what is due before it, is past its time; below zero when early."""
        return self.ends - self.planned_end if self.due is None else self.due.late

    @property
    def time_left(self) -> Milliseconds:
        """The time until the planned end."""
        return self.planned_end - self.from_

    @property
    def left(self) -> Milliseconds:
        """Time left on the part."""
        return self.given - self.part_elapsed


_ALLOWED: dict[Phase, frozenset[MoveKind]] = {
    Phase.READY: frozenset(
        {MoveKind.START, MoveKind.CLOSE, MoveKind.GO_TO, MoveKind.REPLAN, MoveKind.CLOCK_SET}
    ),
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

    ``since`` is the instant up to which ``spent`` is counted; ``started`` is when the clock first ran,
    in the part ``began_with``.  ``order`` is the order of the parts, by their places; those in
    ``left_out`` are skipped.  ``hard_end`` is the one in force.  ``paused`` is the time of all
    ``pauses`` together.  ``replanned`` is what was to come before the last re-plan.
    """

    parts: tuple[TimedPart, ...]
    start: Instant
    hard_end: Instant
    phase: Phase = Phase.READY
    current: int = 0
    spent: tuple[Milliseconds, ...] = ()
    added: tuple[Milliseconds, ...] = ()
    visited: frozenset[int] = frozenset()
    since: Instant = 0
    started: Instant | None = None
    closed: Instant | None = None
    order: tuple[int, ...] = ()
    left_out: frozenset[int] = frozenset()
    began_with: int = 0
    pauses: int = 0
    paused: Milliseconds = 0
    replanned: RemainingPlan | None = None

    @classmethod
    def of(cls, plan: SessionPlan, start: Instant, hard_end: Instant, zone: int = 0) -> LiveSession:
        """Return a session of ``plan`` that is about to begin, in a room ``zone`` minutes ahead of UTC.

        Raises:
            ValueError: when the plan has no part.
        """
        parts = tuple(
            TimedPart(
                part.id,
                part.minutes * MINUTE,
                part.floor * MINUTE,
                part.cut,
                due_at(part, start, hard_end, zone),
                part.clock,
            )
            for part in plan.parts
        )
        return cls.of_parts(parts, start, hard_end)

    @classmethod
    def of_parts(cls, parts: tuple[TimedPart, ...], start: Instant, hard_end: Instant) -> LiveSession:
        """Return a session of these parts that is about to begin."""
        if not parts:
            raise ValueError("a session needs at least one part")
        none = (0,) * len(parts)
        return cls(parts, start, hard_end, spent=none, added=none, order=tuple(range(len(parts))))

    @property
    def allowed(self) -> frozenset[MoveKind]:
        """The moves that make sense now; the buttons follow this."""
        moves = _ALLOWED[self.phase]
        if self.part_before is None:
            moves -= {MoveKind.BACK}
        if not self.upcoming:
            moves -= {MoveKind.NEXT}
        return moves

    @property
    def upcoming(self) -> tuple[int, ...]:
        """The places of the parts still to come after this one, in their order."""
        after = self.order[self.order.index(self.current) + 1 :]
        return tuple(part for part in after if part not in self.left_out)

    @property
    def part_before(self) -> int | None:
        """The place of the part that *Back* goes to."""
        behind = (part for part in reversed(self.behind) if part not in self.left_out)
        return next(behind, None)

    @property
    def remaining_plan(self) -> RemainingPlan:
        """What is still to come, from the part that is on, as a re-plan would have it."""
        parts = (self.current, *self.upcoming)
        return RemainingPlan(
            tuple(self.parts[part].id for part in parts),
            tuple(min(self.given(part), MOST_ADDED) for part in parts),
            self.hard_end,
        )

    @property
    def plan_before_replan(self) -> RemainingPlan | None:
        """What would be to come if the last re-plan were undone; None when there was none.

        Parts that are over by now stay over.
        """
        if self.replanned is None:
            return None
        here = self.parts[self.current].id
        over = {self.parts[part].id for part in self.behind if part in self.visited}
        still = [part for part in self.replanned.parts if part not in over]
        return self.replanned.ordered(sorted(still, key=lambda part: part != here))

    def after(self, move: Move) -> LiveSession:
        """Return the session after ``move``.

        Raises:
            MoveRefused: when the move makes no sense in this phase, or names no part.
        """
        if move.kind not in self.allowed:
            raise MoveRefused(move.kind, self.phase)
        if move.kind is MoveKind.CLOCK_SET:
            return _shifted(self, move.by)
        if move.at > self.since:  # an instant out of order never takes time away
            return self._counted_to(move.at).after(move)
        match move.kind:
            case MoveKind.REPLAN:
                return _replanned(self, move)
            case MoveKind.SET_START:
                return _counted_from(self, move)
            case _:
                return _moved(self, move)

    def after_all(self, moves: Iterable[Move]) -> LiveSession:
        """Return the session after all of ``moves``, skipping those that make no sense.

        This is how a session is restored after a crash or read from a package: one damaged row must not
        cost the whole session.
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
        from_ = max(at, self.start) if self.phase is Phase.READY else at
        ends, dues = self._course(from_, spent)
        return Reading(
            at=at,
            part=self.current,
            part_elapsed=spent[self.current],
            given=self.given(self.current),
            session_elapsed=sum(spent),
            ends=ends,
            planned_end=self.hard_end,
            from_=from_,
            dues=dues,
            clock=self.parts[self.current].clock,
        )

    def given(self, part: int) -> Milliseconds:
        """Return the time a part has: planned and added, never below zero.

        A part that was left out keeps its time, in case it comes back; see :meth:`adapted`.
        """
        return max(0, self.parts[part].planned + self.added[part])

    def adapted(self, part: int) -> Milliseconds:
        """Return the time a part has after re-plans: 0 when it was left out."""
        return 0 if part in self.left_out else self.given(part)

    @property
    def behind(self) -> tuple[int, ...]:
        """The places of the parts before this one, in their order."""
        return self.order[: self.order.index(self.current)]

    def _counted_to(self, at: Instant) -> LiveSession:
        """Return the session with the time up to ``at`` counted to the part or the pause it belongs to."""
        paused = at - self.since if self.phase is Phase.PAUSED else 0
        return replace(self, spent=self._spent_by(at), paused=self.paused + paused, since=at)

    def _spent_by(self, at: Instant) -> tuple[Milliseconds, ...]:
        if self.phase is not Phase.RUNNING:
            return self.spent
        return _put(self.spent, self.current, self.spent[self.current] + at - self.since)

    def _course(self, at: Instant, spent: tuple[Milliseconds, ...]) -> tuple[Instant, tuple[Due, ...]]:
        """Return when the rest is over if it goes on from ``at``, and what comes at a time of day before."""
        if self.closed is not None:
            return self.closed, ()
        dues = []
        for part in (self.current, *self.upcoming):
            due = self.parts[part].at
            if due is not None and self._is_to_begin(part, spent):
                dues.append(Due(part, due, at))
                at = max(at, due)
            at += max(0, self.given(part) - spent[part])
        return at, tuple(dues)

    def _is_to_begin(self, part: int, spent: tuple[Milliseconds, ...]) -> bool:
        """Whether a part has not begun; one that was only looked into by a slip has not."""
        here = part == self.current and self.phase is not Phase.READY
        return not here and spent[part] < MINUTE


def due_at(part: Part, start: Instant, hard_end: Instant, zone: int) -> Instant | None:
    """Return when a part begins that has a time of day; None without one, or when the session misses it.

    It is the first time from the start on that a clock in the room, ``zone`` minutes ahead of UTC, shows it.
    """
    if part.at is None:
        return None
    since = start // MINUTE
    due = (since + (part.at - since - zone) % _DAY) * MINUTE
    return due if due < hard_end else None


def _goal(session: LiveSession, move: Move) -> int:
    match move.kind:
        case MoveKind.NEXT:
            return session.upcoming[0]
        case MoveKind.BACK if session.part_before is not None:
            return session.part_before
        case MoveKind.GO_TO:
            for index, part in enumerate(session.parts):
                if part.id == move.part:
                    return index
            raise MoveRefused(move.kind, session.phase)
        case _:
            return session.current


def _added_by(session: LiveSession, move: Move) -> tuple[Milliseconds, ...]:
    if move.kind is not MoveKind.ADD_TIME:
        return session.added
    here = max(session.added[session.current] + move.by, -session.parts[session.current].planned)
    return _put(session.added, session.current, here)


def _moved(session: LiveSession, move: Move) -> LiveSession:
    """Return the session in the phase and the part that a move brings it to."""
    here, phase, at = _goal(session, move), _PHASE_AFTER.get(move.kind, session.phase), session.since
    starts = move.kind is MoveKind.START
    return replace(
        session,
        phase=phase,
        current=here,
        added=_added_by(session, move),
        visited=session.visited | {here} if phase in (Phase.RUNNING, Phase.PAUSED) else session.visited,
        left_out=session.left_out - {here},
        started=at if starts else session.started,
        began_with=here if starts else session.began_with,
        closed=at if move.kind is MoveKind.CLOSE else None,
        pauses=session.pauses + (move.kind is MoveKind.PAUSE),
    )


def _replanned(session: LiveSession, move: Move) -> LiveSession:
    """Return the session in which the parts still to come are those the move names.

    A part it does not name is left out, and keeps its place after the part that it followed.
    """
    places = {part.id: place for place, part in enumerate(session.parts)}
    behind, ahead = session.behind, (session.current, *session.order[len(session.behind) + 1 :])
    over = session.visited.intersection(behind)
    if any(part not in places or places[part] in over for part in move.parts):
        raise MoveRefused(move.kind, session.phase)
    listed = [places[part] for part in move.parts]
    if session.current in listed[1:]:
        raise MoveRefused(move.kind, session.phase)
    wanted = dict.fromkeys((session.current, *listed))
    following: dict[int, list[int]] = {}
    leader = session.current
    for part in ahead:
        if part in wanted:
            leader = part
        else:
            following.setdefault(leader, []).append(part)
    order = [part for leader in wanted for part in (leader, *following.get(leader, ()))]
    added = list(session.added)
    for part, given in zip(listed, move.given, strict=True):
        added[part] = given - session.parts[part].planned
    return replace(
        session,
        order=(*(part for part in behind if part not in wanted), *order),
        left_out=(session.left_out | set(ahead[1:])) - set(listed),
        added=tuple(added),
        hard_end=move.hard_end or session.hard_end,
        replanned=session.remaining_plan,
    )


def _counted_from(session: LiveSession, move: Move) -> LiveSession:
    """Return the session with its start moved; the part it began with gets the time between."""
    first = session.spent[session.began_with] - move.by
    if first < 0 or session.started is None:
        raise MoveRefused(move.kind, session.phase)
    spent = _put(session.spent, session.began_with, first)
    return replace(session, spent=spent, started=_dated(session.started + move.by))


def _shifted(session: LiveSession, by: Milliseconds) -> LiveSession:
    """Return the session with its instants moved along with the laptop's clock, which somebody set."""
    return replace(
        session,
        since=_dated(session.since + by) if session.since else 0,
        started=None if session.started is None else _dated(session.started + by),
        closed=None if session.closed is None else _dated(session.closed + by),
    )


def _put(times: tuple[Milliseconds, ...], place: int, time: Milliseconds) -> tuple[Milliseconds, ...]:
    return (*times[:place], time, *times[place + 1 :])


def _dated(at: Instant) -> Instant:
    """Return the instant nearest to ``at`` that has a date: moves from a package may add up to any."""
    return min(max(at, 1), LATEST_INSTANT)
