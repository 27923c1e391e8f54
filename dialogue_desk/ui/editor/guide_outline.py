"""The outline of a guide: its sessions, and the parts of the one that is open, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle

from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.movable_rows import MovableRows
from dialogue_desk.ui.widgets.row_list import Index, RowDelegate
from dialogue_desk.ui.widgets.text_block import TextBlock

_INDENT = 18
"""How far parts are behind their session, in pixels at 100 % text."""


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


class OutlineList(MovableRows):
    """Tells ``shown(id)`` for the row that the keys or the mouse come to.

    ``deleted`` and ``copied`` follow the keys Delete and Ctrl+D.
    """

    shown = Signal(str)
    deleted = Signal(str)
    copied = Signal(str)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(theme, name)
        self._filling = False
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
        if here and key == Qt.Key.Key_Delete:
            self.deleted.emit(here)
        elif here and modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_D:
            self.copied.emit(here)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(280, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)


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
