"""Using the time of a session that runs early: giving it to a part that can use it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from dialogue_desk.domain.model.guide import PartKind
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds
from dialogue_desk.domain.run.pacing import RemainingPart, Replan, Replanned, Strategy

_AS_LONG_AS_THEY_ARE = frozenset(
    {PartKind.WELCOME, PartKind.PRIVACY_NOTICE, PartKind.BREAK, PartKind.BALLOT, PartKind.EVALUATION}
)
"""The kinds of part that are not better for more time."""


def can_use_more(kind: PartKind) -> bool:
    """Return whether the circle would do more in a part of this kind if it were longer."""
    return kind not in _AS_LONG_AS_THEY_ARE


MOST_GIVEN = 120
"""The most minutes that one part is given; a circle that has more to spare has another end."""


def spare_minutes(late: Milliseconds) -> int:
    """Return the whole minutes one part can be given in a session that is ``late``: below zero if early."""
    return min(max(0, -late) // MINUTE, MOST_GIVEN)


def lengthened(
    remaining: Sequence[RemainingPart], time_left: Milliseconds, part_id: str, more: Milliseconds
) -> Replan:
    """Return the rest of the session with ``more`` time for one part, and every other as it is."""
    parts = tuple(Replanned(part, part.left + (more if part.id == part_id else 0)) for part in remaining)
    return Replan(Strategy.GIVE, parts, time_left)


def before_due(remaining: Sequence[RemainingPart]) -> tuple[RemainingPart, ...]:
    """Return the parts that come before the next time of day: only they can use what is to spare."""
    return tuple(takewhile(lambda part: part.begun or part.due is None, remaining))
