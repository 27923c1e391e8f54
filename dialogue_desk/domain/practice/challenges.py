"""What happens while somebody practices to lead: hard moments, and time that is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds


class Delay(StrEnum):
    """How a session loses time."""

    LATE_ARRIVALS = "late arrivals"
    LONG_STORY = "long story"


_MOMENTS = ((13, 22), (32, 44), (64, 74))
"""Between which percents of the session each hard moment comes."""
_DELAYS = {Delay.LATE_ARRIVALS: ((3, 7), 4, 3), Delay.LONG_STORY: ((50, 58), 8, 5)}
"""Between which percents time is lost; how many percent of the session that is, and the least minutes."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """Something that happens ``at`` so much of the session's own time.

    It is the hard moment with this id or, when ``moment`` is "", a ``delay`` by which time is ``lost``.
    """

    at: Milliseconds
    moment: str = ""
    delay: Delay | None = None
    lost: Milliseconds = 0


def challenges(plan: SessionPlan, moments: Sequence[str], seed: int) -> tuple[Challenge, ...]:
    """Return what happens in a session, in order: for one ``seed`` always the same."""
    dice = Random(seed)
    whole = sum(part.minutes for part in plan.parts) * MINUTE
    drawn = dice.sample(sorted(moments), min(len(moments), len(_MOMENTS)))
    found = [
        Challenge(_between(whole, percents, dice), moment)
        for moment, percents in zip(drawn, _MOMENTS, strict=False)
    ]
    for delay, (percents, share, least) in _DELAYS.items():
        lost = max(least, round(whole / MINUTE * share / 100)) * MINUTE
        found.append(Challenge(_between(whole, percents, dice), "", delay, lost))
    return tuple(sorted(found, key=lambda one: one.at))


def _between(whole: Milliseconds, percents: tuple[int, int], dice: Random) -> Milliseconds:
    least, most = percents
    return whole * dice.randint(least, most) // 100
