"""The first step of a forum: choosing up to 20 options, in an order, in the words of the ballot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.model.forum import MOST_OPTIONS, ForumOption, ForumStage
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.overview.forum_choice import option_of
from dialogue_desk.domain.overview.like_proposals import LikeProposals, like_proposals
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forum.ballot_options import BallotOptions, LikeOptions
from dialogue_desk.ui.forum.forum_acts import ForumActs
from dialogue_desk.ui.forum.option_pick import OptionPick
from dialogue_desk.ui.forum.vote_setup import VoteSetup
from dialogue_desk.ui.program.index_detail import IndexDetailView
from dialogue_desk.ui.proposals.proposal_acts import ProposalActs
from dialogue_desk.ui.report.following_column import FollowingColumn
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.trouble_line import TroubleLine

_MOST_LIKE = 4


class OptionsPage(QWidget):
    """Proposals at one side, the ballot at the other; once people vote it can only be read."""

    def __init__(self, acts: ForumActs, desk: Desk, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._acts, self._words = acts, words
        self._proposals = ProposalActs(desk, context)
        self._known: ProgramProposals | None = None
        self._compared: tuple[object, tuple[LikeProposals, ...]] = (None, ())
        self.pick = OptionPick(context)
        self.ballot = BallotOptions(context)
        self.like = LikeOptions(context)
        self.setup = VoteSetup(context)
        self.trouble = TroubleLine(context.announcer)
        self.lock = Button(theme, words.tr("Lock the options…"), weight=Weight.PRIMARY)
        self.unlock = Button(theme, words.tr("Choose options again…"))
        detail = QWidget()
        page = FollowingColumn(theme, characters=0, edge=Space.HAIR)
        page.add(self.setup, self.like, self.ballot)
        page.follow(self.ballot.rows)
        page.body.addStretch(1)
        column(
            (page, 1),
            self.trouble,
            flowing(self.lock, self.unlock, gap=Space.SNUG),
            gap=Space.TIGHT,
            within=detail,
        )
        detail.setFocusProxy(self.ballot.rows)
        self.panes = IndexDetailView(theme, words.tr("All proposals"), self.pick, detail, shares=(1, 1))
        column(self.panes, within=self)
        self.setFocusProxy(self.pick)
        self._connect()

    def show_known(self, known: ProgramProposals) -> None:
        """Show the proposals and the ballot as they are now."""
        acts, options = self._acts, self._acts.options
        self._known = self._proposals.known = known
        choosing = acts.forum.stage is ForumStage.CHOOSING
        self.pick.show_proposals(known, options)
        self.ballot.show_options(options, known, languages_of(acts))
        self.setup.show_forum(acts.forum)
        self.like.show_likes(self._likes(known, options) if choosing else (), options)
        for part in (self.ballot, self.setup):
            part.setEnabled(choosing)
        self.lock.setVisible(choosing)
        self.unlock.setVisible(acts.forum.stage is ForumStage.VOTING)
        self.trouble.say("")

    def _connect(self) -> None:
        self.pick.switched.connect(self._switch)
        self.ballot.ordered.connect(lambda options: self._tell(self._acts.choose(options)))
        self.ballot.removed.connect(self._remove)
        self.like.join_wanted.connect(lambda one, other: self._proposals.ask(one, other, self.window()))
        self.setup.changed.connect(lambda forum: self._tell(self._acts.set_up(forum)))
        self.lock.clicked.connect(lambda: self._acts.ask_lock(self._tell))
        self.unlock.clicked.connect(lambda: self._acts.ask_unlock(self._tell))

    def _switch(self, proposal: Proposal) -> None:
        options = self._acts.options
        left = [one for one in options if one.about not in proposal.ids]
        if len(left) == len(options):
            left.append(option_of(proposal, min(len(options) + 1, MOST_OPTIONS), languages_of(self._acts)))
        self._tell(self._acts.choose(left))

    def _remove(self, option: ForumOption) -> None:
        left = [one for one in self._acts.options if one.about != option.about]
        self._tell(self._acts.choose(left))

    def _tell(self, trouble: str) -> None:
        self.trouble.say(trouble)

    def _likes(self, known: ProgramProposals, options: Sequence[ForumOption]) -> tuple[LikeProposals, ...]:
        """Return which options may be one; they are compared again only where others are chosen."""
        chosen = tuple(dict.fromkeys(known.home[one.about] for one in options if one.about in known.home))
        key = (tuple(one.ids for one in chosen), known.picture.work.likenesses)
        if self._compared[0] != key:
            vocabulary = ThemeVocabulary(theme_words())
            found = like_proposals(chosen, known.picture.work.likenesses, vocabulary, _MOST_LIKE)
            self._compared = (key, found)
        return self._compared[1]


def languages_of(acts: ForumActs) -> tuple[str, ...]:
    """Return the languages of the ballot: those of the program."""
    program = acts.picture.program if acts.picture is not None else None
    return program.languages if program is not None else (acts.words.language,)
