"""Steps with their own time inside a part, small groups or a moment of silence.

The current step follows from how long each step is and how long the whole has run, so steps are never
started, stopped or stored: a pause of the session pauses them, and they are where they were when the circle
goes back to the part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds


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


def step_lengths(part: Part) -> tuple[Milliseconds, ...]:
    """Return how long each step of ``part`` is."""
    return tuple(step.minutes * MINUTE for step in part.steps)


def read_steps(lengths: Sequence[Milliseconds], on_ms: Milliseconds) -> StepReading | None:
    """Return which step is current when the whole has run for ``on_ms``; None when there are no steps."""
    if not lengths:
        return None
    ends = tuple(accumulate(lengths))
    last = len(ends) - 1
    step = next((index for index, end in enumerate(ends) if end > on_ms), last)
    return StepReading(step, ends[step] - on_ms, max(ends[last] - on_ms, 0), step == last)


def steps_ended(
    lengths: Sequence[Milliseconds], before_ms: Milliseconds, now_ms: Milliseconds
) -> tuple[int, ...]:
    """Return the steps that ended between two looks at the time, the later one included.

    Usually that is one at most; after the laptop slept there may be more, and the last is the one to tell.
    No step ends twice unless time was taken back.
    """
    return tuple(index for index, end in enumerate(accumulate(lengths)) if before_ms < end <= now_ms)
