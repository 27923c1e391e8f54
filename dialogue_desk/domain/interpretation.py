"""A session that is interpreted: what is said takes longer, what is not said does not."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.guide import Part, PartKind, SessionPlan

NOT_INTERPRETED = 100
SIMULTANEOUS = 125
CONSECUTIVE = (160, 200)
"""Percent of the time that talk takes without interpretation; consecutive lies between the two."""

UNSPOKEN = frozenset({PartKind.BREAK, PartKind.SILENCE, PartKind.BALLOT, PartKind.EVALUATION})
"""What people do without speaking to the circle takes no longer."""


def with_factor(plan: SessionPlan, percent: int) -> SessionPlan:
    """Return ``plan`` as long as it takes when all that is said is interpreted.

    Minutes and floors are rounded up to whole ones; turns and steps are rounded down, so that what fitted
    its part still does.  What was promised stays, so that :func:`~dialogue_desk.domain.guide.concerns`
    tells whether it all fits.

    Raises:
        ValueError: when that would be shorter than without interpretation.
    """
    if percent < NOT_INTERPRETED:
        raise ValueError("interpretation makes nothing shorter")
    return replace(plan, parts=tuple(_interpreted(part, percent) for part in plan.parts))


def _interpreted(part: Part, percent: int) -> Part:
    if part.kind in UNSPOKEN:
        return part
    each = part.seconds_each
    return replace(
        part,
        minutes=_up(part.minutes, percent),
        floor=_up(part.floor, percent),
        seconds_each=None if each is None else each * percent // 100,
        steps=tuple(replace(step, minutes=step.minutes * percent // 100) for step in part.steps),
    )


def _up(minutes: int, percent: int) -> int:
    return -(-minutes * percent // 100)
