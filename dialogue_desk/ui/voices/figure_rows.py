"""Rows with a figure: what it is of, a thin bar, and the figure in words; lists as tall as their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.movable_rows import MovableRows
from dialogue_desk.ui.widgets.row_list import Index, Row, RowDelegate
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.text_block import TextBlock

_BAR_HEIGHT = 6
_BESIDE = 720
"""From so many pixels at 100 % text on, the bar and the figure are beside the title."""
_TITLE, _BAR = 46, 20
"""The shares of the width, in percent, of the title and of the bar; the figure has the rest."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row: ``title`` with ``detail`` under it, a bar of ``part`` of ``whole``, the ``figure`` in words.

    There is no bar where ``whole`` is 0.  ``flag`` is what asks for attention, ``above`` the heading over the
    first row of a group.  A row that can be ``ticked`` has a circle before it; None is one that cannot.
    """

    id: str
    title: str
    detail: str = ""
    figure: str = ""
    part: int = 0
    whole: int = 0
    flag: str = ""
    above: str = ""
    ticked: bool | None = None
    spoken_tick: str = ""
    movable: bool = False

    @property
    def accessible_text(self) -> str:
        """The row as sentences."""
        said = (self.above, self.title, self.spoken_tick, self.detail, self.figure, self.flag)
        return ". ".join(part for part in said if part)


class FigureRows(MovableRows):
    """A list as tall as its rows.

    Enter or a click tells ``opened(id)``, Delete tells ``deleted(id)``, and ``moved(id)`` tells which row the
    keys or the mouse are on.
    """

    moved = Signal(str)
    deleted = Signal(str)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(theme, name)
        self._filling = False
        self._painter = FigureDelegate(theme, self)
        self.setItemDelegate(self._painter)
        self.setProperty("role", "card")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.open_row)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; the keys stay on their row, or on what took its place."""
        here, place, self._filling = self.current_id(), self.currentIndex().row(), True
        super().show_rows(rows)
        there = [row.id for row in self.rows()]
        if here in there:
            self.go_to(here)
        elif here and there:
            self.go_to(there[min(place, len(there) - 1)])
        self._filling = False
        self.setVisible(bool(rows))
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._filling and current.row() < len(self.rows()):
            self.moved.emit(self.rows()[current.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current_id():
            self.deleted.emit(self.current_id())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(160, self._painter.width())
        rows = (row for row in self.rows() if isinstance(row, FigureRow))
        tall = sum(self._painter.height(row, width) for row in rows)
        self.setFixedHeight(tall + 2 * self.frameWidth() + Space.HAIR)


class FigureColumn(ScrollColumn):
    """Scrolls forms and lists of figures together, and keeps the row that the keys are on in sight."""

    def __init__(self, theme: AppTheme) -> None:
        super().__init__(theme, characters=150)
        self.body.setSpacing(Space.SNUG)

    def add_rows(self, *lists: FigureRows) -> None:
        """Add these lists at the end, and follow the keys through them."""
        for rows in lists:
            self.add(rows)
            self.follow_rows(rows)

    def follow_rows(self, rows: FigureRows) -> None:
        """Keep the row in sight that the keys are on in a list that stands somewhere in it."""
        rows.moved.connect(lambda _: self._follow(rows))

    def _scroll_to(self, widget: QWidget, covered: int = 0) -> None:
        if isinstance(widget, FigureRows):
            self._follow(widget)
        else:
            super()._scroll_to(widget, covered)

    def _follow(self, rows: FigureRows) -> None:
        if rows.isVisible():
            place = rows.visualRect(rows.currentIndex())
            middle = rows.mapTo(self.ground, place.center())
            self.ensureVisible(middle.x(), middle.y(), 0, place.height())


class FigureDelegate(RowDelegate[FigureRow]):
    """Paints title, bar and figure side by side, or one under the other where there is little room."""

    def height(self, row: FigureRow, width: int) -> int:
        return self._over(row, width) + max(self.theme.scaled(44), self._words_height(row, width)) + 1

    def body(self, row: FigureRow, room: QRect) -> QRect:
        return room.adjusted(0, self._over(row, room.width()), 0, 0)

    def draw(self, painter: QPainter, row: FigureRow, rect: QRect, *, mirrored: bool) -> None:
        tokens, room = self.theme.tokens, self.body(row, rect)
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight

        def place(block: TextBlock, x: int, y: int, colour: str) -> None:
            spot = QRect(x, y, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, spot).left(), y, QColor(colour))

        if row.above:
            above = self._above(row, rect.width())
            place(above, rect.left() + Space.SNUG, room.top() - above.height - Space.HAIR, tokens.ink)
        left = room.left() + Space.SNUG
        if row.ticked is not None:
            side = self.theme.scaled(22)
            mark = QRect(left, room.center().y() - side // 2, side, side)
            self._draw_tick(painter, QRectF(QStyle.visualRect(towards, rect, mark)), ticked=row.ticked)
        left += self._indent(row)
        titles, figures = self._titles(row, rect.width()), self._figures(row, rect.width())
        beside = self._beside(rect.width())
        y = room.top() + (room.height() - _tall(titles)) // 2 if beside else room.top() + Space.TIGHT
        for block, colour in titles:
            place(block, left, y, colour)
            y += block.height
        across = rect.width() - 2 * Space.SNUG
        bar_left = room.left() + Space.SNUG + across * _TITLE // 100 if beside else left
        wide = across * _BAR // 100 if beside else room.right() - Space.SNUG - left
        if row.whole:
            top = room.center().y() - self.theme.scaled(_BAR_HEIGHT) // 2 if beside else y + Space.HAIR
            spot = QRect(bar_left, top, wide, self.theme.scaled(_BAR_HEIGHT))
            self._draw_bar(painter, row, spot, rect, towards)
            y += 0 if beside else spot.height() + Space.TIGHT
        x = bar_left + (wide + Space.BASE if beside else 0)
        y = room.top() + (room.height() - _tall(figures)) // 2 if beside else y
        for block, colour in figures:
            place(block, x, y, colour)
            y += block.height
        painter.fillRect(room.left() + Space.SNUG, rect.bottom(), across, 1, QColor(tokens.line))

    def _draw_bar(
        self, painter: QPainter, row: FigureRow, spot: QRect, rect: QRect, towards: Qt.LayoutDirection
    ) -> None:
        tokens, part = self.theme.tokens, QRect(spot)
        part.setWidth(spot.width() * min(row.part, row.whole) // row.whole)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, one in ((tokens.line, spot), (tokens.accent, part)):
            painter.setBrush(QColor(colour))
            bar = QRectF(QStyle.visualRect(towards, rect, one))
            painter.drawRoundedRect(bar, spot.height() / 2, spot.height() / 2)

    def _draw_tick(self, painter: QPainter, box: QRectF, *, ticked: bool) -> None:
        tokens = self.theme.tokens
        painter.setPen(Qt.PenStyle.NoPen if ticked else QPen(QColor(tokens.line_strong), 1.4))
        painter.setBrush(QColor(tokens.accent if ticked else tokens.surface))
        painter.drawRoundedRect(box, 5, 5)
        if ticked:
            inset = box.width() * 0.15
            inner = box.adjusted(inset, inset, -inset, -inset)
            self.theme.icons.draw(painter, inner, "check", tokens.on_accent)

    def _beside(self, width: int) -> bool:
        return width >= self.theme.scaled(_BESIDE)

    def _indent(self, row: FigureRow) -> int:
        return 0 if row.ticked is None else self.theme.scaled(22) + Space.SNUG

    def _words_height(self, row: FigureRow, width: int) -> int:
        titles, figures = _tall(self._titles(row, width)), _tall(self._figures(row, width))
        if self._beside(width):
            return max(titles, figures) + 2 * Space.TIGHT
        bar = self.theme.scaled(_BAR_HEIGHT) + Space.TIGHT if row.whole else 0
        return titles + bar + figures + 2 * Space.TIGHT

    def _titles(self, row: FigureRow, width: int) -> list[tuple[TextBlock, str]]:
        theme, tokens = self.theme, self.theme.tokens
        room = width - 2 * Space.SNUG
        room = room * _TITLE // 100 - Space.BASE if self._beside(width) else room
        room = max(40, room - self._indent(row))
        blocks = [(TextBlock(row.title, theme.font(Size.TEXT, bold=True), room, snug=True), tokens.ink)]
        if row.detail:
            blocks.append((TextBlock(row.detail, theme.font(Size.NOTE), room, snug=True), tokens.muted))
        if row.flag:
            flag = TextBlock(row.flag, theme.font(Size.NOTE, bold=True), room, snug=True)
            blocks.append((flag, tokens.warn))
        return blocks

    def _figures(self, row: FigureRow, width: int) -> list[tuple[TextBlock, str]]:
        if not row.figure:
            return []
        room = width - 2 * Space.SNUG
        beside = room * (100 - _TITLE - _BAR) // 100 - Space.BASE
        room = max(40, beside if self._beside(width) else room - self._indent(row))
        font = self.theme.font(Size.NOTE, tabular=True)
        return [(TextBlock(row.figure, font, room, snug=True), self.theme.tokens.ink)]

    def _above(self, row: FigureRow, width: int) -> TextBlock:
        room = max(40, width - 2 * Space.SNUG)
        return TextBlock(row.above, self.theme.font(Size.TEXT, bold=True), room, snug=True)

    def _over(self, row: FigureRow, width: int) -> int:
        return self._above(row, width).height + Space.SNUG + Space.HAIR if row.above else 0


def _tall(blocks: Sequence[tuple[TextBlock, str]]) -> int:
    return sum(block.height for block, _ in blocks)
