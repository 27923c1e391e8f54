"""A list whose rows have a mark before them: a tick, an icon or a figure in a circle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import Index, Row, RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import TextBlock

_GAP = 3


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One row: ``detail`` is the second line, ``spoken`` the whole as a sentence for readers.

    ``icon`` or ``figure`` stands in the circle before it, which is ``filled`` or only drawn; without
    either it is empty.  A ``quiet`` row asks for nothing.
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
    """The rows.  ``moved(id)`` tells which one the keys or the mouse are on; Enter tells ``opened(id)``."""

    moved = Signal(str)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self._filling = False
        self.setItemDelegate(_MarkDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; the keys stay on the row they are on, wherever it is now."""
        here = self.current_id()
        self._filling = True
        super().show_rows(rows)
        if here:
            self.go_to(here)
        self._filling = False

    def go_to(self, row_id: str) -> None:
        """Put the keys on a row without telling anyone."""
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


class _MarkDelegate(RowDelegate[MarkRow]):
    def height(self, row: MarkRow, width: int) -> int:
        title, detail = self._blocks(row, width)
        return max(self.theme.scaled(52), title.height + _GAP + detail.height + 2 * Space.TIGHT)

    def draw(self, painter: QPainter, row: MarkRow, rect: QRect, *, mirrored: bool) -> None:
        tokens = self.theme.tokens
        side = self._side()
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        mark = QRect(rect.left() + Space.SNUG, rect.center().y() - side // 2, side, side)
        self._draw_mark(painter, row, QRectF(QStyle.visualRect(towards, rect, mark)))
        title, detail = self._blocks(row, rect.width())
        gap = _GAP if row.detail else 0
        top = rect.top() + (rect.height() - title.height - gap - detail.height) // 2
        for block, y, colour in (
            (title, top, tokens.muted if row.quiet else tokens.ink),
            (detail, top + title.height + gap, tokens.muted),
        ):
            place = QRect(rect.left() + self._indent(), y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, place).left(), y, QColor(colour))

    def _draw_mark(self, painter: QPainter, row: MarkRow, mark: QRectF) -> None:
        tokens = self.theme.tokens
        box = mark.adjusted(1, 1, -1, -1)
        edge = tokens.line if row.quiet else tokens.line_strong
        painter.setPen(Qt.PenStyle.NoPen if row.filled else QPen(QColor(edge), 1.4))
        painter.setBrush(QColor(tokens.accent if row.filled else tokens.surface))
        painter.drawEllipse(box)
        ink = tokens.on_accent if row.filled else tokens.muted
        if row.icon:
            inset = box.width() * 0.2
            self.theme.icons.draw(painter, box.adjusted(inset, inset, -inset, -inset), row.icon, ink)
        elif row.figure:
            font = self.theme.font(Size.FINE, bold=True, tabular=True)
            figure = TextBlock(row.figure, font, mark.width() * 2, snug=True)
            x = mark.center().x() - figure.width / 2
            figure.draw(painter, x, mark.center().y() - figure.height / 2, QColor(ink))

    def _blocks(self, row: MarkRow, width: int) -> tuple[TextBlock, TextBlock]:
        room = max(40, width - self._indent() - Space.TIGHT)
        detail = TextBlock(row.detail, self.theme.font(Size.NOTE, tabular=True), room, snug=True)
        if not row.detail:
            detail.height = 0
        return TextBlock(row.title, self.theme.font(Size.TEXT), room, snug=True), detail

    def _side(self) -> int:
        return self.theme.scaled(27)

    def _indent(self) -> int:
        return Space.SNUG + self._side() + Space.SNUG
