"""What circles propose and still ask: who must act on it, and which proposals are one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.actors import meant_actors
from dialogue_desk.domain.overview.like_proposals import MOST_OFFERED, LikeProposals, like_proposals
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.proposals.like_proposals_list import LikeProposalsList
from dialogue_desk.ui.proposals.proposal_acts import ProposalActs
from dialogue_desk.ui.proposals.proposal_board import ProposalBoard
from dialogue_desk.ui.proposals.question_board import QuestionBoard
from dialogue_desk.ui.search.search_field import SearchField
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.layouts import column, row

_AFTER_TYPING = 120
"""Milliseconds after the last key, so that a word is looked for once."""
_PROPOSALS, _QUESTIONS, _ALIKE = "proposals", "questions", "alike"

_Compared: TypeAlias = tuple[tuple[LikeProposals, ...], Mapping[str, str]]
"""Proposals that may be one, and the actors whom circles meant."""


class IdeasTab(QWidget):
    """Proposals, open questions, and proposals that may be one: one of the three at a time."""

    note_wanted = Signal(str)
    conflict_wanted = Signal(str)

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        words = context.words
        self._context, self._words = context, words
        self._acts = ProposalActs(desk, context)
        self._offers: tuple[LikeProposals, ...] = ()
        self.proposals = ProposalBoard(self._acts, context)
        self.questions = QuestionBoard(self._acts, context)
        self.alike = LikeProposalsList(self._acts, context)
        self._pages: dict[str, QWidget] = {
            _PROPOSALS: self.proposals,
            _QUESTIONS: self.questions,
            _ALIKE: self.alike,
        }
        self.views = Chips(context.theme, words.tr("What is shown"))
        self.search = SearchField(
            context.theme, words.tr("Search proposals and questions"), words.tr("Search these")
        )
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        sentence = words.tr(
            "What circles propose and still ask shows up here. You say who must act, and join what is one."
        )
        self._empty = EmptyState(context.theme, "action", words.tr("No action ideas yet"), sentence)
        self._filled = QWidget()
        edges = (Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        top = row((self.views, 3), (self.search, 1), gap=Space.SNUG, margins=edges)
        column(top, (self._stack, 1), within=self._filled)
        column(self._empty, self._filled, within=self)
        self._name_views()
        self.views.choose(_PROPOSALS)
        self.setFocusProxy(self.proposals)
        self.views.chosen.connect(self._show_view)
        self._typing = QTimer(self, singleShot=True, interval=_AFTER_TYPING)
        self._typing.timeout.connect(self._search)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.search.went_down.connect(self._go_down)
        self.proposals.conflict_wanted.connect(self.conflict_wanted)
        for board in (self.proposals, self.questions):
            board.session_wanted.connect(self.note_wanted)

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show the proposals and questions of a program, and after a moment which proposals may be one."""
        before = self._acts.known
        self.proposals.card.keep()
        known = self._acts.known = ProgramProposals.of(picture)
        there = bool(picture.proposals or picture.questions)
        self._empty.setVisible(not there)
        self._filled.setVisible(there)
        self.proposals.show_proposals(known)
        self.questions.show_questions(known)
        if before is not None and before.is_alike(known):
            self._learn(before, (self._offers, before.offered))
            return
        self._show_offers(())
        self._context.worker.run(self, lambda _: _compared(known), lambda found: self._learn(known, found))

    def _learn(self, known: ProgramProposals, found: _Compared) -> None:
        """Show what took a moment to find out of ``known``, unless other proposals have come meanwhile."""
        now = self._acts.known
        if now is not None and now.is_alike(known):
            self._acts.known = now.with_meant(found[1])
            self.proposals.show_chosen()
            self._show_offers(tuple(one.among(now.home) for one in found[0]))

    def _show_offers(self, offers: tuple[LikeProposals, ...]) -> None:
        self._offers = offers
        self.alike.show_offers(offers)
        self._name_views()

    def _name_views(self) -> None:
        words, known = self._words, self._acts.known
        proposals = len(known.all) if known is not None else 0
        self.views.show_choices(
            (
                Choice(_PROPOSALS, words.tr("Proposals · {count}", count=proposals)),
                Choice(_QUESTIONS, words.tr("Open questions · {count}", count=self.questions.count)),
                Choice(_ALIKE, words.tr("Perhaps the same · {count}", count=_told(len(self._offers)))),
            )
        )

    def _show_view(self, view: str) -> None:
        page = self._pages[view]
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        self.search.setVisible(page is not self.alike)

    def _go_down(self) -> None:
        self._search()
        self._pages[self.views.choice()].setFocus()

    def _search(self) -> None:
        self.proposals.search(self.search.text())
        self.questions.search(self.search.text())


def _told(offers: int) -> str:
    """Return how many offers there are: once they fill their list, more come when these are answered."""
    return f"{offers}+" if offers >= MOST_OFFERED else str(offers)


def _compared(known: ProgramProposals) -> _Compared:
    vocabulary = ThemeVocabulary(theme_words())
    alike = like_proposals(known.all, known.picture.work.likenesses, vocabulary)
    return alike, meant_actors(known.not_understood, known.actors, vocabulary)
