"""The table of records: reads them from rows, and writes changes as rows."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

import msgspec

from dialogue_desk.domain.model.bodies import Body, Kind
from dialogue_desk.domain.model.circles import GuideText
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.records.changes import Change
from dialogue_desk.domain.records.encoding import (
    decode_records,
    decode_said,
    decode_version,
    encode_edition,
    encode_said,
    json_text,
)
from dialogue_desk.domain.records.records import Edition, Record, Since
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.search_index import Search, reindexed
from dialogue_desk.storage.typed_rows import (
    Row,
    Table,
    Value,
    checksum,
    first_row,
    number,
    path_of,
    rows,
    text,
)

_CACHED = 2_000
"""So many decoded rows are cached; a row that did not change is not decoded again."""

COLUMNS = "id, kind, owner, body, version, at, device, erased, others"
_STORED = f"{COLUMNS}, checksum"

NO_RECORD = (ValueError, KeyError, TypeError, StopIteration)
"""What is raised by a row that holds no sound record."""


class _MoveHead(msgspec.Struct):
    """The fields of a move that a list of sessions needs."""

    kind: str = ""
    run: str = ""
    number: int = 0


_move_head = msgspec.json.Decoder(_MoveHead)


class RecordRows(Table):
    """The records of one desk file, and with them its search index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._search = Search(connection)
        # A session is read again after each note, and its other notes have not changed.
        self._of_row = lru_cache(maxsize=_CACHED)(record_of_stored)

    def get(self, record_id: RecordId) -> Record | None:
        """Return one record, or None when it is not known."""
        row = first_row(self._connection, f"SELECT {_STORED} FROM record WHERE id = ?", (record_id,))
        return None if row is None else self._record(row)

    def known(self, ids: Iterable[RecordId]) -> dict[RecordId, Record]:
        """Return those of the records that are known, by id."""
        wanted = msgspec.json.encode(list(ids)).decode()
        sql = f"SELECT {_STORED} FROM record WHERE id IN (SELECT value FROM json_each(?))"
        return {record.id: record for record in self._found(sql, (wanted,))}

    def under(self, owner: RecordId, *kinds: Kind) -> Iterator[Record]:
        """Yield the records under ``owner`` in the order they were made, with traces."""
        sql = f"SELECT {_STORED} FROM record WHERE owner = ?{_kinds(kinds)} ORDER BY id"
        return self._found(sql, (owner, *kinds))

    def removed_under(self, owner: RecordId, *kinds: Kind) -> Iterator[Record]:
        """Yield the removed records under ``owner``: they have no body, but their history does."""
        sql = f"SELECT {_STORED} FROM record WHERE owner = ?{_kinds(kinds)} AND body IS NULL AND erased = 0"
        return self._found(sql, (owner, *kinds))

    def of_kind(self, kind: Kind) -> Iterator[Record]:
        """Yield all records of one kind in the order they were made, with traces."""
        return self._found(f"SELECT {_STORED} FROM record WHERE kind = ? ORDER BY id", (kind,))

    def erased(self) -> Iterator[Record]:
        """Yield the traces of all erased records."""
        return self._found(f"SELECT {_STORED} FROM record WHERE erased = 1", ())

    def everything(self) -> Iterator[Record]:
        """Yield every record, sorted by id."""
        return self._found(f"SELECT {_STORED} FROM record ORDER BY id", ())

    def ids_of(self, *kinds: Kind) -> list[RecordId]:
        """Return the ids of all records of these kinds, also of those that were removed or erased."""
        sql = f"SELECT id FROM record WHERE kind IN ({', '.join('?' * len(kinds))})"
        return [RecordId(text(record_id)) for (record_id,) in rows(self._connection, sql, kinds)]

    def conflicting(self) -> Iterator[Record]:
        """Yield the records of which a person has to choose a version, in the order they were made."""
        sql = f"SELECT {_STORED} FROM record WHERE others IS NOT NULL ORDER BY id"
        return (record for record in self._found(sql, ()) if record.in_conflict)

    def count_under(self, kind: Kind) -> dict[RecordId, int]:
        """Return how many records of one kind are under each owner."""
        # Each of the two queries needs an index alone; one query would read the bodies of a million notes.
        sql = "SELECT owner, count(*) FROM record WHERE kind = ? GROUP BY owner"
        counts = {
            RecordId(text(owner)): number(count) for owner, count in rows(self._connection, sql, (kind,))
        }
        sql = "SELECT owner, count(*) FROM record WHERE kind = ? AND body IS NULL GROUP BY owner"
        for owner, gone in rows(self._connection, sql, (kind,)):
            counts[RecordId(text(owner))] -= number(gone)
        return counts

    def last_moves(self) -> dict[RecordId, list[str]]:
        """Return the kind of the last move of each run, by session; sessions without a run are not in it.

        A list of sessions needs no more of those that are over, and they are many.
        """
        sql = "SELECT owner, body FROM record WHERE kind = 'move' AND body IS NOT NULL"
        last: dict[tuple[RecordId, str], _MoveHead] = {}
        for owner, body in rows(self._connection, sql):
            with contextlib.suppress(msgspec.MsgspecError):  # a damaged move: reading the session reports it
                move = _move_head.decode(text(body))
                run = (RecordId(text(owner)), move.run)
                if run not in last or last[run].number < move.number:
                    last[run] = move
        found: dict[RecordId, list[str]] = {}
        for (owner, _), move in last.items():
            found.setdefault(owner, []).append(move.kind)
        return found

    def write(self, change: Change) -> None:
        """Write each record as it is after ``change``, and update the search index."""
        gone, new, kept = [], [], []
        for pair in change.pairs:
            if pair.before is not None and pair.after is not None and pair.of_one_thing:
                kept.append(pair.after)
                continue
            if pair.before is not None:
                gone.append(pair.before.id)
            if pair.after is not None:
                new.append(pair.after)
        unindexed, indexed = reindexed(change)
        self._search.remove(unindexed)
        if gone:
            self._connection.executemany("DELETE FROM record WHERE id = ?", [(one_id,) for one_id in gone])
        if new:
            sql = f"INSERT INTO record ({_STORED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            self._connection.executemany(sql, map(_row, new))
        if kept:
            self._connection.executemany(
                "UPDATE record SET body = ?, version = ?, at = ?, device = ?, erased = ?, others = ?,"
                " checksum = ? WHERE id = ?",
                ((*_row(record)[3:], record.id) for record in kept),
            )
        self._search.add(indexed)

    def forget(self, ids: Collection[RecordId]) -> None:
        """Remove records as if they had never been here."""
        self._search.remove(ids)
        self._connection.executemany("DELETE FROM record WHERE id = ?", [(one_id,) for one_id in ids])

    def _found(self, sql: str, values: tuple[Value, ...]) -> Iterator[Record]:
        return map(self._record, rows(self._connection, sql, values))

    def _record(self, row: Row) -> Record:
        try:
            return self._of_row(row)
        except NO_RECORD as wrong:
            # SQLite checks its pages, but not what is in them.
            raise DeskTrouble(Trouble.DAMAGED, path_of(self._connection)) from wrong


