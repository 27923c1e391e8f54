"""Tallies of a session: whether it may keep any, and how they stand to the head-count."""

from __future__ import annotations

from enum import StrEnum

from dialogue_desk.domain.closing import Tally
from dialogue_desk.domain.ids import RecordId
from dialogue_desk.domain.session_folder import SessionFolder


class Counting(StrEnum):
    """Whether a session counts by the program's categories, and why not."""

    NO_CATEGORIES = "no categories"
    NO_HEAD_COUNT = "no head-count"
    TOO_FEW = "too few"
    COUNTS = "counts"


def counting(folder: SessionFolder) -> Counting:
    """Return whether a session keeps tallies.

    One of few people keeps none: a count there may point at one of them.  The organizer counts them
    across circles.
    """
    if not folder.categories or folder.program is None:
        return Counting.NO_CATEGORIES
    if folder.session.present is None:
        return Counting.NO_HEAD_COUNT
    if folder.session.present < folder.program.smallest_total:
        return Counting.TOO_FEW
    return Counting.COUNTS


def kept_tallies(folder: SessionFolder) -> dict[RecordId, Tally]:
    """Return the tallies that a session may keep, by category: those to show, to print and to pass on."""
    if counting(folder) is not Counting.COUNTS:
        return {}
    known = {category.id for category in folder.categories}
    return {
        category: tally
        for category, tally in folder.closing.tallies.items()
        if category in known and total(tally)
    }


def total(tally: Tally) -> int:
    """Return how many people a tally counts."""
    return sum(count for _, count in tally.counts)
