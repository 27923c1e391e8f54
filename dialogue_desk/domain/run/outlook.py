"""How a session will go: when each part begins, which parts lack minutes, and when it will be over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.domain.model.circles import PartFit
from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.guide_concerns import Concern, ConcernKind, concerns
from dialogue_desk.domain.model.guide_lengths import minutes_needed
from dialogue_desk.domain.model.ids import MINUTE, Instant
from dialogue_desk.domain.overview.session_folder import fitted_plan
from dialogue_desk.domain.run.pacing import RemainingPart, Strategy, replan

LEAST_TURN = 20
"""The shortest turn that is offered, in seconds."""

_NEEDS_MORE = (ConcernKind.FLOOR_ABOVE_MINUTES, ConcernKind.STEPS_TOO_LONG, ConcernKind.GO_ROUND_TOO_LONG)
"""Why a part needs more minutes than it has."""


@dataclass(frozen=True, slots=True)
class PartOutlook:
    """A part, when it begins, and the minutes it needs; ``concern`` says why it needs more than it has."""

    part: Part
    begins: Instant
    needed: int
    concern: Concern | None = None

    @property
    def missing(self) -> int:
        """The minutes it does not have."""
        return self.needed - self.part.minutes

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
        return self.start + sum(one.needed for one in self.parts) * MINUTE

    @property
    def ends_with_shorter_turns(self) -> Instant:
        """When the circle is done if turns are shortened wherever that helps."""
        needed = (one.part.minutes if one.shorter_turn else one.needed for one in self.parts)
        return self.start + sum(needed) * MINUTE

    @property
    def minutes(self) -> int:
        """The minutes there are."""
        return (self.hard_end - self.start) // MINUTE

    @property
    def needed(self) -> int:
        """The minutes all parts need."""
        return sum(one.needed for one in self.parts)

    @property
    def late(self) -> int:
        """How many minutes after the hard end the circle is done; below zero before it."""
        return (self.ends - self.hard_end) // MINUTE


def outlook(
    plan: SessionPlan,
    fits: Iterable[PartFit],
    people: int,
    factor: int,
    times: tuple[Instant, Instant],
) -> Outlook:
    """Return how a session of ``plan`` will go between ``times``, with what is changed of its parts.

    ``factor`` is how long speech takes with its interpretation, in percent; minutes that a person gave a part
    are taken as they are.
    """
    fits = tuple(fits)
    fitted = fitted_plan(plan, fits, people)
    given = {fit.part for fit in fits if fit.minutes}
    needing = (found for found in reversed(concerns(fitted, people, factor)) if found.kind in _NEEDS_MORE)
    worst = {found.part: found for found in needing}
    at, parts = times[0], []
    for part in fitted.parts:
        concern = worst.get(part.id)
        as_is = part.id in given or part.seconds_each is not None
        spoken = part.minutes if as_is else minutes_needed(_alone(fitted, part), factor)
        parts.append(PartOutlook(part, at, max(spoken, concern.needed if concern else 0), concern))
        at += part.minutes * MINUTE
    return Outlook(tuple(parts), *times, plan.minutes)


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
            one.part.id, one.needed * MINUTE, one.part.floor * MINUTE, one.needed * MINUTE, one.part.cut
        )
        for one in found.parts
    ]
    made = replan(remaining, found.hard_end - found.start, Strategy.SHRINK).parts
    for one, shorter in zip(found.parts, made, strict=True):
        if one.missing or shorter.changed:
            fits = with_fit(fits, one.part.id, minutes=max(1, shorter.after // MINUTE))
    return tuple(fits)


def _alone(plan: SessionPlan, part: Part) -> SessionPlan:
    return SessionPlan(plan.id, "", part.minutes, "", (part,))
