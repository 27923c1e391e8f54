"""Writes what may leave a desk as files for spreadsheets and other programs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import session_records, stem
from dialogue_desk.domain.closing.leaving import Profile, may_leave
from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import spoken_of
from dialogue_desk.domain.overview.closing_facts import closing_of
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.csv_table import csv_bytes
from dialogue_desk.exchange.tables import record_lines, tables
from dialogue_desk.exchange.talk_to_the_city import comments_csv
from dialogue_desk.whole_file import FileToSave, write_files

RECORDS = "records.jsonl"


class DataFormat(StrEnum):
    """The formats that other programs read."""

    CSV = "csv"
    XLSX = "xlsx"
    QDPX = "qdpx"
    QDC = "qdc"
    TALK_TO_THE_CITY = "t3c"
    RECORDS = "jsonl"


@dataclass(frozen=True, slots=True)
class _Leaving:
    """What may leave under a profile: records, and the sessions with only these records in them."""

    records: Sequence[Record]
    sessions: Sequence[SessionFolder]

    @classmethod
    def of(
        cls,
        records: Sequence[Record],
        folders: Sequence[SessionFolder],
        profile: Profile,
        *,
        work: bool = False,
    ) -> _Leaving:
        """Return what of these may leave; ``work``: also what organizers made of what leaves."""
        # Tallies are only reported for a whole program.
        leaving = [one for one in records if one.kind is not Kind.TALLY and may_leave(one, profile)]
        if work:
            leaving += _work_on(leaving, records)
        under: dict[RecordId, list[Record]] = {}
        for record in leaving:
            under.setdefault(record.owner, []).append(record)
        return cls(leaving, [_only(folder, under.get(folder.id, [])) for folder in folders])


def _work_on(leaving: Sequence[Record], records: Sequence[Record]) -> list[Record]:
    """Return what organizers made of what leaves, and nothing that speaks of a line that stays."""
    stay = {record.id for record in records} - {record.id for record in leaving}
    return [
        record
        for record in records
        if record.kind in ORGANIZING
        and stay.isdisjoint(line for edition in record.editions for line in spoken_of(edition.body))
    ]


def write_data(
    desk: Desk, folders: Folders, to: Path, profile: Profile = Profile.ORGANIZER
) -> tuple[Path, ...]:
    """Write everything that may leave into the folder ``to``: tables, a workbook, every record, and more.

    Two desks that know the same write the same bytes.  The debrief and quotes without consent stay out, and
    so do tallies, which are only reported for a whole program.

    Raises:
        OSError: when a file could not be written whole; those before it are in place.
    """
    records = list(desk.file.records.everything())
    found = [folders.session(record.id) for record in records if record.kind is Kind.SESSION]
    known = [folder for folder in found if folder is not None]
    data = _Leaving.of(records, known, profile, work=profile is not Profile.EVERYONE)
    return write_files((file for format_ in DataFormat for file in _files(data, format_)), to)


def session_data(
    desk: Desk,
    folder: SessionFolder,
    formats: Collection[DataFormat],
    profile: Profile = Profile.ORGANIZER,
) -> tuple[FileToSave, ...]:
    """Return the files for other programs of one session, named like its other files.

    The desk is read now; the files can be made on another thread.
    """
    if not formats:
        return ()
    data = _Leaving.of(list(session_records(desk, folder)), [folder], profile)
    return tuple(
        replace(file, name=f"{stem(folder)}-{file.name}")
        for format_ in DataFormat
        if format_ in formats
        for file in _files(data, format_)
    )


def _files(data: _Leaving, kind: DataFormat) -> list[FileToSave]:
    match kind:
        case DataFormat.CSV:
            found = tables(data.records, data.sessions)
            return [FileToSave(f"{table.name}.csv", partial(csv_bytes, table)) for table in found]
        case DataFormat.XLSX:
            return [FileToSave("tables.xlsx", partial(_workbook, data))]
        case DataFormat.QDPX:
            return [FileToSave("sessions.qdpx", partial(_project, data))]
        case DataFormat.QDC:
            return [FileToSave("themes.qdc", partial(_codebook, data))]
        case DataFormat.TALK_TO_THE_CITY:
            # It goes to a service on the internet, so it holds only what is for everyone.
            spoken = _Leaving.of(data.records, data.sessions, Profile.EVERYONE).sessions
            return [FileToSave("talk-to-the-city.csv", partial(comments_csv, spoken))]
        case DataFormat.RECORDS:
            return [FileToSave(RECORDS, partial(record_lines, data.records))]


def _workbook(data: _Leaving) -> bytes:
    from dialogue_desk.exchange.xlsx import xlsx_bytes  # noqa: PLC0415  # costly

    return xlsx_bytes(tables(data.records, data.sessions))


def _project(data: _Leaving) -> bytes:
    from dialogue_desk.exchange.refi import project_bytes  # noqa: PLC0415  # costly

    return project_bytes(data.records, data.sessions)


def _codebook(data: _Leaving) -> bytes:
    from dialogue_desk.exchange.refi import codebook_bytes  # noqa: PLC0415  # costly

    return codebook_bytes(data.records)


def _only(folder: SessionFolder, records: Sequence[Record]) -> SessionFolder:
    ids = {record.id for record in records}
    notes = tuple(note for note in folder.notes if note.id in ids)
    return replace(folder, notes=notes, closing=closing_of(records))
