"""The tables of packages: what left this desk and where to, and what came in.

By them revisions are counted, and erasing knows where to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.storage.typed_rows import Row, Table, first_row, number, rows, text

_COLUMNS = "subject, profile, revision, digest, identity, at, path, sealed"


@dataclass(frozen=True, slots=True)
class Export:
    """One file that was written outside the desk: the package of a session or program, or a document with it.

    ``revision`` counts the packages of one ``subject`` under one ``profile``, from 1.  ``digest`` is that
    of the package's records and guides, ``identity`` that of the whole package.  A file that was written
    twice is one export, the later one.
    """

    subject: RecordId
    profile: str
    revision: int
    digest: str
    identity: str
    at: Instant
    path: Path
    sealed: bool = False


class Exports(Table):
    """The exports of one desk file, in the order of their revisions."""

    def of(self, subject: RecordId) -> tuple[Export, ...]:
        """Return every file that was written of a session or program."""
        sql = f"SELECT {_COLUMNS} FROM export WHERE subject = ? ORDER BY profile, revision, path"
        return tuple(map(_export, rows(self._connection, sql, (subject,))))

    def latest(self, subject: RecordId, profile: str) -> Export | None:
        """Return a file of the latest revision under one profile, or None."""
        sql = f"""
            SELECT {_COLUMNS} FROM export WHERE subject = ? AND profile = ?
            ORDER BY revision DESC, path LIMIT 1
        """
        found = first_row(self._connection, sql, (subject, profile))
        return None if found is None else _export(found)

    def last_times(self, *profiles: str) -> dict[RecordId, Instant]:
        """Return when a file was last written of each session or program, under any of these profiles."""
        marks = ", ".join("?" * len(profiles))
        sql = f"SELECT subject, max(at) FROM export WHERE profile IN ({marks}) GROUP BY subject"
        found = rows(self._connection, sql, profiles)
        return {RecordId(text(subject)): number(at) for subject, at in found}

    def has(self, identity: str) -> bool:
        """Whether a package with this identity was written here."""
        return first_row(self._connection, "SELECT 1 FROM export WHERE identity = ?", (identity,)) is not None

    def remember(self, exports: Sequence[Export]) -> None:
        """Save that these files were written."""
        self._connection.executemany(
            f"INSERT OR REPLACE INTO export ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            map(_values, exports),
        )

    def gone(self, subject: RecordId, paths: Sequence[Path]) -> None:
        """Drop files that are not there anymore."""
        sql = "DELETE FROM export WHERE subject = ? AND path = ?"
        self._connection.executemany(sql, [(subject, str(path)) for path in paths])

    def forget(self, subjects: Iterable[RecordId]) -> None:
        """Drop the files of subjects that were erased: their names tell of it."""
        keys = [(subject,) for subject in subjects]
        self._connection.executemany("DELETE FROM export WHERE subject = ?", keys)


class Imports(Table):
    """The packages that came into one desk file."""

    def has(self, identity: str) -> bool:
        """Whether a package with this identity is already part of what is known."""
        sql = "SELECT 1 FROM package JOIN change ON seq = change WHERE identity = ? AND state <> 'undone'"
        return first_row(self._connection, sql, (identity,)) is not None

    def remember(self, identity: str, name: str, change: int) -> None:
        """Save that a package came in with the change of this number."""
        sql = "INSERT OR REPLACE INTO package (identity, name, change) VALUES (?, ?, ?)"
        self._connection.execute(sql, (identity, name, change))

    def came_with(self, change: int) -> bool:
        """Whether packages came in with the change of this number, which may have been undone."""
        return first_row(self._connection, "SELECT 1 FROM package WHERE change = ?", (change,)) is not None

    def taken_back_last(self) -> frozenset[str]:
        """Return the names of the files whose import the latest change took back."""
        sql = """
            SELECT name FROM package JOIN change ON seq = change
            WHERE taken_back_by = (SELECT max(seq) FROM change)
        """
        return frozenset(text(name) for (name,) in rows(self._connection, sql))

    def forget_since(self, change: int) -> None:
        """Drop the packages that came in after this change: undoing it takes along what they share."""
        self._connection.execute("DELETE FROM package WHERE change > ?", (change,))

    def forget(self, records: Iterable[RecordId]) -> None:
        """Drop the packages that brought records or changed them, their names included."""
        keys = [(record_id,) for record_id in records]
        sql = "DELETE FROM package WHERE change IN (SELECT change FROM before WHERE record = ?)"
        self._connection.executemany(sql, keys)


def _values(export: Export) -> Row:
    *fields, path, sealed = astuple(export)
    return (*fields, str(path), int(sealed))


def _export(row: Row) -> Export:
    subject, profile, revision, digest, identity, at, path, sealed = row
    return Export(
        RecordId(text(subject)),
        text(profile),
        number(revision),
        text(digest),
        text(identity),
        number(at),
        Path(text(path)),
        bool(sealed),
    )
