"""Holds and the log of what was erased, which stay on this desk.

They are in the table ``desk``: each copy has them, a repair saves them, and going back to a copy keeps them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator

import msgspec

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.hold import HeldLines, Hold, LoggedErasure
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.typed_rows import Table, number, rows, text

_HOLD, _ERASED = "hold ", "erased "
_LIFTED = ""
"""Stands in place of a hold that was lifted, so that an earlier copy does not bring it back."""

IS_LOGGED = f"key GLOB '{_ERASED}*'"
"""Which rows of the table ``desk`` stay when everything is erased."""


class Holds(Table):
    """The holds of one desk file, by program or circle.  Whatever writes does so inside ``writing``."""

    def all(self) -> dict[RecordId, Hold]:
        """Return the holds that were not lifted."""
        sql = "SELECT substr(key, ?), value FROM desk WHERE key GLOB ? AND value <> ? ORDER BY key"
        found: dict[RecordId, Hold] = {}
        for subject, value in rows(self._connection, sql, (len(_HOLD) + 1, f"{_HOLD}*", _LIFTED)):
            with contextlib.suppress(msgspec.MsgspecError):
                found[RecordId(text(subject))] = msgspec.json.decode(text(value), type=Hold)
        return found

    def put(self, subject: RecordId, hold: Hold) -> None:
        """Save a hold in place of the one that is there."""
        self._write(subject, msgspec.json.encode(hold).decode())

    def lift(self, subjects: Iterable[RecordId]) -> None:
        """End the holds of these, if they have any; nothing is left of what they said."""
        for subject in self.all().keys() & set(subjects):
            self._write(subject, _LIFTED)

    def lines(self) -> Iterator[HeldLines]:
        """Yield how many lines of each sort there are under each session, without reading any as a record."""
        sql = """
            SELECT owner, kind, coalesce(body ->> 'kind', ''), coalesce(body ->> 'sensitive', 0),
                count(*), min(id)
            FROM record WHERE kind IN ('note', 'action', 'tally') AND body IS NOT NULL GROUP BY 1, 2, 3, 4
        """
        for owner, kind, sort, sensitive, count, first in rows(self._connection, sql):
            yield HeldLines(
                RecordId(text(owner)),
                Kind(text(kind)),
                text(sort),
                bool(sensitive),
                number(count),
                RecordId(text(first)),
            )

    def _write(self, subject: RecordId, value: str) -> None:
        sql = "INSERT OR REPLACE INTO desk (key, value) VALUES (?, ?)"
        self._connection.execute(sql, (f"{_HOLD}{subject}", value))


class ErasureLog(Table):
    """What was erased from one desk file, when and under which rule, the latest first."""

    def all(self) -> tuple[LoggedErasure, ...]:
        """Return every line of the log; one that cannot be read is left out."""
        sql = "SELECT value FROM desk WHERE key GLOB ? ORDER BY key DESC"
        found = []
        for (value,) in rows(self._connection, sql, (f"{_ERASED}*",)):
            with contextlib.suppress(msgspec.MsgspecError):
                found.append(msgspec.json.decode(text(value), type=LoggedErasure))
        return tuple(found)

    def add(self, lines: Iterable[LoggedErasure]) -> None:
        """Add lines.  To add one again changes nothing."""
        sql = "INSERT OR IGNORE INTO desk (key, value) VALUES (?, ?)"
        values = [(f"{_ERASED}{one.at:015} {one.id}", msgspec.json.encode(one).decode()) for one in lines]
        self._connection.executemany(sql, values)

    def forget(self, ids: Iterable[RecordId]) -> None:
        """Remove the lines about records that were brought back."""
        sql = "DELETE FROM desk WHERE key GLOB ? AND key LIKE '% ' || ?"
        self._connection.executemany(sql, [(f"{_ERASED}*", one) for one in ids])
