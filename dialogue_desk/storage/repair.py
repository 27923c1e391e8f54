"""Repairs a damaged desk file: what can be read is saved into a new one, and the damaged one is kept."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import Record
from dialogue_desk.storage.database import open_database, retire_device, transaction
from dialogue_desk.storage.desk_errors import as_desk_trouble
from dialogue_desk.storage.file_lock import FileLock
from dialogue_desk.storage.history import BEFORE, History, before_of_row, before_of_stored
from dialogue_desk.storage.integrity import is_sound
from dialogue_desk.storage.pending_erasures import BESIDE, Erasures, ErasureTask
from dialogue_desk.storage.record_table import COLUMNS, RecordRows, record_of_row, record_of_stored
from dialogue_desk.storage.replace_database import Replacement, set_aside_and_replace
from dialogue_desk.storage.salvage import first_rows, readable_rows, salvage, salvaged_rows, salvaged_steps
from dialogue_desk.storage.search_index import Search
from dialogue_desk.storage.typed_rows import Row, checksum, number, text
from dialogue_desk.storage.write_ahead_log import LogState, state_of

_NO_LETTER = "\ufffd"
_OF_THE_LAPTOP = ("desk", "export")
"""The tables of keys and names, and of where files were written: an earlier state of them does no harm."""


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What became of a damaged desk file.

    ``aside`` is where the whole damaged file is now.  Of its ``known`` records, ``saved`` could be read;
    ``known`` is None when not even their number could be read.  ``earlier`` more records are as they were in
    the copy, or before their last change.  When the ``log`` of what was written last was damaged, the last
    changes may be missing without being counted.  Packages that came in before can be imported again, which
    adds what is missing.
    """

    aside: Path
    saved: int
    known: int | None
    earlier: int = 0
    log: bool = False


def repair(path: Path, *copies: Path) -> RepairReport:
    """Set a damaged desk file aside, and put a new one with all that could be read in its place.

    ``copies`` are those of the desk, the latest first: what could not be read is taken from them.

    Raises:
        DeskTrouble: when that did not work; then the damaged file is as it was.
    """
    with as_desk_trouble(path), closing(FileLock(path)):
        part = Replacement.REPAIR.half_made(path)
        log = state_of(path.with_name(f"{path.name}-wal")) is not LogState.WHOLE
        with closing(open_database(part)) as fresh:
            fresh.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()  # salvaging needs its first bytes
            fresh.execute("PRAGMA foreign_keys = OFF")
            with transaction(fresh):
                saved, known, earlier = _filled(fresh, path, copies)
                Search(fresh).rebuild()
                retire_device(fresh)
        aside = set_aside_and_replace(part, path, Replacement.REPAIR)
    assert aside is not None, "what is repaired is there"
    return RepairReport(aside, saved, known, earlier, log)


def _filled(fresh: sqlite3.Connection, path: Path, copies: Sequence[Path]) -> tuple[int, int | None, int]:
    """Fill a fresh desk file, and return how many records were saved, were there, and are earlier ones."""
    with salvage(path, fresh) as damaged:
        saved = _save_records(damaged, fresh)
        _save_rest(damaged, fresh, _rest(fresh))
        _save_history(damaged, fresh, path.stat().st_size)
        listed = readable_rows(damaged, "SELECT id FROM record ORDER BY id")
    known = None if listed is None else max(len(listed), len(saved))
    if known == len(saved):
        return len(saved), known, 0
    lost = None if listed is None else {RecordId(text(record_id)) for (record_id,) in listed} - saved
    found: dict[RecordId, Record] = {}
    for record in _earlier(fresh, path, copies, lost):
        if record.id not in saved and (lost is None or record.id in lost):
            found[record.id] = found[record.id].merged(record) if record.id in found else record
    RecordRows(fresh).write(merge({}, found))
    return len(saved), known, len(found)


