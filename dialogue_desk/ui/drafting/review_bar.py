"""The bar over a document under review: which one, how much is left to look at, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.ui.widgets.pill import Pill, Tone

_WIDTH_FOR_WORDS = 900
"""The least width at 100 % text at which the way back has its words, and the count is whole."""


class ReviewBar(Card):
    """Tells ``left`` and ``kept``; ``turned`` to the lines (0) or the guide (1) where only one has room."""

    left = Signal()
    kept = Signal()
    undone = Signal()
    redone = Signal()
    turned = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        self._theme, self._words = context.theme, context.words
        theme, tr = context.theme, context.words.tr
        self._name = Label(role="strong")
        self.back = Button(theme, tr("Leave"), weight=Weight.QUIET, icon="back")
        self.doubts = Pill(theme)
        self.undo = Button(theme, tr("Undo"), weight=Weight.QUIET, icon="undo", bare=True)
        self.redo = Button(theme, tr("Redo"), weight=Weight.QUIET, icon="redo", bare=True)
        self.keep = Button(theme, tr("Save as a guide"), weight=Weight.PRIMARY)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("What is shown"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(tr("Lines"))
        self.tabs.addTab(tr("Guide"))
        self.tabs.currentChanged.connect(self.turned)
        for button, signal in (
            (self.back, self.left),
            (self.undo, self.undone),
            (self.redo, self.redone),
            (self.keep, self.kept),
        ):
            button.clicked.connect(signal)
        middle = Qt.AlignmentFlag.AlignVCenter
        edges = (Space.SNUG, Space.TIGHT, Space.BASE, Space.TIGHT)
        self.add(
            row(
                (self.back, 0, middle),
                (self.tabs, 0, Qt.AlignmentFlag.AlignBottom),
                (self._name, 10, middle),
                STRETCH,
                (self.doubts, 0, middle),
                (self.undo, 0, middle),
                (self.redo, 0, middle),
                (self.keep, 0, middle),
                gap=Space.SNUG,
                margins=edges,
            )
        )

    def show_review(self, name: str, doubts: int, undo: str, redo: str) -> None:
        """Show which document it is, how many lines are left to look at, and what can be undone."""
        tr, ntr = self._words.tr, self._words.ntr
        self._name.setText(name)
        left = ntr("{count} line to look at", "{count} lines to look at", doubts)
        self.doubts.show_text(
            left if doubts else tr("Nothing left to look at"), Tone.WARN if doubts else Tone.CALM
        )
        for button, what, said in (
            (self.undo, undo, tr("Undo: {what}", what=undo)),
            (self.redo, redo, tr("Redo: {what}", what=redo)),
        ):
            button.setVisible(bool(what))
            button.setText(said)

    def fit(self, width: int, *, tabs: bool) -> None:
        """Show tabs instead of the name, and fewer words where there is little room."""
        self.tabs.setVisible(tabs)
        self._name.setHidden(tabs)
        self.back.show_words(on=width >= self._theme.scaled(_WIDTH_FOR_WORDS))
