"""What a person does with asks that are followed up: each act is one step, and can be undone."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.follow_dates import calendar_of
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.desk.program.follow_edits import asleep, keep_one_answer, take_back, write_follow_up
from dialogue_desk.domain.model.answers import Answer, Progress
from dialogue_desk.domain.overview.follow_up import Followed, FollowUp, follow_up
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import save_file
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.whole_file import write_atomically


class FollowActs:
    """Acts on what is ``known`` of a program; circles without a program have nothing to act on."""

    def __init__(self, desk: Desk, context: Context) -> None:
        self._desk, self._context, self._words = desk, context, context.words
        self._picture: ProgramPicture | None = None
        self.known = FollowUp()
        self.asleep: tuple[Followed, ...] = ()

    def learn(self, picture: ProgramPicture) -> None:
        """Work out what came of what a program asked for."""
        self._picture, self.known = picture, follow_up(report_plan(picture))
        self.asleep = asleep(self._desk, self.known)

    def write(self, fact: Answer | Progress) -> None:
        """Keep an answer, or what became of an ask."""
        if self._picture is not None and self._picture.program_id is not None:
            write_follow_up(self._desk, self._picture.program_id, fact)

    def take_back(self, fact: Answer | Progress | None) -> None:
        """Take an answer back, or what became of an ask."""
        if self._picture is not None and self._picture.program_id is not None and fact is not None:
            take_back(self._desk, self._picture.program_id, fact)
            self._tell(self._words.tr("It is deleted."))

    def keep_one(self, one: Followed) -> None:
        """Keep the answer that is shown, where there are two."""
        if self._picture is not None and self._picture.program_id is not None:
            keep_one_answer(self._desk, self._picture.program_id, one)
            self._tell(self._words.tr("One answer is kept."))

    def save_dates(self) -> None:
        """Ask where to save the next dates, and write them as a calendar file."""
        picture, known, words, made = self._picture, self.known, self._words, self._desk.clock.now()
        if picture is None or picture.program is None:
            return
        save_file(
            self._context,
            words.tr("Save the dates"),
            f"{plain_name(picture.program.called)}.ics",
            FileKind(words.tr("Calendar file"), (".ics",)),
            lambda path: write_atomically(path, calendar_of(picture, known, made, words)),
        )

    def _tell(self, said: str) -> None:
        self._context.toast.say(said, action=self._words.tr("Undo"), action_id=UNDO)
