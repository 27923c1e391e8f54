"""The action forum of a program, in four steps that are always in sight: choose, vote, result, teams."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.forum import ForumStage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forum.ballot_text import stage_text
from dialogue_desk.ui.forum.forum_acts import ForumActs
from dialogue_desk.ui.forum.forum_documents import ForumDocumentsSheet
from dialogue_desk.ui.forum.options_page import OptionsPage
from dialogue_desk.ui.forum.result_page import ResultPage
from dialogue_desk.ui.forum.teams_page import TeamsPage
from dialogue_desk.ui.forum.vote_page import VotePage
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row

CHOOSE, VOTE, RESULT, TEAMS = "choose", "vote", "result", "teams"
_LEAST_WIDE = 760
_STEP_OF = {ForumStage.CHOOSING: CHOOSE, ForumStage.VOTING: VOTE, ForumStage.COUNTED: RESULT}


class ForumTab(QWidget):
    """Opens at the step that the forum is at, and goes on by itself when a person locks or closes it."""

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        words = context.words
        self._desk, self._folders, self._context, self._words = desk, folders, context, words
        self.acts = ForumActs(desk, context)
        self._shown: tuple[RecordId | None, ForumStage] | None = None
        self._proposals: tuple[object, ProgramProposals] | None = None
        names = (
            (CHOOSE, words.tr("1 Choose options")),
            (VOTE, words.tr("2 Vote")),
            (RESULT, words.tr("3 Result")),
            (TEAMS, words.tr("4 Teams")),
        )
        self.steps = Chips(context.theme, words.tr("Steps of the forum"), [Choice(*one) for one in names])
        self.now = Label(role="strong")
        self.choice = OptionsPage(self.acts, desk, context)
        self.vote = VotePage(self.acts, context)
        self.result = ResultPage(self.acts, context)
        self.teams = TeamsPage(self.acts, desk, context)
        self.pages: dict[str, QWidget] = {
            CHOOSE: self.choice,
            VOTE: self.vote,
            RESULT: self.result,
            TEAMS: self.teams,
        }
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        sentence = words.tr(
            "At the action forum everybody votes on what circles propose. Once circles have proposed "
            "something, you choose options here, print ballots and type them in."
        )
        self._empty = EmptyState(context.theme, "action", words.tr("Nothing to vote on yet"), sentence)
        self._filled = QWidget()
        edges = (Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        self.now.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.documents = Button(context.theme, words.tr("Documents…"), icon="print")
        top = row((self.steps, 3), (self.now, 2), self.documents, gap=Space.BASE, margins=edges)
        column(top, (self._stack, 1), within=self._filled)
        column(self._empty, self._filled, within=self)
        self.steps.chosen.connect(self._open)
        self.documents.clicked.connect(self._open_documents)
        self._open_step(CHOOSE)

    def show_picture(self, picture: ProgramPicture) -> None:
        """Show the forum of a program as it is now."""
        self.acts.picture = picture
        stage = self.acts.forum.stage
        there = picture.program_id is not None and bool(picture.proposals or self.acts.options)
        self._empty.setVisible(not there)
        self._filled.setVisible(there)
        self.now.setText(stage_text(stage, self._words))
        if (picture.program_id, stage) != self._shown:
            self._shown = (picture.program_id, stage)
            self._open_step(_STEP_OF[stage])
        else:
            self._show_step()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.documents.show_words(on=self.width() >= self._context.theme.scaled(_LEAST_WIDE))

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.result.room.close()
        super().hideEvent(event)

    def _open(self, step: str) -> None:
        self.teams.keep()
        self._open_step(step)

    def _open_documents(self) -> None:
        if (picture := self.acts.picture) is not None:
            self.teams.keep()
            ForumDocumentsSheet(self._desk, self._folders, picture, self._context, self.window()).open()

    def _open_step(self, step: str) -> None:
        page = self.pages[step]
        self.steps.choose(step)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        self._show_step()

    def _show_step(self) -> None:
        """Fill the page that is in sight; the others are filled when they are opened."""
        if self.acts.picture is None:
            return
        match self.steps.choice():
            case "vote":
                self.vote.show_work()
            case "result":
                self.result.show_work()
            case "teams":
                self.teams.show_work()
            case _:
                self.choice.show_known(self._known(self.acts.picture))

    def _known(self, picture: ProgramPicture) -> ProgramProposals:
        """Return the proposals; they are put together again only where something of them changed."""
        work = picture.work
        key = (picture.proposals, work.cards, work.likenesses, work.stars, work.sentences)
        if self._proposals is None or self._proposals[0] != key:
            self._proposals = (key, ProgramProposals.of(picture))
        return replace(self._proposals[1], picture=picture)
