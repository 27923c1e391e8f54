"""Keeping time: when to warn, how late a session is, and how its plan can be adjusted.

Everything here is worked out from values.  A re-plan changes as little as possible: it never touches a part
that must not be cut or that a person pinned, and no part goes below its floor; what is still missing then
is the shortfall.  A part that begins at a time of day is an end for what comes before it: only that is
changed so that it can begin.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.domain.model.guide import Cut
from dialogue_desk.domain.model.ids import MINUTE, Instant, Milliseconds
from dialogue_desk.domain.model.live_session import MOST_ADDED, LiveSession, Reading, RemainingPlan

STEP: Milliseconds = MINUTE
"""Parts are shortened and lengthened by whole minutes; one of them gets the remainder."""


class Milestone(StrEnum):
    """A moment in the time of a part that is told once."""

    LITTLE_LEFT = "little left"
    ONE_MINUTE = "one minute"
    TIME_UP = "time up"


@dataclass(frozen=True, slots=True)
class WarningTime:
    """When a part has little time left: ``time`` before its end, or ``percent`` of it if that is shorter.

    It is the shorter of the two, because two minutes are most of a silence, and a fifth of an hour's talk is
    too early to think of its end.  When either is 0 there is no warning.
    """

    time: Milliseconds = 2 * MINUTE
    percent: int = 20

    def before_end(self, given: Milliseconds) -> Milliseconds:
        """Return how long before the end of a part of this length the warning comes."""
        return min(self.time, given * self.percent // 100)


USUAL_WARNING = WarningTime()


def reached(reading: Reading, warn: WarningTime = USUAL_WARNING) -> Milestone | None:
    """Return the last milestone the part has reached; None while there is time, or without a clock."""
    marks = reversed(_marks(reading, warn))
    return next((milestone for milestone, left in marks if reading.left <= left), None)


def milestones(before: Reading, now: Reading, warn: WarningTime = USUAL_WARNING) -> tuple[Milestone, ...]:
    """Return the milestones between two readings, in order.

    However late the second reading is, no milestone is missed; readings that follow one another tell none
    twice.  Read once after each move: what a part had reached before the move is no news.
    """
    if before.part != now.part:
        return ()
    marks = _marks(now, warn)
    return tuple(milestone for milestone, left in marks if now.left <= left < before.left)


def _marks(reading: Reading, warn: WarningTime) -> list[tuple[Milestone, Milliseconds]]:
    """Return the milestones of a part, with the time left at each.

    One minute left is told only when the warning came before it; without a clock nothing is told.
    """
    if not reading.clock:
        return []
    warning = warn.before_end(reading.given)
    marks = [(Milestone.LITTLE_LEFT, warning)] if warning > 0 else []
    if warning > MINUTE:
        marks.append((Milestone.ONE_MINUTE, MINUTE))
    return [*marks, (Milestone.TIME_UP, 0)]


class Lateness(StrEnum):
    """Whether a session will end early, on time or late."""

    EARLY = "early"
    ON_TIME = "on time"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Drift:
    """How early or late a session will end, in whole minutes; 0 when it is on time."""

    lateness: Lateness
    minutes: int = 0


DRIFT_FROM: Milliseconds = 3 * MINUTE
"""From here on a session is late or early; less is nothing that a circle would change its plan for."""


def drift(late: Milliseconds) -> Drift:
    """Return how late or early that is, to the nearest minute; less than ``DRIFT_FROM`` is on time."""
    if abs(late) < DRIFT_FROM:
        return Drift(Lateness.ON_TIME)
    return Drift(Lateness.LATE if late > 0 else Lateness.EARLY, (abs(late) + MINUTE // 2) // MINUTE)


class Strategy(StrEnum):
    """A way to find the missing time; or, with ``GIVE``, to use what there is to spare."""

    DROP = "drop"
    SHRINK = "shrink"
    MOVE_END = "move end"
    GIVE = "give"


@dataclass(frozen=True, slots=True)
class RemainingPart:
    """A part that is not over yet.

    ``spent`` is what it has taken so far, ``planned`` what the guide gives it, ``given`` what it has in this
    session and ``floor`` the shortest that makes sense; each is the whole time of the part.  ``pinned``: a
    person wants it unchanged.  ``begun``: it is the current part, so that it cannot be dropped.  ``due`` is
    how long from now it begins when it has a time of day.
    """

    id: str
    given: Milliseconds
    floor: Milliseconds
    planned: Milliseconds
    cut: Cut
    spent: Milliseconds = 0
    pinned: bool = False
    begun: bool = False
    due: Milliseconds | None = None

    @property
    def left(self) -> Milliseconds:
        """What it would still take."""
        return max(0, self.given - self.spent)

    @property
    def least(self) -> Milliseconds:
        """What it would still take at its floor, or as it is when it is protected."""
        return self.left if self.protected else min(self.left, max(0, self.floor - self.spent))

    @property
    def most(self) -> Milliseconds:
        """What it would still take as the guide plans it, or as it is when it is protected."""
        return self.left if self.protected else max(self.left, self.planned - self.spent)

    @property
    def protected(self) -> bool:
        """Whether a re-plan must not change it."""
        return self.pinned or self.cut is Cut.NEVER

    @property
    def may_go(self) -> bool:
        """Whether it may be dropped."""
        return self.cut is Cut.FIRST and not self.pinned and not self.begun and self.due is None


@dataclass(frozen=True, slots=True)
class Replanned:
    """A part, and what it would still take after the re-plan."""

    part: RemainingPart
    after: Milliseconds
    dropped: bool = False

    @property
    def before(self) -> Milliseconds:
        """What it would still take as things are."""
        return self.part.left

    @property
    def changed(self) -> bool:
        """Whether the re-plan changes it."""
        return self.dropped or self.after != self.before


@dataclass(frozen=True, slots=True)
class Replan:
    """The rest of a session before and after.

    ``takes`` is how long it would still take, ``shortfall`` how far that is above the time left when no part
    can give more, ``spare`` how far it is below, and ``end_moved`` how much later the hard end would be.
    Always ``takes == time_left + end_moved + shortfall - spare``.
    """

    strategy: Strategy
    parts: tuple[Replanned, ...]
    time_left: Milliseconds
    end_moved: Milliseconds = 0

    @property
    def takes(self) -> Milliseconds:
        """How long the rest takes from now, with the waiting for what has a time of day."""
        return _taken(self.parts)

    @property
    def starts(self) -> tuple[tuple[str, Milliseconds], ...]:
        """The parts that begin at a time of day, each with how far past it; below zero for time to spare."""
        ids = ((place, one.part.id, one.part.due) for place, one in enumerate(self.parts))
        return tuple((part, _taken(self.parts[:place]) - due) for place, part, due in ids if due is not None)

    @property
    def shortfall(self) -> Milliseconds:
        """How far past the hard end it would run."""
        return max(0, self.takes - self.time_left - self.end_moved)

    @property
    def spare(self) -> Milliseconds:
        """How far before the hard end it would be done."""
        return max(0, self.time_left + self.end_moved - self.takes)

    @property
    def changes(self) -> bool:
        """Whether it changes anything."""
        return bool(self.end_moved) or any(part.changed for part in self.parts)

    def finish(self, at: Instant) -> Instant:
        """Return when the session would be over if the re-plan is made ``at``."""
        return at + self.takes

    def remaining_plan(self, hard_end: Instant) -> RemainingPlan:
        """Return what a re-plan move has to say, given the hard end in force.

        A part that does not change keeps the time it was given, also when it ran over.
        """
        kept = [one for one in self.parts if not one.dropped]
        return RemainingPlan(
            tuple(one.part.id for one in kept),
            tuple(
                min(one.part.spent + one.after if one.changed else one.part.given, MOST_ADDED) for one in kept
            ),
            hard_end + self.end_moved,
        )


def _taken(parts: Iterable[Replanned]) -> Milliseconds:
    """Return how long from now the parts are over; one with a time of day does not begin before it."""
    at = 0
    for one in parts:
        at = (at if one.part.due is None else max(at, one.part.due)) + one.after
    return at


def remaining_parts(
    live: LiveSession, reading: Reading, pinned: Collection[str] = frozenset()
) -> tuple[RemainingPart, ...]:
    """Return the parts that are not over at a reading, the current one first."""
    dues = {due.part: due.at - reading.from_ for due in reading.dues}
    here = _to_go(live, live.current, reading.part_elapsed, pinned, begun=True)
    parts = (here, *(_to_go(live, part, live.spent[part], pinned) for part in live.upcoming))
    places = (live.current, *live.upcoming)
    return tuple(replace(part, due=dues.get(place)) for part, place in zip(parts, places, strict=True))


def _to_go(
    live: LiveSession, place: int, spent: Milliseconds, pinned: Collection[str], *, begun: bool = False
) -> RemainingPart:
    part = live.parts[place]
    return RemainingPart(
        id=part.id,
        given=live.given(place),
        floor=part.floor,
        planned=part.planned,
        cut=part.cut,
        spent=spent,
        pinned=part.id in pinned,
        begun=begun,
    )


def replan(remaining: Sequence[RemainingPart], time_left: Milliseconds, strategy: Strategy) -> Replan:
    """Return the rest of the session fitted into ``time_left``.

    *Drop* leaves out parts that may go first; what is still missing is taken from other parts that may go
    first, then from the rest, and a part longer than all that is missing is only shortened.  *Shrink*
    shortens parts in proportion to what each can give.  *Move end* changes only the hard end.  When there is
    time to spare, the first two give it back to shortened parts, up to what the guide gives them, and never
    beyond.  What comes before a time of day is fitted into the time until then.
    """
    if strategy is Strategy.MOVE_END:
        as_is = Replan(strategy, tuple(Replanned(part, part.left) for part in remaining), time_left)
        return replace(as_is, end_moved=as_is.shortfall)
    parts: tuple[Replanned, ...] = ()
    stretches = _stretches(remaining)
    ends = [*(stretch[0].due for stretch in stretches[1:]), time_left]
    for stretch, end in zip(stretches, ends, strict=True):
        begins = max(_taken(parts), stretch[0].due or 0)
        parts += _replanned(stretch, (end or 0) - begins, drop=strategy is Strategy.DROP)
    return Replan(strategy, parts, time_left)


def _stretches(remaining: Sequence[RemainingPart]) -> list[list[RemainingPart]]:
    """Return what comes before the first time of day, and what comes from each to the next."""
    stretches: list[list[RemainingPart]] = []
    for part in remaining:
        if part.due is not None or not stretches:
            stretches.append([])
        stretches[-1].append(part)
    return stretches or [[]]


def _replanned(
    remaining: Sequence[RemainingPart], time_left: Milliseconds, *, drop: bool
) -> tuple[Replanned, ...]:
    dropped = _dropped(remaining, time_left) if drop else frozenset()
    kept = [place for place in range(len(remaining)) if place not in dropped]
    fitted = dict(zip(kept, _fitted([remaining[place] for place in kept], time_left, drop), strict=True))
    return tuple(
        Replanned(part, fitted.get(place, 0), place in dropped) for place, part in enumerate(remaining)
    )


def _dropped(parts: Sequence[RemainingPart], time_left: Milliseconds) -> frozenset[int]:
    """Return the places of the parts to drop.

    The longest goes first (of equals the later one) as long as it frees no more than is missing.  When the
    rest cannot give what is still missing, more parts go; a part that then fits again stays after all.
    """
    may_go = [place for place, part in enumerate(parts) if part.may_go and part.left]
    longest_first = sorted(may_go, key=lambda place: (-parts[place].left, -place))
    missing = sum(part.left for part in parts) - time_left
    gone: set[int] = set()
    for place in longest_first:
        if parts[place].left <= missing:
            gone.add(place)
            missing -= parts[place].left
    more = _needed_too(parts, time_left, gone, longest_first)
    missing -= sum(parts[place].left for place in more)
    for place in longest_first:
        if place in gone and missing + parts[place].left <= 0:
            gone.remove(place)
            missing += parts[place].left
    return frozenset(gone | more)


def _needed_too(
    parts: Sequence[RemainingPart], time_left: Milliseconds, gone: set[int], may_go: Sequence[int]
) -> set[int]:
    """Return what must be dropped too, because the floors of the rest are above the time left.

    That is the shortest part that is enough or, when none is, the one that helps most, and so on.
    """
    beyond = sum(part.least for place, part in enumerate(parts) if place not in gone) - time_left
    left = [place for place in reversed(may_go) if place not in gone and parts[place].least]
    more: set[int] = set()
    while beyond > 0 and left:
        enough = (place for place in left if parts[place].least >= beyond)
        place = next(enough, max(left, key=lambda place: parts[place].least))
        left.remove(place)
        more.add(place)
        beyond -= parts[place].least
    return more


def _fitted(parts: Sequence[RemainingPart], time_left: Milliseconds, first_gives: bool) -> list[Milliseconds]:
    """Return what each part still takes, together as near to ``time_left`` as floors and plans allow."""
    missing = sum(part.left for part in parts) - time_left
    if missing <= 0:
        more = shared(-missing, [part.most - part.left for part in parts])
        return [part.left + gain for part, gain in zip(parts, more, strict=True)]
    may_give = [part.left - part.least for part in parts]
    ready = [
        room if first_gives and part.cut is Cut.FIRST else 0
        for part, room in zip(parts, may_give, strict=True)
    ]
    given = shared(missing, ready)
    others = [room - gone for room, gone in zip(may_give, given, strict=True)]
    more = shared(missing - sum(given), others)
    return [part.left - one - other for part, one, other in zip(parts, given, more, strict=True)]


def shared(time: Milliseconds, room: Sequence[Milliseconds]) -> list[Milliseconds]:
    """Return ``time`` shared out in proportion to the ``room`` of each part, none getting more than its room.

    All of it is shared when there is room, in whole steps except for one remainder and full rooms: the
    largest remainders are rounded up first, of equals the later.
    """
    total = sum(room)
    time = min(time, total)
    if time <= 0:
        return [0] * len(room)
    shares = [time * one // total // STEP * STEP for one in room]
    order = _by_remainder(time, total, room)
    while (over := time - sum(shares)) > 0:
        for place in order:
            more = min(STEP, over, room[place] - shares[place])
            shares[place] += more
            over -= more
    return shares


def _by_remainder(time: Milliseconds, total: Milliseconds, room: Iterable[Milliseconds]) -> list[int]:
    remainders = [(time * one % (total * STEP), place) for place, one in enumerate(room) if one]
    return [place for _, place in sorted(remainders, reverse=True)]
