"""Tallies of a session, and whether it may keep any."""

from __future__ import annotations

from enum import StrEnum

from dialogue_desk.domain.model.closing import Tally
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder


class TallyStatus(StrEnum):
    """Whether a session counts by the program's categories, and why not."""

    NO_CATEGORIES = "no categories"
    NO_HEAD_COUNT = "no head-count"
    TOO_FEW = "too few"
    COUNTS = "counts"


def tally_status(folder: SessionFolder) -> TallyStatus:
    """Return whether a session keeps tallies.

    A session of few people keeps none, because a count may point at one of them; the organizer counts
    them across circles.
    """
    if not folder.categories or folder.program is None:
        return TallyStatus.NO_CATEGORIES
    if folder.session.present is None:
        return TallyStatus.NO_HEAD_COUNT
    if folder.session.present < folder.program.smallest_total:
        return TallyStatus.TOO_FEW
    return TallyStatus.COUNTS


def may_keep_tally(folder: SessionFolder, tally: Tally) -> bool:
    """Whether a session may keep a tally, even an empty one: it counts, and its program asks for it."""
    known = (category.id for category in folder.categories)
    return tally_status(folder) is TallyStatus.COUNTS and tally.category in known


def kept_tallies(folder: SessionFolder) -> dict[RecordId, Tally]:
    """Return the tallies that a session may keep and that are not empty, by category."""
    tallies = folder.closing.tallies.items()
    return {category: tally for category, tally in tallies if total(tally) and may_keep_tally(folder, tally)}


def total(tally: Tally) -> int:
    """Return how many people a tally counts."""
    return sum(count for _, count in tally.counts)
