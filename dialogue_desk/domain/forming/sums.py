"""The sums that stay of the slips once circles are settled: of the whole program, few people hidden."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dialogue_desk.domain.forming.forming import Forming
from dialogue_desk.domain.model.circles import USUAL_SMALLEST_TOTAL
from dialogue_desk.domain.overview.hidden_cells import shown


@dataclass(frozen=True, slots=True)
class Sums:
    """How many people are in circles, and of which groups; None where a number is of few people."""

    circles: int
    people: int | None
    facilitators: int
    groups: tuple[tuple[str, int | None], ...]


def sums_of(forming: Forming, least: int = USUAL_SMALLEST_TOTAL) -> Sums:
    """Return the sums of the people in circles.

    A group is hidden when it, or everybody else, is fewer than ``least``, and as ``hidden_cells`` says,
    although some people may be of several groups or of none.
    """
    numbers = [number for circle in forming.circles for number in circle.numbers]
    people = len(numbers)
    counted = sorted(Counter(group for slip in forming.of(numbers) for group in slip.groups).items())
    few = {place for place, (_, count) in enumerate(counted) if 0 < people - count < least}
    groups = shown([count for _, count in counted], least, few=few)
    return Sums(
        len(forming.circles),
        people if people >= least else None,
        sum(len(circle.facilitators) for circle in forming.circles),
        tuple((group, count) for (group, _), count in zip(counted, groups, strict=True)),
    )
