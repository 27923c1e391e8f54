"""What came of opening packages, file by file where something has to be known."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.desk.imports import Taken
from dialogue_desk.ui.theme import Space, Theme
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.column import Column
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words


class TakenSheet(QDialog):
    """Says how many packages were taken in, were here already, and were refused, and why."""

    program_wanted = Signal()

    def __init__(self, taken: Taken, theme: Theme, words: Words, window: QWidget | None = None) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = headline(taken, words)
        self.setWindowTitle(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, Space.WIDE)
        column = Column(theme)
        column.add(Label(title, "title"))
        for sentence in _sentences(taken, words):
            column.add(Label(sentence))
        if taken.refused:
            column.add(Section(words.tr("Not taken in"), str(len(taken.refused))))
            for refused in taken.refused:
                card = Card("notice", edge=Space.BASE)
                card.column.addWidget(Label(refused.path.name, "strong"))
                card.column.addWidget(Label(refused.sentence))
                column.add(card)
        column.body.addStretch(1)
        whole.addWidget(column, 1)
        whole.addLayout(self._buttons(taken, theme, words))
        self.resize(theme.scaled(600), theme.scaled(460 if taken.refused else 280))
        self._ring = FocusRing(theme, self)

    def _buttons(self, taken: Taken, theme: Theme, words: Words) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        line.setSpacing(Space.SNUG)
        line.addStretch(1)
        close = Button(theme, words.tr("Close"))
        close.clicked.connect(self.accept)
        line.addWidget(close)
        first = close
        if taken.taken or taken.known:
            first = Button(theme, words.tr("Look at the program"), weight=Weight.PRIMARY)
            first.clicked.connect(self._go)
            line.addWidget(first)
        first.setDefault(True)
        first.setFocus()
        return line

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
