"""What can be done with several notes at once, under the list while several are chosen."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
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
        self._head = head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.HAIR, 0, Space.HAIR)
        column.setSpacing(0)
        column.addWidget(Hairline())
        column.addLayout(head)
        column.addWidget(buttons)
        self.hide()

    def add(self, action: QAction, words: str, icon: str = "") -> None:
        """Put in a button that does what ``action`` does; one with an icon stands beside the count."""
        button = Button(self._around.theme, words, weight=Weight.QUIET, icon=icon, bare=bool(icon))
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words}  {key}")
        button.clicked.connect(action.trigger)
        if icon:
            self._head.addWidget(button)
        else:
            self._buttons.addWidget(button)

    def show_count(self, count: int) -> None:
        """Say that ``count`` notes are chosen."""
        said = self._around.words.ntr("{count} note chosen", "{count} notes chosen", count)
        if count > 1 and said != self._count.text():
            self._count.setText(said)
        self.setVisible(count > 1)
