"""The columns of the table of sessions: where they are, and how a line of text is painted into one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.text_block import TextBlock

COUNTS = ("people", "notes")
"""The columns whose figures stand at their end."""

_WIDTHS = {"session": 70, "day": 116, "people": 80, "notes": 62, "menu": 44}
"""The widths of the columns at 100 % text; the state takes what its words need, the circle has the rest."""

_LEAST_CIRCLE = 200
_THREE = 3
_EDGE = Space.TIGHT


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words of all rows need, in pixels: those of their state, and those under the circle."""

    state: int = 0
    below: int = 0


class Columns:
    """Where each column is in a row of some width.

    Where they have no room side by side, what they say is in a second line under the circle, and the state
    beside it or, where that has no room either, in a third; ``lines`` is how many.
    """

    def __init__(self, theme: AppTheme, width: int, wanted: Wanted) -> None:
        wide = {name: theme.scaled(pixels) for name, pixels in _WIDTHS.items()}
        state, menu = {"state": wanted.state} if wanted.state else {}, {"menu": wide.pop("menu")}
        self.stacked = width < sum((wide | state | menu).values()) + theme.scaled(_LEAST_CIRCLE)
        self.lines = 2 if self.stacked else 1
        if self.stacked:
            wide = {}
            if state and width < sum((state | menu).values()) + wanted.below:
                self.lines = _THREE
        room = width - sum(menu.values())
        beside = wide | (state if self.lines < _THREE else {}) | menu
        left = width - sum(beside.values())
        self.spans = {"circle": (0, left)}
        for name, pixels in beside.items():
            self.spans[name] = (left, pixels)
            left += pixels
        if self.lines == _THREE:
            self.spans["state"] = (0, room)

    def __contains__(self, name: str) -> bool:
        return name in self.spans

    def rect(self, name: str, row: QRect) -> QRect:
        """Return the place of a column in ``row``, read from left to right."""
        left, width = self.spans[name]
        place = QRect(row.left() + left, row.top(), width, row.height())
        return self.line(2, place) if name == "state" and self.lines == _THREE else place

    def line(self, number: int, cell: QRect) -> QRect:
        """Return the place of a line in ``cell``; the first is 0."""
        inner = cell.adjusted(0, Space.TIGHT, 0, -Space.TIGHT)
        tall = inner.height() // self.lines
        return QRect(inner.left(), inner.top() + number * tall, inner.width(), tall)


class CellPainter:
    """Paints lines of text into the cells of one row, mirrored where that reads from right to left."""

    def __init__(self, painter: QPainter, row: QRect, *, mirrored: bool) -> None:
        self.painter, self.row = painter, row
        self._direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight

    def text(self, text: str, cell: QRect, font: QFont, colour: str, *, at_end: bool = False) -> QRect:
        """Paint one line into ``cell``, cut short where it has no room, and return what it takes there."""
        block, taken = _fitted(text, cell, font, at_end=at_end)
        place = self.mirrored(taken)
        block.draw(self.painter, place.left(), place.top(), QColor(colour))
        return taken

    @staticmethod
    def taken(text: str, cell: QRect, font: QFont) -> QRect:
        """Return what a line would take in ``cell``."""
        return _fitted(text, cell, font)[1]

    def mirrored(self, place: QRect) -> QRect:
        """Return where ``place`` is in a window that reads as this one does."""
        return QStyle.visualRect(self._direction, self.row, place)


def _fitted(text: str, cell: QRect, font: QFont, *, at_end: bool = False) -> tuple[TextBlock, QRect]:
    room = cell.adjusted(_EDGE, 0, -2 * _EDGE if at_end else -_EDGE, 0)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    block = TextBlock(shown, font, room.width() + Space.SNUG, snug=True)
    left = room.right() - block.width if at_end else room.left()
    return block, QRect(left, room.center().y() - block.height // 2, block.width, block.height)
