"""One line for what can wait: it goes to the parking lot, and comes back when the session is wrapped up."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.line_box import LineBox


class ParkingBar(Card):
    """Tells ``parked(text)``; what is typed stays until :meth:`clear`, also while the bar is hidden."""

    parked = Signal(str)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        theme, tr = context.theme, context.words.tr
        self.box = LineBox()
        prompt = tr("Park it for later: what is it about? Enter saves it")
        self.box.setPlaceholderText(prompt)
        self.box.setAccessibleName(prompt)
        self.keep_button = Button(theme, tr("Park it"))
        self._close = Button(theme, tr("Hide this line"), weight=Weight.QUIET, icon="close", bare=True)
        self.box.returnPressed.connect(self._park)
        self.box.escaped.connect(self.closed)
        self.keep_button.clicked.connect(self._park)
        self._close.clicked.connect(self.closed)
        pieces = (IconView(theme, "parking"), (self.box, 1), self.keep_button, self._close)
        edges = (Space.WIDE, Space.TIGHT, Space.SNUG, Space.TIGHT)
        self.column.addLayout(row(*pieces, gap=Space.SNUG, margins=edges))
        self.hide()

    def clear(self) -> None:
        """Empty the box, once the text is saved."""
        self.box.clear()

    def _park(self) -> None:
        text = self.box.text()
        if text.strip():
            self.parked.emit(text)
