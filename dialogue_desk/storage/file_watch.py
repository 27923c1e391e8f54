"""Notices that an open desk file is no longer the file at its path, and keeps everything that is in it.

On Unix a file that is deleted, moved or replaced can be written for as long as it is open, and everything is
gone when it is closed.  Windows lets nobody do that to a file that is open.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.storage.database import open_for_reading
from dialogue_desk.storage.desk_errors import DAMAGE, DeskTrouble, Trouble, as_desk_trouble
from dialogue_desk.storage.file_lock import FileLock
from dialogue_desk.storage.replace_database import Replacement, finish_replacing
from dialogue_desk.storage.typed_rows import first_row
from dialogue_desk.whole_file import make_folder, open_private, sync_file, sync_folder

_LOGS = ("-wal", "-shm")

_Identity: TypeAlias = tuple[int, int] | None


class Standing(StrEnum):
    """How a desk file is that a program has open."""

    IN_PLACE = "in place"
    LOG_LOST = "log lost"
    """The files beside it are gone, in which the latest changes are until they are in the desk file."""
    GONE = "gone"
    REPLACED = "replaced"
    OVERWRITTEN = "overwritten"


@dataclass(frozen=True, slots=True)
class Rescue:
    """What became of a desk file that was gone from its path while it was open.

    Everything that was in it is in the file at ``path`` now.  ``aside`` is where the file is now that was put
    in its place, if one was.
    """

    path: Path
    moved: bool = False
    aside: Path | None = None


class FileWatch:
    """Knows the desk file that ``connection`` has open from every other file that is put at its path."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path, self._connection = path, connection
        self._file = _identity(path)
        logs = (_beside(path, end) for end in _LOGS)
        self._logs: dict[Path, _Identity] = {log: _identity(log) for log in logs if log.exists()}
        self._written: tuple[int, int] | None = None
        self._seen: object = None
        self._standing = Standing.IN_PLACE
        if self._file is not None:
            self._remember(path.stat())

    def is_in_place(self, *, wrote: bool = False) -> bool:
        """Whether the file is the one at its path; a log that is lost is begun again without a word.

        ``wrote`` says that the program itself has just written to the file.
        """
        self._standing = self._look(wrote=wrote)
        lost = self._standing is Standing.LOG_LOST
        return self._standing is Standing.IN_PLACE or (lost and self._begin_log_again())

    def _look(self, *, wrote: bool) -> Standing:
        try:
            there = self._path.stat()
        except OSError:
            return Standing.GONE
        if (there.st_dev, there.st_ino) != self._file:
            return Standing.REPLACED
        if (there.st_size, there.st_mtime_ns) != self._written:
            # Other programs change it as one should, through SQLite; or set its time; or write over it.
            through_sqlite = wrote or self._version() != self._seen
            if not through_sqlite and not self._reads_as_before():
                return Standing.OVERWRITTEN
            self._remember(there)
        if any(_identity(log) != known for log, known in self._logs.items()):
            return Standing.LOG_LOST
        return Standing.IN_PLACE

    def read_all(self) -> None:
        """Have the connection read all pages, after a step at which it forgets them.

        Of a file that is written over only those are left which it has in its cache.

        Raises:
            DeskTrouble: when the file cannot be read.
        """
        first_row(self._connection, "PRAGMA quick_check(1)")

    def _begin_log_again(self) -> bool:
        """Write what was in the lost log into the desk file, and return whether that worked."""
        try:
            first_row(self._connection, "PRAGMA journal_mode = DELETE")
            if first_row(self._connection, "PRAGMA journal_mode = WAL") != ("wal",):
                return False
            self.read_all()
            for log in self._logs:
                self._logs[log] = _identity(log)
            self._remember(self._path.stat())
        except (DeskTrouble, OSError):
            return False  # somebody else reads
        return True

    def rescue(self, lock: FileLock) -> tuple[Rescue, FileLock]:
        """Write everything the connection has to a new file, close it, and return where that is, locked.

        The new file is at the old path where that can be, so that the next start finds it.

        Raises:
            DeskTrouble: ``GONE``, when it could be written nowhere; the connection is open as before.
        """
        for rescue in (self._rescued_in_place, self._rescued_elsewhere):
            with contextlib.suppress(OSError, *DAMAGE, DeskTrouble):
                return rescue(lock)
        raise DeskTrouble(Trouble.GONE, self._path)

    def _rescued_elsewhere(self, lock: FileLock) -> tuple[Rescue, FileLock]:
        path = next(name for name in _kept_names(self._path) if not name.exists())
        held = FileLock(path)
        try:
            _copy_whole(self._connection, path)
        except BaseException:
            held.close()
            raise
        self._close()
        lock.close()
        return Rescue(path, moved=True), held

    def _rescued_in_place(self, lock: FileLock) -> tuple[Rescue, FileLock]:
        path = self._path
        make_folder(path.parent)
        if self._file is None or path.parent.stat().st_dev != self._file[0]:
            # A stick that was pulled out leaves its folder; what is written there is hidden by its return.
            raise FileNotFoundError(path.parent)
        held = lock if lock.in_place() else FileLock(path)
        try:
            if self._standing is Standing.OVERWRITTEN:
                _give_own_identity(path)  # closing the connection would write into it
            part = Replacement.RESTORE.half_made(path)
            _copy_whole(self._connection, part)
            part.replace(Replacement.RESTORE.made(path))
            sync_folder(path.parent)
        except BaseException:
            if held is not lock:
                held.close()
            raise
        self._close()
        there = path.exists()
        with as_desk_trouble(path):
            aside = finish_replacing(path)
        sync_folder(path.parent)
        if held is not lock:
            lock.close()
        return Rescue(path, aside=aside if there else None), held

    def _close(self) -> None:
        """Close the connection; the logs go with it, so that SQLite reads them into no other file."""
        self._connection.close()
        for log, known in self._logs.items():
            if _identity(log) == known:
                with contextlib.suppress(OSError):
                    log.unlink()

    def _remember(self, there: os.stat_result) -> None:
        self._written = (there.st_size, there.st_mtime_ns)
        self._seen = self._version()

    def _reads_as_before(self) -> bool:
        """Whether the file at the path has the pages that the connection has in its cache."""
        with (
            contextlib.suppress(*DAMAGE, OSError),
            contextlib.closing(open_for_reading(self._path)) as fresh,
        ):
            return self._connection.serialize() == fresh.serialize()
        return False

    def _version(self) -> object:
        """Return what changes whenever another program writes through SQLite."""
        return first_row(self._connection, "PRAGMA data_version")


