"""The history of changes: it makes Undo work across restarts, and keeps what records were before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.records.changes import Act, Change
from dialogue_desk.domain.records.encoding import json_text
from dialogue_desk.domain.records.records import Record
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.record_table import NO_RECORD, editions_text, record_from
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

BEFORE = "change, record, editions"
"""The columns of what a record was before a change, without their checksum."""


@dataclass(frozen=True, slots=True)
class PastChange:
    """A change in the history.  ``seq`` is this laptop's count of edits when it was made."""

    seq: int
    act: Act


class History(Table):
    """The changes made to one desk file, latest last."""

    def begin(self, act: Act, at: Instant) -> PastChange:
        """Begin a change.  This desk file never gives its number again."""
        row = first_row(
            self._connection,
            "INSERT INTO change (act, at, state) VALUES (?, ?, 'past') RETURNING seq",
            (act, at),
        )
        assert row is not None, "an insert returns its row"
        return PastChange(number(row[0]), act)

    def keep(self, past: PastChange, change: Change) -> None:
        """Save what every record was before ``change``."""
        self._connection.executemany(
            "INSERT INTO before (change, record, editions, checksum) VALUES (?, ?, ?, ?)",
            [_stored(past.seq, pair.record.id, editions_text(pair.before)) for pair in change.pairs],
        )

    def offer_undo(self, past: PastChange) -> None:
        """Make this change the one that Undo takes back.

        What was undone before can no longer be redone.  A package whose import was undone is then as if it
        had never come in, and can come in again.
        """
        self._connection.execute(
            "DELETE FROM package WHERE change IN (SELECT seq FROM change WHERE state = 'undone')"
        )
        self._connection.execute(
            "DELETE FROM waiting"
            " WHERE left_out = 0 AND change IN (SELECT seq FROM change WHERE state = 'undone')"
        )
        self._connection.execute(
            "UPDATE waiting SET answered = NULL"
            " WHERE answered IN (SELECT seq FROM change WHERE state = 'undone')"
        )
        self._connection.execute("UPDATE change SET state = 'past' WHERE state = 'undone'")
        self._connection.execute("UPDATE change SET state = 'done' WHERE seq = ?", (past.seq,))

    def befores(self, past: PastChange) -> dict[RecordId, Record | None]:
        """Return what each record was before a change; None for one that was not there."""
        found = self._earlier("change = ?", past.seq)
        return {RecordId(text(row[1])): record for row, record in found}

    def to_undo(self) -> PastChange | None:
        """Return the change that Undo takes back, or None.

        An import is not undone once the clock of a session has moved: the moves could belong to what came in.
        """
        row = first_row(
            self._connection,
            """
            SELECT seq, act FROM change WHERE state = 'done' AND (act <> 'import' OR NOT EXISTS (
                SELECT 1 FROM change AS later WHERE later.act = 'move' AND later.seq > change.seq))
            AND seq = (SELECT max(seq) FROM change WHERE state = 'done')
            """,
        )
        return None if row is None else self._past(*row)

    def to_redo(self) -> tuple[PastChange, PastChange] | None:
        """Return the change that Redo makes again, and the one that undid it; or None."""
        row = first_row(
            self._connection,
            """
            SELECT undone.seq, undone.act, undo.seq, undo.act FROM change AS undone
            JOIN change AS undo ON undo.seq = undone.taken_back_by
            WHERE undone.state = 'undone' ORDER BY undone.seq LIMIT 1
            """,
        )
        if row is None:
            return None
        return self._past(*row[:2]), self._past(*row[2:])

    def mark_undone(self, past: PastChange, by: PastChange) -> None:
        """Mark a change as undone."""
        self._connection.execute(
            "UPDATE change SET state = 'undone', taken_back_by = ? WHERE seq = ?", (by.seq, past.seq)
        )

    def mark_done(self, past: PastChange) -> None:
        """Mark a change as redone."""
        self._connection.execute(
            "UPDATE change SET state = 'done', taken_back_by = NULL WHERE seq = ?", (past.seq,)
        )

    def settle(self, past: PastChange | None = None) -> None:
        """Make a change, or everything done so far, final: neither Undo nor Redo concerns it."""
        which = "" if past is None else f" WHERE seq = {past.seq:d}"
        self._connection.execute(f"UPDATE change SET state = 'past'{which}")

    def last(self) -> int:
        """Return the number of the latest change; 0 before the first."""
        row = first_row(self._connection, "SELECT seq FROM sqlite_sequence WHERE name = 'change'")
        return 0 if row is None else number(row[0])

    def made_at(self, seq: int) -> Instant | None:
        """Return when the change of this number was made; None when there is no such change."""
        row = first_row(self._connection, "SELECT at FROM change WHERE seq = ?", (seq,))
        return None if row is None else number(row[0])

    def touched(self, seq: int, record_id: RecordId) -> bool:
        """Whether the change of this number concerned a record."""
        sql = "SELECT 1 FROM before WHERE change = ? AND record = ?"
        return first_row(self._connection, sql, (seq, record_id)) is not None

    def discard(self, past: PastChange) -> None:
        """Remove a change that turned out to change nothing."""
        self._connection.execute("DELETE FROM change WHERE seq = ?", (past.seq,))

    def earlier_records(self, record_id: RecordId) -> list[Record]:
        """Return what a record was before each change to it, oldest first."""
        found = self._earlier("record = ? AND editions IS NOT NULL ORDER BY change", record_id)
        return [record for _, record in found if record is not None]

    def holding_words(self, ids: Iterable[RecordId]) -> set[RecordId]:
        """Return those of the records of which the history has an earlier version."""
        sql = (
            "SELECT DISTINCT record FROM before WHERE editions IS NOT NULL"
            " AND record IN (SELECT value FROM json_each(?))"
        )
        return {RecordId(text(key)) for (key,) in rows(self._connection, sql, (json_text([*ids]),))}

    def once_under(self, owners: Iterable[RecordId]) -> dict[RecordId, Record]:
        """Return the last version of records under these owners that only the history knows.

        Such records came in a package whose import was undone.
        """
        which = """
            editions IS NOT NULL
            AND editions ->> '$[0].owner' IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM record WHERE id = before.record) ORDER BY change
        """
        found = self._earlier(which, json_text([*owners]))
        return {record.id: record for _, record in found if record is not None}

    def forget(self, ids: Iterable[RecordId]) -> None:
        """Remove the earlier versions of records that were erased or forgotten, and what Undo had of them."""
        self._connection.executemany("DELETE FROM before WHERE record = ?", [(one_id,) for one_id in ids])
        self._connection.execute(
            "UPDATE change SET state = 'past'"
            " WHERE state <> 'past' AND seq NOT IN (SELECT change FROM before)"
        )

    def _earlier(self, which: str, value: Value) -> Iterator[tuple[Row, Record | None]]:
        """Yield rows of what was before, each with the record in it, or None where there was none."""
        sql = f"SELECT {BEFORE}, checksum FROM before WHERE {which}"
        for row in rows(self._connection, sql, (value,)):
            try:
                yield row, before_of_stored(row)
            except NO_RECORD as wrong:
                raise DeskTrouble(Trouble.DAMAGED, path_of(self._connection)) from wrong

    def _past(self, seq: Value, act: Value) -> PastChange:
        try:
            return PastChange(number(seq), Act(text(act)))
        except ValueError as wrong:
            raise DeskTrouble(Trouble.DAMAGED, path_of(self._connection)) from wrong


def before_of_stored(row: Row) -> Record | None:
    """Return the record in a row of ``BEFORE`` and its checksum; None stands for no record.

    Raises:
        ValueError, KeyError, TypeError, StopIteration: when the row is not sound.
    """
    *values, known = row
    if checksum(*values) != known:
        raise ValueError("a row is not what was written")
    return before_of_row(tuple(values))


def before_of_row(row: Row) -> Record | None:
    """Return the record in a row of ``BEFORE``; None stands for no record.

    Raises:
        ValueError, KeyError, TypeError, StopIteration: when the row is not sound.
    """
    return None if row[2] is None else record_from(text(row[2]))


def _stored(change: int, record: RecordId, editions: str | None) -> Row:
    return change, record, editions, checksum(change, record, editions)
