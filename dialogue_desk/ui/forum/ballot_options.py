"""The options on the ballot: their order, their words, and which of them may be one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from dialogue_desk.domain.model.forum import ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.like_proposals import LikeProposals
from dialogue_desk.domain.overview.program_proposals import ProgramProposals
from dialogue_desk.domain.overview.proposals import Proposal
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_choice import modifier_name
from dialogue_desk.ui.forum.ballot_text import missing_text, option_text
from dialogue_desk.ui.forum.option_words import OptionWordsSheet
from dialogue_desk.ui.proposals.proposal_text import circles_text, shared_text
from dialogue_desk.ui.report.ordered_rows import OrderedCard
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight, act_on
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout
from dialogue_desk.ui.widgets.mark_list import MarkRow

_REMOVE, _WORDS = "remove", "words"


class BallotOptions(OrderedCard):
    """``ordered(options)`` tells another order or other words, ``removed(option)`` one that is to go."""

    ordered = Signal(object)
    removed = Signal(object)

    def __init__(self, context: Context) -> None:
        words = context.words
        super().__init__(
            context,
            words.tr("On the ballot"),
            words.tr(
                "In this order and in these words. Enter edits the words, {alt} with an arrow moves "
                "an option.",
                alt=modifier_name("Alt"),
            ),
            words.tr("No option yet. Choose proposals from the list: up to 20 go on the ballot."),
        )
        self._context, self._words = context, words
        self._options: tuple[ForumOption, ...] = ()
        self._languages: tuple[str, ...] = ()
        acts = {_WORDS: words.tr("Edit the words…"), _REMOVE: words.tr("Leave off the ballot")}
        self.lay_out(tuple(acts.items()))
        # Over a list of twenty, so that they are in sight where it begins.
        self.column.removeWidget(self._line)
        self.column.insertWidget(self.column.indexOf(self.rows), self._line)
        self.say_acts(lambda _: acts)
        self.acted.connect(self._do)
        self.rows.opened.connect(lambda about: self._do(_WORDS, about))
        self.rows.stepped.connect(self._step_option)
        self.rows.dropped.connect(self._drop)

    def show_options(
        self, options: Sequence[ForumOption], known: ProgramProposals, languages: Sequence[str]
    ) -> None:
        """Show the options, with how many circles propose each and in which language it is missing."""
        self._options, self._languages = tuple(options), tuple(languages)
        self.show_rows([self._row(one, known) for one in options])
        self._line.setVisible(bool(options))

    def _row(self, one: ForumOption, known: ProgramProposals) -> MarkRow:
        words, home = self._words, known.home.get(one.about)
        text = option_text(one, one.number, words)
        said = [circles_text(home.circles, words)] if home is not None else [words.tr("its line is deleted")]
        twin = next((it.number for it in self._options if it != one and _one(home, it.about)), 0)
        if twin:
            said.append(words.tr("the same proposal as option {number}", number=twin))
        if missing := missing_text(one, self._languages, words):
            said.append(missing)
        detail = " · ".join(said)
        return MarkRow(one.about, text, detail, f"{one.number}. {text}. {detail}", figure=str(one.number))

    def _do(self, act: str, about: str) -> None:
        one = next((it for it in self._options if it.about == about), None)
        if one is None:
            return
        if act == _REMOVE:
            self.removed.emit(one)
            return
        sheet = OptionWordsSheet(one, self._languages, self._context, self.window())
        sheet.written.connect(self._say)
        sheet.open()

    def _say(self, option: ForumOption) -> None:
        self.ordered.emit([option if one.about == option.about else one for one in self._options])

    def _step_option(self, about: str, by: int) -> None:
        place = next((at for at, one in enumerate(self._options) if one.about == about), None)
        if place is not None and 0 <= place + by < len(self._options):
            self._move(place, place + by)

    def _drop(self, about: str, before: str) -> None:
        abouts = [str(one.about) for one in self._options]
        if about in abouts and about != before:
            here = abouts.index(about)
            goal = abouts.index(before) if before in abouts else len(abouts)
            self._move(here, goal - (goal > here))

    def _move(self, here: int, to: int) -> None:
        options = list(self._options)
        options.insert(to, options.pop(here))
        if tuple(options) != self._options:
            self.ordered.emit(options)


class LikeOptions(Card):
    """Options that may be one: votes split between them, so they are joined before people vote.

    ``join_wanted(one, other)`` tells two that a person wants to join or keep apart.
    """

    join_wanted = Signal(object, object)

    def __init__(self, context: Context) -> None:
        super().__init__("notice", edge=Space.SNUG)
        self._context = context
        self.hide()

    def show_likes(self, likes: Sequence[LikeProposals], options: Sequence[ForumOption]) -> None:
        """Show the pairs, with their numbers on the ballot."""
        clear_layout(self.column)
        self.setVisible(bool(likes))
        if not likes:
            return
        words = self._context.words
        self.add(Label(words.tr("These options may be one. Votes would split between them."), "strong"))
        numbers = {one.about: one.number for one in options}
        for like in likes:
            one, other = _number(like.one, numbers), _number(like.other, numbers)
            said = words.tr(
                "Options {one} and {other}. {why}", one=one, other=other, why=shared_text(like, words)
            )
            compare = act_on(
                self._context.theme,
                words.tr("Compare and join…"),
                words.tr("Compare and join options {one} and {other}", one=one, other=other),
                lambda _=False, like=like: self.join_wanted.emit(like.one, like.other),
                Weight.QUIET,
            )
            self.add(flowing(Label(said), compare))


def _number(proposal: Proposal, numbers: dict[RecordId, int]) -> int:
    return next((numbers[one] for one in sorted(proposal.ids) if one in numbers), 0)


def _one(home: Proposal | None, about: RecordId) -> bool:
    return home is not None and about in home.ids
