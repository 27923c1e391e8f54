"""Text of any length and script, broken at words where it can be and inside them where it must be."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from dialogue_desk.ui.widgets.utf16 import utf16_length

Align = Qt.AlignmentFlag

_UNBOUNDED = 16_000_000
_ENDLESS_WORD = re.compile(r"\S{2000}")
"""Qt looks through a whole word for each line it breaks inside it: a long one would take minutes."""


class TextBlock:
    """One text set in a column.  It reads in its own direction, whatever the window's.

    Args:
        text: what is set; its line ends are kept.
        font: how it is set.
        width: how wide the column is.
        align: where short lines stand; the side is that of the text's own direction.
        snug: whether the column then closes in on the widest line, so that ``width`` says what it takes.
        marks: what is set off by weight: where it begins, and behind where it ends.
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
            self._lines.setFormats([_set_off(text, start, end) for start, end in marks])
        self.width, self.height = self._set(max(1.0, width))
        if snug and align is not Align.AlignLeft:
            self._set(self.width)

    def _set(self, width: float) -> tuple[int, int]:
        widest = top = 0.0
        self._lines.beginLayout()
        while (line := self._lines.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
            widest = max(widest, line.naturalTextWidth())
        self._lines.endLayout()
        return math.ceil(widest), math.ceil(top)

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self._lines.lineCount()

    def draw(self, painter: QPainter, left: float, top: float, colour: QColor) -> None:
        """Paint it with its corner at ``left, top``."""
        painter.setPen(colour)
        self._lines.draw(painter, QPointF(left, top))


def _set_off(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    """Return a stretch of ``text`` in bold, counted as Qt counts: what lies beyond the first plane twice."""
    stretch = QTextLayout.FormatRange()
    stretch.start = utf16_length(text[:start])
    stretch.length = utf16_length(text[start:end])
    stretch.format.setFontWeight(QFont.Weight.Bold)
    stretch.format.setFontUnderline(True)
    return stretch


def natural_width(text: str, font: QFont) -> int:
    """Return how wide ``text`` is when nothing breaks it but its own line ends."""
    return TextBlock(text, font, _UNBOUNDED).width


def reads_leftward(text: str) -> bool:
    """Whether a text begins at the right: its first letter that has a direction says so."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False
