"""The slim bar at the top: where one is, where one can go, and what can be taken back."""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.words import Words

_WIDTH_FOR_WORDS = 1_100
"""Narrower than this, at 100 % text, Undo, Redo and Settings stand as icons; their words are still said."""


class Navigation(Card):
    """Tells ``wanted(Way)``.  It is hidden while a session is run: that page has a bar of its own."""

    wanted = Signal(object)

    def __init__(self, theme: AppTheme, words: Words, actions: Actions, there: Set[PageName]) -> None:
        super().__init__("bar", edge=0)
        self._theme, self._words, self._session = theme, words, Route()
        self.setAccessibleName(words.tr("Pages"))
        self._line = QHBoxLayout()
        self._line.setContentsMargins(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR)
        self._line.setSpacing(Space.HAIR)
        self.column.addLayout(self._line)
        self.places = {
            place: self._button(text, icon)
            for place, text, icon in (
                (PageName.HOME, words.tr("Home"), "home"),
                (PageName.GUIDES, words.tr("Guides"), "guide"),
                (PageName.PROGRAM, words.tr("Program"), "program"),
            )
            if place in there
        }
        for button in self.places.values():
            button.setCheckable(True)
            button.clicked.connect(self._go)
        self.back = self._button(words.tr("Back to the session"), "play")
        self.back.clicked.connect(self._go_back)
        self._line.addStretch(1)
        self.undo = self._button(words.tr("Undo"), "undo")
        self.undo.clicked.connect(actions["undo"].trigger)
        self.redo = self._button(words.tr("Redo"), "redo")
        self.redo.clicked.connect(actions["redo"].trigger)
        self.settings = self._button(words.tr("Settings"), "settings")
        self.settings.clicked.connect(actions["settings"].trigger)
        theme.changed.connect(self._fit)

    def show_route(self, route: Route, session: Route | None) -> None:
        """Mark where one is; ``session`` is one that goes on, to go back to."""
        self.setVisible(not route.page.running)
        for place, button in self.places.items():
            button.setChecked(place is route.page)
        self._session = session or Route()
        self.back.setVisible(session is not None)

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what Undo takes back and Redo makes again; nothing hides the button."""
        tr = self._words.tr
        for button, what, text in (
            (self.undo, undo, tr("Undo: {what}", what=undo)),
            (self.redo, redo, tr("Redo: {what}", what=redo)),
        ):
            button.setVisible(bool(what))
            button.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, text: str, icon: str) -> Button:
        button = Button(self._theme, text, weight=Weight.QUIET, icon=icon)
        self._line.addWidget(button)
        return button

    def _fit(self) -> None:
        narrow = self.width() < self._theme.scaled(_WIDTH_FOR_WORDS)
        for button in (self.undo, self.redo, self.settings):
            button.show_words(on=not narrow)

    def _go(self) -> None:
        pressed = self.sender()
        for place, button in self.places.items():
            if button is pressed:
                self.wanted.emit(Route(place))

    def _go_back(self) -> None:
        self.wanted.emit(self._session)
