"""What a person does with a forum: each act is one step, is told, and can be undone from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.program.forum_edits import (
    CannotVote,
    choose_options,
    clear_ballot,
    close_vote,
    lock,
    open_vote_again,
    remove_team,
    set_up_forum,
    type_ballot,
    type_ballots,
    unlock,
    write_team,
)
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.forum_result import ForumResult, forum_result
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.program_work import ProgramWork
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import ChoicePrompt, PromptAnswer
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words.forum_text import count_sentences

_USUAL, _NO_WORK = Forum(), ProgramWork()
_YES = "yes"


class ForumActs:
    """Acts on the forum of the program that is ``picture``; circles without a program have none."""

    def __init__(self, desk: Desk, context: Context) -> None:
        self._desk, self._context, self.words = desk, context, context.words
        self.picture: ProgramPicture | None = None

    @property
    def work(self) -> ProgramWork:
        """What organizers made of the program."""
        return self.picture.work if self.picture is not None else _NO_WORK

    @property
    def forum(self) -> Forum:
        """How the program votes."""
        return self.work.forum or _USUAL

    @property
    def options(self) -> tuple[ForumOption, ...]:
        """What is voted on, by its numbers."""
        return tuple(one.body for one in self.work.options)

    @property
    def result(self) -> ForumResult:
        """What the forum chose, as far as that can be said now."""
        return forum_result(self.work)

    def set_up(self, forum: Forum) -> str:
        """Keep the dots of a ballot and how many were given out; return why that cannot be, or ""."""
        return self._try(lambda program: set_up_forum(self._desk, program, forum, self.words))

    def choose(self, options: Sequence[ForumOption], done: str = "") -> str:
        """Make these the options, in this order; return why that cannot be, or ""."""
        return self._try(lambda program: choose_options(self._desk, program, options, self.words), done)

    def type(self, entry: BallotEntry, *, again: bool = False) -> str:
        """Keep a ballot; return why it cannot be kept so, or ""."""
        return self._try(lambda program: type_ballot(self._desk, program, entry, self.words, again=again))

    def clear(self, entry: BallotEntry) -> str:
        """Delete what one person typed of a ballot; return why that cannot be, or ""."""
        gone = self.words.tr("Ballot {number} is deleted from this entry.", number=entry.number)
        return self._try(lambda program: clear_ballot(self._desk, program, entry, self.words), gone)

    def settle(self, entries: Sequence[BallotEntry]) -> str:
        """Write the same into all entries of a ballot; return why that cannot be, or ""."""
        refused: tuple[str, ...] = ()

        def write(program: RecordId) -> None:
            nonlocal refused
            refused = type_ballots(self._desk, program, entries, self.words, again=True).refused

        done = self.words.tr("Ballot {number} is settled.", number=entries[0].number)
        return self._try(write, done, lambda: refused[0] if refused else "")

    def team(self, team: ActionTeam) -> str:
        """Keep an action team; return why it cannot be kept so, or ""."""
        return self._try(lambda program: write_team(self._desk, program, team, self.words))

    def drop_team(self, team: ActionTeam) -> None:
        """Delete an action team."""
        self._try(lambda program: remove_team(self._desk, program, team), self.words.tr("It is deleted."))

    def ask_lock(self, refused: Callable[[str], None]) -> None:
        """Ask whether to lock the options, saying what that means."""
        tr = self.words.tr
        self._ask(
            tr("Lock the options?"),
            tr(
                "From then on the options, their words and the dots stay as people see them on the ballots. "
                "You can open them again until the first ballot is typed."
            ),
            tr("Lock the options"),
            lambda: refused(
                self._try(
                    lambda program: lock(self._desk, program, self.words),
                    tr("The options are locked. Ballots can be typed."),
                )
            ),
        )

    def ask_unlock(self, refused: Callable[[str], None]) -> None:
        """Ask whether to go back to choosing; once ballots are typed it is refused."""
        tr = self.words.tr
        self._ask(
            tr("Go back to choosing options?"),
            tr(
                "Ballots that are printed already may then say something else than the app. "
                "Print them again before people vote."
            ),
            tr("Choose options again"),
            lambda: refused(
                self._try(
                    lambda program: unlock(self._desk, program, self.words),
                    tr("Options can be chosen again."),
                )
            ),
        )

    def ask_close(self, refused: Callable[[str], None]) -> None:
        """Ask whether to close the count, saying what is left out."""
        tr = self.words.tr
        said = tr("The result is shown then, and no ballot can be typed until you open the count again.")
        counted = " ".join(count_sentences(self.result, self.words))
        self._ask(
            tr("Close the count?"),
            f"{counted}\n{said}",
            tr("Close the count"),
            lambda: refused(
                self._try(
                    lambda program: close_vote(self._desk, program, self.words),
                    tr("The count is closed. Here is the result."),
                )
            ),
        )

    def ask_open_again(self) -> None:
        """Ask whether to open the count again."""
        tr = self.words.tr
        self._ask(
            tr("Open the count again?"),
            tr(
                "The result is hidden until you close the count. What was printed or shown before may change."
            ),
            tr("Open the count again"),
            lambda: self._try(
                lambda program: open_vote_again(self._desk, program), tr("The count is open again.")
            ),
        )

    def _ask(self, title: str, sentence: str, yes: str, act: Callable[[], object]) -> None:
        answers = (PromptAnswer(_YES, yes, Weight.PRIMARY),)
        self._context.prompts.choose(ChoicePrompt(title, sentence, answers), lambda _: _run(act))

    def _try(
        self,
        act: Callable[[RecordId], Outcome | None],
        done: str = "",
        refused: Callable[[], str] = lambda: "",
    ) -> str:
        """Do something to the program's forum; say what was ``done``, or return why it was not."""
        if self.picture is None or self.picture.program_id is None:
            return ""
        try:
            act(self.picture.program_id)
        except CannotVote as trouble:
            return str(trouble)
        if why := refused():
            return why
        if done:
            self._context.toast.say(done, action=self.words.tr("Undo"), action_id=UNDO)
        return ""


def _run(act: Callable[[], object]) -> None:
    act()
