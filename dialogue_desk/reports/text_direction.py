"""The direction of text, and keeping it from affecting the text beside it."""

from __future__ import annotations

import re
import unicodedata

_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return next((way for way in strong if way in ("L", "R", "AL")), "L") != "L"


def isolate_direction(line: str) -> str:
    """Return ``line`` with its direction marks closed, so that it cannot turn the text beside it in a file.

    A line without such marks stays as it is.
    """
    if not _DIRECTIONS.search(line):
        return line
    embedded = sum(sign in "\u202a\u202b\u202d\u202e" for sign in line)
    isolated = sum(sign in "\u2066\u2067\u2068" for sign in line)
    isolates = "\u2069" * max(0, isolated - line.count("\u2069"))
    return line + isolates + "\u202c" * max(0, embedded - line.count("\u202c"))
