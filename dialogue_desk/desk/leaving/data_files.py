"""What may leave a desk, as files for spreadsheets and for other programs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.file_to_save import FileToSave
from dialogue_desk.desk.leaving.packages import session_records, stem
from dialogue_desk.domain.closing.leaving import Profile, may_leave
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.closing_facts import closing_of
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.csv_table import csv_bytes
from dialogue_desk.exchange.tables import record_lines, tables
from dialogue_desk.exchange.talk_to_the_city import comments_csv
from dialogue_desk.whole_file import write_atomically

RECORDS = "records.jsonl"


class DataFormat(StrEnum):
    """The kinds of file that other programs read."""

    CSV = "csv"
    XLSX = "xlsx"
    QDPX = "qdpx"
    QDC = "qdc"
    TALK_TO_THE_CITY = "t3c"
    RECORDS = "jsonl"


@dataclass(frozen=True, slots=True)
class _Told:
    """What may be told under a profile: records, and the sessions with only those in them."""

    records: Sequence[Record]
    sessions: Sequence[SessionFolder]
    profile: Profile

    @classmethod
    def of(cls, records: Sequence[Record], folders: Sequence[SessionFolder], profile: Profile) -> _Told:
        told = [record for record in records if _may_be_told(record, profile)]
        under: dict[RecordId, list[Record]] = {}
        for record in told:
            under.setdefault(record.owner, []).append(record)
        return cls(told, [_only(folder, under.get(folder.id, [])) for folder in folders], profile)

    def for_everyone(self) -> _Told:
        """The same without what is not for everyone."""
        return _Told.of(self.records, self.sessions, Profile.EVERYONE)


def write_data(
    desk: Desk, folders: Folders, to: Path, profile: Profile = Profile.ORGANIZER
) -> tuple[Path, ...]:
    """Write all that may leave into the folder ``to``: tables, a workbook, every record, and more.

    Two desks that know the same write the same bytes, whatever they learned first.  Debrief and quotes
    without consent stay out, and so do tallies: they are told of a whole program only.

    Raises:
        OSError: when a file could not be written whole; those before it are in place.
    """
    records = list(desk.file.records.everything())
    found = [folders.session(record.id) for record in records if record.kind is Kind.SESSION]
    told = _Told.of(records, [folder for folder in found if folder is not None], profile)
    to.mkdir(parents=True, exist_ok=True)
    files = [file for format_ in DataFormat for file in _files(told, format_)]
    for file in files:
        write_atomically(to / file.name, file.make_bytes())
    return tuple(to / file.name for file in files)


def session_data(
    desk: Desk,
    folder: SessionFolder,
    formats: Collection[DataFormat],
    profile: Profile = Profile.ORGANIZER,
) -> tuple[FileToSave, ...]:
    """Return what may leave of one session as files for other programs, named like its other files.

    The desk is read here and now; making the files may be done on another thread.
    """
    if not formats:
        return ()
    told = _Told.of(list(session_records(desk, folder)), [folder], profile)
    return tuple(
        replace(file, name=f"{stem(folder)}-{file.name}")
        for format_ in DataFormat
        if format_ in formats
        for file in _files(told, format_)
    )


def _files(told: _Told, kind: DataFormat) -> list[FileToSave]:
    match kind:
        case DataFormat.CSV:
            found = tables(told.records, told.sessions)
            return [FileToSave(f"{table.name}.csv", partial(csv_bytes, table)) for table in found]
        case DataFormat.XLSX:
            return [FileToSave("tables.xlsx", partial(_workbook, told))]
        case DataFormat.QDPX:
            return [FileToSave("sessions.qdpx", partial(_project, told))]
        case DataFormat.QDC:
            return [FileToSave("themes.qdc", partial(_codebook, told))]
        case DataFormat.TALK_TO_THE_CITY:
            # Whoever uses it hands it to a service on the net, so it is for everyone at most.
            spoken = told.for_everyone().sessions
            return [FileToSave("talk-to-the-city.csv", partial(comments_csv, spoken))]
        case DataFormat.RECORDS:
            return [FileToSave(RECORDS, partial(record_lines, told.records))]


def _workbook(told: _Told) -> bytes:
    from dialogue_desk.exchange.xlsx import xlsx_bytes  # noqa: PLC0415  # costly

    return xlsx_bytes(tables(told.records, told.sessions))


def _project(told: _Told) -> bytes:
    from dialogue_desk.exchange.refi import project_bytes  # noqa: PLC0415  # costly

    return project_bytes(told.records, told.sessions)


def _codebook(told: _Told) -> bytes:
    from dialogue_desk.exchange.refi import codebook_bytes  # noqa: PLC0415  # costly

    return codebook_bytes(told.records)


def _may_be_told(record: Record, profile: Profile) -> bool:
    """Whether a record may be in data: no tally of one circle."""
    return record.kind is not Kind.TALLY and may_leave(record, profile)


def _only(folder: SessionFolder, told: Sequence[Record]) -> SessionFolder:
    """Return a session with only those notes and facts of its close in it that are told."""
    ids = {record.id for record in told}
    notes = tuple(note for note in folder.notes if note.id in ids)
    return replace(folder, notes=notes, closing=closing_of(told))
