"""What can wait: a line that unfolds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight


class Expander(QWidget):
    """A quiet button that shows and hides ``body``; ``unfolded(bool)`` tells which."""

    unfolded = Signal(bool)

    def __init__(self, theme: AppTheme, title: str = "") -> None:
        super().__init__()
        self._button = Button(theme, title, weight=Weight.QUIET, icon="plus")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._set_body_visible)
        self._ground = QWidget()
        self.body = QVBoxLayout(self._ground)
        self.body.setContentsMargins(Space.SNUG, 0, Space.SNUG, Space.TIGHT)
        self.body.setSpacing(Space.TIGHT)
        self._ground.hide()
        line = QHBoxLayout()
        line.addWidget(self._button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addLayout(line)
        column.addWidget(self._ground)

    def show_title(self, title: str) -> None:
        """Say something else on the button."""
        self._button.setText(title)

    def unfold(self, on: bool) -> None:
        """Show the body, or fold it away."""
        self._button.setChecked(on)

    def is_unfolded(self) -> bool:
        """Whether the body is shown."""
        return self._button.isChecked()

    def _set_body_visible(self, on: bool) -> None:
        self._ground.setVisible(on)
        self._button.show_icon("minus" if on else "plus")
        self.unfolded.emit(on)
