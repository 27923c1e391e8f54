"""Makes the archive of a program: its report, its summaries and its tables, to be read without this app."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.data_files import table_files
from dialogue_desk.desk.leaving.documents import SummaryOptions, paper_files
from dialogue_desk.desk.leaving.packages import plain_name
from dialogue_desk.desk.leaving.report_files import ReportOptions, report_files, today
from dialogue_desk.desk.program.handover import handed_records
from dialogue_desk.desk.session.privacy_check import PrivacyCheck, believed
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.exchange.archive_file import write_archive
from dialogue_desk.exchange.file_trouble import unwritten_because
from dialogue_desk.reports.archive_readme import ArchiveFacts, archive_readme
from dialogue_desk.reports.plain_text import text_of
from dialogue_desk.reports.report_papers import ReportPaper
from dialogue_desk.whole_file import FileToSave
from dialogue_desk.words import LANGUAGES, Words

_PAPERS = (ReportPaper.REPORT, ReportPaper.COUNCIL, ReportPaper.ANNEX)
README = "README.txt"


@dataclass(frozen=True, slots=True)
class ReadyArchive:
    """An archive ready to be written.  It does not read the desk anymore.

    ``unchecked`` is in how many sessions nobody checked that the notes name no one.
    """

    name: str
    files: tuple[FileToSave, ...]
    unchecked: int = 0

    def write(self, path: Path, progress: Callable[[int, int], None]) -> None:
        """Make each file, write all into one zip, and put it in its place once it reads back the same.

        It can run on another thread; ``progress`` may raise to stop, and then nothing was written.

        Raises:
            OSError: when it could not be written, or reads back differently; then there is no new file.
        """
        made: dict[str, bytes] = {}
        for done, file in enumerate(self.files):
            progress(done, len(self.files) + 1)
            made[file.name] = file.make_bytes()
        progress(len(self.files), len(self.files) + 1)
        write_archive(path, made)


def ready_archive(
    desk: Desk,
    folders: Folders,
    program_id: RecordId,
    words: Words,
    profile: Profile = Profile.ORGANIZER,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ReadyArchive:
    """Return the archive of a program as it would be written; the desk is read now.

    ``progress`` is told how many sessions are read of all, and may raise to stop.

    Private debriefs, quotes without permission and tallies stay out.  Tables are only in an organizer's:
    sensitive notes are in them, and each line has its circle.

    Raises:
        KeyError: when there is no such program.
    """
    program = desk.get(program_id)
    if program is None or not isinstance(program.body, Program):
        raise KeyError(program_id)
    languages = _languages(program.body, words)
    picture, day = folders.picture(program_id), today(desk)
    records = list(handed_records(desk, folders, program))
    found = [folders.session(record.id) for record in records if record.kind is Kind.SESSION]
    sessions = [folder for folder in found if folder is not None]
    check = PrivacyCheck(desk)
    summaries: list[FileToSave] = []
    for done, folder in enumerate(sessions):
        progress(done, len(sessions))
        summaries += paper_files(believed(check, folder), SummaryOptions((".pdf",)), words)
    progress(len(sessions), len(sessions))
    options = ReportOptions(_PAPERS, language=languages[0], also="".join(languages[1:2]))
    data = table_files(records, sessions) if profile is Profile.ORGANIZER else ()
    circles = {folder.circle_id for folder in sessions}
    facts = ArchiveFacts(program.body, len(circles), len(sessions), day, bool(data), picture.unchecked)
    readme = archive_readme(facts, languages)
    name = plain_name(program.body.called)
    files = (
        FileToSave(README, partial(text_of, readme)),
        *_in("report", report_files(picture, options, name, day)),
        *_in("summaries", summaries),
        *_in("tables", data),
    )
    return ReadyArchive(name, files, picture.unchecked)


def archive_text(files: int, words: Words) -> str:
    """Say that an archive was written."""
    return words.ntr(
        "{count} file is in it. The archive was read back and compared.",
        "{count} files are in it. The archive was read back and compared.",
        files,
    )


def archive_not_saved(to: Path, error: OSError, words: Words) -> str:
    """Say that an archive could not be written; nothing is left of it."""
    happened = words.tr(
        "“{file}” could not be saved and read back, so it was not left there. Everything is still on this "
        "laptop.",
        file=safe_in_sentence(to.name),
    )
    return f"{happened} {unwritten_because(error, words)}"


def unchecked_text(sessions: int, words: Words) -> str:
    """Say in how many sessions nobody looked for names."""
    return words.ntr(
        "In {count} session, nobody checked that the notes do not name anyone.",
        "In {count} sessions, nobody checked that the notes do not name anyone.",
        sessions,
    )


def _languages(program: Program, words: Words) -> tuple[str, ...]:
    spoken = tuple(language for language in program.languages if language in LANGUAGES)
    return spoken or (words.language,)


def _in(folder: str, files: Iterable[FileToSave]) -> Iterator[FileToSave]:
    """Yield files in a folder, each under a name of its own, whether or not a system tells A from a."""
    taken: set[str] = set()
    for file in files:
        stem, dot, ending = file.name.rpartition(".")
        names = itertools.chain(
            (file.name,), (f"{stem}-{number}{dot}{ending}" for number in itertools.count(2))
        )
        name = next(one for one in names if one.lower() not in taken)
        taken.add(name.lower())
        yield replace(file, name=f"{folder}/{name}")
