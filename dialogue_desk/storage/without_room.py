"""Reads a desk file on a disk so full that SQLite cannot make its own files beside it."""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing
from pathlib import Path

from dialogue_desk.storage.database import database_uri, open_for_reading
from dialogue_desk.storage.desk_errors import DAMAGE


def open_without_room(path: Path) -> sqlite3.Connection:
    """Return a read-only connection to a desk file that nobody else has open, which needs no room.

    A log that a kill left is read too, whether there is room to write it into the desk file or not.
    """
    if _has_log(path):
        with contextlib.suppress(*DAMAGE), closing(_alone(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if not _has_log(path):
        return sqlite3.connect(
            f"{database_uri(path.absolute())}?mode=ro&immutable=1", uri=True, isolation_level=None
        )
    return _in_memory(path)


def open_reader(path: Path, *, room: bool) -> sqlite3.Connection:
    """Return a read-only connection; without ``room`` on the disk, one that needs none."""
    return open_for_reading(path) if room else open_without_room(path)


def _in_memory(path: Path) -> sqlite3.Connection:
    """Return a copy in memory: who reads the log alone keeps the worker from the file too."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with closing(_alone(path)) as source:
            source.backup(connection)
        connection.execute("PRAGMA query_only = 1")
    except BaseException:
        connection.close()
        raise
    return connection


def _alone(path: Path) -> sqlite3.Connection:
    """Return a connection whose index of the log is in memory, because nobody shares it."""
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    return connection


def _has_log(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    return False
