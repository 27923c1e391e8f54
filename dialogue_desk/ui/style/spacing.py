"""Wider spacing of text, for people who read it more easily so (WCAG 1.4.12).

Whether a text is spaced is told by its font: its letters then stand apart, and whoever breaks it into lines
sets the lines apart too.
"""

from __future__ import annotations

from math import ceil
from typing import Final

from PySide6.QtGui import QFont

_LETTERS: Final = 0.12
_WORDS: Final = 0.16
_LINES: Final = 1.5
"""The room between letters and between words, and the height of a line, as parts of the size of type."""


def spaced(font: QFont) -> QFont:
    """Return ``font`` with more room between its letters and its words."""
    wide = QFont(font)
    wide.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _pixels(_LETTERS, font.pixelSize()))
    wide.setWordSpacing(_pixels(_WORDS, font.pixelSize()))
    return wide


def is_spaced(font: QFont) -> bool:
    """Return whether the letters of ``font`` stand apart."""
    return font.letterSpacingType() is QFont.SpacingType.AbsoluteSpacing and font.letterSpacing() > 0


def resized(font: QFont, pixels: int) -> QFont:
    """Return ``font`` in another size; its spacing grows with it."""
    other = QFont(font)
    other.setPixelSize(pixels)
    return spaced(other) if is_spaced(font) else other


def line_height(font: QFont, usual: float) -> float:
    """Return the height of a line that would ``usually`` be so high."""
    return max(usual, _LINES * font.pixelSize()) if is_spaced(font) else usual


def sheet_size(pixels: int, *, wide: bool) -> str:
    """Return a size of type for the style sheet, and with ``wide`` its spacing too."""
    letters, words = _pixels(_LETTERS, pixels), _pixels(_WORDS, pixels)
    spacing = f"; letter-spacing: {letters}px; word-spacing: {words}px"
    return f"{pixels}px{spacing if wide else ''}"


def _pixels(part: float, size: int) -> float:
    """Return a part of a size of type, never less: fonts count in parts of 64."""
    return ceil(64 * part * size) / 64
