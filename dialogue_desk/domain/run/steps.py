"""Steps with their own time inside a part, small groups or a moment of silence.

The current step follows from how long each step is and how long the whole has run, so steps are never
started, stopped or stored: a pause of the session pauses them, and they are where they were when the circle
goes back to the part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dialogue_desk.domain.model.guide import PartStep
from dialogue_desk.domain.model.ids import MINUTE, SECOND, Milliseconds


@dataclass(frozen=True, slots=True)
class StepReading:
    """Where the steps are at one moment.

    ``step`` is the index of the current one.  The last stays current after its time is over, and its
    ``left_ms`` falls below zero.  ``rest_ms`` is what is left of all of them, never below zero.
    """

    step: int
    left_ms: Milliseconds
    rest_ms: Milliseconds
    last: bool

    @property
    def over(self) -> bool:
        """Whether all steps have had their time."""
        return self.last and self.left_ms <= 0

    @property
    def ended(self) -> int:
        """How many steps have had their time."""
        return self.step + self.over


def step_lengths(steps: Sequence[PartStep], given: Milliseconds) -> tuple[Milliseconds, ...]:
    """Return how long each step is in a part that is ``given`` so much time.

    A part that is shortened shortens its steps in proportion to what each can give, and none below its floor,
    unless the part is shorter than all floors together: then each has the same share of its floor.  Steps
    that are equal stay so, to the second; the seconds left over go to the others.
    """
    planned, floors = _planned(steps), _floors(steps)
    wanted, least = sum(planned), sum(floors)
    if wanted <= given:
        return planned
    if given < least:
        return tuple(floor * given // least for floor in floors)
    room = [most - floor for most, floor in zip(planned, floors, strict=True)]
    lengths = [
        floor + one * (given - least) // (wanted - least) // SECOND * SECOND
        for floor, one in zip(floors, room, strict=True)
    ]
    for place, step in enumerate(steps):
        if not step.equal:
            lengths[place] += min(given - sum(lengths), planned[place] - lengths[place])
    return tuple(lengths)


def _floors(steps: Sequence[PartStep]) -> tuple[Milliseconds, ...]:
    """Return the fewest minutes of each step; of equal ones what the neediest of them needs."""
    own = [min(step.fewest, step.minutes) for step in steps]
    return tuple(
        max(least for least, other in zip(own, steps, strict=True) if _alike(step, other)) * MINUTE
        for step in steps
    )


def _planned(steps: Sequence[PartStep]) -> tuple[Milliseconds, ...]:
    """Return the minutes of each step; of equal ones those of the longest."""
    return tuple(max(other.minutes for other in steps if _alike(step, other)) * MINUTE for step in steps)


def _alike(one: PartStep, other: PartStep) -> bool:
    """Whether two steps always have the same time."""
    return one is other or bool(one.equal and one.equal == other.equal)


def read_steps(lengths: Sequence[Milliseconds], on_ms: Milliseconds) -> StepReading | None:
    """Return which step is current when the whole has run for ``on_ms``; None when there are no steps."""
    if not lengths:
        return None
    ends = tuple(accumulate(lengths))
    last = len(ends) - 1
    step = next((index for index, end in enumerate(ends) if end > on_ms), last)
    return StepReading(step, ends[step] - on_ms, max(ends[last] - on_ms, 0), step == last)
