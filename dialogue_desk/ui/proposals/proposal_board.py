"""All proposals of a program, and beside them the one that is chosen or what several can get at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.domain.overview.proposal_filter import Order, in_order
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.proposals.proposal_acts import ProposalActs
from dialogue_desk.ui.proposals.proposal_card import ProposalCard, ShownProposal
from dialogue_desk.ui.proposals.proposal_filters import ProposalFilters
from dialogue_desk.ui.proposals.proposal_text import proposal_row, shown_text, who_text
from dialogue_desk.ui.proposals.several_proposals import SeveralProposals
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.note_list import NoteList, NoteRow
from dialogue_desk.words.names import name_of


class ProposalBoard(QWidget):
    """The list with its filters, and beside it what is chosen there."""

    session_wanted = Signal(str)
    conflict_wanted = Signal(str)

    def __init__(self, acts: ProposalActs, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._acts, self._words, self._typed = acts, words, ""
        self.filters = ProposalFilters(context)
        self.list = NoteList(theme, words.tr("Proposals"))
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self._count = Label(role="note")
        self._clear = Button(theme, words.tr("Show all"), weight=Weight.QUIET)
        self.card, self.several = ProposalCard(context), SeveralProposals(context)
        self._detail = QStackedWidget()
        for pane in (self.card, self.several):
            self._detail.addWidget(pane)
        index = QWidget()
        index.setProperty("role", "clear")
        count = row((self._count, 1), self._clear, gap=Space.SNUG)
        column(self.filters, count, (self.list, 1), gap=Space.TIGHT, within=index)
        index.setFocusProxy(self.list)
        self._detail.setFocusProxy(self.card.actor)
        self.panes = IndexDetailView(theme, words.tr("All proposals"), index, self._detail, shares=(1, 1))
        column(self.panes, within=self)
        self.setFocusProxy(self.list)
        self._connect()

    def show_proposals(self, known: ProgramProposals) -> None:
        """Show the proposals of a program; those that are chosen stay so, also where they became one."""
        before = self.list.chosen()
        self.filters.show_proposals(known.all, known.actors)
        self._fill()
        there = {row.id for row in self.list.rows()}
        now = dict.fromkeys(known.home[RecordId(one)].id for one in before if one in known.home)
        if (stay := there.intersection(now)) and stay != set(self.list.chosen()):
            self.list.choose([one for one in now if one in stay])
        self.show_chosen()

    def search(self, typed: str) -> None:
        """Show only the proposals that say what is typed."""
        self._typed = typed
        self._fill()

    def _connect(self) -> None:
        self.filters.changed.connect(self._fill)
        self._clear.clicked.connect(self.filters.clear)
        self.list.selection_changed.connect(lambda _: self.show_chosen())
        self.list.opened.connect(lambda _: self.panes.open_detail())
        self.card.changed.connect(self._acts.save)
        self.card.join_wanted.connect(self._join)
        self.card.conflict_wanted.connect(self.conflict_wanted)
        self.card.sources.taken_out.connect(self._take_out)
        self.card.sources.opened.connect(self.session_wanted)
        self.card.sources.unrelated.connect(self._part)
        self.several.actor_wanted.connect(self._say_who)
        self.several.offers_taken.connect(self._take_offers)
        self.several.join_wanted.connect(self._join)

    def _fill(self) -> None:
        known = self._acts.known
        if known is None:
            return
        wanted = self.filters.wanted(self._typed)
        found = in_order(wanted.of(known.all), self.filters.sort_order())
        self._clear.setVisible(bool(wanted.chosen))
        self._count.setVisible(len(found) < len(known.all))
        self._count.setText(shown_text(len(found), len(known.all), self._words))
        self.list.show_rows(tuple(self._rows(found, known)))
        if found and not self.list.chosen():
            self.list.choose((self.list.current_id() or found[0].id,))
        self.show_chosen()

    def _rows(self, found: Sequence[Proposal], known: ProgramProposals) -> Iterable[NoteRow]:
        before, who = None, self.filters.sort_order() is not Order.WHO
        for one in found:
            heading = self._heading(one)
            flag = self._words.tr("Two organizers say different things") if known.to_choose(one) else ""
            yield proposal_row(one, "" if heading == before else heading, flag, self._words, who=who)
            before = heading

    def _heading(self, one: Proposal) -> str:
        words = self._words
        match self.filters.sort_order():
            case Order.WHO:
                return who_text(one, words)
            case Order.WHEN:
                return name_of(one.when, words) if one.when else words.tr("No time set")
            case Order.LEVEL:
                return name_of(one.level, words) if one.level else words.tr("No level set")
            case Order.THEME:
                return one.themes[0] if one.themes else words.tr("Without a theme")
            case Order.CIRCLES:
                return ""

    def _chosen(self) -> list[Proposal]:
        home = self._acts.known.home if self._acts.known is not None else {}
        return [home[RecordId(one)] for one in self.list.chosen() if one in home]

    def show_chosen(self) -> None:
        """Show beside the list what is chosen there, as it is known now."""
        self.card.keep()
        chosen, known = self._chosen(), self._acts.known
        if known is None:
            return
        may_change = known.picture.program_id is not None
        if len(chosen) == 1:
            one = chosen[0]
            beside = known.related.get(one.id, ())
            choice, offer = known.to_choose(one), known.offer(one)
            self.card.show_proposal(ShownProposal(one, known.actors, offer, beside, choice, may_change))
            self._detail.setFocusProxy(self.card.actor)
            self._detail.setCurrentWidget(self.card)
        else:
            offers = Counter(offer for one in chosen if (offer := known.offer(one)))
            self.several.show_proposals(chosen, known.actors, offers, may_change=may_change)
            self._detail.setFocusProxy(self.several.actor)
            self._detail.setCurrentWidget(self.several)

    def _say_who(self, actor: str) -> None:
        self._acts.say_who({one.card: actor for one in self._chosen()})

    def _take_offers(self) -> None:
        if (known := self._acts.known) is not None:
            self._acts.say_who({one.card: offer for one in self._chosen() if (offer := known.offer(one))})

    def _join(self) -> None:
        if chosen := self._chosen():
            self._acts.ask(chosen[0], chosen[1] if len(chosen) == 2 else None, self.window())

    def _take_out(self, ideas: tuple[RecordId, ...]) -> None:
        for one in self._chosen():
            self._acts.take_out(one, ideas)

    def _part(self, other: Proposal) -> None:
        for one in self._chosen():
            self._acts.part(one, other)
