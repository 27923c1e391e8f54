"""Finds: their places and kinds, and which of several overlapping finds counts."""

from __future__ import annotations

from collections.abc import Iterable
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


_STRENGTH = {kind: place for place, kind in enumerate(FindKind)}


def without_overlaps(claims: Iterable[Find]) -> tuple[Find, ...]:
    """Return the claims that count, in the order of the text; no two of them overlap.

    The stronger kind wins, and of one kind the longer claim.
    """
    claims = set(claims)
    taken = bytearray(max((claim.end for claim in claims), default=0))
    held = []
    for claim in sorted(claims, key=lambda one: (_STRENGTH[one.kind], one.start - one.end, one.start)):
        if taken.find(1, claim.start, claim.end) < 0 and claim.start < claim.end:
            taken[claim.start : claim.end] = b"\1" * (claim.end - claim.start)
            held.append(claim)
    return tuple(sorted(held, key=lambda one: one.start))
