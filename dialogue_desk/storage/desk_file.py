"""The desk file: everything one laptop knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.storage.database import (
    IN_MEMORY,
    open_database,
    open_for_reading,
    refuse_what_is_not_ours,
    transaction,
)
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble, as_desk_trouble
from dialogue_desk.storage.desk_lock import FileLock
from dialogue_desk.storage.erasures import Erasures, ErasureTask
from dialogue_desk.storage.export_table import Exports
from dialogue_desk.storage.history import History, PastChange
from dialogue_desk.storage.key_table import Keys
from dialogue_desk.storage.migrations import SCHEMA
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.storage.record_table import RecordRows
from dialogue_desk.storage.repair import finish_repair
from dialogue_desk.storage.search_index import Search
from dialogue_desk.storage.typed_rows import first_row, rows, text


class DeskFile:
    """One open desk file, written by one thread over one connection.

    Args:
        path: where it lies.
        aside: a connection that only reads, for a second look at a desk file that is open.

    Raises:
        DeskTrouble: when it cannot be opened, and from :meth:`writing` when it cannot be written.
    """

    def __init__(self, path: Path, aside: sqlite3.Connection | None = None) -> None:
        self.path = path
        self.read_only = aside is not None
        self._hold = None if aside is not None or path == IN_MEMORY else _held(path)
        try:
            self._connection = open_database(path) if aside is None else aside
        except BaseException:
            self._release()
            raise
        self.records = RecordRows(self._connection)
        self.history = History(self._connection)
        self.search = Search(self._connection)
        self.erasures = Erasures(path, kept=not self.read_only and path != IN_MEMORY)
        self.exports = Exports(self._connection)
        self.keys = Keys(self._connection)

    @classmethod
    def opened_read_only(cls, path: Path) -> DeskFile:
        """Open a desk file that another program holds, only to be read; what is written there is seen here.

        Raises:
            DeskTrouble: when it cannot be read; ``LOCKED`` when it is of another age than this app.
        """
        refuse_what_is_not_ours(path)
        with as_desk_trouble(path):
            there = open_for_reading(path)
            try:
                of_this_age = first_row(there, "PRAGMA user_version") == (SCHEMA,)
            except BaseException:
                there.close()
                raise
        if not of_this_age:
            there.close()
            raise DeskTrouble(Trouble.LOCKED, path)
        return cls(path, there)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One change: whole on disk when this ends, or not there at all.

        Raises:
            DeskTrouble: when it could not be written; ``LOCKED`` where the file is only looked at.
        """
        if self.read_only:
            raise DeskTrouble(Trouble.LOCKED, self.path)
        with as_desk_trouble(self.path), transaction(self._connection):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[DeskFile]:
        """The desk file as it stands now, only to be read, for a long question on another thread.

        It must lie on disk: a desk in memory has one connection only.
        """
        with as_desk_trouble(self.path):
            there = open_for_reading(self.path)
            there.execute("BEGIN")
        try:
            yield DeskFile(self.path, there)
        finally:
            there.close()

    def pulse(self) -> Pulse:
        """Return the pulse of the session that is run on this desk."""
        return Pulse(self.path, felt=not self.read_only and self.path != IN_MEMORY)

    def device(self, otherwise: DeviceId) -> DeviceId:
        """Return the random name of this desk, taking ``otherwise`` when it has none yet."""
        row = first_row(self._connection, "SELECT value FROM desk WHERE key = 'device'")
        if row is not None:
            return DeviceId(text(row[0]))
        with self.writing():
            self._connection.execute("INSERT INTO desk (key, value) VALUES ('device', ?)", (otherwise,))
        return otherwise

    def remembered(self, key: str) -> str:
        """Return what this laptop keeps for itself under ``key``; nothing when that was never said."""
        row = first_row(self._connection, "SELECT value FROM desk WHERE key = ?", (key,))
        return "" if row is None else text(row[0])

    def remember(self, key: str, value: str) -> None:
        """Keep something that concerns this laptop alone and never leaves it.

        Raises:
            DeskTrouble: when it could not be written.
        """
        with self.writing():
            self._connection.execute("INSERT OR REPLACE INTO desk (key, value) VALUES (?, ?)", (key, value))

    def former_devices(self) -> frozenset[DeviceId]:
        """Return the names this desk had before it went on from a copy, or was mended."""
        found = rows(self._connection, "SELECT value FROM desk WHERE key LIKE 'former device %'")
        return frozenset(DeviceId(text(value)) for (value,) in found)

    def has_imported(self, identity: str) -> bool:
        """Whether a package with this identity is already part of what is known."""
        sql = "SELECT 1 FROM package JOIN change ON seq = change WHERE identity = ? AND state <> 'undone'"
        return first_row(self._connection, sql, (identity,)) is not None

    def remember_import(self, identity: str, name: str, past: PastChange) -> None:
        """Remember that a package came in with a change."""
        sql = "INSERT OR REPLACE INTO package (identity, name, change) VALUES (?, ?, ?)"
        self._connection.execute(sql, (identity, name, past.seq))

    def forget_records(self, ids: list[RecordId]) -> None:
        """Take records out as if they had never been here, their history and their packages too.

        A package that came in the same step with other records is forgotten with them: to take it in
        once more alters nothing.
        """
        self.records.forget(ids)
        self.forget_packages(ids)
        self.forget_history(ids)

    def forget_packages(self, ids: list[RecordId]) -> None:
        """Forget the packages that brought records or changed them, their names too."""
        self._connection.executemany(
            "DELETE FROM package WHERE change IN (SELECT change FROM before WHERE record = ?)",
            [(record_id,) for record_id in ids],
        )

    def forget_history(self, ids: list[RecordId]) -> None:
        """Take out what records were before.  A step of which nothing is left cannot be taken back."""
        self.history.forget(ids)
        self._connection.execute(
            "UPDATE change SET state = 'past'"
            " WHERE state <> 'past' AND seq NOT IN (SELECT change FROM before)"
        )

    def make_search_anew(self) -> None:
        """Make the index of words again from the records, in the place of one that was damaged.

        Raises:
            DeskTrouble: when it could not be written.
        """
        with self.writing():
            self.search.begin_anew()

    @contextmanager
    def erasing(self, task: ErasureTask) -> Iterator[None]:
        """Remember on disk that ``task`` is done within, so that a kill in the middle does not end it.

        Raises:
            DeskTrouble: when that could not be written, so nothing is erased.
        """
        with as_desk_trouble(self.path):
            self.erasures.begin(task)
        try:
            yield
        except BaseException:
            self.erasures.take_back(task)
            raise

    def wipe(self) -> None:
        """Take everything out, the name of the desk too: as if the app had just come to this laptop."""
        if self.read_only:
            raise DeskTrouble(Trouble.LOCKED, self.path)
        with as_desk_trouble(self.path):
            self._connection.execute("PRAGMA foreign_keys = OFF")
            try:
                with transaction(self._connection):
                    for table in _tables_of_people(self._connection):
                        self._connection.execute(f"DELETE FROM {table}")
            finally:
                self._connection.execute("PRAGMA foreign_keys = ON")

    def scrub(self) -> bool:
        """Leave no byte of what was deleted in the desk file or beside it; whether that could be done.

        What is deleted is overwritten with zeros as it is; but pages that were rebuilt along the way may
        hold it in a gap, an index of words until its pieces are merged, and the log until it is cut off.
        """
        if self.read_only or self.path == IN_MEMORY:
            return True
        try:
            with as_desk_trouble(self.path):
                self.search.scrub()
                self._connection.execute("VACUUM")
                busy = first_row(self._connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        except DeskTrouble:
            return False  # no room, or somebody reads: what was erased is erased, and this is done later
        return busy is None or busy[0] == 0

    def be_one_file(self) -> None:
        """Let a copy of the desk be a single file again, as it was made; it can be read from any medium."""
        with as_desk_trouble(self.path):
            first_row(self._connection, "PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Close the desk file, leaving it one whole file."""
        self._connection.close()
        self._release()

    def _release(self) -> None:
        if self._hold is not None:
            self._hold.release()


def _tables_of_people(connection: sqlite3.Connection) -> list[str]:
    """Return every table but those that say how the file is laid out."""
    found = rows(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'view'")
    shadows = rows(connection, "SELECT name FROM pragma_table_list WHERE type = 'shadow'")
    spared = {"sqlite_schema", "_sqlite_migrations", *(text(name) for (name,) in shadows)}
    return [text(name) for (name,) in found if name not in spared]


def _held(path: Path) -> FileLock:
    """Take hold of the desk file that lies at ``path``, or will, and finish what was begun with it."""
    with as_desk_trouble(path):
        refuse_what_is_not_ours(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        hold = FileLock(path)
        try:
            finish_repair(path)
        except BaseException:
            hold.release()
            raise
        return hold
