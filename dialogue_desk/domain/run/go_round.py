"""A go-round: everyone in turn, by seat.

Like the live session it is a value worked out from its moves and a given instant: no code here reads a
clock or counts ticks.  Silence and the pauses between turns end by themselves; a turn never does.

Seats are numbers round the table and are never stored: who passed, and how long anyone spoke, is their own
business.  So no record of a go-round exists; it is gone when its window closes.  Its instants may therefore
be counted from anywhere, best by a clock that nobody can set.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from dialogue_desk.domain.model.circles import MOST_PEOPLE
from dialogue_desk.domain.model.guide_lengths import go_round_seconds
from dialogue_desk.domain.model.ids import SECOND, Instant, Milliseconds


class Direction(StrEnum):
    """Which way the turn goes.  Seats are numbered clockwise."""

    CLOCKWISE = "clockwise"
    COUNTERCLOCKWISE = "counterclockwise"


class RoundPhase(StrEnum):
    """Where a go-round is.  ``ASKING_AGAIN`` is the turn of someone who had passed for now."""

    READY = "ready"
    SILENCE = "silence"
    SPEAKING = "speaking"
    BETWEEN = "between"
    ASKING_AGAIN = "asking again"
    DONE = "done"


class RoundMove(StrEnum):
    """What can happen in a go-round.  ``BEGIN`` cuts silence or a pause short; ``DONE`` ends a turn."""

    START = "start"
    BEGIN = "begin"
    DONE = "done"
    PASS = "pass"
    PASS_FOR_NOW = "pass for now"
    BACK = "back"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"


class RoundMoveRefused(Exception):
    """The move makes no sense in the go-round's present state."""

    def __init__(self, move: RoundMove, phase: RoundPhase) -> None:
        super().__init__(f"{move.value} refused while {phase.value}")


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """How a go-round is to go.  All lengths are seconds.

    When ``seconds_each`` is None, a talking piece goes round without a clock.

    Raises:
        ValueError: when there are no seats, or a length is below zero.
    """

    people: int
    seconds_each: int | None
    silence: int = 0
    pause: int = 0
    first: int = 1
    direction: Direction = Direction.CLOCKWISE

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.people <= MOST_PEOPLE:
            raise ValueError("a go-round has from 1 to 1000 seats, and begins at one of them")
        if min(self.seconds_each or 0, self.silence, self.pause) < 0:
            raise ValueError("a go-round takes no time back")

    @property
    def seats(self) -> tuple[int, ...]:
        """Every seat, in the order of speaking."""
        step = 1 if self.direction is Direction.CLOCKWISE else -1
        return tuple((self.first - 1 + step * turn) % self.people + 1 for turn in range(self.people))

    @property
    def takes_ms(self) -> Milliseconds | None:
        """How long it takes when everyone uses their time; None without a clock."""
        if self.seconds_each is None:
            return None
        return go_round_seconds(self.people, self.seconds_each, self.pause, self.silence) * SECOND


@dataclass(frozen=True, slots=True)
class RoundReading:
    """What a go-round shows at one instant.

    Each seat is in one place only: it is ``seat``, or among those ``heard``, ``passed``, ``waiting`` (in
    order) or ``passed_for_now`` (to be asked again, in order).  ``seat`` has the turn, or will have it
    after the silence or the pause; None when the go-round is done.

    ``left_ms`` belongs to the phase; of a turn it falls below zero once it runs over.  ``rest_ms`` is how
    long the rest takes if everyone uses their time.  Both are None where no clock runs.
    """

    phase: RoundPhase
    paused: bool
    seat: int | None
    left_ms: Milliseconds | None
    rest_ms: Milliseconds | None
    heard: tuple[int, ...]
    passed: tuple[int, ...]
    waiting: tuple[int, ...]
    passed_for_now: tuple[int, ...]
    allowed: frozenset[RoundMove]


_GETTING_READY = frozenset({RoundMove.BEGIN, RoundMove.PASS, RoundMove.PASS_FOR_NOW, RoundMove.STOP})
_TURN = frozenset({RoundMove.DONE, RoundMove.PASS, RoundMove.PASS_FOR_NOW, RoundMove.STOP})
_ALLOWED = {
    RoundPhase.READY: frozenset({RoundMove.START}),
    RoundPhase.SILENCE: _GETTING_READY,
    RoundPhase.SPEAKING: _TURN,
    RoundPhase.BETWEEN: _GETTING_READY,
    RoundPhase.ASKING_AGAIN: _TURN,
    RoundPhase.DONE: frozenset[RoundMove](),
}
_TURNS = (RoundPhase.SPEAKING, RoundPhase.ASKING_AGAIN)
_ENDING = (RoundPhase.SILENCE, RoundPhase.BETWEEN)
_STILL = (RoundPhase.READY, RoundPhase.DONE)


