"""Lists whose rows a person moves: by dragging, or with Alt and an arrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.row_list import Row, RowList

_EDGE = 28
"""So near to its edges the list scrolls while a row is dragged, in pixels."""


class MovableRows(RowList):
    """A row is moved by dragging or with Alt and an arrow; the list tells it, and its owner moves the row.

    ``dropped(id, before)`` names the row it goes before, "" for the end, and ``stepped(id, by)`` by how many
    places it moves.
    """

    dropped = Signal(str, str)
    stepped = Signal(str, int)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(name)
        self._theme = theme
        self._pressed: QPoint | None = None
        self._dragged = self._before = ""

    def may_move(self, row: Row) -> bool:
        """Return whether a person may move this row."""
        return bool(getattr(row, "movable", True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, key, modifiers = self.current_id(), event.key(), event.modifiers()
        modifiers &= ~Qt.KeyboardModifier.KeypadModifier
        if here and modifiers == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(here, -1 if key == Qt.Key.Key_Up else 1)
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
            if row is not None and self.may_move(row):
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
