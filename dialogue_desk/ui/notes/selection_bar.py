"""What can be done with several notes at once, under the list while several are chosen."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label


class SelectionBar(QWidget):
    """One line: how many are chosen, and quiet buttons.  Hidden for fewer than two."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._count = Label(role="strong")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(Space.TIGHT, Space.HAIR, 0, Space.HAIR)
        self._line.setSpacing(0)
        self._line.addWidget(self._count, 1)
        self.hide()

    def add(self, action: QAction, words: str, icon: str = "") -> None:
        """Put in a button that does what ``action`` does, as its icon where it has one."""
        button = Button(self._context.theme, words, weight=Weight.QUIET, icon=icon, bare=bool(icon))
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words}  {key}")
        button.clicked.connect(action.trigger)
        self._line.addWidget(button)

    def show_count(self, count: int) -> None:
        """Say that ``count`` notes are chosen."""
        said = self._context.words.ntr("{count} note selected", "{count} notes selected", count)
        if count > 1 and said != self._count.text():
            self._count.setText(said)
        self.setVisible(count > 1)
