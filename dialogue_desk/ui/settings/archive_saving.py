"""Saving the archive of a program: whether sensitive notes go along, where to, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.packages import plain_name, remember_papers
from dialogue_desk.desk.leaving.program_archive import (
    ReadyArchive,
    archive_not_saved,
    archive_text,
    ready_archive,
    unchecked_text,
)
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.long_saving import LongSaving
from dialogue_desk.ui.core.prompts import ChoicePrompt, FileKind, PromptAnswer
from dialogue_desk.ui.core.worker import Progress


def ask_for_archive(desk: Desk, shelf: GuideShelf, program: RecordId, context: Context) -> None:
    """Ask whether sensitive notes go along, then where the archive goes."""
    tr = context.words.tr
    question = ChoicePrompt(
        tr("Save an archive of the program"),
        tr(
            "One zip with the report, the summary of each session and tables. It opens in many years, "
            "without this app. Private debriefs, quotes without permission and tallies stay out. "
            "Tables name the circle beside each line, and have sensitive notes: they are for organizers "
            "only. Who is the archive for?"
        ),
        (
            PromptAnswer(Profile.EVERYONE.value, tr("Everyone: without tables")),
            PromptAnswer(Profile.ORGANIZER.value, tr("Organizers: with tables")),
        ),
    )
    context.prompts.choose(question, partial(_ask_where, desk, shelf, program, context))


def _ask_where(desk: Desk, shelf: GuideShelf, program: RecordId, context: Context, answer: str) -> None:
    words, record = context.words, desk.get(program)
    if record is None or not isinstance(record.body, Program):
        return
    archive = plain_name(words.tr("archive"))
    name = f"{plain_name(record.body.called)}-{archive}.zip"
    saving = _ArchiveSaving(desk, shelf, program, Profile(answer), context)
    kind = FileKind(words.tr("Archive"), (".zip",))
    context.prompts.save_to(words.tr("Save the archive"), name, kind, saving.write)


@dataclass(frozen=True, slots=True)
class _ArchiveSaving:
    """Writes the archive of a program off the window's thread, and says how far it is and how it went."""

    desk: Desk
    shelf: GuideShelf
    program: RecordId
    profile: Profile
    context: Context

    def write(self, path: Path) -> None:
        """Write it to ``path``; a person may stop it, or work on meanwhile."""
        context, words = self.context, self.context.words
        title, sentence = words.tr("Save the archive"), words.tr("Saving {name}…", name=path.name)
        shown = LongSaving(context.theme, words, title, sentence, context.toast.window())
        job = context.worker.run(
            context.toast,
            partial(self._work, path),
            partial(self._done, path),
            failed=partial(self._failed, path),
            ended=shown.end,
            progressed=shown.show_progress,
        )
        shown.follow(job.stop)
        shown.open()

    def _work(self, path: Path, progress: Progress) -> ReadyArchive:
        with self.desk.snapshot() as copy:
            folders = Folders(copy, self.shelf)
            ready = ready_archive(copy, folders, self.program, self.context.words, self.profile, progress)
        ready.write(path, progress)
        return ready

    def _done(self, path: Path, ready: ReadyArchive) -> None:
        words = self.context.words
        remember_papers(self.desk, self.program, [path])
        said = words.tr("{name} is in {folder}.", name=path.name, folder=path.parent)
        unchecked = unchecked_text(ready.unchecked, words) if ready.unchecked else ""
        told = (said, archive_text(len(ready.files), words), unchecked)
        self.context.toast.say(" ".join(filter(None, told)))

    def _failed(self, path: Path, error: BaseException) -> bool:
        if isinstance(error, OSError):
            self.context.toast.say(archive_not_saved(path, error, self.context.words))
        return isinstance(error, OSError)
