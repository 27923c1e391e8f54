"""Short codes of lines, the same on every laptop, by which people find their sentence on paper: KTR42.

A code is drawn from the id of a line, so nothing stores it and it names nobody, no circle and no seat.  There
are 800,000 of them; in a program of 17,000 lines about one in fifty shares its code with another, so
whoever looks one up is shown every line that has it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from string import digits

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import plain_letters

LETTERS = "BCDFGHJKLMNPRSTVWXYZ"
"""No vowels, so that no code is a word, and nothing that looks like a digit."""

LONGEST_CODE = 24
"""As much of what somebody typed for a code is repeated to them."""

_UNKIND = frozenset(
    {"KKK", "WTF", "FCK", "FCN", "FKN", "CNT", "NGR", "NGG", "NZG", "FGT", "SLT", "DCK", "PNJ"}
)
"""Letters that people read as an insult, in English or Spanish, or as the name of who hates them."""

_SHAPE = re.compile(f"[{LETTERS}]{{3}}[0-9]{{2}}")
_BETWEEN = re.compile(r"[\s.\-_#]+")


def line_code(record_id: RecordId) -> str:
    """Return the code of a line."""
    drawn = int.from_bytes(hashlib.sha256(f"code:{record_id}".encode()).digest())
    while True:
        drawn, number = divmod(drawn, 100)
        letters = ""
        for _ in range(3):
            drawn, letter = divmod(drawn, len(LETTERS))
            letters += LETTERS[letter]
        if letters not in _UNKIND:
            return f"{letters}{number:02}"


def typed_code(typed: str) -> str:
    """Return the code that somebody typed, however it is spaced and written; "" when it is none."""
    code = _BETWEEN.sub("", plain_letters(typed)).upper()
    return code if _SHAPE.fullmatch(code) else ""


def near_codes(code: str, among: Iterable[str]) -> tuple[str, ...]:
    """Return those ``among`` codes that differ in one sign, or in two that changed places."""
    return tuple(sorted(_neighbors(code).intersection(among)))


def _neighbors(code: str) -> set[str]:
    """Return all codes that differ from one in one sign, or in two beside each other that changed places."""
    found = {
        code[:place] + code[place + 1] + code[place] + code[place + 2 :] for place in range(len(code) - 1)
    }
    for place, sign in enumerate(code):
        signs = digits if sign.isdecimal() else LETTERS
        found |= {code[:place] + other + code[place + 1 :] for other in signs}
    return found - {code}
