"""What a person does with proposals: each act is one step, is told, and can be undone from there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.proposal_edits import compare, save_card, say_who_acts, take_out
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import Card, Rung, likeness
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.proposals.join_sheet import JoinSheet
from dialogue_desk.ui.widgets.toast import UNDO


class ProposalActs:
    """Acts on the proposals that are ``known``; circles without a program have none to act on."""

    def __init__(self, desk: Desk, context: Context) -> None:
        self._desk, self._context, self._words = desk, context, context.words
        self.known: ProgramProposals | None = None

    @property
    def _program(self) -> RecordId | None:
        return self.known.picture.program_id if self.known is not None else None

    def save(self, card: Card) -> None:
        """Keep what organizers say of a proposal or a question."""
        if self.known is not None and self._program is not None:
            known = self.known.picture.work.cards.get(card.about, Card(card.about))
            home = self.known.home.get(card.about)
            save_card(self._desk, self._program, card, home.card if home is not None else known)

    def say_who(self, actors: Mapping[Card, str]) -> None:
        """Say for each of these who has to act, or can answer."""
        if self._program is not None and say_who_acts(self._desk, self._program, actors) is not None:
            words = self._words
            self._tell(words.ntr("Saved for {count}.", "Saved for all {count}.", len(actors)))

    def ask(self, one: Proposal, other: Proposal | None, window: QWidget) -> None:
        """Ask how a proposal stands to another one, or first which other one."""
        if self.known is None or self._program is None:
            return
        sheet = JoinSheet(one, self.known.all, self._context, window, other)
        sheet.decided.connect(lambda other, rung, why, what: self._compare(one, other, rung, (why, what)))
        sheet.open()

    def part(self, one: Proposal, other: Proposal) -> None:
        """Say that two proposals have nothing to do with each other; that is remembered."""
        if self.known is None or self._program is None:
            return
        said = [it for it_other, it in self.known.related.get(one.id, ()) if it_other.id == other.id]
        for it in said or [likeness(one.id, other.id, Rung.DIFFERENT)]:
            compare(self._desk, self._program, replace(it, rung=Rung.DIFFERENT))
        self._tell(self._words.tr("They stay two proposals."))

    def take_out(self, proposal: Proposal, ideas: Collection[RecordId]) -> None:
        """Let ideas be a proposal of their own again."""
        if self.known is None:
            return
        cards = self.known.picture.work.cards
        worded = {one for one in proposal.ids if one in cards and cards[one].what}
        if take_out(self._desk, self.known.picture, proposal, ideas) is not None:
            said = [self._words.tr("It is a proposal of its own again.")]
            if worded and worded.isdisjoint(ideas):
                said.append(self._words.tr("Your words stay with the proposal that it left."))
            elif worded and worded <= set(ideas):
                said.append(self._words.tr("Your words went with it."))
            self._tell(" ".join(said))

    def _compare(self, one: Proposal, other: Proposal, rung: Rung, said: tuple[str, str]) -> None:
        if self._program is None:
            return
        why, what = said
        # Where both have organizers' words, either could be shown: the chosen ones stand on both cards.
        cards = [replace(it.card, what=what) for it in (one, other) if what and (it is one or it.card.what)]
        compare(self._desk, self._program, likeness(one.id, other.id, rung, why), *cards)
        words = self._words
        self._tell(
            words.tr("They are one proposal now.") if rung.merges else words.tr("They stay two proposals.")
        )

    def _tell(self, said: str) -> None:
        self._context.toast.say(said, action=self._words.tr("Undo"), action_id=UNDO)
