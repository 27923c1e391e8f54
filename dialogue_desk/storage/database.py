"""Opening the desk file: one writing connection, safe against a kill and a pulled plug."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from dialogue_desk.storage.migrations import SCHEMA, migrate
from dialogue_desk.storage.rows import number, one

APPLICATION = 0x44444B31
"""``application_id`` of a desk file: the letters DDK1."""

BUSY_MS = 5_000


class Trouble(StrEnum):
    """Why a desk file cannot be opened or written."""

    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    LOCKED = "locked"
    READ_ONLY = "read-only"
    FULL = "full"
    UNREADABLE = "unreadable"


class DeskTrouble(Exception):
    """The desk file cannot be opened or written; nothing that was on it is lost by that."""

    def __init__(self, trouble: Trouble, path: Path) -> None:
        super().__init__(f"{trouble.value}: {path.name}")
        self.trouble = trouble
        self.path = path


def connected(path: Path) -> sqlite3.Connection:
    """Return the writing connection to the desk file at ``path``, made and brought up to date.

    Raises:
        DeskTrouble: when it cannot be.
    """
    with told_in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def reading(path: Path) -> sqlite3.Connection:
    """Return a connection that only reads, for long questions on another thread."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One change of the desk file: whole on disk afterwards, or not there at all.

    IMMEDIATE, for a deferred one that reads first fails at once when another copy has written.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def told_in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a :class:`DeskTrouble` of ``path``."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise DeskTrouble(_TROUBLES.get(_primary(error), Trouble.UNREADABLE), path) from error
    except OSError as error:
        raise DeskTrouble(Trouble.UNREADABLE, path) from error


_TROUBLES = {
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
}


def _primary(error: sqlite3.DatabaseError) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    _refuse_what_is_not_ours(connection, path)
    mode = one(connection, "PRAGMA journal_mode = WAL")
    if mode != ("wal",):
        # Some file systems have no shared memory; a rollback journal is as safe, and slower.
        connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA secure_delete = ON")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")
    if one(connection, "PRAGMA user_version") != (SCHEMA,):
        migrate(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
    # Only now: a migration may rebuild a table that others point at.
    connection.execute("PRAGMA foreign_keys = ON")
    if one(connection, "PRAGMA quick_check(1)") != ("ok",):
        raise DeskTrouble(Trouble.DAMAGED, path)


def _refuse_what_is_not_ours(connection: sqlite3.Connection, path: Path) -> None:
    application = number((one(connection, "PRAGMA application_id") or (0,))[0])
    schema = number((one(connection, "PRAGMA user_version") or (0,))[0])
    tables = number((one(connection, "SELECT count(*) FROM sqlite_schema") or (0,))[0])
    if application != APPLICATION and (tables or application):
        raise DeskTrouble(Trouble.FOREIGN, path)
    if schema > SCHEMA:
        raise DeskTrouble(Trouble.NEWER, path)
