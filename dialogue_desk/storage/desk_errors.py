"""The reasons why a desk file cannot be opened or written, each with its own sentence elsewhere."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from dialogue_desk.file_faults import Fault, fault_of

_NO_ROOM = 64 * 1024
"""With fewer free bytes than this on a disk, a failure there means that the disk is full."""


DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file can raise; bytes that are no letters break even SQLite's messages."""


class Trouble(StrEnum):
    """Why a desk file cannot be opened or written."""

    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    BEYOND_REPAIR = "beyond repair"
    LOCKED = "locked"
    READ_ONLY = "read-only"
    FULL = "full"
    UNREADABLE = "unreadable"
    GONE = "gone"
    PRIVACY = "privacy"
    """macOS does not let the app use the folder; a person can allow it."""


class DeskTrouble(Exception):
    """The desk file cannot be opened or written; nothing that was in it is lost."""

    def __init__(self, trouble: Trouble, path: Path) -> None:
        super().__init__(f"{trouble.value}: {path.name}")
        self.trouble = trouble
        self.path = path


@contextmanager
def as_desk_trouble(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise into a :class:`DeskTrouble` for ``path``."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        raise  # a mistake in the code, not trouble with the file
    except DAMAGE as error:
        raise DeskTrouble(_trouble_with_database(error) or _trouble_of_folder(path), path) from error
    except OSError as error:
        # Unlike a path's own method, it raises nothing where nobody may look.
        is_folder = os.path.isdir(path)  # noqa: PTH112
        fault = Fault.IN_THE_WAY if is_folder else fault_of(error)
        raise DeskTrouble(_SYSTEM_TROUBLES.get(fault, Trouble.UNREADABLE), path) from error


def _trouble_with_database(error: Exception) -> Trouble | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None or code in _CUT_SHORT:
        return Trouble.DAMAGED  # without a code it is Python that cannot read a text
    return _DATABASE_TROUBLES.get(code & 0xFF)


_CUT_SHORT = (sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS)

_DATABASE_TROUBLES = {
    # All our SQL is right for a desk file that is as it should be.
    sqlite3.SQLITE_ERROR: Trouble.DAMAGED,
    sqlite3.SQLITE_TOOBIG: Trouble.DAMAGED,
    sqlite3.SQLITE_FORMAT: Trouble.DAMAGED,
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
}

_SYSTEM_TROUBLES = {
    Fault.FULL: Trouble.FULL,
    Fault.READ_ONLY: Trouble.READ_ONLY,
    Fault.NOT_ALLOWED: Trouble.READ_ONLY,
    Fault.IN_USE: Trouble.LOCKED,
    Fault.PRIVACY: Trouble.PRIVACY,
}


def _trouble_of_folder(path: Path) -> Trouble:
    """Return the trouble when SQLite says only that a file could not be opened, read or written."""
    folder = path.parent
    if path.is_dir() or not folder.is_dir():
        return Trouble.UNREADABLE
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        return Trouble.READ_ONLY
    return Trouble.FULL if shutil.disk_usage(folder).free < _NO_ROOM else Trouble.UNREADABLE
