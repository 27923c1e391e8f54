"""The outline of a guide: its sessions, and the parts of the one that is open, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.row_list import Index, RowDelegate, RowList
from dialogue_desk.ui.widgets.text_block import TextBlock

_INDENT = 18
"""How far parts are behind their session, in pixels at 100 % text."""
_EDGE = 28
"""So near to its edges the list scrolls while a row is dragged, in pixels."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One session or part; ``accessible_text`` is all of it as a sentence for screen readers.

    ``depth`` is 1 for a session and what stands beside them, 2 for a part.  ``mark`` is an icon before it
    that says there is something to do.  A row that is not ``movable`` stays where it is.
    """

    id: str
    title: str
    accessible_text: str
    depth: int = 1
    minutes: str = ""
    mark: str = ""
    movable: bool = True
    late: bool = False


class OutlineList(RowList):
    """Tells ``shown(id)`` for the row that the keys or the mouse come to.

    A row is moved by dragging or with Alt and an arrow: ``dropped(id, before)`` names the row it goes before,
    "" for the end, and ``stepped(id, by)`` by how many places it moves.  ``deleted`` and ``copied`` follow
    the keys Delete and Ctrl+D.
    """

    shown = Signal(str)
    dropped = Signal(str, str)
    stepped = Signal(str, int)
    deleted = Signal(str)
    copied = Signal(str)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self._theme, self._filling = theme, False
        self._pressed: QPoint | None = None
        self._dragged = self._before = ""
        self.setItemDelegate(_OutlineDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(self.Shape.NoFrame)

    def show_outline(self, rows: Sequence[OutlineRow], here: str) -> None:
        """Show ``rows``, with the keys on the row ``here``, without telling ``shown``."""
        told, self._filling = self._filling, True
        self.show_rows(rows)
        if here and here != self.current_id():
            self.go_to(here)
        self._filling = told

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._filling and current.row() < len(self.rows()):
            self.shown.emit(self.rows()[current.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, key, modifiers = self.current_id(), event.key(), event.modifiers()
        modifiers &= ~Qt.KeyboardModifier.KeypadModifier
        if here and modifiers == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(here, -1 if key == Qt.Key.Key_Up else 1)
        elif here and key == Qt.Key.Key_Delete:
            self.deleted.emit(here)
        elif here and modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_D:
            self.copied.emit(here)
        elif self._dragged and key == Qt.Key.Key_Escape:
            self._end_drag()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        far = QApplication.startDragDistance()
        if not self._dragged and self._pressed is not None and (at - self._pressed).manhattanLength() >= far:
            index = self.indexAt(self._pressed)
            row = self.rows()[index.row()] if index.isValid() else None
            if isinstance(row, OutlineRow) and row.movable:
                self._dragged = row.id
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged:
            self._drag_to(at)
        elif self._pressed is None:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, before, was = self._dragged, self._before, self._pressed
        self._pressed = None
        if dragged:
            inside = self.viewport().rect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
            self._end_drag()
            if inside.contains(event.position().toPoint()):
                self.dropped.emit(dragged, before)
        elif was is not None:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dragged:
            y = self._line_at()
            with QPainter(self.viewport()) as painter:
                painter.setPen(QPen(QColor(self._theme.tokens.accent), 3))
                painter.drawLine(Space.SNUG, y, self.viewport().width() - Space.SNUG, y)

    def sizeHint(self) -> QSize:
        return QSize(280, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def _drag_to(self, at: QPoint) -> None:
        bar = self.verticalScrollBar()
        if at.y() < _EDGE or at.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + (-1 if at.y() < _EDGE else 1) * bar.singleStep() // 2)
        index = self.indexAt(QPoint(self.viewport().width() // 2, at.y()))
        place = index.row() if index.isValid() else len(self.rows())
        if index.isValid() and at.y() > self.visualRect(index).center().y():
            place += 1
        self._before = self.rows()[place].id if place < len(self.rows()) else ""
        self.viewport().update()

    def _line_at(self) -> int:
        for number, row in enumerate(self.rows()):
            if row.id == self._before:
                return max(1, self.visualRect(self.model().index(number, 0)).top())
        last = self.model().index(len(self.rows()) - 1, 0)
        return self.visualRect(last).bottom()

    def _end_drag(self) -> None:
        self._dragged = self._before = ""
        self.unsetCursor()
        self.viewport().update()


class _OutlineDelegate(RowDelegate[OutlineRow]):
    def height(self, row: OutlineRow, width: int) -> int:
        title, _ = self._line(row, width)
        return max(LEAST_TARGET, title.height + 2 * Space.TIGHT)

    def draw(self, painter: QPainter, row: OutlineRow, rect: QRect, *, mirrored: bool) -> None:
        towards = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        title, minutes = self._line(row, rect.width())
        tokens, middle = self.theme.tokens, rect.center().y()
        places = (
            (title, rect.left() + self._left(row), tokens.ink),
            (minutes, rect.right() - Space.SNUG - minutes.width, tokens.warn if row.late else tokens.muted),
        )
        for block, left, color in places:
            top = rect.top() + (rect.height() - block.height) // 2
            place = QRect(left, top, block.width, block.height)
            block.draw(painter, QStyle.visualRect(towards, rect, place).left(), top, QColor(color))
        if row.mark:
            side = self.theme.scaled(16)
            left = rect.right() - Space.SNUG - minutes.width - Space.TIGHT - side
            place = QRect(left, middle - side // 2, side, side)
            shown = QStyle.visualRect(towards, rect, place)
            self.theme.icons.draw(painter, shown.toRectF(), row.mark, tokens.warn)

    def _left(self, row: OutlineRow) -> int:
        return Space.SNUG + (row.depth - 1) * self.theme.scaled(_INDENT)

    def _line(self, row: OutlineRow, width: int) -> tuple[TextBlock, TextBlock]:
        """Return the title, which wraps beside its minutes and its mark, and the minutes."""
        minutes = TextBlock(row.minutes, self.theme.font(Size.NOTE, tabular=True), width, snug=True)
        side = self.theme.scaled(16) + Space.TIGHT if row.mark else 0
        room = width - self._left(row) - minutes.width - side - 2 * Space.SNUG
        font = self.theme.font(bold=row.depth == 1)
        return TextBlock(row.title, font, max(40, room), snug=True), minutes
