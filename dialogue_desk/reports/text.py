"""Plain text made fit for any paper.

Two things happen to text on its way to paper and no others: all kinds of line end become one, and the
few signs that no paper can carry become visible ones.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def printable(text: str) -> str:
    """Return ``text`` with one kind of line end, and signs that XML and HTML refuse made visible.

    Control characters become their pictures (NUL becomes ␀); the rest becomes U+FFFD.
    """
    return _UNPRINTABLE.sub(_picture, _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return ``text`` as titles and outlines take it: on one line."""
    return " ".join(printable(text).split())


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return next((way for way in strong if way in ("L", "R", "AL")), "L") != "L"


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
