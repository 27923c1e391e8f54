"""The bar over a practice: the way out, what is practiced, and that nothing is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.pill import Pill, Tone

_WIDTH_FOR_PLACE = 760
"""The least width, in pixels at 100 % text, at which the place is named and the way out has words."""


class PracticeBar(Card):
    """Names what is practiced; the page decides where ``back`` leads."""

    def __init__(self, context: Context, back: str) -> None:
        super().__init__("bar", edge=0)
        self._theme = context.theme
        self._title, self._place = Label(role="strong"), Label(role="note")
        self.back = Button(context.theme, back, weight=Weight.QUIET, icon="back")
        pill = Pill(context.theme, context.words.tr("Practice: nothing here is saved"), Tone.WARN)
        middle = Qt.AlignmentFlag.AlignVCenter
        line = row(
            (self.back, 0, middle),
            (column(self._title, self._place), 1),
            (pill, 0, middle),
            gap=Space.SNUG,
            margins=(Space.SNUG, Space.TIGHT, Space.BASE, Space.TIGHT),
        )
        self.column.addLayout(line)
        context.theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_text(self, title: str, place: str = "") -> None:
        """Say what is practiced, and where in it a person is."""
        self._title.setText(title)
        self._place.setText(place)
        self._fit()

    def _fit(self) -> None:
        room = self.width() >= self._theme.scaled(_WIDTH_FOR_PLACE)
        self._place.setVisible(room and bool(self._place.text()))
        self.back.show_words(on=room)
