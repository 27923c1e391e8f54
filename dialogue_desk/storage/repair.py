"""Repairs a damaged desk file: what can be read is saved into a new one, and the damaged one is kept."""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import Record
from dialogue_desk.storage.database import open_database, open_for_reading, retire_device, transaction
from dialogue_desk.storage.desk_errors import as_desk_trouble
from dialogue_desk.storage.file_lock import FileLock
from dialogue_desk.storage.record_table import COLUMNS, RecordRows, record_of_row
from dialogue_desk.storage.replace_database import Replacement, set_aside_and_replace
from dialogue_desk.storage.search_index import Search
from dialogue_desk.storage.typed_rows import DatabaseError, Row

_AT_ONCE = 1_000
_MOST_FAILURES = 100_000
"""After so many failed queries, rows that cannot be read at once are not searched one by one."""


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What became of a damaged desk file.

    ``aside`` is where the whole damaged file is now.  Of its ``known`` records, ``saved`` could be read;
    ``known`` is None when not even their number could be read.  ``from_copy`` more records came from the
    copy.  Packages that came in before can be imported again, which adds what is missing.
    """

    aside: Path
    saved: int
    known: int | None
    from_copy: int = 0


def repair(path: Path, copy: Path | None = None) -> RepairReport:
    """Set a damaged desk file aside, and put a new one with all that could be read in its place.

    ``copy`` is the latest copy of the desk, or None: what could not be read is taken from it.

    Raises:
        DeskTrouble: when that did not work; then the damaged file is as it was.
    """
    with as_desk_trouble(path), closing(FileLock(path)):
        part = Replacement.REPAIR.half_made(path)
        saved, known = _rebuilt(path, part)
        from_copy = 0
        if copy is not None and (known is None or saved < known):
            from_copy = _filled(part, copy)
        aside = set_aside_and_replace(part, path, Replacement.REPAIR)
    assert aside is not None, "what is repaired is there"
    return RepairReport(aside, saved, known, from_copy)


def _rebuilt(path: Path, part: Path) -> tuple[int, int | None]:
    with closing(open_database(part)) as fresh, closing(open_for_reading(path)) as damaged:
        fresh.execute("PRAGMA foreign_keys = OFF")
        with transaction(fresh):
            sound = (row for row in _salvaged(damaged, "record", "seq", COLUMNS) if _sound(row) is not None)
            saved = _keep(fresh, f"record ({COLUMNS})", sound)
            Search(fresh).rebuild()
            _keep(fresh, "desk (key, value)", _readable_rows(damaged, "SELECT key, value FROM desk"))
            _keep(fresh, "export", _readable_rows(damaged, "SELECT * FROM export"))
            # A step with a hole in it cannot be undone.  The earlier versions can still be read.
            changes = _salvaged(damaged, "change", "seq", "seq, act, at, 'past'")
            _keep(fresh, "change (seq, act, at, state)", changes)
            befores = _salvaged(damaged, "before", "change", "change, record, editions")
            _keep(fresh, "before (change, record, editions)", befores)
            fresh.execute("DELETE FROM before WHERE change NOT IN (SELECT seq FROM change)")
            retire_device(fresh)
        counted = _readable_rows(damaged, "SELECT count(id) FROM record")
    known = max(int(str(counted[0][0])), saved) if counted else None
    return saved, known


def _keep(fresh: sqlite3.Connection, table: str, found: Iterator[Row] | Sequence[Row]) -> int:
    kept = 0
    for row in found:
        marks = ", ".join("?" * len(row))
        with contextlib.suppress(sqlite3.IntegrityError):
            fresh.execute(f"INSERT INTO {table} VALUES ({marks})", row)
            kept += 1
    return kept


def _salvaged(damaged: sqlite3.Connection, table: str, key: str, columns: str) -> Iterator[Row]:
    """Yield the rows of a table that can be read, finding those that cannot by halving the range."""
    sql = f"SELECT {columns} FROM {table} NOT INDEXED WHERE {key} BETWEEN ? AND ? ORDER BY {key}"
    failures = 0
    for first in range(0, _last(damaged, table, key) + 1, _AT_ONCE):
        spans = [(first, first + _AT_ONCE - 1)]
        while spans:
            low, high = spans.pop()
            try:
                yield from damaged.execute(sql, (low, high)).fetchall()
            except DatabaseError:
                failures += 1
                if low < high and failures < _MOST_FAILURES:
                    middle = (low + high) // 2
                    spans += [(middle + 1, high), (low, middle)]


def _last(damaged: sqlite3.Connection, table: str, key: str) -> int:
    """Return an upper bound of the key of a table's rows."""
    found = _readable_rows(damaged, f"SELECT max({key}) FROM {table} NOT INDEXED")
    if not found:
        # A row takes some bytes, so the file's size limits how many there are.
        found = _readable_rows(
            damaged, "SELECT page_count * page_size / 16 FROM pragma_page_count, pragma_page_size"
        )
    return int(str(found[0][0] or 0)) if found else 0


def _readable_rows(damaged: sqlite3.Connection, sql: str) -> list[Row]:
    try:
        return damaged.execute(sql).fetchall()
    except DatabaseError:
        return []


def _filled(part: Path, copy: Path) -> int:
    """Add from the copy the records that are missing, and return how many."""
    count = 0
    with closing(open_database(part)) as fresh, closing(open_for_reading(copy)) as source:
        records = RecordRows(fresh)
        found = (_sound(row) for row in _salvaged(source, "record", "seq", COLUMNS))
        with transaction(fresh):
            while batch := list(itertools.islice(found, _AT_ONCE)):
                theirs = {record.id: record for record in batch if record is not None}
                ours = records.known(theirs)
                # What is here is newer than the copy.
                missing = {key: record for key, record in theirs.items() if key not in ours}
                records.write(merge({}, missing))
                count += len(missing)
    return count


def _sound(row: Row) -> Record | None:
    """Return the record in a row, or None when the row can be read but is damaged."""
    with contextlib.suppress(ValueError, KeyError, TypeError):
        return record_of_row(row)
    return None
