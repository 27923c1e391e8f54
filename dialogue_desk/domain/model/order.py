"""The order in which people look things up in a list of names, and one that nobody can choose.

Capitals and accents make no difference, ñ comes after n, and numbers stand by their size: C2 before C10.  It
is the same on every laptop, in every language and for every system.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import TypeAlias

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import plain_letters

_Piece: TypeAlias = tuple[int, int, str]
OrderKey: TypeAlias = tuple[tuple[_Piece, ...], str, str]

_PIECES = re.compile(r"\d+|[^\d\s]+")
_ENYE = "n\N{HANGUL CHOSEONG KIYEOK}"
"""What ñ is read as: an n with a letter that stands behind all Latin ones."""


def look_up_order(name: str) -> OrderKey:
    """Return the key by which a list of names is sorted.

    What is left equal is told apart by accents and capitals, so that no order depends on chance.
    """
    with_enye = unicodedata.normalize("NFC", name).replace("ñ", _ENYE).replace("Ñ", _ENYE)
    letters = "".join(map(_letter, plain_letters(with_enye)))
    return tuple(map(_piece, _PIECES.findall(letters))), unicodedata.normalize("NFD", name).casefold(), name


def _letter(sign: str) -> str:
    """Nobody looks for a name under its quotation mark."""
    return sign if unicodedata.category(sign)[0] in "LMN" else " "


def _piece(piece: str) -> _Piece:
    """A number comes before a word, and a shorter number before a longer one."""
    if not piece[0].isdecimal():
        return 1, 0, piece
    digits = "".join(str(unicodedata.decimal(digit)) for digit in piece).lstrip("0")
    return 0, len(digits), digits


def by_lot(record_id: RecordId) -> str:
    """Return what puts records in an order that is the same on every laptop, and that nobody can choose."""
    return sha256(record_id.encode()).hexdigest()