def kept_elsewhere(path: Path) -> list[Path]:
    """Return the files to which the desk file at ``path`` was saved because its own folder was gone."""
    return list(itertools.takewhile(Path.exists, _kept_names(path)))


def _copy_whole(connection: sqlite3.Connection, to: Path) -> None:
    """Write what a connection sees to a new file, checked and on disk."""
    for end in ("", *_LOGS, "-journal"):
        _beside(to, end).unlink(missing_ok=True)
    try:
        open(to, "xb", opener=open_private).close()
        connection.execute("VACUUM INTO ?", (str(to),))
        _insist_on_sound(to)
        with to.open("r+b") as file:
            sync_file(file.fileno())
        sync_folder(to.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            to.unlink(missing_ok=True)
        raise


def _insist_on_sound(copy: Path) -> None:
    with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise DeskTrouble(Trouble.DAMAGED, copy)


def _give_own_identity(path: Path) -> None:
    """Make the file at ``path`` another one than the open one, with the same bytes."""
    other = _beside(path, ".aside.part")
    shutil.copy2(path, other)
    other.replace(path)


def _kept_names(path: Path) -> Iterator[Path]:
    for number in itertools.count(1):
        again = "" if number == 1 else f"-{number}"
        yield Path.home() / f"{path.stem}-saved-by-dialogue-desk{again}{path.suffix}"


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _identity(path: Path) -> _Identity:
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_dev, there.st_ino
