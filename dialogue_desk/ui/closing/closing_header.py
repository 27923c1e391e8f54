"""The bar over the wrap-up page: which session it is, Undo, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import weekday

_WIDTH_FOR_PLACE = 760
"""The least width, in pixels at 100 % text, at which the place is named and ways out have words."""


class CloseHeader(Card):
    """Names the session; ``back_wanted`` leads back to it, and ``home_button`` out of it."""

    back_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        self._theme, self._words = context.theme, context.words
        theme, tr = context.theme, context.words.tr
        self._title, self._place = Label(role="strong"), Label(role="note")
        self.home_button = Button(theme, tr("Home"), weight=Weight.QUIET, icon="home", bare=True)
        self.undo = Button(theme, tr("Undo"), weight=Weight.QUIET, icon="undo", bare=True)
        self.redo = Button(theme, tr("Redo"), weight=Weight.QUIET, icon="redo", bare=True)
        self._back = Button(theme, tr("Back to the session"), icon="back")
        self._back.clicked.connect(self.back_wanted)
        line = row(
            self.home_button,
            (column(self._title, self._place), 1),
            self.undo,
            self.redo,
            self._back,
            gap=Space.SNUG,
            margins=(Space.SNUG, Space.TIGHT, Space.BASE, Space.TIGHT),
        )
        for button in (self.undo, self.redo, self._back):
            line.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(line)
        self.show_undo("", "")
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_folder(self, folder: SessionFolder) -> None:
        """Name a session by its circle and number, and say what it was about, where and when."""
        words, session = self._words, folder.session
        self._title.setText(
            words.tr("Wrap up: {circle}, session {number}", circle=folder.circle.code, number=session.number)
        )
        parts = (
            title_of(folder.plan, words),
            session.place or folder.circle.place,
            weekday(session.start, session.zone, words),
        )
        self._place.setText(" · ".join(part for part in parts if part))

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what Undo and Redo would do; a button is hidden where its text is ""."""
        for button, what, text in (
            (self.undo, undo, self._words.tr("Undo: {what}", what=undo)),
            (self.redo, redo, self._words.tr("Redo: {what}", what=redo)),
        ):
            button.setVisible(bool(what))
            button.setText(text)

    def _fit(self) -> None:
        room = self.width() >= self._theme.scaled(_WIDTH_FOR_PLACE)
        self._place.setVisible(room)
        self._back.show_words(on=room)
