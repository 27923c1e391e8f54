"""The line in which a person types what to search."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs


class SearchField(QLineEdit):
    """Tells ``went_down`` when Down or Enter leads to what was found."""

    went_down = Signal()

    def __init__(self, theme: AppTheme, name: str, example: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self._lens = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._glass = self.findChild(QToolButton)  # held, because only held it is what we make of it
        self._glass.spoken_as = SpokenAs.NOTHING  # type: ignore[union-attr]
        theme.changed.connect(self._draw_lens)
        self._draw_lens()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)

    def _draw_lens(self) -> None:
        self._lens.setIcon(self._theme.icons.icon("search", self._theme.tokens.muted))
