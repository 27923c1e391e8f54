"""What circles wrote under a proposal, each wording with its circles, and what stands beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.organizing import Likeness
from dialogue_desk.domain.notes.joined_themes import twin_key
from dialogue_desk.domain.overview.program_overview import CircleProposal
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.program_text import source_text
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words.names import name_of

_SHOWN_FIRST = 8
"""So many wordings, or circles of one wording, are shown until a person asks for all."""


class ProposalSources(QWidget):
    """The sources of a proposal and the proposals that it is related to.

    ``taken_out(ids)`` tells which ideas are to leave it, ``opened(id)`` the idea whose session is wanted, and
    ``unrelated(proposal)`` which other one has nothing to do with it after all.
    """

    taken_out = Signal(tuple)
    opened = Signal(str)
    unrelated = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme, self._words = context.theme, context.words
        self._cards: list[Card] = []
        self._all_of: RecordId | None = None
        self._list = column(gap=Space.TIGHT, within=self)

    def show_sources(
        self, proposal: Proposal, related: Sequence[tuple[Proposal, Likeness]], *, may_change: bool
    ) -> None:
        """Show what circles wrote, and what the proposal is related to."""
        words = self._words
        clear_layout(self._list)
        parts = _parts(proposal)
        wordings = words.ntr("said in {count} way", "said in {count} ways", len(proposal.wordings))
        self._list.addWidget(Section(words.tr("What circles wrote"), wordings))
        most = len(parts) if self._all_of == proposal.id else _SHOWN_FIRST
        may_leave = may_change and len(parts) > 1
        self._cards = [self._source(ideas, may_leave=may_leave) for ideas in parts[:most]]
        for card in self._cards:
            self._list.addWidget(card)
        if len(parts) > most:
            every = Button(self._theme, words.ntr("Show all {count}", "Show all {count}", len(parts)))
            every.clicked.connect(lambda: self._show_all(proposal, related, may_change=may_change))
            self._list.addWidget(flowing(every))
        if related:
            self._list.addWidget(Section(words.tr("Related or in conflict")))
        for other, likeness in related:
            self._list.addWidget(self._related(other, likeness, may_change=may_change))

    def _show_all(
        self, proposal: Proposal, related: Sequence[tuple[Proposal, Likeness]], *, may_change: bool
    ) -> None:
        self._all_of = proposal.id
        self.show_sources(proposal, related, may_change=may_change)
        if (first := self._cards[_SHOWN_FIRST].findChild(Button)) is not None:
            first.setFocus()

    def _source(self, ideas: Sequence[CircleProposal], *, may_leave: bool) -> Card:
        words, first = self._words, ideas[0]
        texts = column(Label(first.idea.what), gap=Space.HAIR)
        places = self._places(ideas)
        texts.addWidget(Label(places, "note"))
        for name, said in (
            (words.tr("Why"), (one.idea.why for one in ideas)),
            (words.tr("Who"), (one.idea.who for one in ideas)),
            (words.tr("First step"), (one.idea.first_step for one in ideas)),
        ):
            for text in dict.fromkeys(filter(None, said)):
                texts.addWidget(Label(words.tr("{name}: {text}", name=name, text=text), "note"))
        acts = []
        if may_leave:
            leave = Button(self._theme, words.tr("Split off"), weight=Weight.QUIET)
            leave.setAccessibleName(
                words.tr("Split off “{text}”: {places}", text=first.idea.what, places=places)
            )
            ids = tuple(one.action_id for one in ideas)
            leave.clicked.connect(partial(self._leave, ids))
            acts.append(leave)
        go = Button(self._theme, words.tr("Open the session"), weight=Weight.QUIET)
        go.setAccessibleName(
            words.tr("Open session {number} of {code}", number=first.number, code=first.circle)
        )
        go.clicked.connect(partial(self._open, first.action_id))
        card = Card(edge=Space.SNUG)
        card.add(texts, flowing(*acts, go))
        return card

    def _places(self, ideas: Sequence[CircleProposal]) -> str:
        """Return where a wording comes from: all its circles, or the one with its code."""
        if len(ideas) > 1:
            return ", ".join(dict.fromkeys(one.circle for one in ideas))
        (one,) = ideas
        place = source_text(one.circle, one.number, one.idea.language, self._words)
        return f"{place} · {line_code(one.action_id)}"

    def _related(self, other: Proposal, likeness: Likeness, *, may_change: bool) -> Card:
        words = self._words
        said = words.tr("{name}: {text}", name=name_of(likeness.rung, words), text=other.idea.what)
        texts = column(Label(said), gap=Space.HAIR)
        if likeness.why:
            texts.addWidget(Label(likeness.why, "note"))
        card = Card(edge=Space.SNUG)
        card.add(texts)
        if may_change:
            off = Button(self._theme, words.tr("They are not related"), weight=Weight.QUIET)
            off.setAccessibleName(words.tr("Not related to “{text}”", text=other.idea.what))
            off.clicked.connect(partial(self._part, other))
            card.add(flowing(off))
        return card

    def _leave(self, ids: tuple[RecordId, ...]) -> None:
        self.taken_out.emit(ids)

    def _open(self, idea: RecordId) -> None:
        self.opened.emit(idea)

    def _part(self, other: Proposal) -> None:
        self.unrelated.emit(other)


def _parts(proposal: Proposal) -> list[list[CircleProposal]]:
    """Return the ideas that leave together: those of one wording, or each where there is one wording only."""
    if len(proposal.wordings) == 1:
        return [[one] for one in proposal.sources]
    found: dict[str, list[CircleProposal]] = defaultdict(list)
    for one in proposal.sources:
        found[twin_key(one.idea.what)].append(one)
    return list(found.values())
