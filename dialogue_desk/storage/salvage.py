"""Reads what can be read of a damaged desk file, from a copy of it that is put right as far as that goes."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dialogue_desk.storage.desk_errors import DAMAGE
from dialogue_desk.storage.integrity import SchemaEntry
from dialogue_desk.storage.replace_database import beside, clear
from dialogue_desk.storage.typed_rows import Row, number, path_of
from dialogue_desk.storage.write_ahead_log import resealed
from dialogue_desk.whole_file import PATIENT

_AT_ONCE = 1_000
_MOST_IN_VAIN = 20_000
"""After so many queries in a row that found nothing, what is left of a table is taken for lost."""
_LEAST_ROW = 20
_LEAST_KEY, _MOST_KEY = -(1 << 63), (1 << 63) - 1

_ALIKE = 0.8
"""An entry of the schema that is at least this much like a missing one is that one, damaged."""

_HEADER = 100
_FIXED = (slice(0, 24), slice(44, 48), slice(56, 60))
"""What is the same in the first bytes of each desk file: above all how long its pages are."""
_CHANGES, _PAGES, _PAGES_VALID_FOR = slice(24, 28), slice(28, 32), slice(92, 96)


@contextmanager
def salvage(path: Path, fresh: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Give a copy of the damaged desk file at ``path`` with the schema and first bytes of a ``fresh`` one.

    Raises:
        OSError: when it could not be copied.
    """
    copy = path.with_name(f".{path.stem}-salvaged.part")
    clear(copy)
    try:
        PATIENT.do(shutil.copyfile, path, copy)
        for log, to in zip(beside(path), beside(copy), strict=True):
            if log.exists() and not log.name.endswith("-shm"):
                data = log.read_bytes()
                to.write_bytes(resealed(data) if log.name.endswith("-wal") else data)
        _mend_header(copy, path_of(fresh))
        with closing(_opened(copy)) as damaged, contextlib.suppress(*DAMAGE):
            _mend_schema(damaged, fresh)
        with closing(_opened(copy)) as damaged:
            yield damaged
    finally:
        clear(copy)


def salvaged_rows(damaged: sqlite3.Connection, table: str, key: str, columns: str) -> Iterator[Row]:
    """Yield the rows of a table that can be read, whatever their keys are.

    It reads from both ends up to the first row that cannot be read, then from the middle of what is left,
    the widest gap first.
    """
    sql = f"SELECT {key}, {columns} FROM {table} NOT INDEXED WHERE {key} BETWEEN ? AND ?"
    reader = _Reader(damaged, sql, key)
    yield from reader.read_ends(_LEAST_KEY, _MOST_KEY)
    most = _most_rows(damaged)
    gaps = deque(_likely(reader.gap, most))
    while gaps and reader.in_vain < min(most, _MOST_IN_VAIN):
        yield from reader.read_ends(*gaps.popleft())
        low, high = reader.gap
        if low < high:
            middle = (low + high) // 2
            gaps += ((low, middle), (middle + 1, high))


def _likely(gap: tuple[int, int], most: int) -> list[tuple[int, int]]:
    """Return where in a gap rows may be: keys rise one by one, so near those that were read."""
    low, high = gap
    if high - low <= 2 * most:
        return [gap]
    above = [] if low == _LEAST_KEY else [(low, low + most)]
    below = [] if high == _MOST_KEY else [(high - most, high)]
    return above + below or [(0, most)]


