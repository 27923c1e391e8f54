"""A small heading over a group of things, with their number."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row


class Section(QWidget):
    """The heading ``title`` and, at the far end of its line, ``count`` in words ("14 today")."""

    def __init__(self, title: str, count: str = "") -> None:
        super().__init__()
        self._title = Label(title, "section")
        self._count = Label(count, "note", wrap=False)
        middle = Qt.AlignmentFlag.AlignVCenter
        row((self._title, 1, middle), (self._count, 0, middle), gap=Space.SNUG, within=self)

    def show_text(self, title: str, count: str = "") -> None:
        """Change the heading and the count."""
        self._title.setText(title)
        self._count.setText(count)