@dataclass(frozen=True, slots=True)
class GoRound:
    """A go-round under way.

    The turn is with the first seat still ``waiting``, and when there is none with the first that passed
    for now.  ``since`` is the instant up to which ``spent_ms``, the time in this phase, is counted;
    ``before`` is what *back* goes back to.
    """

    plan: RoundPlan
    waiting: tuple[int, ...]
    passed_for_now: tuple[int, ...] = ()
    heard: tuple[int, ...] = ()
    passed: tuple[int, ...] = ()
    phase: RoundPhase = RoundPhase.READY
    paused: bool = False
    spent_ms: Milliseconds = 0
    since: Instant = 0
    before: GoRound | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(cls, plan: RoundPlan) -> GoRound:
        """Return a go-round that is about to begin."""
        return cls(plan, plan.seats)

    def after(self, move: RoundMove, at: Instant) -> GoRound:
        """Return the go-round after ``move``.

        Raises:
            RoundMoveRefused: when the move makes no sense now; ``read(at).allowed`` tells beforehand.
        """
        now = self.advanced_to(at)
        if move not in now.allowed:
            raise RoundMoveRefused(move, now.phase)
        match move:
            case RoundMove.START:
                return replace(now, phase=RoundPhase.SILENCE, since=at).advanced_to(at)
            case RoundMove.BEGIN:
                return _entering(now, now.turn)
            case RoundMove.PAUSE | RoundMove.RESUME:
                return replace(now, paused=move is RoundMove.PAUSE)
            case RoundMove.STOP:
                return replace(_entering(now, RoundPhase.DONE), before=now)
            case RoundMove.BACK:
                return _gone_back(now)
            case _:
                return _turned(now, move)

    def read(self, at: Instant) -> RoundReading:
        """Return what the go-round shows at ``at``."""
        now = self.advanced_to(at)
        done = now.phase is RoundPhase.DONE
        return RoundReading(
            phase=now.phase,
            paused=now.paused,
            seat=None if done else now.queue[0],
            left_ms=None if now.phase in _STILL else now.left_ms,
            rest_ms=0 if done else now.rest_ms,
            heard=now.heard,
            passed=now.passed,
            waiting=now.waiting if done else now.waiting[1:],
            passed_for_now=now.passed_for_now if done or now.waiting else now.passed_for_now[1:],
            allowed=now.allowed,
        )

    def advanced_to(self, at: Instant) -> GoRound:
        """Return the go-round with its time counted up to ``at``; an earlier instant takes none away."""
        at = max(at, self.since)
        runs = self.phase not in _STILL and not self.paused
        now = replace(self, spent_ms=self.spent_ms + (at - self.since if runs else 0), since=at)
        if now.phase not in _ENDING or now.left_ms is None or now.left_ms > 0:
            return now
        return replace(now, phase=now.turn, spent_ms=-now.left_ms)

    @property
    def queue(self) -> tuple[int, ...]:
        """The seats to come, the one whose turn it is first."""
        return self.waiting + self.passed_for_now

    @property
    def turn(self) -> RoundPhase:
        """What the turn of the first in the queue is called."""
        return RoundPhase.SPEAKING if self.waiting else RoundPhase.ASKING_AGAIN

    @property
    def allowed(self) -> frozenset[RoundMove]:
        """The moves that make sense at ``since``."""
        moves = _ALLOWED[self.phase]
        if self.phase not in _STILL:
            moves |= {RoundMove.RESUME if self.paused else RoundMove.PAUSE}
        if not self.waiting:
            moves -= {RoundMove.PASS_FOR_NOW}  # nobody is asked a third time
        return moves if self.before is None else moves | {RoundMove.BACK}

    @property
    def left_ms(self) -> Milliseconds | None:
        """What is left of the phase at ``since``, below zero once a turn runs over."""
        match self.phase:
            case RoundPhase.READY | RoundPhase.SILENCE:
                length: int | None = self.plan.silence
            case RoundPhase.BETWEEN:
                length = self.plan.pause
            case _:
                length = self.plan.seconds_each
        return None if length is None else length * SECOND - self.spent_ms

    @property
    def rest_ms(self) -> Milliseconds | None:
        """How long the rest takes from ``since`` on if everyone uses their time."""
        if self.left_ms is None or self.plan.seconds_each is None:
            return None
        turns = go_round_seconds(len(self.queue), self.plan.seconds_each, self.plan.pause)
        begun = self.plan.seconds_each if self.phase in _TURNS else 0
        return max(self.left_ms, 0) + (turns - begun) * SECOND


def _entering(now: GoRound, phase: RoundPhase) -> GoRound:
    return replace(now, phase=phase, spent_ms=0)


def _gone_back(now: GoRound) -> GoRound:
    if now.before is None:
        raise RoundMoveRefused(RoundMove.BACK, now.phase)
    return replace(now.before, paused=now.paused, since=now.since)


def _turned(now: GoRound, move: RoundMove) -> GoRound:
    """Return the go-round with the seat whose turn it was moved from the queue to where ``move`` says."""
    seat = now.queue[:1]
    after = replace(
        now,
        waiting=now.waiting[1:],
        passed_for_now=(now.passed_for_now if now.waiting else now.passed_for_now[1:])
        + (seat if move is RoundMove.PASS_FOR_NOW else ()),
        heard=now.heard + (seat if move is RoundMove.DONE else ()),
        passed=now.passed + (seat if move is RoundMove.PASS else ()),
        before=now,
    )
    if not after.queue:
        return _entering(after, RoundPhase.DONE)
    if move is RoundMove.DONE:
        return _entering(after, RoundPhase.BETWEEN).advanced_to(after.since)
    # Without words there is no need for a pause; a pause or silence under way goes on.
    return _entering(after, after.turn) if now.phase in _TURNS else after
