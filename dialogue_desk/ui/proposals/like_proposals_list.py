"""Proposals that may be one: two and two, with the words that say so, and the two answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dialogue_desk.domain.overview.like_proposals import LikeProposals
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.proposals.proposal_acts import ProposalActs
from dialogue_desk.ui.proposals.proposal_text import circles_text, shared_text
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight, act_on
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn


class LikeProposalsList(ScrollColumn):
    """Shows offers; a person compares two, or says that they are different for good."""

    def __init__(self, acts: ProposalActs, context: Context) -> None:
        super().__init__(context.theme, characters=90)
        self._acts, self._words = acts, context.words
        self._lead = Label(role="muted")
        self._list = column(gap=Space.SNUG)
        self.add(Label(self._words.tr("Perhaps the same"), "title"), self._lead, self._list)
        self.body.addStretch(1)

    def show_offers(self, offers: Sequence[LikeProposals]) -> None:
        """Show these offers, the likeliest first."""
        words = self._words
        clear_layout(self._list)
        self._lead.setText(
            words.tr("You decide. What you join can be taken apart at any time; a no is remembered.")
            if offers
            else words.tr("No two proposals look alike. You can still join any two from the list.")
        )
        for like in offers:
            self._list.addWidget(self._offer(like))

    def _offer(self, like: LikeProposals) -> Card:
        words, names = self._words, {"one": like.one.idea.what, "other": like.other.idea.what}
        card = Card(edge=Space.BASE)
        for one in (like.one, like.other):
            card.add(
                column(Label(one.idea.what, "strong"), Label(self._circles(one), "note"), gap=Space.HAIR)
            )
        compare = act_on(
            self._theme,
            words.tr("Compare…"),
            words.tr("Compare “{one}” and “{other}”", **names),
            partial(self._compare, like),
        )
        part = act_on(
            self._theme,
            words.tr("Not the same"),
            words.tr("“{one}” and “{other}” are not the same", **names),
            partial(self._part, like),
            Weight.QUIET,
        )
        card.add(Label(shared_text(like, words), "muted"), flowing(compare, part))
        return card

    def _circles(self, one: Proposal) -> str:
        codes = dict.fromkeys(source.circle for source in one.sources)
        return f"{circles_text(one.circles, self._words)}: {', '.join(codes)}"

    def _compare(self, like: LikeProposals, _checked: bool = False) -> None:
        self._acts.ask(like.one, like.other, self.window())

    def _part(self, like: LikeProposals, _checked: bool = False) -> None:
        self._acts.part(like.one, like.other)