def editions_text(record: Record | None) -> str | None:
    """Return all editions of a record as JSON, for the history; None for None."""
    if record is None:
        return None
    return msgspec.json.encode([encode_edition(record, edition) for edition in record.editions]).decode()


def record_from(editions: str) -> Record:
    """Return the record that :func:`editions_text` encoded."""
    return next(iter(decode_records(msgspec.json.decode(editions)).values()))


def _kinds(kinds: tuple[Kind, ...]) -> str:
    return f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""


def _row(record: Record) -> Row:
    shown = record.shown
    others = None
    if len(record.editions) > 1:
        others = json_text([encode_edition(record, other) for other in record.editions[1:]])
    values = (
        record.id,
        record.kind.value,
        record.owner,
        None if shown.body is None else json_text(encode_said(shown)),
        json_text(dict(shown.version.counts)),
        shown.at,
        shown.device,
        int(shown.erased),
        others,
    )
    return (*values, checksum(*values))


def record_of_stored(row: Row) -> Record:
    """Return the record in a row of ``COLUMNS`` and their checksum.

    Raises:
        ValueError, KeyError, TypeError: when the row holds no sound record.
    """
    *values, known = row
    if checksum(*values) != known:
        raise ValueError("a row is not what was written")
    return record_of_row(tuple(values))


def record_of_row(row: Row) -> Record:
    """Return the record in a row of ``COLUMNS``.

    Raises:
        ValueError, KeyError, TypeError: when the row holds no sound record.
    """
    record_id, kind_text, owner, body_text, version, at, device, erased, others = row
    kind = Kind(text(kind_text))
    known = decode_version(msgspec.json.decode(text(version)))
    body: Body | None = None
    more = ""
    since: Since = ()
    if body_text is not None:
        body, more, since = decode_said(kind, msgspec.json.decode(text(body_text)), known)
    if isinstance(body, GuideText) and body.id != record_id:
        raise ValueError("a guide's text is not the one that its id tells")
    shown = Edition(known, number(at), DeviceId(text(device)), body, bool(erased), more, since)
    editions: tuple[Edition, ...] = (shown,)
    if others is not None:
        editions += record_from(text(others)).editions
    return Record(RecordId(text(record_id)), kind, RecordId(text(owner)), editions)
