"""One proposal beside the list: who must act, the organizers' words for it, and what circles wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.notes import Horizon, Level
from dialogue_desk.domain.model.organizing import Likeness
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.domain.overview.support import support_of
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.kept_text import KeptText
from dialogue_desk.ui.proposals.actor_choice import ActorChoice
from dialogue_desk.ui.proposals.proposal_sources import ProposalSources
from dialogue_desk.ui.proposals.proposal_text import dots_text, joined, names_in, proposed_by
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.line_box import LineBox
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words.names import name_of

_LONGEST_TITLE, _LONGEST_NAME = 400, 80
"""How many characters are shown; all of them stand under what circles wrote."""


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """A proposal with what its card needs to know.

    ``offered`` is the actor whom circles meant, or their own words for it; "" where they named nobody.
    ``to_choose`` is the record in which two organizers say different things of it.
    """

    proposal: Proposal
    actors: tuple[str, ...]
    offered: str
    related: tuple[tuple[Proposal, Likeness], ...] = ()
    to_choose: RecordId | None = None
    may_change: bool = True


class ProposalCard(ScrollColumn):
    """Shows a proposal; ``changed(card)`` tells what organizers add to it, field by field.

    ``join_wanted`` asks for another one to join it with, ``conflict_wanted(id)`` for a choice of versions.
    """

    changed = Signal(object)
    join_wanted = Signal()
    conflict_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, edge=Space.HAIR)
        words, theme = context.words, context.theme
        self._words = words
        self._shown: ShownProposal | None = None
        self._title, self._support = Label(role="title"), Label(role="muted")
        self.join = Button(theme, words.tr("Join with another proposal…"))
        self.actor = ActorChoice(context, words.tr("Who must act"), words.tr("Nobody is named yet"))
        self.offer, self._offered = Button(theme, ""), Label()
        self._offer = Card("notice", edge=Space.SNUG)
        self._offer.add(self._offered, flowing(self.offer))
        self.choose = Button(theme, words.tr("Choose a version…"))
        self._differs = Card("notice", edge=Space.SNUG)
        self._differs.add(Label(words.tr("Two organizers say different things.")), flowing(self.choose))
        self.joins = LineBox()
        self.what, self.first_step = KeptText(theme), KeptText(theme)
        self.when = Chips(theme, words.tr("When it can begin"), _choices(Horizon, context), optional=True)
        self.level = Chips(theme, words.tr("Where it has to change"), _choices(Level, context), optional=True)
        self.sources = ProposalSources(context)
        self._outside = Label(
            words.tr("These circles are in no program yet. Make a program with them to work on proposals."),
            "muted",
        )
        self._fields = (
            self.actor,
            Field(words.tr("Who would join"), self.joins, words.tr("Several names: a comma between them.")),
            Field(words.tr("When it can begin"), self.when),
            Field(words.tr("Where it has to change"), self.level),
            Field(
                words.tr("How it is worded"),
                self.what,
                words.tr("Leave it empty to keep the words of the circles."),
            ),
            Field(words.tr("First step"), self.first_step),
        )
        self._dots, self._dots_said = Expander(theme), Label(role="note")
        self._dots.body.addWidget(self._dots_said)
        self._joining = flowing(self.join)
        self.add(self._title, self._support, self._outside, self._differs, self._offer, *self._fields)
        self.add(self._joining, self._dots, self.sources)
        self.body.addStretch(1)
        self._connect()

    def show_proposal(self, shown: ShownProposal) -> None:
        """Show another proposal, or the same one after a change; what was typed is to be kept before."""
        known, self._shown = self._shown, shown
        proposal, words = shown.proposal, self._words
        self._title.setText(shortened(proposal.idea.what, _LONGEST_TITLE))
        support = support_of(proposal)
        code = words.tr("Code: {code}", code=line_code(proposal.id))
        self._support.setText(f"{proposed_by(support, words)} {code}")
        self._dots.setVisible(bool(support.dots))
        self._dots.show_title(
            words.ntr("{count} vote with dots", "{count} votes with dots", len(support.dots))
        )
        self._dots_said.setText("\n".join(dots_text(support, words)))
        self.actor.show_actor(shown.actors, proposal.actor)
        self._show_offer(shown)
        self._differs.setVisible(shown.to_choose is not None)
        self.joins.setText(joined(proposal.joins))
        self.when.choose(proposal.when or "")
        self.level.choose(proposal.level or "")
        self.what.show_text(proposal.card.what)
        self.first_step.show_text(proposal.card.first_step or proposal.idea.first_step)
        self.sources.show_sources(proposal, shown.related, may_change=shown.may_change)
        for field in (*self._fields, self._joining):
            field.setVisible(shown.may_change)
        self._outside.setVisible(not shown.may_change)
        if known is None or known.proposal.id != proposal.id:
            self.open_at_top()

    def keep(self) -> None:
        """Tell what was typed and not told yet."""
        for box in (self.actor, self.what, self.first_step):
            box.keep()
        self._keep_joins()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    def _connect(self) -> None:
        self.join.clicked.connect(self.join_wanted)
        self.choose.clicked.connect(self._choose)
        self.actor.chosen.connect(self._name_actor)
        self.offer.clicked.connect(self._accept)
        self.joins.editingFinished.connect(self._keep_joins)
        self.when.chosen.connect(lambda one: self._change(horizon=Horizon(one) if one else None))
        self.level.chosen.connect(lambda one: self._change(level=Level(one) if one else None))
        self.what.kept.connect(lambda text: self._change(what=text))
        self.first_step.kept.connect(lambda text: self._change(first_step=text))

    def _show_offer(self, shown: ShownProposal) -> None:
        words, proposal = self._words, shown.proposal
        open_offer = bool(shown.offered) and not proposal.actor and shown.may_change
        self._offer.setVisible(open_offer)
        if open_offer:
            self._offered.setText(
                words.tr("Circles wrote: “{who}”.", who=shortened(proposal.named, _LONGEST_TITLE))
            )
            as_written = shown.offered == proposal.named
            self.offer.setText(
                words.tr("Use these words")
                if as_written
                else words.tr("Choose {actor}", actor=shortened(shown.offered, _LONGEST_NAME))
            )

    def _choose(self) -> None:
        if self._shown is not None and self._shown.to_choose is not None:
            self.conflict_wanted.emit(self._shown.to_choose)

    def _name_actor(self, name: str) -> None:
        shown = self._shown
        if shown is not None and not name and not shown.proposal.card.actor:
            self.actor.show_actor(shown.actors, shown.proposal.actor)  # whom all circles name is named
        else:
            self._change(actor=name)

    def _accept(self) -> None:
        if self._shown is not None:
            self._change(actor=self._shown.offered)

    def _keep_joins(self) -> None:
        names = names_in(self.joins.text())
        if self._shown is not None and names != self._shown.proposal.card.joins:
            self._change(joins=names)

    def _change(self, **said: object) -> None:
        if self._shown is not None and self._shown.may_change:
            card = replace(self._shown.proposal.card, **said)  # type: ignore[arg-type]
            self._shown = replace(self._shown, proposal=replace(self._shown.proposal, card=card))
            self.changed.emit(card)


def _choices(kind: type[Horizon] | type[Level], context: Context) -> Sequence[Choice]:
    return [Choice(one, name_of(one, context.words)) for one in kind]
