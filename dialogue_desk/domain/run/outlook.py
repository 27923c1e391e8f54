"""How a session will go: when each part begins, which parts lack minutes, and when it will be over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogue_desk.domain.model.circles import PartFit
from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.guide_concerns import Concern, ConcernKind, concerns
from dialogue_desk.domain.model.guide_lengths import minutes_needed
from dialogue_desk.domain.model.ids import MINUTE, Instant
from dialogue_desk.domain.model.live_session import due_at
from dialogue_desk.domain.overview.session_folder import fitted_plan
from dialogue_desk.domain.run.pacing import RemainingPart, Strategy, replan

LEAST_TURN = 20
"""The shortest turn that is offered, in seconds."""

_NEEDS_MORE = (ConcernKind.FLOOR_ABOVE_MINUTES, ConcernKind.STEPS_TOO_LONG, ConcernKind.GO_ROUND_TOO_LONG)
"""Why a part needs more minutes than it has."""


@dataclass(frozen=True, slots=True)
class Times:
    """When a session begins and has to end, in a room ``zone`` minutes ahead of UTC."""

    start: Instant
    hard_end: Instant
    zone: int = 0


@dataclass(frozen=True, slots=True)
class PartOutlook:
    """A part, when it begins, and the minutes it needs; ``concern`` says why it needs more than it has.

    ``due`` is when it has to begin if it has a time of day that the session does not miss, and ``reached``
    when the parts before it are over if each takes what it needs.
    """

    part: Part
    begins: Instant
    needed: int
    concern: Concern | None = None
    due: Instant | None = None
    reached: Instant = 0

    @property
    def missing(self) -> int:
        """The minutes it does not have."""
        return self.needed - self.part.minutes

    @property
    def misses_its_time(self) -> bool:
        """Whether it has a time of day at which this session is not held."""
        return self.part.at is not None and self.due is None

    @property
    def late(self) -> int:
        """How many minutes after its time of day it begins; below zero for what is to spare before it."""
        return 0 if self.due is None else -((self.due - self.reached) // MINUTE)

    @property
    def shorter_turn(self) -> int:
        """The seconds each would have if everyone is to speak within the part; 0 when that helps nothing."""
        concern = self.concern
        if concern is None or concern.kind is not ConcernKind.GO_ROUND_TOO_LONG:
            return 0
        return concern.seconds_each if concern.seconds_each >= LEAST_TURN else 0


@dataclass(frozen=True, slots=True)
class Outlook:
    """All parts, and the times between which they are to fit."""

    parts: tuple[PartOutlook, ...]
    start: Instant
    hard_end: Instant
    promised: int

    @property
    def ends(self) -> Instant:
        """When the circle is done if each part takes what it needs."""
        return self._over(one.needed for one in self.parts)

    @property
    def ends_with_shorter_turns(self) -> Instant:
        """When the circle is done if turns are shortened wherever that helps."""
        return self._over(one.part.minutes if one.shorter_turn else one.needed for one in self.parts)

    @property
    def minutes(self) -> int:
        """The minutes there are."""
        return (self.hard_end - self.start) // MINUTE

    @property
    def needed(self) -> int:
        """The minutes all parts need."""
        return sum(one.needed for one in self.parts)

    @property
    def waiting(self) -> int:
        """The minutes to spare before parts that begin at a time of day."""
        return (self.ends - self.start) // MINUTE - self.needed

    @property
    def late(self) -> int:
        """How many minutes after the hard end the circle is done; below zero before it."""
        return (self.ends - self.hard_end) // MINUTE

    @property
    def delayed(self) -> tuple[PartOutlook, ...]:
        """The parts that cannot begin at their time of day."""
        return tuple(one for one in self.parts if one.late > 0)

    def _over(self, minutes: Iterable[int]) -> Instant:
        at = self.start
        for one, needed in zip(self.parts, minutes, strict=True):
            at = max(at, one.due or at) + needed * MINUTE
        return at


def outlook(
    plan: SessionPlan,
    fits: Iterable[PartFit],
    people: int,
    factor: int,
    times: Times,
    track: str = "",
) -> Outlook:
    """Return how a session of ``plan`` will go between ``times``, with what is changed of its parts.

    ``factor`` is how long speech takes with its interpretation, in percent; minutes that a person gave a part
    are taken as they are, and its steps shortened for them.
    """
    fits = tuple(fits)
    fitted = fitted_plan(plan, fits, people, track)
    given = {fit.part for fit in fits if fit.minutes}
    needing = (found for found in reversed(concerns(fitted, people, factor)) if found.kind in _NEEDS_MORE)
    worst = {found.part: found for found in needing}
    worst |= {part: _with_shorter_steps(worst[part], fitted.part(part)) for part in given & worst.keys()}
    at, reached = times.start, times.start
    parts = []
    for part in fitted.parts:
        concern = worst.get(part.id)
        as_is = part.id in given or part.seconds_each is not None
        spoken = part.minutes if as_is else minutes_needed(_alone(fitted, part), factor)
        needed = max(spoken, concern.needed if concern else 0)
        due = due_at(part, times.start, times.hard_end, times.zone)
        begins = max(at, due or at)
        parts.append(PartOutlook(part, begins, needed, concern, due, reached))
        at, reached = begins + part.minutes * MINUTE, max(reached, due or reached) + needed * MINUTE
    return Outlook(tuple(parts), times.start, times.hard_end, plan.minutes)


def with_fit(
    fits: Iterable[PartFit], part: str, *, minutes: int = 0, seconds_each: int = 0
) -> tuple[PartFit, ...]:
    """Return ``fits`` with other minutes or turns for one part; 0 leaves what it has."""
    others, own = [], PartFit(part)
    for fit in fits:
        if fit.part == part:
            own = fit
        else:
            others.append(fit)
    return (*others, PartFit(part, minutes or own.minutes, seconds_each or own.seconds_each))


def given_what_they_need(found: Outlook, fits: Iterable[PartFit]) -> tuple[PartFit, ...]:
    """Return ``fits`` in which each part has the minutes it needs."""
    for one in found.parts:
        if one.missing:
            fits = with_fit(fits, one.part.id, minutes=one.needed)
    return tuple(fits)


def shortened_to_fit(found: Outlook, fits: Iterable[PartFit]) -> tuple[PartFit, ...]:
    """Return ``fits`` in which the parts give what is missing, as far as their guide allows it."""
    remaining = [
        RemainingPart(
            one.part.id,
            one.needed * MINUTE,
            one.part.floor * MINUTE,
            one.needed * MINUTE,
            one.part.cut,
            due=None if one.due is None else one.due - found.start,
        )
        for one in found.parts
    ]
    made = replan(remaining, found.hard_end - found.start, Strategy.SHRINK).parts
    for one, shorter in zip(found.parts, made, strict=True):
        if one.missing or shorter.changed:
            fits = with_fit(fits, one.part.id, minutes=max(1, shorter.after // MINUTE))
    return tuple(fits)


def _with_shorter_steps(concern: Concern, part: Part) -> Concern:
    """Return a concern about steps with the fewest minutes they take."""
    if concern.kind is not ConcernKind.STEPS_TOO_LONG:
        return concern
    return replace(concern, needed=sum(min(step.fewest, step.minutes) for step in part.steps))


def _alone(plan: SessionPlan, part: Part) -> SessionPlan:
    return SessionPlan(plan.id, "", part.minutes, "", (part,))
