"""One line for what can wait: it goes to the parking lot, and comes back at the close."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.line_box import LineBox


class ParkingBar(Card):
    """Tells ``parked(text)``; what is typed stays until it was kept, also while the line is put away."""

    parked = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        theme, tr = context.theme, context.words.tr
        self.box = LineBox()
        asked = tr("Park it for later: what is it about? Enter saves it")
        self.box.setPlaceholderText(asked)
        self.box.setAccessibleName(asked)
        self.keep_button = Button(theme, tr("Park it"))
        self._close = Button(theme, tr("Hide this line"), weight=Weight.QUIET, icon="close", bare=True)
        self.box.returnPressed.connect(self._park)
        self.box.escaped.connect(self.closed)
        self.keep_button.clicked.connect(self._park)
        self._close.clicked.connect(self.closed)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.TIGHT, Space.SNUG, Space.TIGHT)
        line.setSpacing(Space.SNUG)
        line.addWidget(IconView(theme, "parking"))
        line.addWidget(self.box, 1)
        line.addWidget(self.keep_button)
        line.addWidget(self._close)
        self.column.addLayout(line)
        self.hide()

    def clear(self) -> None:
        """Forget what was typed, once it is kept."""
        self.box.clear()

    def _park(self) -> None:
        text = self.box.text()
        if text.strip():
            self.parked.emit(text)
