"""What came of opening packages, file by file where something has to be known."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.imports import Taken
from dialogue_desk.ui.theme import Space, Theme
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.sheet import Sheet
from dialogue_desk.words import Words


class TakenSheet(Sheet):
    """Says how many packages were taken in, were here already, and were refused, and why."""

    program_wanted = Signal()

    def __init__(self, taken: Taken, theme: Theme, words: Words, window: QWidget | None = None) -> None:
        super().__init__(theme, headline(taken, words), window, (600, 460 if taken.refused else 280))
        for sentence in _sentences(taken, words):
            self.column.add(Label(sentence))
        if taken.refused:
            self.column.add(Section(words.tr("Not taken in"), str(len(taken.refused))))
        for refused in taken.refused:
            card = Card("notice", edge=Space.BASE)
            card.column.addWidget(Label(refused.path.name, "strong"))
            card.column.addWidget(Label(refused.sentence))
            self.column.add(card)
        self.column.body.addStretch(1)
        close = first = Button(theme, words.tr("Close"))
        close.clicked.connect(self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
        if taken.taken or taken.known:
            first = Button(theme, words.tr("Look at the program"), weight=Weight.PRIMARY)
            first.clicked.connect(self._go)
            self.foot.addWidget(first)
        first.setFocus()

    def _go(self) -> None:
        self.accept()
        self.program_wanted.emit()


def headline(taken: Taken, words: Words) -> str:
    """Return what came of it in one line."""
    if taken.taken:
        return words.ntr("One package taken in", "{count} packages taken in", len(taken.taken))
    if taken.known:
        return words.tr("Nothing new: this was here already")
    return words.tr("Nothing was taken in")


def _sentences(taken: Taken, words: Words) -> Iterator[str]:
    if taken.known and taken.taken:
        yield words.ntr(
            "One more was here already, so it changed nothing.",
            "{count} more were here already, so they changed nothing.",
            len(taken.known),
        )
    if taken.clashes:
        yield words.ntr(
            "One entry was written differently on two laptops. Both wordings are kept; "
            "the program shows it, for you to choose.",
            "{count} entries were written differently on two laptops. Both wordings are kept; "
            "the program shows them, for you to choose.",
            taken.clashes,
        )
    if taken.taken:
        yield words.tr("Undo takes all of it out again.")
    if taken.refused and (taken.taken or taken.known):
        yield words.tr("The files below are as they were, and stopped nothing.")
