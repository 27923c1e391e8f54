"""The sums that stay of the slips once circles are settled: of the whole program, few people hidden."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dialogue_desk.domain.forming.forming import Forming
from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL


@dataclass(frozen=True, slots=True)
class Sums:
    """How many people are in circles, and of which groups; None where a number is of few people."""

    circles: int
    people: int | None
    facilitators: int
    groups: tuple[tuple[str, int | None], ...]


def sums_of(forming: Forming, least: int = USUAL_SMALLEST_TOTAL) -> Sums:
    """Return the sums of the people in circles.

    A group is hidden when it, or everybody else, is fewer than ``least``; where one group alone is hidden,
    the smallest other one is too, because the first could be worked out from the total.
    """
    numbers = [number for circle in forming.circles for number in circle.numbers]
    people = len(numbers)
    counted = Counter(group for slip in forming.of(numbers) for group in slip.groups)
    hidden = {group for group, count in counted.items() if count < least or 0 < people - count < least}
    shown = sorted((count, group) for group, count in counted.items() if group not in hidden)
    if len(hidden) == 1 and shown:
        hidden.add(shown[0][1])
    return Sums(
        len(forming.circles),
        people if people >= least else None,
        sum(len(circle.facilitators) for circle in forming.circles),
        tuple((group, None if group in hidden else counted[group]) for group in sorted(counted)),
    )
