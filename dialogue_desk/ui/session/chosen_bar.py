"""What can be done with several notes at once, under the list while several are chosen."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.ui.surroundings import Surroundings
from dialogue_desk.ui.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label


class ChosenBar(QWidget):
    """Says how many are chosen, with a quiet button for each of a few actions.  Hidden for fewer than two."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._count = Label(role="strong")
        self._count.setContentsMargins(Space.TIGHT, 0, 0, 0)
        buttons = QWidget()
        self._buttons = FlowLayout(buttons, gap=0)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.TIGHT, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(Hairline())
        column.addLayout(head)
        column.addWidget(buttons)
        self.hide()

    def add(self, action: QAction, words: str, icon: str = "") -> Button:
        """Put in a button that does what ``action`` does."""
        button = Button(self._around.theme, words, weight=Weight.QUIET, icon=icon)
        button.setToolTip(action.shortcut().toString(action.shortcut().SequenceFormat.NativeText))
        button.clicked.connect(action.trigger)
        self._buttons.addWidget(button)
        return button

    def show_count(self, count: int) -> None:
        """Say that ``count`` notes are chosen."""
        said = self._around.words.ntr("{count} note chosen", "{count} notes chosen", count)
        if count > 1 and said != self._count.text():
            self._count.setText(said)
        self.setVisible(count > 1)