def _save_records(damaged: sqlite3.Connection, fresh: sqlite3.Connection) -> set[RecordId]:
    """Save the records that are as they were written, and return their ids."""
    found = _sound(_stored_records(damaged), record_of_row, record_of_stored)
    _keep(fresh, f"record ({COLUMNS}, checksum)", found)
    return {RecordId(text(record_id)) for (record_id,) in fresh.execute("SELECT id FROM record")}


def _save_rest(damaged: sqlite3.Connection, fresh: sqlite3.Connection, tables: Iterable[str]) -> None:
    for table in tables:
        names = [text(name) for (name,) in fresh.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        known = names.index("checksum") if "checksum" in names else None
        found = first_rows(damaged, f"SELECT * FROM {table}")
        whole = (row for row in found if _NO_LETTER not in "".join(map(str, row)))
        _keep(fresh, table, (row for row in whole if known is None or row[known] == checksum(*row[:known])))


def _rest(fresh: sqlite3.Connection) -> list[str]:
    """Return the tables that are saved as they are: all but records, their history and what can be rebuilt.

    Packages that came in are left out: to import one again then brings back what is missing.
    """
    sql = """
        SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
        AND name NOT IN ('record', 'change', 'before', 'package') AND name NOT GLOB '*sqlite_*'
    """
    return [text(name) for (name,) in fresh.execute(sql)]


def _save_history(damaged: sqlite3.Connection, fresh: sqlite3.Connection, size: int) -> None:
    # A step with a hole in it cannot be undone.  The earlier versions can still be read.
    changes = salvaged_rows(damaged, "change", "seq", "seq, act, at, 'past'")
    # There are fewer changes than bytes, so a greater number is a damaged one.
    _keep(fresh, "change (seq, act, at, state)", (row for row in changes if 0 < number(row[0]) < size))
    seqs = [number(seq) for (seq,) in fresh.execute("SELECT seq FROM change").fetchall()]
    steps = salvaged_steps(damaged, f"{BEFORE}, checksum", seqs)
    _keep(fresh, f"before ({BEFORE}, checksum)", _sound(steps, before_of_row, before_of_stored))


def _earlier(
    fresh: sqlite3.Connection, path: Path, copies: Sequence[Path], lost: Collection[RecordId] | None
) -> Iterator[Record]:
    """Yield earlier versions of what was lost, in copies and in the history.

    When None, as it is not known what was lost, it is what the latest copy has: from an older one would come
    back what was taken out since.  What is still to be erased from the copies does not come back.
    """
    pending = Erasures(path).pending()
    going = (pending.desk, pending.places.get(BESIDE, ErasureTask()))
    erased = {record_id for task in going for record_id in task.ids}
    if any(task.marks for task in going):
        copies = ()
    for copy in copies if lost is not None else copies[:1]:
        with salvage(copy, fresh) as source:
            for row in _sound(_stored_records(source), record_of_row, record_of_stored):
                if row[0] not in erased:
                    yield record_of_stored(row)
            _save_rest(source, fresh, _OF_THE_LAPTOP)
    history = History(fresh)
    for record_id in lost or ():
        yield from history.earlier_records(record_id)


def _stored_records(damaged: sqlite3.Connection) -> Iterator[Row]:
    return salvaged_rows(damaged, "record", "seq", f"{COLUMNS}, checksum")


def _sound(
    found: Iterable[Row], read: Callable[[Row], object], read_stored: Callable[[Row], object]
) -> Iterator[Row]:
    """Yield the rows that are sound; those of a desk file from before there were checksums get theirs."""
    for row in found:
        *values, known = row
        if known is None and is_sound(tuple(values), read):
            yield (*values, checksum(*values))
        elif is_sound(row, read_stored):
            yield row


def _keep(fresh: sqlite3.Connection, table: str, found: Iterable[Row]) -> None:
    for row in found:
        marks = ", ".join("?" * len(row))
        with contextlib.suppress(sqlite3.IntegrityError):
            fresh.execute(f"INSERT INTO {table} VALUES ({marks})", row)
