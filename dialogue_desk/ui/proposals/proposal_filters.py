"""What an organizer wants to see of many proposals: by who, theme, time and level, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.notes import Horizon, Level
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.proposal_filter import ACTOR, NONE, Order, ProposalFilter, Unsaid
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import FoldButton
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.spoken_roles import tell_folded
from dialogue_desk.words.names import name_of

_LONGEST = 80
_WIDEST = 170
"""Pixels at 100 % text: long names of actors and themes are cut in the box, not in its list."""


class ProposalFilters(QWidget):
    """Choices side by side; ``changed`` tells that a person wants something else."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, self._theme, self._words = context.words, context.theme, context.words
        orders = (
            Choice(Order.CIRCLES, words.tr("Most circles first")),
            Choice(Order.WHO, words.tr("By who must act")),
            Choice(Order.WHEN, words.tr("By time")),
            Choice(Order.LEVEL, words.tr("By level")),
            Choice(Order.THEME, words.tr("By theme")),
        )
        self.order = self._select(words.tr("Sort order"), orders)
        self.who = self._select(words.tr("Who must act"))
        self.theme = self._select(words.tr("Theme"))
        self.when = self._select(words.tr("When it can begin"))
        self.level = self._select(words.tr("Where it has to change"))
        self._all = (self.order, self.who, self.theme, self.when, self.level)
        self.more = FoldButton(context.theme, words.tr("More filters"))
        self.more.toggled.connect(self._fold)
        line = FlowLayout(self)
        for one in (self.order, self.who, self.more, self.theme, self.when, self.level):
            line.addWidget(one)
        self._fold()
        self.when.show_choices(self._members(words.tr("Any time"), Horizon, words.tr("No time set")))
        self.level.show_choices(self._members(words.tr("Any level"), Level, words.tr("No level set")))
        context.theme.changed.connect(self._fit)
        self._fit()

    def show_proposals(self, proposals: Sequence[Proposal], actors: Iterable[str]) -> None:
        """Offer what is among these proposals; what was chosen stays if it is still there."""
        words = self._words
        themes = sorted({theme for one in proposals for theme in one.themes}, key=look_up_order)
        self.who.show_choices(
            [
                Choice("", words.tr("Anyone")),
                Choice(Unsaid.NOBODY, words.tr("Nobody is named yet")),
                Choice(Unsaid.CIRCLES, words.tr("As circles wrote, to confirm")),
                *(Choice(f"{ACTOR}{one}", shortened(one, _LONGEST)) for one in actors),
            ]
        )
        self.theme.show_choices(
            [
                Choice("", words.tr("Any theme")),
                *(Choice(one, shortened(one, _LONGEST)) for one in themes),
                Choice(NONE, words.tr("Without a theme")),
            ]
        )

    def wanted(self, typed: str) -> ProposalFilter:
        """Return what a person wants to see; ``typed`` is looked for too."""
        return ProposalFilter(
            typed, self.who.choice(), self.theme.choice(), self.when.choice(), self.level.choice()
        )

    def sort_order(self) -> Order:
        """Return the order that is chosen."""
        return Order(self.order.choice())

    def clear(self) -> None:
        """Want all again."""
        for one in self._all[1:]:
            one.choose("")
        self._fold()
        self.changed.emit()

    def _fold(self) -> None:
        """Show the rarer choices when they are asked for, and always those that leave something out."""
        for one in (self.theme, self.when, self.level):
            one.setVisible(self.more.isChecked() or bool(one.choice()))
        self.more.show_icon("minus" if self.more.isChecked() else "plus")
        tell_folded(self.more)

    def _select(self, name: str, choices: Sequence[Choice] = ()) -> Select:
        select = Select(self._theme, choices)
        select.setAccessibleName(name)
        select.setToolTip(name)
        select.chosen.connect(lambda _: self.changed.emit())
        return select

    def _members(self, anything: str, kind: type[StrEnum], none: str) -> list[Choice]:
        named = (Choice(one, name_of(one, self._words)) for one in kind)
        return [Choice("", anything), *named, Choice(NONE, none)]

    def _fit(self) -> None:
        for one in self._all[1:]:
            one.setMaximumWidth(self._theme.scaled(_WIDEST))
