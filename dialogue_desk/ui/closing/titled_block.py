"""A piece of a pane: a heading, and things that are laid out anew when they are others."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.layouts import clear_layout
from dialogue_desk.ui.widgets.section import Section


class CloseSection(QWidget):
    """A heading over ``body``."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = Section(title)
        self._title = title
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.TIGHT)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.TIGHT)
        self.column.addWidget(self.heading)
        self.column.addLayout(self.body)

    def count(self, text: str) -> None:
        """Say how much there is, at the far end of the heading."""
        self.heading.show_text(self._title, text)

    def fill(self, *widgets: QWidget) -> None:
        """Show these things instead of those before."""
        clear_layout(self.body)
        for widget in widgets:
            self.body.addWidget(widget)
