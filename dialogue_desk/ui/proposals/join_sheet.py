"""The sheet on which a person says how two proposals stand to each other, with what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.model.organizing import Rung
from dialogue_desk.domain.overview.proposal_filter import Order, ProposalFilter, in_order
from dialogue_desk.domain.overview.proposals import Proposal, each_once
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.proposals.actor_choice import keep_narrow
from dialogue_desk.ui.proposals.proposal_text import circles_text, who_text
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words.languages import join_names
from dialogue_desk.words.names import name_of

_MOST_FOUND = 5
_LONGEST = 160
"""So many characters of what circles wrote are shown here."""
_LADDER = (Rung.DUPLICATE, Rung.NEAR, Rung.RELATED, Rung.CONFLICT)


class JoinSheet(SheetDialog):
    """Compares ``one`` with another of ``others``, which a person finds by typing where it is not given.

    ``decided(other, rung, why, what)`` tells the answer; ``what`` is the wording of both, "" to leave it.
    """

    decided = Signal(object, object, str, str)

    def __init__(
        self,
        one: Proposal,
        others: Sequence[Proposal],
        context: Context,
        window: QWidget,
        other: Proposal | None = None,
    ) -> None:
        words = context.words
        title = words.tr("How do these two compare?")
        super().__init__(context.theme, title, window, wide=True, characters=96)
        self._words, self._one, self._other = words, one, other
        self._others = [it for it in others if it.id != one.id]
        self._first, self._second = Card(edge=Space.SNUG), Card(edge=Space.SNUG)
        self.typed = LineBox()
        self._find = Field(words.tr("Find the other proposal"), self.typed, words.tr("Type words of it."))
        self._found = column(gap=Space.TIGHT)
        choices = [Choice(rung, name_of(rung, words)) for rung in _LADDER]
        self.ladder = Chips(context.theme, title, choices)
        self._comes = Label()
        self.wording = Select(context.theme)
        keep_narrow(self.wording)
        hint = words.tr("If you split them again, these words stay with the first one.")
        self._wording = Field(words.tr("How both are worded"), self.wording, hint)
        self.why = LineBox()
        self._why = Field(words.tr("Why"), self.why, words.tr("A few words for whoever looks at this later."))
        self.column.add(self._first, self._find, self._found, self._second)
        self.column.add(self.ladder, self._comes, self._wording, self._why)
        self.column.body.addStretch(1)
        self.foot.addStretch(1)
        self.cancel = self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.accept_button = self.add_button("", self._decide, weight=Weight.PRIMARY)
        self.ladder.choose(Rung.NEAR)
        self.ladder.chosen.connect(lambda _: self._show())
        self.typed.textChanged.connect(lambda _: self._search())
        self._fill(self._first, one)
        self._search()
        self._show()
        first: QWidget = self.typed if other is None else self.cancel
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self) -> None:
        """Offer the proposals that have the typed words: those of most circles first."""
        clear_layout(self._found)
        if self._other is not None or not self.typed.text().strip():
            return
        found = ProposalFilter(typed=self.typed.text()).of(self._others)
        for proposal in in_order(found, Order.CIRCLES)[:_MOST_FOUND]:
            button = Button(self._theme, shortened(proposal.idea.what, _LONGEST))
            button.leading = True
            button.clicked.connect(partial(self._choose, proposal))
            self._found.addWidget(button)
        if not found:
            self._found.addWidget(Label(self._words.tr("No other proposal has these words."), "muted"))

    def _choose(self, proposal: Proposal) -> None:
        self._other = proposal
        self._search()
        self._show()
        self.ladder.focus_choice()

    def _show(self) -> None:
        words, one, other = self._words, self._one, self._other
        rung = Rung(self.ladder.choice())
        self._find.setVisible(other is None)
        for part in (self._second, self.ladder, self._comes, self._why):
            part.setVisible(other is not None)
        self._wording.setVisible(other is not None and rung.merges)
        self.accept_button.setEnabled(other is not None)
        self.accept_button.setText(
            words.tr("Count as one") if rung.merges else words.tr("Keep both and link them")
        )
        if other is None:
            return
        self._fill(self._second, other)
        wordings = each_once(it.idea.what for it in (one, other)) + one.wordings + other.wordings
        self.wording.show_choices([Choice(it, shortened(it, _LONGEST)) for it in each_once(wordings)])
        self._comes.setText(self._outcome(one, other, rung))

    def _outcome(self, one: Proposal, other: Proposal, rung: Rung) -> str:
        words = self._words
        if not rung.merges:
            return words.tr("Both stay. Each shows that the other stands beside it.")
        codes = {it.circle_id: it.circle for both in (one, other) for it in both.sources}
        return words.tr(
            "One proposal of {circles}: {codes}. All their words stay, and you can take them apart again.",
            circles=circles_text(len(codes), words),
            codes=join_names(sorted(codes.values(), key=look_up_order), words),
        )

    def _fill(self, card: Card, proposal: Proposal) -> None:
        clear_layout(card.column)
        detail = f"{who_text(proposal, self._words)} · {circles_text(proposal.circles, self._words)}"
        card.add(Label(shortened(proposal.idea.what, 2 * _LONGEST), "strong"), Label(detail, "note"))

    def _decide(self) -> None:
        if self._other is None:
            return
        rung = Rung(self.ladder.choice())
        worded = self.wording.choice() if rung.merges else ""
        self.decided.emit(self._other, rung, " ".join(self.why.text().split()), worded)
        self.accept()
