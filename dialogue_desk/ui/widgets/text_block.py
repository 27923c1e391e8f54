"""Text of any length and script, broken at words where it can be and inside them where it must be."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from dialogue_desk.ui.style.spacing import line_height
from dialogue_desk.ui.widgets.utf16 import utf16_length

Align = Qt.AlignmentFlag

_UNBOUNDED = 16_000_000
_ENDLESS_WORD = re.compile(r"\S{2000}")
"""Qt looks through a whole word for each line that it breaks in it, so a long word would take minutes."""


class TextBlock:
    """One text, broken into lines for a column.  It keeps its own direction, also in a mirrored window.

    ``width`` is that of the column, in pixels; ``snug`` then makes it as narrow as the widest line.  Short
    lines are where ``align`` says; left means where the text's own direction begins.  ``marks`` are the
    stretches in bold, each by its first index and the index after its last.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        align: Align = Align.AlignLeft,
        *,
        snug: bool = False,
        marks: Sequence[tuple[int, int]] = (),
    ) -> None:
        text = text.replace("\r\n", "\u2028").replace("\n", "\u2028")
        self._lines = QTextLayout(_ENDLESS_WORD.sub("\\g<0>\u2028", text), font)
        if align is Align.AlignLeft and reads_leftward(text):
            align = Align.AlignRight
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._lines.setTextOption(option)
        if marks:
            self._lines.setFormats([_mark_format(text, start, end) for start, end in marks])
        self.width, self.height = self._set(max(1.0, width))
        if snug and align is not Align.AlignLeft:
            self._set(self.width)

    def _set(self, width: float) -> tuple[int, int]:
        widest = top = 0.0
        self._lines.beginLayout()
        while (line := self._lines.createLine()).isValid():
            line.setLineWidth(width)
            tall = line_height(self._lines.font(), line.height())
            line.setPosition(QPointF(0, top + (tall - line.height()) / 2))
            top += tall
            widest = max(widest, line.naturalTextWidth())
        self._lines.endLayout()
        return math.ceil(widest), math.ceil(top)

    @property
    def lines(self) -> int:
        """The number of lines."""
        return self._lines.lineCount()

    def draw(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        """Paint it with its corner at ``left, top``."""
        painter.setPen(colour)
        self._lines.draw(painter, QPointF(left, top))


def _mark_format(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    """Return the format that makes a stretch of ``text`` bold and underlined, counted in UTF-16 units."""
    stretch = QTextLayout.FormatRange()
    stretch.start = utf16_length(text[:start])
    stretch.length = utf16_length(text[start:end])
    stretch.format.setFontWeight(QFont.Weight.Bold)
    stretch.format.setFontUnderline(True)
    return stretch


def natural_width(text: str, font: QFont) -> int:
    """Return how wide ``text`` is in pixels when only its own line ends break it."""
    return text_size(text, font, _UNBOUNDED)[0]


def text_size(text: str, font: QFont, width: int) -> tuple[int, int]:
    """Return how wide the widest line of ``text`` is in a column of ``width``, and how high they all are.

    Layouts ask for the same sizes over and over, so they are remembered.
    """
    return _measured(text, _Face(font, font.key()), width)


@dataclass(frozen=True, slots=True)
class _Face:
    """A font, equal to another that looks the same."""

    font: QFont = field(compare=False)
    key: str


@lru_cache(maxsize=4_000)
def _measured(text: str, face: _Face, width: int) -> tuple[int, int]:
    block = TextBlock(text, face.font, width)
    return block.width, block.height


def reads_leftward(text: str) -> bool:
    """Return whether a text begins at the right, as its first letter with a direction tells."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