def _most_rows(damaged: sqlite3.Connection) -> int:
    """Return how many rows there are at most: each takes some bytes."""
    pages = readable_rows(damaged, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    return number(pages[0][0]) // _LEAST_ROW if pages else 0


def salvaged_steps(damaged: sqlite3.Connection, columns: str, changes: Iterable[int]) -> Iterator[Row]:
    """Yield the rows that can be read of what was before these changes."""
    sql = f"SELECT {columns} FROM before NOT INDEXED WHERE change = ? ORDER BY record"
    for change in changes:
        found = {row[:2]: row for order in ("", " DESC") for row in first_rows(damaged, sql + order, change)}
        yield from found.values()


def readable_rows(damaged: sqlite3.Connection, sql: str) -> list[Row] | None:
    """Return all that ``sql`` finds, or None when that cannot be read."""
    try:
        return damaged.execute(sql).fetchall()
    except DAMAGE:
        return None


def first_rows(damaged: sqlite3.Connection, sql: str, *values: int) -> Iterator[Row]:
    """Yield what ``sql`` finds up to the first row that cannot be read."""
    with contextlib.suppress(*DAMAGE):
        yield from damaged.execute(sql, values)


class _Reader:
    """Reads ranges of a table from both ends; ``gap`` is what of the last one could not be read."""

    def __init__(self, damaged: sqlite3.Connection, sql: str, key: str) -> None:
        self._damaged, self._sql, self._key = damaged, sql, key
        self.in_vain = 0
        self.gap = (0, -1)

    def read_ends(self, low: int, high: int) -> Iterator[Row]:
        """Yield the rows from ``low`` up to one that cannot be read, and those from ``high`` down to one."""
        self.gap = (low, high)
        yield from self._read(upwards=True)
        yield from self._read(upwards=False)

    def _read(self, *, upwards: bool) -> Iterator[Row]:
        sql = f"{self._sql} ORDER BY {self._key}{'' if upwards else ' DESC'} LIMIT ?"
        most, again = 1, _AT_ONCE
        while self.gap[0] <= self.gap[1]:
            low, high = self.gap
            self.in_vain += 1
            try:
                found = self._damaged.execute(sql, (low, high, most)).fetchall()
            except DAMAGE:
                if most == 1:
                    return
                most = again = 1
                continue
            for row in found:
                key = number(row[0])
                if not low <= key <= high:
                    return  # in a damaged tree the keys may not rise
                self.in_vain = 0
                self.gap = low, high = (key + 1, high) if upwards else (low, key - 1)
                yield row[1:]
            if len(found) < most:
                self.gap = (0, -1)
            most = again


def _opened(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, isolation_level=None)
    # A letter that is none makes a row unsound, and must not keep the others from being read.
    connection.text_factory = lambda said: said.decode(errors="replace")
    with contextlib.suppress(*DAMAGE):
        connection.execute(
            "PRAGMA writable_schema = ON"
        )  # reads on when an entry of the schema makes no sense
    return connection


def _mend_header(copy: Path, fresh: Path) -> None:
    with fresh.open("rb") as sound, copy.open("r+b") as file:
        header = sound.read(_HEADER)
        there = bytearray(file.read(len(header)).ljust(len(header), b"\0"))
        for fixed in _FIXED:
            there[fixed] = header[fixed]
        size = file.seek(0, 2)
        there[_PAGES] = (-(-size // int.from_bytes(header[16:18], "big"))).to_bytes(4, "big")
        there[_PAGES_VALID_FOR] = there[_CHANGES]
        file.seek(0)
        file.write(there)


def _mend_schema(damaged: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    """Give entries of the schema that are damaged, or of an earlier one, the text that they have now."""
    sql = "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema"
    wanted: list[SchemaEntry] = [_entry(row) for row in fresh.execute(sql)]
    there = {
        number(row[0]): _entry(row[1:]) for row in damaged.execute(sql.replace("type", "rowid, type", 1))
    }
    odd = {place: entry for place, entry in there.items() if entry not in wanted}
    for entry in (one for one in wanted if one not in there.values()):
        likeness = {place: _likeness(entry, other) for place, other in odd.items()}
        best = max(likeness, key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] >= _ALIKE:
            odd.pop(best)
            damaged.execute(
                "UPDATE sqlite_schema SET type = ?, name = ?, tbl_name = ?, sql = nullif(?, '')"
                " WHERE rowid = ?",
                (*entry, best),
            )


def _entry(row: Row) -> SchemaEntry:
    kind, name, table, made_by = map(str, row)
    return kind, name, table, made_by


def _likeness(one: SchemaEntry, other: SchemaEntry) -> float:
    some, others = "\n".join(one), "\n".join(other)
    same = sum(one == other for one, other in zip(some, others, strict=False))
    return same / max(len(some), len(others))
