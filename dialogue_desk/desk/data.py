"""Everything on a desk that may leave it, as files for spreadsheets and for other programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.ids import RecordId
from dialogue_desk.domain.leaving import Profile, may_leave
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.exchange.tables import csv_bytes, record_lines, tables
from dialogue_desk.whole_file import write_whole

RECORDS = "records.jsonl"


def write_data(desk: Desk, folders: Folders, to: Path) -> tuple[Path, ...]:
    """Write a table of each kind of thing, and every record, into the folder ``to``.

    Two desks that know the same write the same bytes, whatever they learned first.  Debrief and quotes
    without consent stay out.

    Raises:
        OSError: when a file could not be written whole; those before it are in place.
    """
    records = [record for record in desk.file.records.everything() if may_leave(record, Profile.ORGANIZER)]
    leaving = frozenset(record.id for record in records)
    found = [folders.session(record.id) for record in records if record.kind is Kind.SESSION]
    sessions = [_only(folder, leaving) for folder in found if folder is not None]
    to.mkdir(parents=True, exist_ok=True)
    contents = {f"{table.name}.csv": csv_bytes(table) for table in tables(records, sessions)}
    contents[RECORDS] = record_lines(records)
    for name, content in contents.items():
        write_whole(to / name, content)
    return tuple(to / name for name in contents)


def _only(folder: SessionFolder, leaving: frozenset[RecordId]) -> SessionFolder:
    return replace(folder, notes=tuple(note for note in folder.notes if note.id in leaving))
