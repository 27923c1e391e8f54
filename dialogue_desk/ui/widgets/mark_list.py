"""Lists whose rows have a circle before them, with a tick, an icon or a number in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import Index, Row, RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import TextBlock

_GAP = 3


class CircleRow(Row, Protocol):
    """A row with a circle before it."""

    @property
    def title(self) -> str:
        """The first line."""

    @property
    def detail(self) -> str:
        """The second line; empty for none."""


R = TypeVar("R", bound=CircleRow)


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One row; ``accessible_text`` is all of it as a sentence for screen readers.

    ``icon`` or ``figure`` is shown in the circle before it, which is ``filled`` or only outlined; the
    circle is empty when both are.  A ``quiet`` row needs nothing done.
    """

    id: str
    title: str
    detail: str
    accessible_text: str
    icon: str = ""
    figure: str = ""
    filled: bool = False
    quiet: bool = False


class MarkList(RowList):
    """``moved(id)`` tells which row the keys or the mouse are on; Enter tells ``opened(id)``."""

    moved = Signal(str)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self._filling = False
        self.setItemDelegate(MarkDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; the keys stay on their row, wherever it is now."""
        here = self.current_id()
        self._filling = True
        super().show_rows(rows)
        if here:
            self.go_to(here)
        self._filling = False

    def go_to(self, row_id: str) -> None:
        """Put the keys on a row without telling ``moved``."""
        told, self._filling = self._filling, True
        super().go_to(row_id)
        self._filling = told

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._filling and current.row() < len(self.rows()):
            self.moved.emit(self.rows()[current.row()].id)

    def sizeHint(self) -> QSize:
        return QSize(280, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 120)


class CircleDelegate(RowDelegate[R]):
    """Paints a circle, and beside it a title with a detail under it."""

    def least_height(self) -> int:
        """Return the least height of a row, in pixels."""
        return self.theme.scaled(52)

    def title_look(self, row: R) -> tuple[bool, str]:
        """Return whether the title of ``row`` is bold, and its color."""
        raise NotImplementedError

    def title_size(self) -> Size:
        """Return the size of type of titles."""
        return Size.TEXT

    def draw_mark(self, painter: QPainter, row: R, box: QRectF) -> None:
        """Paint the circle of ``row`` into ``box``, and what is in it."""
        raise NotImplementedError

    def height(self, row: R, width: int) -> int:
        title, detail = self._blocks(row, width)
        return max(self.least_height(), title.height + _GAP + detail.height + 2 * Space.TIGHT)

    def draw(self, painter: QPainter, row: R, rect: QRect, *, mirrored: bool) -> None:
        side = self._side()
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        mark = QRect(rect.left() + Space.SNUG, rect.center().y() - side // 2, side, side)
        self.draw_mark(painter, row, QRectF(QStyle.visualRect(towards, rect, mark)).adjusted(1, 1, -1, -1))
        title, detail = self._blocks(row, rect.width())
        gap = _GAP if detail.height else 0
        top = rect.top() + (rect.height() - title.height - gap - detail.height) // 2
        for block, y, colour in (
            (title, top, self.title_look(row)[1]),
            (detail, top + title.height + gap, self.theme.tokens.muted),
        ):
            place = QRect(rect.left() + self._indent(), y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, place).left(), y, QColor(colour))

    def draw_icon(self, painter: QPainter, box: QRectF, icon: str, colour: str) -> None:
        """Paint an icon into the circle."""
        inset = box.width() * 0.2
        self.theme.icons.draw(painter, box.adjusted(inset, inset, -inset, -inset), icon, colour)

    def draw_figure(self, painter: QPainter, box: QRectF, figure: str, colour: str) -> None:
        """Paint a number or a letter into the circle."""
        font = self.theme.font(Size.FINE, bold=True, tabular=True)
        block = TextBlock(figure, font, 2 * self._side(), snug=True)
        corner = box.center() - QPointF(block.width / 2, block.height / 2)
        block.draw(painter, corner.x(), corner.y(), QColor(colour))

    def _blocks(self, row: R, width: int) -> tuple[TextBlock, TextBlock]:
        room = max(40, width - self._indent() - Space.TIGHT)
        detail = TextBlock(row.detail, self.theme.font(Size.NOTE, tabular=True), room, snug=True)
        if not row.detail:
            detail.height = 0
        font = self.theme.font(self.title_size(), bold=self.title_look(row)[0])
        return TextBlock(row.title, font, room, snug=True), detail

    def _side(self) -> int:
        return self.theme.scaled(27)

    def _indent(self) -> int:
        return Space.SNUG + self._side() + Space.SNUG


class MarkDelegate(CircleDelegate[MarkRow]):
    """Paints the rows of a mark list."""

    def title_look(self, row: MarkRow) -> tuple[bool, str]:
        return False, self.theme.tokens.muted if row.quiet else self.theme.tokens.ink

    def draw_mark(self, painter: QPainter, row: MarkRow, box: QRectF) -> None:
        tokens = self.theme.tokens
        edge = tokens.line if row.quiet else tokens.line_strong
        painter.setPen(Qt.PenStyle.NoPen if row.filled else QPen(QColor(edge), 1.4))
        painter.setBrush(QColor(tokens.accent if row.filled else tokens.surface))
        painter.drawEllipse(box)
        ink = tokens.on_accent if row.filled else tokens.muted
        if row.icon:
            self.draw_icon(painter, box, row.icon, ink)
        elif row.figure:
            self.draw_figure(painter, box, row.figure, ink)
