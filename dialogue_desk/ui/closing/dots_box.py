"""Whether the ideas were weighed with dots, how many there were, and how many were given."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.closing.dots import Weighing
from dialogue_desk.domain.model.circles import MOST_PEOPLE
from dialogue_desk.domain.model.closing import MOST_DOTS, DotVote
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words

_NUMBER = 190


class DotsBox(Card):
    """Tells ``turned(bool)`` and ``changed(dots each, voters)``."""

    turned = Signal(bool)
    changed = Signal(int, int)

    def __init__(self, context: Context) -> None:
        super().__init__(edge=Space.BASE)
        theme, words = context.theme, context.words
        self._words = words
        self.switch = Tick(theme, words.tr("We voted with dots"))
        self.switch.clicked.connect(self.turned)
        self.each = Number(theme, words, 0, MOST_DOTS)
        self.voters = Number(theme, words, 0, MOST_PEOPLE)
        self._budget = Label()
        numbers = QWidget()
        line = FlowLayout(numbers, gap=Space.WIDE)
        for label, number in (
            (words.tr("Dots for each person"), self.each),
            (words.tr("People who voted"), self.voters),
        ):
            number.box.setKeyboardTracking(False)
            number.setFixedWidth(theme.scaled(_NUMBER))
            number.changed.connect(lambda _: self.changed.emit(self.each.value(), self.voters.value()))
            line.addWidget(Field(label, number))
        self._numbers = numbers
        for piece in (self.switch, numbers, self._budget):
            self.column.addWidget(piece)

    def show_vote(self, vote: DotVote | None, weighed: Weighing | None) -> None:
        """Show how the ideas were weighed, if they were."""
        self.switch.setChecked(vote is not None)
        self._numbers.setVisible(vote is not None)
        self._budget.setVisible(weighed is not None)
        if vote is not None:
            self.each.show_value(vote.dots_each)
            self.voters.show_value(vote.voters)
        if weighed is not None:
            self._budget.play("warn" if weighed.over else "note")
            self._budget.setText(budget_in_words(weighed, self._words))

    def sentence(self) -> str:
        """Return what is said of the budget."""
        return self._budget.text()


def budget_in_words(weighed: Weighing, words: Words) -> str:
    """Return "21 of 33 dots given", or how many are too many."""
    if weighed.over:
        return words.ntr(
            "{given} of {budget} dots: {count} too many. Someone may have used more dots than they had.",
            "{given} of {budget} dots: {count} too many. Someone may have used more dots than they had.",
            weighed.over,
            given=weighed.given,
            budget=weighed.budget,
        )
    return words.tr("{given} of {budget} dots given", given=weighed.given, budget=weighed.budget)
