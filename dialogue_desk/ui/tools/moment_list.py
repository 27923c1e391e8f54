"""The moments to choose from, in large rows: by arrows, by their numbers, or by the letters of a word."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from dialogue_desk.domain.run.moment_deck import found_by, is_whole_number, typed_on
from dialogue_desk.ui.core.key_places import COMMAND_MODIFIERS
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.mark_list import CircleDelegate
from dialogue_desk.ui.widgets.row_list import RowList
from dialogue_desk.ui.widgets.text_block import TextBlock

_TWO = 900
"""The width, at 100 % text, from which the rows may stand in two columns."""

_TALLEST = 60
"""How tall a row becomes in two columns, at 100 % text."""

_Move = QAbstractItemView.CursorAction
_STEPS = {_Move.MoveDown: 1, _Move.MoveUp: -1}


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One moment; ``above`` is the heading over the first one of a group."""

    id: str
    number: int
    title: str
    above: str = ""
    detail: str = ""

    @property
    def accessible_text(self) -> str:
        """Its number and title, after the heading over it."""
        return ". ".join(part for part in (self.above, str(self.number), self.title) if part)


class MomentList(RowList):
    """A click, Enter or a number tells ``opened(id)``; letters go to the row they begin a word of.

    All the rows are in two columns where that shows them all at once.
    """

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self._typed = ""
        self.setItemDelegate(_MomentDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFlow(QListView.Flow.TopToBottom)
        self.clicked.connect(self.open_row)

    def begin(self) -> None:
        """Put the keys on the first row, with nothing typed."""
        self._typed = ""
        self.setCurrentIndex(self.model().index(0, 0))
        self.scrollToTop()

    def turn_page(self, *, onward: bool) -> None:
        """Go on or back by as many rows as are in sight."""
        move = _Move.MovePageDown if onward else _Move.MovePageUp
        self.setCurrentIndex(self.moveCursor(move, Qt.KeyboardModifier.NoModifier))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _sign_of(event):
            event.accept()  # typed here, and no key of the session
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if sign := _sign_of(event):
            self._type(sign)
        else:
            self._typed = ""
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go on from the end of one column to the beginning of the next."""
        step = _STEPS.get(action)
        if step is None:
            return super().moveCursor(action, modifiers)
        place = self.currentIndex().row() + step
        return self.model().index(max(0, min(len(self.rows()) - 1, place)), 0)

    def doItemsLayout(self) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, _MomentDelegate):
            two = delegate.stand_in_columns(self.viewport().height())
            if self.isWrapping() is not two:
                self.setWrapping(two)
        super().doItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 96)

    def _type(self, sign: str) -> None:
        titles = [row.title for row in self.rows() if isinstance(row, MomentRow)]
        self._typed = typed_on(self._typed, sign, titles)
        place = found_by(self._typed, titles)
        if place is None:
            return
        self.setCurrentIndex(self.model().index(place, 0))
        if is_whole_number(self._typed, len(titles)):
            self._typed = ""
            self.opened.emit(self.current_id())


def _sign_of(event: QKeyEvent) -> str:
    """Return the letter or digit that a key types; "" for any other key."""
    text = event.text()
    return text if text.isalnum() and not event.modifiers() & COMMAND_MODIFIERS else ""


class _MomentDelegate(CircleDelegate[MomentRow]):
    _columns, _least = 1, LEAST_TARGET

    def stand_in_columns(self, tall: int) -> bool:
        """Make two columns so ``tall`` where they hold all rows, which then share the height; else one."""
        before, width = (self._columns, self._least), super().width() // 2
        rows = [row for row in self._view.rows() if isinstance(row, MomentRow)]
        least, half = self.theme.scaled(LEAST_TARGET), max(1, -(-len(rows) // 2))
        headings = sum(self._over(row, width) for row in rows)
        shared = max(least, min((tall - headings) // half, self.theme.scaled(_TALLEST)))
        for self._least in (shared, least):
            self._columns = 2 if self._fits_in_two(rows, width, tall) else 1
            if self._columns == 2:
                break
        if (self._columns, self._least) != before:
            self._heights.clear()
        return self._columns == 2

    def _fits_in_two(self, rows: list[MomentRow], width: int, tall: int) -> bool:
        if self._view.width() < self.theme.scaled(_TWO):
            return False
        left, filled = tall, 0
        for row in rows:
            high = self.height(row, width)
            if high > left:
                left, filled = tall, filled + 1
            left -= high
        return filled < 2

    def least_height(self) -> int:
        return self._least

    def width(self) -> int:
        return super().width() // self._columns

    def height(self, row: MomentRow, width: int) -> int:
        return self._over(row, width) + super().height(row, width)

    def body(self, row: MomentRow, room: QRect) -> QRect:
        return room.adjusted(0, self._over(row, room.width()), 0, 0)

    def draw(self, painter: QPainter, row: MomentRow, rect: QRect, *, mirrored: bool) -> None:
        if row.above:
            towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
            block = self._heading(row, rect.width())
            place = QRect(rect.left() + Space.SNUG, rect.top() + Space.TIGHT, block.width, block.height)
            left = QStyle.visualRect(towards, rect, place).left()
            block.draw(painter, left, place.top(), QColor(self.theme.tokens.muted))
        super().draw(painter, row, self.body(row, rect), mirrored=mirrored)

    def title_look(self, row: MomentRow) -> tuple[bool, str]:
        return False, self.theme.tokens.ink

    def draw_mark(self, painter: QPainter, row: MomentRow, box: QRectF) -> None:
        tokens = self.theme.tokens
        painter.setPen(QPen(QColor(tokens.line_strong), 1.4))
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(box)
        self.draw_figure(painter, box, str(row.number), tokens.ink)

    def title_size(self) -> Size:
        return Size.HEADING

    def _over(self, row: MomentRow, width: int) -> int:
        return self._heading(row, width).height + 2 * Space.TIGHT if row.above else 0

    def _heading(self, row: MomentRow, width: int) -> TextBlock:
        room = max(40, width - 2 * Space.SNUG)
        return TextBlock(row.above, self.theme.font(Size.NOTE, bold=True), room, snug=True)
