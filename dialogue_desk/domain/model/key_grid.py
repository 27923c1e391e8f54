"""A secret key as it stands on paper: a grid of short groups, so that a person finds a place in it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PREFIX = "AGE-SECRET-KEY-1"
"""How every secret key begins; on paper it stands before the grid, and need not be typed."""

_GROUP, _ACROSS = 4, 4


@dataclass(frozen=True, slots=True)
class KeyGrid:
    """The signs of a secret after its prefix, in rows A, B ... of groups 1, 2 ..."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def columns(self) -> int:
        """How many groups the longest row has."""
        return max(len(groups) for _, groups in self.rows)


def key_grid(secret: str) -> KeyGrid:
    """Return a secret key as it stands on paper."""
    signs = secret.removeprefix(PREFIX)
    groups = [signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP)]
    rows = (tuple(groups[at : at + _ACROSS]) for at in range(0, len(groups), _ACROSS))
    return KeyGrid(tuple((_row_name(number), row) for number, row in enumerate(rows)))


def cells_of(places: Iterable[int]) -> tuple[str, ...]:
    """Return the cells of the grid, such as B3, in which the signs at these places are."""
    groups = (place // _GROUP for place in places)
    return tuple(dict.fromkeys(f"{_row_name(group // _ACROSS)}{group % _ACROSS + 1}" for group in groups))


def _row_name(number: int) -> str:
    return chr(ord("A") + number)
