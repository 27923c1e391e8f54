"""The desk file: everything one laptop knows, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
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
from dialogue_desk.storage.file_lock import FileLock
from dialogue_desk.storage.history import History
from dialogue_desk.storage.key_table import Keys
from dialogue_desk.storage.migrations import SCHEMA
from dialogue_desk.storage.package_tables import Exports, Imports
from dialogue_desk.storage.pending_erasures import Erasures, ErasureTask
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.storage.record_table import RecordRows
from dialogue_desk.storage.replace_database import finish_replacing
from dialogue_desk.storage.search_index import Search
from dialogue_desk.storage.typed_rows import first_row, rows, text


class DeskFile:
    """One open desk file, written by one thread over one connection.

    ``aside`` is a read-only connection, to read a desk file that is open elsewhere.

    Raises:
        DeskTrouble: when it cannot be opened, and from everything that writes, when that did not work.
    """

    def __init__(self, path: Path, aside: sqlite3.Connection | None = None) -> None:
        self.path = path
        self.read_only = aside is not None
        with ExitStack() as opening:
            if aside is None and path != IN_MEMORY:
                opening.enter_context(closing(_locked(path)))
            self._connection = open_database(path) if aside is None else aside
            self._lock = opening.pop_all()
        self.records = RecordRows(self._connection)
        self.history = History(self._connection)
        self.search = Search(self._connection)
        self.erasures = Erasures(path, kept=not self.read_only and path != IN_MEMORY)
        self.exports = Exports(self._connection)
        self.imports = Imports(self._connection)
        self.keys = Keys(self._connection)

    @classmethod
    def opened_read_only(cls, path: Path) -> DeskFile:
        """Open a desk file that another program has open, read-only; what is written there is seen here.

        Raises:
            DeskTrouble: when it cannot be read; ``LOCKED`` when its schema is not the one of this app.
        """
        refuse_what_is_not_ours(path)
        with as_desk_trouble(path), ExitStack() as opening:
            connection = opening.enter_context(closing(open_for_reading(path)))
            if first_row(connection, "PRAGMA user_version") != (SCHEMA,):
                raise DeskTrouble(Trouble.LOCKED, path)
            opening.pop_all()
        return cls(path, connection)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write one change: it is whole on disk when this ends, or not there at all.

        Raises:
            DeskTrouble: when it could not be written; ``LOCKED`` when the file is open read-only.
        """
        if self.read_only:
            raise DeskTrouble(Trouble.LOCKED, self.path)
        with as_desk_trouble(self.path), transaction(self._connection):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[DeskFile]:
        """Give the desk file as it is now, read-only, for a long query on another thread.

        It must be on disk: a desk in memory has one connection only.
        """
        with as_desk_trouble(self.path):
            connection = open_for_reading(self.path)
            connection.execute("BEGIN")
        try:
            yield DeskFile(self.path, connection)
        finally:
            connection.close()

    def pulse(self) -> Pulse:
        """Return the pulse of the session that runs on this desk."""
        return Pulse(self.path, kept=not self.read_only and self.path != IN_MEMORY)

    def device(self, otherwise: DeviceId) -> DeviceId:
        """Return the device name of this desk; it becomes ``otherwise`` when there is none yet."""
        known = self.remembered("device")
        if not known:
            self.remember("device", otherwise)
        return DeviceId(known) if known else otherwise

    def remembered(self, key: str) -> str:
        """Return what this laptop keeps for itself under ``key``, or "" when there is nothing."""
        row = first_row(self._connection, "SELECT value FROM desk WHERE key = ?", (key,))
        return "" if row is None else text(row[0])

    def remember(self, key: str, value: str) -> None:
        """Save something that concerns this laptop alone and never leaves it."""
        with self.writing():
            self._connection.execute("INSERT OR REPLACE INTO desk (key, value) VALUES (?, ?)", (key, value))

    def former_devices(self) -> frozenset[DeviceId]:
        """Return the device names this desk had before it was restored from a copy or repaired."""
        found = rows(self._connection, "SELECT value FROM desk WHERE key LIKE 'former device %'")
        return frozenset(DeviceId(text(value)) for (value,) in found)

    def forget_records(self, ids: list[RecordId]) -> None:
        """Remove records as if they had never been here, their history and their packages too.

        A package that came in the same step with other records is forgotten with them; to import it again
        changes nothing.
        """
        self.records.forget(ids)
        self.imports.forget(ids)
        self.forget_history(ids)

    def forget_history(self, ids: list[RecordId]) -> None:
        """Remove the history of records.  A step of which nothing is left cannot be undone."""
        self.history.forget(ids)
        self._connection.execute(
            "UPDATE change SET state = 'past'"
            " WHERE state <> 'past' AND seq NOT IN (SELECT change FROM before)"
        )

    def rebuild_search(self) -> None:
        """Build the search index again from the records, in place of a damaged one."""
        with self.writing():
            self.search.rebuild()

    @contextmanager
    def erasing(self, task: ErasureTask) -> Iterator[None]:
        """Save that ``task`` is under way, so that the next start finishes it after a kill in the middle.

        Raises:
            DeskTrouble: when that could not be written; then nothing is erased.
        """
        with as_desk_trouble(self.path):
            self.erasures.begin(task)
        try:
            yield
        except BaseException:
            self.erasures.take_back(task)
            raise

    def wipe(self) -> None:
        """Delete everything, the device name too, as if the app had just come to this laptop."""
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
        """Leave no byte of what was deleted in the desk file or beside it, and return whether that worked.

        SQLite overwrites what it deletes with zeros; but pages that were rebuilt on the way may hold it in
        a gap, the search index until its pieces are merged, and the log until it is cut off.
        """
        if self.read_only or self.path == IN_MEMORY:
            return True
        try:
            with as_desk_trouble(self.path):
                self.search.scrub()
                self._connection.execute("VACUUM")
                busy = first_row(self._connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        except DeskTrouble:
            return False  # no room, or somebody reads: this is done later
        return busy is None or busy[0] == 0

    def make_one_file(self) -> None:
        """Make a copy of the desk a single file again, which can be read from any medium."""
        with as_desk_trouble(self.path):
            first_row(self._connection, "PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        """Close the desk file and leave it one whole file."""
        self._connection.close()
        self._lock.close()


def _tables_of_people(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables that hold what people made; not those that describe the schema."""
    found = rows(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'view'")
    shadows = rows(connection, "SELECT name FROM pragma_table_list WHERE type = 'shadow'")
    kept = {"sqlite_schema", "_sqlite_migrations", *(text(name) for (name,) in shadows)}
    return [text(name) for (name,) in found if name not in kept]


def _locked(path: Path) -> FileLock:
    """Lock the desk file at ``path``, which may not be there yet, and finish a repair that was cut short."""
    with as_desk_trouble(path), ExitStack() as locking:
        refuse_what_is_not_ours(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = locking.enter_context(closing(FileLock(path)))
        finish_replacing(path)
        locking.pop_all()
        return lock
