"""One row of Home: what it is about, and the buttons for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.folders import SessionEntry
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words import Words

Line: TypeAlias = tuple[str, str]
"""A text, and the role that decides how it looks."""

Press: TypeAlias = Callable[[str], None]
"""Called with the name of a button that was pressed: what it does and to what ("run:ID", "search:")."""


class NamedButton(Button):
    """A button of Home, whose object name says what it does and to what."""


class HomeButtons:
    """Makes the buttons of Home; all of them call ``press``."""

    def __init__(self, theme: AppTheme, words: Words, press: Press) -> None:
        self.theme, self.words = theme, words
        self._press = press

    def make(
        self,
        name: str,
        text: str,
        weight: Weight = Weight.NORMAL,
        icon: str = "",
        *,
        bare: bool = False,
    ) -> NamedButton:
        """Return the button ``name``."""
        button = NamedButton(self.theme, text, weight=weight, icon=icon, bare=bare)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._press(name))
        return button

    def begin(self, weight: Weight) -> NamedButton:
        """Return the button that begins a session."""
        return self.make("begin:", self.words.tr("Start a conversation now"), weight, "plus")

    def more(self, target: str, action_id: str = "more") -> NamedButton:
        """Return the button that opens the menu of ``target``."""
        return self.make(f"{action_id}:{target}", self.words.tr("More"), Weight.QUIET, "more", bare=True)

    def more_once_noted(self, entry: SessionEntry) -> list[NamedButton]:
        """Return the button that leads to the wrap-up of a session that is still to come, if it has notes.

        On a laptop that only takes notes the clock of the session never runs, so its wrap-up is found here.
        """
        return [self.more(entry.id, "noted")] if entry.notes or entry.actions else []


class HomeRow(ResponsiveRow):
    """Shows ``lines``, and ``buttons`` at the far end."""

    def __init__(
        self, theme: AppTheme, lines: Sequence[Line], buttons: Sequence[Button] = (), *, below: int = 620
    ) -> None:
        super().__init__(theme, below, gap=Space.BASE)
        texts = QWidget()
        column(*(Label(text, role) for text, role in lines), gap=Space.HAIR, within=texts)
        self.add(texts, 1)
        for button in buttons:
            button.setAccessibleDescription(". ".join(text for text, _ in lines))
        if buttons:
            self.add(flowing(*buttons, gap=Space.SNUG))
