"""Everything that may leave a desk as tables for spreadsheets, and as records for programs.

Values come in and bytes go out.  They are told by the values alone, in the order of their ids: not by
the order in which packages came, the laptop's language, or the time.  What may not leave is not for
this module to judge: whoever calls leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.overview.session_folder import SessionFolder, stored
from dialogue_desk.domain.records.encoding import encode_edition, json_text
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.exchange.program_tables import ACROSS_SESSIONS, OF_PROGRAMS
from dialogue_desk.exchange.session_tables import OF_SESSIONS
from dialogue_desk.exchange.table_cells import TableSource

_TABLES = (*OF_PROGRAMS, *OF_SESSIONS, *ACROSS_SESSIONS)


def tables(records: Iterable[Record], folders: Iterable[SessionFolder]) -> tuple[DataTable, ...]:
    """Return every table.

    Args:
        records: all records that may leave.
        folders: the sessions they tell of, with nothing in them that may not.
    """
    given = sorted(records, key=lambda record: record.id)
    known = TableSource(
        given,
        sorted(folders, key=lambda folder: folder.id),
        {program.id: program.body for program in stored(given, Program)},
        {circle.id: circle.body for circle in stored(given, Circle)},
    )
    return tuple(
        DataTable(name, tuple(columns.split()), tuple(rows(known))) for name, columns, rows in _TABLES
    )


def record_lines(records: Iterable[Record]) -> bytes:
    """Return records as JSON, one edition a line: all that is known, for other programs."""
    lines = (
        json_text(encode_edition(record, edition))
        for record in sorted(records, key=lambda record: record.id)
        for edition in record.editions
    )
    return "".join(f"{line}\n" for line in lines).encode()
