"""A figure and the floor it is measured against.

A floor is the least that the machine allows for the same thing, measured in turn with it, so that a
slow minute slows both.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured, in ``unit``: the middle and the 99th of a hundred, and the floor's middle.

    ``aim`` says in words what was aimed for, ``reached`` whether it was.
    """

    name: str
    unit: str
    middle: float
    worst: float
    aim: str
    reached: bool
    floor_name: str = ""
    floor: float | None = None

    @property
    def times(self) -> float | None:
        """How many floors high it stands."""
        return self.middle / self.floor if self.floor else None


def in_turn(
    this: Callable[[], object], floor: Callable[[], object], runs: int, warm_up: int = 1
) -> tuple[list[float], list[float]]:
    """Return how many milliseconds each run of both took, one after the other, again and again."""
    found: tuple[list[float], list[float]] = ([], [])
    for run in range(warm_up + runs):
        for timed, into in zip((this, floor), found, strict=True):
            took = milliseconds(timed)
            if run >= warm_up:
                into.append(took)
    return found


def milliseconds(timed: Callable[[], object]) -> float:
    """Return how long one call takes."""
    before = time.perf_counter_ns()
    timed()
    return (time.perf_counter_ns() - before) / 1e6


def middle_and_worst(values: list[float]) -> tuple[float, float]:
    """Return the median and the 99th percentile; of few values the largest stands for that."""
    if len(values) < 100:
        return median(values), max(values)
    return median(values), quantiles(values, n=100)[98]


def ninety_fifth(values: list[float]) -> float:
    """Return what 95 of a hundred stay under."""
    return quantiles(values, n=20)[18]


def table(figures: list[Figure]) -> str:
    """Return the figures as lines for people."""
    lines = [f"{'':44} {'middle':>9} {'99 %':>9} {'floor':>9} {'times':>6}  aim"]
    for figure in figures:
        floor = "" if figure.floor is None else f"{figure.floor:9.2f}"
        times = "" if figure.times is None else f"{figure.times:5.1f}x"
        aim = figure.aim if figure.reached else f"{figure.aim}: NOT REACHED"
        name = f"{figure.name} ({figure.unit})"
        lines.append(f"{name:44} {figure.middle:9.2f} {figure.worst:9.2f} {floor:>9} {times:>6}  {aim}")
        if figure.floor_name:
            lines.append(f"{'':44}   floor: {figure.floor_name}")
    return "\n".join(lines)
