"""Text as it is caught: kept as it was typed, in a form that every file and screen can carry."""

from __future__ import annotations

import re
import unicodedata

_CANNOT_BE_CARRIED = re.compile("[\x00\ud800-\udfff]")


def caught(text: str) -> str:
    """Return ``text`` composed (NFC), with what no file can carry replaced by a visible mark.

    That is halves of characters and the NUL character, which only a broken paste brings.
    """
    return unicodedata.normalize("NFC", _CANNOT_BE_CARRIED.sub("\N{REPLACEMENT CHARACTER}", text))
