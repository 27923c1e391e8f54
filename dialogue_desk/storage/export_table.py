"""What left this desk, and where to: so that revisions are counted, and erasing knows where to look."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.storage.typed_rows import Row, first_row, number, rows, text

_COLUMNS = "subject, profile, revision, digest, identity, at, path, sealed"


@dataclass(frozen=True, slots=True)
class Export:
    """One file that was written outside: the package of a session or program, or a paper beside it.

    ``revision`` counts what was handed out of one ``subject`` under one ``profile``, from 1.  ``digest``
    is that of the package's records and guides, ``identity`` that of the whole package.  A file that was
    written twice is one export, the later one.
    """

    subject: RecordId
    profile: str
    revision: int
    digest: str
    identity: str
    at: Instant
    path: Path
    sealed: bool = False


class Exports:
    """The exports of one desk file, in the order of their revisions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, subject: RecordId) -> tuple[Export, ...]:
        """Return every file that was written of a session or program."""
        sql = f"SELECT {_COLUMNS} FROM export WHERE subject = ? ORDER BY profile, revision, path"
        return tuple(map(_export, rows(self._connection, sql, (subject,))))

    def latest(self, subject: RecordId, profile: str) -> Export | None:
        """Return a file of the latest revision under one profile."""
        sql = f"""
            SELECT {_COLUMNS} FROM export WHERE subject = ? AND profile = ?
            ORDER BY revision DESC, path LIMIT 1
        """
        found = first_row(self._connection, sql, (subject, profile))
        return None if found is None else _export(found)

    def has(self, identity: str) -> bool:
        """Whether a package of this identity was written here."""
        return first_row(self._connection, "SELECT 1 FROM export WHERE identity = ?", (identity,)) is not None

    def remember(self, exports: Sequence[Export]) -> None:
        """Keep that these files were written."""
        self._connection.executemany(
            f"INSERT OR REPLACE INTO export ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    one_file.subject,
                    one_file.profile,
                    one_file.revision,
                    one_file.digest,
                    one_file.identity,
                    one_file.at,
                    str(one_file.path),
                    int(one_file.sealed),
                )
                for one_file in exports
            ],
        )

    def gone(self, subject: RecordId, paths: Sequence[Path]) -> None:
        """Drop files that lie there no more."""
        sql = "DELETE FROM export WHERE subject = ? AND path = ?"
        self._connection.executemany(sql, [(subject, str(path)) for path in paths])

    def forget(self, subjects: Iterable[RecordId]) -> None:
        """Drop what is known of the files of what was erased: their names tell of it."""
        keys = [(subject,) for subject in subjects]
        self._connection.executemany("DELETE FROM export WHERE subject = ?", keys)


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
