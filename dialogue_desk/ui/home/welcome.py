"""The first start: nothing is here yet, and these are the ways to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.ui.home.home_row import NamedButton
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.words import Words


class Welcome(QWidget):
    """Says what the app is for, and offers to begin, to open, or to play."""

    def __init__(self, theme: AppTheme, words: Words, press: Callable[[str], None]) -> None:
        super().__init__()
        self._theme, self._press = theme, press
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.WIDE, 0, Space.WIDE)
        column.setSpacing(Space.SNUG)
        column.addWidget(Label(words.tr("Welcome!"), "title"))
        column.addWidget(
            Label(
                words.tr(
                    "Dialogue Desk leads a circle through its session step by step, saves notes of what "
                    "is said, and brings many circles together. Everything stays on this laptop."
                ),
                "lead",
            )
        )
        column.addSpacing(Space.BASE)
        ways = ResponsiveRow(theme, 860, gap=Space.BASE)
        column.addWidget(ways)
        self.begin = self._way(
            ways,
            (
                "people",
                words.tr("Run a conversation"),
                words.tr("Choose a guide and say how many people will be there."),
            ),
            ("begin:", words.tr("Start a conversation now"), Weight.PRIMARY),
        )
        self._way(
            ways,
            (
                "folder",
                words.tr("Open files you were given"),
                words.tr("From an organizer, or another laptop."),
            ),
            ("open:", words.tr("Open a file or folder"), Weight.NORMAL),
        )
        self._way(
            ways,
            (
                "play",
                words.tr("Look around first"),
                words.tr("Five made-up circles to try things on. Delete them any time."),
            ),
            ("sample:", words.tr("Open the sample community"), Weight.NORMAL),
        )
        more = QHBoxLayout()
        for name, text, icon in (
            ("guides:", words.tr("Read the guides"), "guide"),
            ("paper:", words.tr("Type up a session from paper notes"), "note"),
        ):
            button = NamedButton(theme, name, text, Weight.QUIET, icon)
            button.pressed_name.connect(press)
            more.addWidget(button)
        more.addStretch(1)
        column.addLayout(more)

    def _way(
        self, ways: ResponsiveRow, said: tuple[str, str, str], pressed: tuple[str, str, Weight]
    ) -> NamedButton:
        icon, title, sentence = said
        card = Card()
        card.column.addWidget(IconView(self._theme, icon, 32), 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addWidget(Label(title, "heading"))
        card.column.addWidget(Label(sentence, "muted"))
        card.column.addStretch(1)
        card.column.addSpacing(Space.TIGHT)
        name, text, weight = pressed
        button = NamedButton(self._theme, name, text, weight)
        button.setAccessibleDescription(sentence)
        button.pressed_name.connect(self._press)
        card.column.addWidget(button)
        ways.add(card, 1)
        return button
