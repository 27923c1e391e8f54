"""Writes what may leave a desk as files for spreadsheets and other programs.

They are for organizers: each line stands with its circle, since nothing can be counted by circle otherwise,
and each session with its head-count.  Only what goes to Talk to the City is for everyone.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, partial
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.packages import remember_papers, session_records, stem
from dialogue_desk.domain.closing.leaving import Profile, may_leave
from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.forum import Forum, ForumStage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import spoken_of
from dialogue_desk.domain.overview.closing_facts import closing_of
from dialogue_desk.domain.overview.data_facts import DataFacts, data_facts
from dialogue_desk.domain.overview.session_folder import SessionFolder, stored
from dialogue_desk.domain.overview.voices_of_records import voices_by_program
from dialogue_desk.domain.overview.voices_picture import VoicesPicture
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.about_tables import licenses
from dialogue_desk.exchange.csv_table import DataTable, csv_bytes
from dialogue_desk.exchange.data_package import data_package
from dialogue_desk.exchange.parquet import EXTRA, parquet_bytes, parquet_is_possible
from dialogue_desk.exchange.table_cells import several
from dialogue_desk.exchange.table_columns import ColumnType, column
from dialogue_desk.exchange.tables import record_lines, tables
from dialogue_desk.exchange.talk_to_the_city import comments_csv
from dialogue_desk.reports.data_card import data_card
from dialogue_desk.reports.markdown import markdown_of
from dialogue_desk.storage.table_file import SqlTable, table_file_bytes
from dialogue_desk.whole_file import FileToSave, write_files
from dialogue_desk.words import LANGUAGES, Words

RECORDS = "records.jsonl"
_COUNTS = frozenset((Kind.TALLY, Kind.POOLED_COUNTS))

Programs: TypeAlias = Collection[RecordId | None]
"""Ids of programs; None is that of circles without one."""


class DataFormat(StrEnum):
    """The formats that other programs read, those first that people open by a double click.

    A spreadsheet program opens CSV in one column where lists have semicolons, as in much of Latin America.
    """

    XLSX = "xlsx"
    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    QDPX = "qdpx"
    QDC = "qdc"
    TALK_TO_THE_CITY = "t3c"
    RECORDS = "jsonl"

    @property
    def for_everyone(self) -> bool:
        """Whether a file of it holds only what everyone may read."""
        return self is DataFormat.TALK_TO_THE_CITY


@dataclass(frozen=True)
class _Leaving:
    """What may leave: records, and the sessions with only these records in them.

    ``facts`` is what has to be known about them.  ``voices`` are who took part in each program that leaves as
    a whole.
    """

    records: Sequence[Record]
    sessions: Sequence[SessionFolder]
    facts: DataFacts
    voices: Mapping[RecordId, VoicesPicture] = field(default_factory=dict)

    @cached_property
    def tables(self) -> tuple[DataTable, ...]:
        """Every table, made once for all forms."""
        return tables(self.records, self.sessions, self.voices)

    @property
    def terms(self) -> dict[str, str]:
        """On what terms the data of each program may be used."""
        return licenses(self.facts.programs)

    @classmethod
    def of(
        cls,
        records: Sequence[Record],
        folders: Sequence[SessionFolder],
        profile: Profile = Profile.ORGANIZER,
    ) -> _Leaving:
        """Return what of these may leave, and what organizers made of it, unless it is for everyone."""
        # Tallies and slips counted together are only reported for a whole program.
        leaving = [one for one in records if one.kind not in _COUNTS and may_leave(one, profile)]
        if profile is Profile.ORGANIZER:
            leaving += _work_on(leaving, records)
        under: dict[RecordId, list[Record]] = {}
        for record in leaving:
            under.setdefault(record.owner, []).append(record)
        programs = [one.body for one in sorted(stored(leaving, Program), key=lambda one: one.id)]
        facts = data_facts(programs, folders, {record.id for record in leaving})
        return cls(leaving, [_only(folder, under.get(folder.id, [])) for folder in folders], facts)

    def with_voices(self, records: Sequence[Record], folders: Sequence[SessionFolder]) -> _Leaving:
        """Return it with who took part, as ``records`` and ``folders`` of whole programs say."""
        return replace(self, voices=voices_by_program(records, folders))


def _of_programs(records: Sequence[Record], programs: Programs) -> list[Record]:
    """Return the records of these programs, and the guides that their sessions followed."""
    circles = {one.id for one in stored(records, Circle) if one.body.program in programs}
    sessions = [one for one in stored(records, Session) if one.owner in circles]
    own = {*programs, *circles, *(session.id for session in sessions)}
    guides = {guide for session in sessions for guide in session.body.guides}
    return [one for one in records if one.id in own | guides or one.owner in own]


def _work_on(leaving: Sequence[Record], records: Sequence[Record]) -> list[Record]:
    """Return what organizers made of what leaves, and nothing that speaks of a line that stays."""
    stay = {record.id for record in records} - {record.id for record in leaving}
    return [
        record
        for record in records
        if record.kind in ORGANIZING
        and record.kind not in _COUNTS
        and stay.isdisjoint(line for edition in record.editions for line in spoken_of(edition.body))
    ]


def write_data(desk: Desk, folders: Folders, to: Path, of: Programs | None = None) -> tuple[Path, ...]:
    """Write everything that may leave into the folder ``to``: tables, a workbook, every record, and more.

    Only what is ``of`` some programs, or of all.  Parquet is among it where DuckDB is installed.

    Two desks that know the same write the same bytes.  The debrief and quotes without consent stay out, and
    so do tallies and slips counted together, which are only reported for a whole program, and ballots until
    their count is closed.

    Raises:
        OSError: when a file could not be written whole; those before it are in place.
    """
    records = list(desk.file.records.everything())
    if of is not None:
        records = _of_programs(records, of)
    found = [folders.session(record.id) for record in records if record.kind is Kind.SESSION]
    known = [folder for folder in found if folder is not None]
    data = _Leaving.of(records, known).with_voices(records, known)
    files = (file for format_ in DataFormat for file in _files(data, format_))
    return write_files(itertools.chain(_cards(data), files), to)


def remember_data(desk: Desk, folder: Path, of: Programs | None = None) -> None:
    """Save in the desk that data of programs are in ``folder``, for whoever takes a quote back."""
    for program in desk.file.records.of_kind(Kind.PROGRAM):
        if of is None or program.id in of:
            remember_papers(desk, program.id, [folder])


def table_files(records: Sequence[Record], sessions: Sequence[SessionFolder]) -> tuple[FileToSave, ...]:
    """Return the tables of these records and sessions as CSV, for organizers, and the data card."""
    data = _Leaving.of(records, sessions).with_voices(records, sessions)
    return (*_cards(data), *_files(data, DataFormat.CSV))


def parquet_sentence(words: Words) -> str:
    """Return how to get Parquet where it is missing; "" where it is there."""
    if parquet_is_possible():
        return ""
    if getattr(sys, "frozen", False):
        return words.tr("There is no Parquet among the data, because it does not come with this app.")
    return words.tr(
        "There is no Parquet among the data, because DuckDB is not installed. To get it: pip install "
        "'{extra}'",
        extra=EXTRA,
    )


def session_data(
    desk: Desk, folder: SessionFolder, formats: Collection[DataFormat]
) -> tuple[FileToSave, ...]:
    """Return the files for other programs of one session, named like its other files.

    The desk is read now; the files can be made on another thread.
    """
    if not formats:
        return ()
    data = _Leaving.of(list(session_records(desk, folder)), [folder])
    begin = f"{stem(folder)}-"
    chosen = [one for one in DataFormat if one in formats]
    found = [file for one in chosen for file in _files(data, one, begin)]
    cards = [] if all(one.for_everyone for one in chosen) else _cards(data)
    return tuple(replace(file, name=f"{begin}{file.name}") for file in (*cards, *found))


def sql_tables(found: Iterable[DataTable]) -> list[SqlTable]:
    """Return tables as a SQLite file has them, each column with its type."""
    return [
        SqlTable(
            table.name,
            [(name, _SQL_TYPES.get(column(table.name, name).type, "TEXT")) for name in table.columns],
            table.rows,
        )
        for table in found
    ]


_SQL_TYPES = {ColumnType.WHOLE: "INTEGER", ColumnType.DECIMAL: "REAL"}


def _cards(data: _Leaving) -> list[FileToSave]:
    """Return the data card, in each language of the programs that the app speaks."""
    spoken = {language for program in data.facts.programs for language in program.languages}
    languages = [language for language in LANGUAGES if language in spoken] or ["en"]
    return [FileToSave(f"data-card-{one}.md", partial(_card, data.facts, one)) for one in languages]


def _card(facts: DataFacts, language: str) -> bytes:
    return markdown_of(data_card(facts, Words(language)))


def _files(data: _Leaving, kind: DataFormat, begin: str = "") -> list[FileToSave]:
    """Return the files of one format; their names will ``begin`` so."""
    if kind is DataFormat.CSV:
        files = [FileToSave(f"{table.name}.csv", partial(csv_bytes, table)) for table in data.tables]
        return [*files, FileToSave("datapackage.json", partial(data_package, data.tables, data.terms, begin))]
    if kind is DataFormat.PARQUET:
        if not parquet_is_possible():
            return []
        terms = {"license": several(data.terms.values())}
        return [
            FileToSave(f"{table.name}.parquet", partial(parquet_bytes, table, terms)) for table in data.tables
        ]
    name, made = _ONE_FILE[kind]
    return [FileToSave(name, partial(made, data))]


def _table_file(data: _Leaving) -> bytes:
    return table_file_bytes(sql_tables(data.tables))


def _workbook(data: _Leaving) -> bytes:
    from dialogue_desk.exchange.xlsx import xlsx_bytes  # noqa: PLC0415  # costly

    return xlsx_bytes(data.tables)


def _project(data: _Leaving) -> bytes:
    from dialogue_desk.exchange.refi import project_bytes  # noqa: PLC0415  # costly

    return project_bytes(data.records, data.sessions)


def _codebook(data: _Leaving) -> bytes:
    from dialogue_desk.exchange.refi import codebook_bytes  # noqa: PLC0415  # costly

    return codebook_bytes(data.records)


def _comments(data: _Leaving) -> bytes:
    # It goes to a service on the internet, so it holds only what is for everyone.
    return comments_csv(_Leaving.of(data.records, data.sessions, Profile.EVERYONE).sessions)


def _records(data: _Leaving) -> bytes:
    # Who reads each ballot before the count is closed knows the result before everybody else.
    counted = {one.owner for one in stored(data.records, Forum) if one.body.stage is ForumStage.COUNTED}
    return record_lines(
        one for one in data.records if one.kind is not Kind.BALLOT_ENTRY or one.owner in counted
    )


_ONE_FILE: Mapping[DataFormat, tuple[str, Callable[[_Leaving], bytes]]] = {
    DataFormat.XLSX: ("tables.xlsx", _workbook),
    DataFormat.SQLITE: ("tables.sqlite", _table_file),
    DataFormat.QDPX: ("sessions.qdpx", _project),
    DataFormat.QDC: ("themes.qdc", _codebook),
    DataFormat.TALK_TO_THE_CITY: ("talk-to-the-city.csv", _comments),
    DataFormat.RECORDS: (RECORDS, _records),
}
"""The formats that are one file each: its name, and what makes it."""


def _only(folder: SessionFolder, records: Sequence[Record]) -> SessionFolder:
    ids = {record.id for record in records}
    notes = tuple(note for note in folder.notes if note.id in ids)
    return replace(folder, notes=notes, closing=closing_of(records))
