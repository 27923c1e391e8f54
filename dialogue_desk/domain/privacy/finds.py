"""Finds: their places and kinds, and which of several overlapping finds counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class FindKind(StrEnum):
    """How something may point to one person."""

    TITLED_NAME = "titled name"
    INITIALS = "initials"
    NAME = "name"
    MAYBE_NAME = "maybe a name"
    EMAIL = "email"
    LINK = "link"
    HANDLE = "handle"
    PHONE = "phone"
    ADDRESS = "address"
    PLATE = "plate"
    BADGE = "badge"
    CASE = "case"
    IDENTITY = "identity number"
    BIRTH = "birth date"
    MINOR = "minor"
    ONLY = "the only"
    ROLE = "rare role"


@dataclass(frozen=True, slots=True)
class Find:
    """Something in a text that may point to one person, from ``start`` to ``end`` in code points."""

    start: int
    end: int
    kind: FindKind


_STRENGTH = {
    kind: place
    for place, kind in enumerate(
        (
            FindKind.EMAIL,
            FindKind.LINK,
            FindKind.IDENTITY,
            FindKind.BIRTH,
            FindKind.ADDRESS,
            FindKind.BADGE,
            FindKind.PLATE,
            FindKind.CASE,
            FindKind.PHONE,
            FindKind.HANDLE,
            FindKind.TITLED_NAME,
            FindKind.INITIALS,
            FindKind.NAME,
            FindKind.MINOR,
            FindKind.ONLY,
            FindKind.ROLE,
            FindKind.MAYBE_NAME,
        )
    )
}


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
