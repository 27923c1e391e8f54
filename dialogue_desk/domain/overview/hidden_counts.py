"""Which numbers of people may be printed, so that none of a few people can be worked out from the others.

A report prints the total: the most who came to one session of each circle, added up.  The number of a circle
that never had enough people is not printed, and could be found by taking the others from the total where it
is the only one, or where all such circles lack hardly anyone, or had hardly anyone.  Then the total leaves
these circles out: it says that at least so many came.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Counts: TypeAlias = Sequence[Sequence[int | None]]
"""How many people came, by circle and session; None where nobody counted, or nothing has arrived."""


@dataclass(frozen=True, slots=True)
class PrintedCounts:
    """The least ``total`` that may be printed, None where none may, and how many circles are in it."""

    total: int | None
    circles: int


def may_be_printed(count: int | None, least: int) -> bool:
    """Whether the number of people of one session may be printed."""
    return count is None or count >= least


def printed_total(counts: Counts, least: int) -> PrintedCounts:
    """Return the total that may be printed where no number of fewer than ``least`` people may be known."""
    most = [max(counted) for row in counts if (counted := [one for one in row if one is not None])]
    few = [one for one in most if one < least]
    lacking, beyond_one_each = len(few) * (least - 1) - sum(few), sum(few) - len(few)
    if len(few) == 1 or (few and min(lacking, beyond_one_each) <= 1):
        most = [one for one in most if one >= least]
    total = sum(most)
    return PrintedCounts(total, len(most)) if total >= least else PrintedCounts(None, 0)
