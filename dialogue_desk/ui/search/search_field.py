"""The line in which a person types what to search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle

from dialogue_desk.ui.style.theme import AppTheme, Space

_LENS = 16
"""The size of the lens, in pixels at 100 % text."""


class SearchField(QLineEdit):
    """Tells ``went_down`` when Down or Enter leads to what was found."""

    went_down = Signal()

    def __init__(self, theme: AppTheme, name: str, example: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        theme.changed.connect(self._make_room)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.scaled(_LENS)
        box = QRect(Space.SNUG, (self.height() - side) // 2, side, side)
        lens = self._theme.icons.icon("search", self._theme.tokens.muted, side)
        lens.paint(QPainter(self), QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _make_room(self) -> None:
        """Leave room for the lens where reading begins; an icon of Qt's own would not grow with the text."""
        room = self._theme.scaled(_LENS) + Space.TIGHT
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setTextMargins(0 if mirrored else room, 0, room if mirrored else 0, 0)
        self.update()
