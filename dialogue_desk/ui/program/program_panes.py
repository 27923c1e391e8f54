"""What is chosen from and what was chosen: side by side, or one at a time where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card, Hairline

_LEAST_WIDE = 980


class IndexDetailView(QWidget):
    """``index`` on a rail and ``detail`` beside it; below about 980 px, at 100 % text, one at a time.

    Args:
        theme: how wide is wide enough.
        back: the words of the button that goes back to the index ("All themes").
        index: what is chosen from.
        detail: what was chosen.
    """

    def __init__(self, theme: AppTheme, back: str, index: QWidget, detail: QWidget) -> None:
        super().__init__()
        self._theme, self._index, self._detail = theme, index, detail
        self._opened = False
        self._rail = Card("rail", edge=Space.SNUG)
        self._rail.column.setSpacing(Space.TIGHT)
        self._rail.column.addWidget(index)
        self._line = Hairline(upright=True)
        self._back = Button(theme, back, weight=Weight.QUIET, icon="back")
        self._back.clicked.connect(self.go_back)
        self._room = QWidget()
        column = QVBoxLayout(self._room)
        column.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)
        column.setSpacing(Space.SNUG)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(detail, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._rail, 3)
        line.addWidget(self._line)
        line.addWidget(self._room, 7)
        theme.changed.connect(self._place)
        self._place()

    def is_wide(self) -> bool:
        """Whether both stand side by side."""
        return self.width() >= self._theme.scaled(_LEAST_WIDE)

    def open_detail(self) -> None:
        """Go to what was chosen."""
        self._opened = True
        self._place()
        self._detail.setFocus()

    def go_back(self) -> None:
        """Go back to what is chosen from."""
        self._opened = False
        self._place()
        self._index.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._opened:
            self.go_back()
            return
        super().keyPressEvent(event)

    def _place(self) -> None:
        wide = self.is_wide()
        self._rail.setVisible(wide or not self._opened)
        self._room.setVisible(wide or self._opened)
        self._line.setVisible(wide)
        self._back.setVisible(not wide)
