"""A figure and the floor it is measured against.

A floor is the least time that the computer needs for the same thing.  Both are measured in turn, so that a
slow minute slows both.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing, in ``unit``: the median and the 99th percentile, and the floor's median.

    ``aim`` says in words what was aimed for, ``reached`` whether it was reached.
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
        """How many times its floor it took; None without a floor."""
        return self.middle / self.floor if self.floor else None


def in_turn(
    this: Callable[[], object], floor: Callable[[], object], runs: int, warm_up: int = 1
) -> tuple[list[float], list[float]]:
    """Run both in turn, and return how many milliseconds each run took."""
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
    """Return the median and the 99th percentile, or of few values the largest."""
    if len(values) < 100:
        return median(values), max(values)
    return median(values), quantiles(values, n=100)[98]


def ninety_fifth(values: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(values, n=20)[18]


def table(figures: list[Figure]) -> str:
    """Return the figures as a table in text."""
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
