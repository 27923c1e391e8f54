"""Bringing together what two laptops know.

Merging is a union that keeps the latest of each record and never loses the other: commutative,
associative and idempotent, so packages may arrive in any order, and twice.
"""

from __future__ import annotations

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.domain.records.records import Record, Records


def merged(ours: Records, theirs: Records) -> dict[RecordId, Record]:
    """Return everything that either side knows."""
    return merge(ours, theirs).made_to(ours)


def merge(ours: Records, theirs: Records) -> Change:
    """Return the change that brings ``theirs`` into ``ours``.

    Raises:
        RecordMismatch: when a record of theirs has the id of another thing of ours.
    """
    pairs = []
    for key, record in theirs.items():
        mine = ours.get(key)
        both = record if mine is None else mine.merged(record)
        if both != mine:
            pairs.append(Pair(mine, both))
    return Change(Act.IMPORT, tuple(pairs))
