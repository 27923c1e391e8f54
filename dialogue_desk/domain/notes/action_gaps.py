"""What is still missing in an action idea."""

from __future__ import annotations

from enum import StrEnum

from dialogue_desk.domain.model.notes import ActionIdea


class Gap(StrEnum):
    """A field of an action idea that may be missing, in the order in which it is asked."""

    WHO = "who"
    FIRST_STEP = "first step"
    LEVEL = "level"
    HORIZON = "horizon"
    WHY = "why"
    STRENGTHS = "strengths"
    OBSTACLES = "obstacles"


NEEDED = frozenset({Gap.WHO, Gap.FIRST_STEP})
"""Without these an idea goes nowhere; the rest may stay empty."""


def gaps(idea: ActionIdea) -> tuple[Gap, ...]:
    """Return what is still missing in an idea."""
    said = {
        Gap.WHO: bool(idea.who.strip()),
        Gap.FIRST_STEP: bool(idea.first_step.strip()),
        Gap.LEVEL: idea.level is not None,
        Gap.HORIZON: idea.horizon is not None,
        Gap.WHY: bool(idea.why.strip()),
        Gap.STRENGTHS: bool(idea.strengths.strip()),
        Gap.OBSTACLES: bool(idea.obstacles.strip()),
    }
    return tuple(gap for gap in Gap if not said[gap])


def wants_more(idea: ActionIdea) -> bool:
    """Whether a needed field is still missing."""
    return not NEEDED.isdisjoint(gaps(idea))
