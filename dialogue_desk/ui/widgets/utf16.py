"""Counts text in UTF-16 units as Qt does: a letter beyond the basic plane is two of them."""

from __future__ import annotations

_HOW = ("utf-16-le", "surrogatepass")


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units ``text`` takes in a Qt document."""
    return len(text.encode(*_HOW)) // 2


def utf16_prefix(text: str, units: int) -> str:
    """Return the first ``units`` UTF-16 units of ``text``, without half a letter at the end."""
    return text.encode(*_HOW)[: 2 * units].decode("utf-16-le", "ignore")


def utf16_rest(text: str, units: int) -> str:
    """Return what comes after the first ``units`` UTF-16 units of ``text``, without half a letter."""
    return text.encode(*_HOW)[2 * units :].decode("utf-16-le", "ignore")
