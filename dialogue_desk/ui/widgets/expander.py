"""A line that unfolds to show more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import FoldButton
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.spoken_roles import tell_folded


class Expander(QWidget):
    """A quiet button that shows and hides ``body``."""

    unfolded = Signal(bool)

    def __init__(self, theme: AppTheme, title: str = "") -> None:
        super().__init__()
        self._button = FoldButton(theme, title)
        self.setFocusProxy(self._button)
        self._button.toggled.connect(self._set_body_visible)
        self._ground = QWidget()
        edges = (Space.SNUG, 0, Space.SNUG, Space.TIGHT)
        self.body = column(gap=Space.TIGHT, margins=edges, within=self._ground)
        self._ground.hide()
        line = row(self._button, STRETCH, gap=None)
        column(line, self._ground, gap=Space.HAIR, within=self)

    def show_title(self, title: str) -> None:
        """Change the words on the button."""
        self._button.setText(title)

    def unfold(self, on: bool) -> None:
        """Show or hide the body."""
        self._button.setChecked(on)

    def _set_body_visible(self, on: bool) -> None:
        self.unfolded.emit(on)
        self._ground.setVisible(on)
        self._button.show_icon("minus" if on else "plus")
        tell_folded(self._button)
