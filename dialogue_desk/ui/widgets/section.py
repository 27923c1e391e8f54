"""A small heading over a group of things, and how many there are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label


class Section(QWidget):
    """The heading ``title`` and, at the far end of its line, ``count`` in words ("14 tonight")."""

    def __init__(self, title: str, count: str = "") -> None:
        super().__init__()
        self._title = Label(title, "section")
        self._count = Label(count, "note", wrap=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SNUG)
        line.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_text(self, title: str, count: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._count.setText(count)
