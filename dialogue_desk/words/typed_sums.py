"""Reads a count that may be typed as a sum, pile by pile: 5+4+3."""

from __future__ import annotations

import re

from dialogue_desk.words.typed_numbers import in_digits, plain

_MOST_DIGITS = 6
_PLUS = re.compile(r"[+＋]")


def read_sum(text: str) -> int | None:
    """Return the whole number that ``text`` is, or the sum of those with + between them; None for others.

    A + at either end is what someone is about to go on from.
    """
    pieces = [in_digits(plain(piece)) for piece in _PLUS.split(text)]
    said = [piece for piece in pieces if piece]
    if not said or not all(_is_count(piece) for piece in said):
        return None
    return sum(map(int, said))


def _is_count(piece: str) -> bool:
    return piece.isascii() and piece.isdecimal() and len(piece) <= _MOST_DIGITS
