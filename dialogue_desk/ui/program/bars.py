"""A list to choose from: each row has a bar as long as its share of the circles, and the share in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.row_list import Index, Row, RowDelegate, RowList
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.text_block import TextBlock

_BAR_HEIGHT = 6


@dataclass(frozen=True, slots=True)
class BarRow:
    """One row: a bar of ``part`` of ``whole``, no bar when ``whole`` is 0, and ``detail`` in words."""

    id: str
    title: str
    detail: str
    part: int
    whole: int

    @property
    def accessible_text(self) -> str:
        """The row as a sentence."""
        return f"{self.title}. {self.detail}"


class BarList(RowList):
    """The rows; ``moved`` emits the id of the row that becomes current; Enter or a click emits ``opened``."""

    moved = Signal(str)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self._delegate = _BarDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        theme.changed.connect(self._fit)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.open_row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() < len(self.rows()):
            self.moved.emit(self.rows()[current.row()].id)

    def show_rows(self, rows: Sequence[Row]) -> None:
        super().show_rows(rows)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(160, self.viewport().width())
        rows = (row for row in self.rows() if isinstance(row, BarRow))
        self.setFixedHeight(sum(self._delegate.height(row, width) for row in rows) + Space.HAIR)


class BarRail(ScrollColumn):
    """Lists of bars one under the other, each as tall as its rows, scrolled together."""

    def __init__(self, theme: AppTheme) -> None:
        super().__init__(theme, characters=0, edge=0)
        self.body.setSpacing(Space.TIGHT)

    def add_bars(self, bars: BarList) -> None:
        """Add ``bars`` at the end; their current row stays in view."""
        self.add(bars)
        bars.moved.connect(lambda _: self._follow(bars))

    def _scroll_to(self, widget: QWidget, covered: int = 0) -> None:
        """Bring the current row into sight where a list gets the keyboard: the list may be taller."""
        if isinstance(widget, BarList):
            self._follow(widget)
        else:
            super()._scroll_to(widget, covered)

    def _follow(self, bars: BarList) -> None:
        ground = self.widget()
        if ground is not None and bars.isVisible():
            row = bars.visualRect(bars.currentIndex())
            middle = bars.mapTo(ground, row.center())
            heading = 0 if bars.currentIndex().row() else row.height()  # what is above the first row
            self.ensureVisible(middle.x(), middle.y(), 0, row.height() + heading)


class _BarDelegate(RowDelegate[BarRow]):
    def height(self, row: BarRow, width: int) -> int:
        title, detail = self._blocks(row, width)
        bar = self.theme.scaled(_BAR_HEIGHT) + Space.HAIR if row.whole else 0
        return title.height + bar + detail.height + Space.HAIR + 2 * Space.SNUG

    def draw(self, painter: QPainter, row: BarRow, rect: QRect, *, mirrored: bool) -> None:
        tokens = self.theme.tokens
        direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        title, detail = self._blocks(row, rect.width())
        left, y = rect.left() + Space.SNUG, rect.top() + Space.SNUG

        def place(block: TextBlock, top: int, colour: str) -> None:
            spot = QRect(left, top, block.width, block.height)
            block.draw(painter, QStyle.visualRect(direction, rect, spot).left(), top, QColor(colour))

        place(title, y, tokens.ink)
        y += title.height + Space.HAIR
        if row.whole:
            thick, room = self.theme.scaled(_BAR_HEIGHT), rect.width() - 2 * Space.SNUG
            painter.setPen(Qt.PenStyle.NoPen)
            for colour, long in ((tokens.line, room), (tokens.accent, room * row.part // row.whole)):
                bar = QStyle.visualRect(direction, rect, QRect(left, y, long, thick))
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(bar), thick / 2, thick / 2)
            y += thick + Space.HAIR
        place(detail, y, tokens.muted)

    def _blocks(self, row: BarRow, width: int) -> tuple[TextBlock, TextBlock]:
        room = max(40, width - 2 * Space.SNUG)
        return (
            TextBlock(row.title, self.theme.font(Size.TEXT, bold=True), room, snug=True),
            TextBlock(row.detail, self.theme.font(Size.NOTE), room, snug=True),
        )
