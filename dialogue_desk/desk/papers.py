"""Papers for people: the summary a circle gets back, and the report of a whole program."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.ids import RecordId
from dialogue_desk.domain.summary import summary_of
from dialogue_desk.reports.papers import write_document
from dialogue_desk.reports.program_report import program_document
from dialogue_desk.reports.session_summary import session_document
from dialogue_desk.words import Words


def write_summary(folders: Folders, session_id: RecordId, path: Path, words: Words) -> None:
    """Write what a circle gets back from a session, as the kind of paper the path's ending names.

    ``words`` is the language of the paper: the circle's, as a rule.

    Raises:
        KeyError: when there is no such session here.
        ValueError: when there is no paper of that ending.
        OSError: when it could not be written whole; then what stood there before still stands.
    """
    folder = folders.session(session_id)
    if folder is None:
        raise KeyError(session_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_document(session_document(summary_of(folder), words), path, words)


def write_report(folders: Folders, program_id: RecordId | None, path: Path, words: Words) -> None:
    """Write the report of a program, or of the circles that belong to none.

    Raises:
        KeyError: when there is no such program here.
        ValueError: when there is no paper of that ending.
        OSError: when it could not be written whole; then what stood there before still stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_document(program_document(folders.picture(program_id), words), path, words)
