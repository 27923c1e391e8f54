"""The first start: nothing is here yet, and these are the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.home.home_row import HomeButtons, NamedButton
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow


class Welcome(QWidget):
    """Says what the app is for, and offers to begin, to open files, or to look around."""

    def __init__(self, buttons: HomeButtons) -> None:
        super().__init__()
        self._theme, words, make = buttons.theme, buttons.words, buttons.make
        begin = make("begin:", words.tr("Start a conversation now"), Weight.PRIMARY)
        files = make("open:", words.tr("Open a file or folder"))
        sample = make("sample:", words.tr("Open the sample community"))
        ways = ResponsiveRow(self._theme, 860, gap=Space.BASE)
        for icon, title, sentence, button in (
            (
                "people",
                words.tr("Run a conversation"),
                words.tr("Choose a guide and say how many people will be there."),
                begin,
            ),
            (
                "folder",
                words.tr("Open files you were given"),
                words.tr("From an organizer, or another laptop."),
                files,
            ),
            (
                "play",
                words.tr("Look around first"),
                words.tr("Five made-up circles to try things on. Delete them any time."),
                sample,
            ),
        ):
            ways.add(self._way(icon, title, sentence, button), 1)
        purpose = words.tr(
            "Dialogue Desk leads a circle through its session step by step, saves notes of what "
            "is said, and brings many circles together. Everything stays on this laptop."
        )
        more = row(
            make("guides:", words.tr("Read the guides"), Weight.QUIET, "guide"),
            make("paper:", words.tr("Type up a session from paper notes"), Weight.QUIET, "note"),
            STRETCH,
            gap=None,
        )
        page = column(
            Label(words.tr("Welcome!"), "title"),
            Label(purpose, "lead"),
            gap=Space.SNUG,
            margins=(0, Space.WIDE, 0, Space.WIDE),
            within=self,
        )
        page.addSpacing(Space.BASE)
        page.addWidget(ways)
        page.addLayout(more)

    def _way(self, icon: str, title: str, sentence: str, button: NamedButton) -> Card:
        card = Card()
        card.column.addWidget(IconView(self._theme, icon, 32), 0, Qt.AlignmentFlag.AlignLeft)
        card.add(Label(title, "heading"), Label(sentence, "muted"), STRETCH)
        card.column.addSpacing(Space.TIGHT)
        button.setAccessibleDescription(sentence)
        card.column.addWidget(button)
        return card
