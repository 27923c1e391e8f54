"""Saving the archive of a program: whether sensitive notes go along, where to, and how it went."""

from __future__ import annotations

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
    body = record.body if record is not None else None
    if not isinstance(body, Program):
        return
    archive = plain_name(words.tr("archive"))
    name = f"{plain_name(body.called)}-{archive}.zip"

    def write(path: Path) -> None:
        context.toast.say(words.tr("Saving {name}…", name=path.name))

        def work(progress: Progress) -> ReadyArchive:
            with desk.snapshot() as copy:
                ready = ready_archive(copy, Folders(copy, shelf), program, words, Profile(answer))
            ready.write(path, progress)
            return ready

        def done(ready: ReadyArchive) -> None:
            remember_papers(desk, program, [path])
            said = words.tr("{name} is in {folder}.", name=path.name, folder=path.parent)
            unchecked = unchecked_text(ready.unchecked, words) if ready.unchecked else ""
            context.toast.say(
                " ".join(filter(None, (said, archive_text(len(ready.files), words), unchecked)))
            )

        def failed(error: BaseException) -> bool:
            if isinstance(error, OSError):
                context.toast.say(archive_not_saved(path, words))
            return isinstance(error, OSError)

        context.worker.run(context.toast, work, done, failed=failed)

    context.prompts.save_to(
        words.tr("Save the archive"), name, FileKind(words.tr("Archive"), (".zip",)), write
    )
