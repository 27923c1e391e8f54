"""Finds: their places and kinds, and which of several overlapping finds counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class FindKind(StrEnum):
    """How something may point to one person, the strongest kind first."""

    EMAIL = "email"
    LINK = "link"
    IDENTITY = "identity number"
    BIRTH = "birth date"
    ADDRESS = "address"
    BADGE = "badge"
    PLATE = "plate"
    CASE = "case"
    PHONE = "phone"
    HANDLE = "handle"
    TITLED_NAME = "titled name"
    INITIALS = "initials"
    NAME = "name"
    MINOR = "minor"
    ONLY = "the only"
    ROLE = "rare role"
    MAYBE_NAME = "maybe a name"


@dataclass(frozen=True, slots=True)
class Find:
    """Something in a text that may point to one person, from ``start`` to ``end`` in code points."""

    start: int
    end: int
    kind: FindKind


_NUMBERED = frozenset(
    (
        FindKind.IDENTITY,
        FindKind.BIRTH,
        FindKind.ADDRESS,
        FindKind.BADGE,
        FindKind.PLATE,
        FindKind.CASE,
        FindKind.PHONE,
        FindKind.MINOR,
    )
)
"""What several patterns may each see a part of."""
_DIVISIBLE = frozenset((FindKind.ONLY, FindKind.ROLE, FindKind.ADDRESS))
_LEAST_LEFT = 3
_STRENGTH = {kind: place for place, kind in enumerate(FindKind)}


def without_overlaps(claims: Iterable[Find]) -> tuple[Find, ...]:
    """Return the claims that count, in the order of the text; no two of them overlap.

    Claims on parts of one number are one.  The stronger kind wins, and of one kind the longer claim.  Of
    words that tell who is meant, what a stronger claim leaves is still a find: half of it blanked may tell
    as much.
    """
    claims = set(_whole(claims))
    taken = bytearray(max((claim.end for claim in claims), default=0))
    owners: list[Find] = []
    for claim in sorted(claims, key=lambda one: (_STRENGTH[one.kind], one.start - one.end, one.start)):
        for part in _left_of(claim, taken, owners):
            taken[part.start : part.end] = b"\1" * (part.end - part.start)
            owners.append(part)
    return tuple(sorted(owners, key=lambda one: one.start))


def _whole(claims: Iterable[Find]) -> Iterator[Find]:
    """Yield the claims; those of one kind on parts of one number are joined."""
    last: dict[FindKind, Find] = {}
    for claim in sorted(claims, key=lambda one: one.start):
        before = last.get(claim.kind)
        if before is not None and claim.start < before.end:
            last[claim.kind] = Find(before.start, max(before.end, claim.end), claim.kind)
            continue
        if before is not None:
            yield before
        if claim.kind in _NUMBERED:
            last[claim.kind] = claim
        else:
            yield claim
    yield from last.values()


def _left_of(claim: Find, taken: bytearray, owners: Iterable[Find]) -> Iterator[Find]:
    """Yield what of a claim may be held: all, nothing, or what claims of stronger kinds leave of it."""
    if claim.start >= claim.end:
        return
    if taken.find(1, claim.start, claim.end) < 0:
        yield claim
    elif claim.kind in _DIVISIBLE and not any(_same_kind_over(claim, one) for one in owners):
        start = claim.start
        while start < claim.end:
            end = taken.find(1, start, claim.end)
            end = claim.end if end < 0 else end
            if end - start > _LEAST_LEFT:
                yield Find(start, end, claim.kind)
            start = taken.find(0, end, claim.end)
            if start < 0:
                break


def _same_kind_over(claim: Find, held: Find) -> bool:
    return held.kind is claim.kind and held.start < claim.end and claim.start < held.end
