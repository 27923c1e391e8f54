"""All proposals of a program, to put on the ballot or leave off: those asked for first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.forum import MOST_OPTIONS, ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import SentenceRole
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.domain.overview.proposal_filter import Order, ProposalFilter, in_order
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.reports.phrases import shortened
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.proposals.proposal_text import circles_text, shown_text, who_text
from dialogue_desk.ui.search.search_field import SearchField
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.words import Words

_AFTER_TYPING = 120
"""Milliseconds after the last key, so that a word is looked for once."""
_LONGEST = 160


class OptionPick(QWidget):
    """``switched(proposal)`` tells one that a person wants on the ballot, or off it."""

    switched = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._words = words
        self._known: ProgramProposals | None = None
        self._ordered: tuple[Proposal, ...] = ()
        self._options: tuple[ForumOption, ...] = ()
        self._first: Collection[RecordId] = ()
        self.search = SearchField(theme, words.tr("Search proposals"), words.tr("Search these"))
        self.count = Label(role="strong", wrap=False)
        self._shown = Label(role="note")
        self.list = MarkList(theme, words.tr("Proposals; Space puts one on the ballot or leaves it off"))
        head = row((self._shown, 1), self.count, gap=Space.SNUG)
        column(self.search, head, (self.list, 1), gap=Space.TIGHT, within=self)
        self.setProperty("role", "clear")
        self.setFocusProxy(self.list)
        self._typing = QTimer(self, singleShot=True, interval=_AFTER_TYPING)
        self._typing.timeout.connect(self._fill)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.search.went_down.connect(self._go_down)
        self.list.opened.connect(self._switch)
        self.list.clicked.connect(self.list.open_row)

    def show_proposals(self, known: ProgramProposals, options: Sequence[ForumOption]) -> None:
        """Show the proposals, with those marked that are on the ballot."""
        self._known, self._options = known, tuple(options)
        self._first = wanted_first(known.picture.work)
        ordered = in_order(known.all, Order.CIRCLES)
        self._ordered = tuple(sorted(ordered, key=lambda one: one.ids.isdisjoint(self._first)))
        self._fill()

    def _fill(self) -> None:
        if self._known is None:
            return
        words = self._words
        found = ProposalFilter(typed=self.search.text()).of(self._ordered)
        numbers = {one.about: one.number for one in self._options}
        self._shown.setText(shown_text(len(found), len(self._ordered), words))
        self.count.setText(words.tr("{count} of {most} options", count=len(self._options), most=MOST_OPTIONS))
        self.list.show_rows([self._row(one, numbers) for one in found])

    def _row(self, one: Proposal, numbers: dict[RecordId, int]) -> MarkRow:
        words = self._words
        number = next((numbers[it] for it in sorted(one.ids) if it in numbers), 0)
        said = [circles_text(one.circles, words), who_text(one, words)]
        if not one.ids.isdisjoint(self._first):
            said.insert(0, words.tr("in the report"))
        detail = " · ".join(said)
        state = _state(number, words)
        return MarkRow(
            one.id,
            shortened(one.idea.what, _LONGEST),
            detail,
            f"{state}. {one.idea.what}. {detail}",
            figure=str(number) if number else "",
            filled=bool(number),
        )

    def _go_down(self) -> None:
        self._fill()
        self.list.setFocus()

    def _switch(self, proposal_id: str) -> None:
        if self._known is not None and (one := self._known.home.get(RecordId(proposal_id))) is not None:
            self.switched.emit(one)


def wanted_first(work: ProgramWork) -> frozenset[RecordId]:
    """Return the ideas that have a star or that the report asks for: the likely options."""
    asks = (one.body for one in work.of_role(SentenceRole.ASK) if not one.body.left_out)
    return frozenset(work.stars) | {idea for ask in asks for idea in ask.about}


def _state(number: int, words: Words) -> str:
    return words.tr("Option {number}", number=number) if number else words.tr("Not on the ballot")
