"""The desk file: everything one laptop knows, in one SQLite file."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from dialogue_desk.domain.model.hold import LoggedErasure
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.database import (
    IN_MEMORY,
    open_database,
    refuse_what_is_not_ours,
    transaction,
)
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble, as_desk_trouble
from dialogue_desk.storage.export_mark import ExportMark
from dialogue_desk.storage.file_lock import FileLock
from dialogue_desk.storage.file_watch import FileWatch, Rescue
from dialogue_desk.storage.history import History
from dialogue_desk.storage.hold_tables import IS_LOGGED, ErasureLog, Holds
from dialogue_desk.storage.key_table import Keys
from dialogue_desk.storage.migrations import SCHEMA
from dialogue_desk.storage.own_names import OwnNames
from dialogue_desk.storage.package_tables import Exports, Imports
from dialogue_desk.storage.pending_erasures import Erasures, ErasureTask
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.storage.record_table import RecordRows
from dialogue_desk.storage.replace_database import finish_replacing
from dialogue_desk.storage.search_index import Search
from dialogue_desk.storage.trust_tables import Holders, Laptops, Waiting, WayBack
from dialogue_desk.storage.typed_rows import Row, first_row, rows, tables_go_on_with, text
from dialogue_desk.storage.without_room import open_reader
from dialogue_desk.whole_file import keep_private, make_folder, open_private

_BESIDE = ("-wal", "-shm", "-journal", ".lock", ".erasing", ".exported", ".pulse", ".review")
"""How the names of the files end that belong to a desk file and are next to it."""

_BUT_THE_LOG = f" WHERE NOT {IS_LOGGED}"


class DeskFile:
    """One open desk file, written by one thread over one connection.

    ``aside`` is a read-only connection, to read a desk file that is open elsewhere.  When the file is gone
    from its path, everything goes on in a new one, and ``on_rescue`` is called; unless it is not ``watched``.

    Raises:
        DeskTrouble: when it cannot be opened, and from everything that writes, when that did not work.
    """

    def __init__(
        self,
        path: Path,
        aside: sqlite3.Connection | None = None,
        *,
        watched: bool = True,
        why: Trouble = Trouble.LOCKED,
    ) -> None:
        self.path = path
        self.read_only, self.why_read_only = aside is not None, why
        self.on_rescue: Callable[[Rescue], None] | None = None
        with ExitStack() as opening:
            self._lock: FileLock | None = None
            if aside is None and path != IN_MEMORY:
                self._lock = opening.enter_context(closing(_locked(path)))
            self._connection = open_database(path) if aside is None else aside
            opening.pop_all()
        self._watch = FileWatch(path, self._connection) if self._lock and watched else None
        self.records = RecordRows(self._connection)
        self.history = History(self._connection)
        self.search = Search(self._connection)
        self.erasures = Erasures(path, kept=not self.read_only and path != IN_MEMORY)
        self.exports = Exports(self._connection)
        self.imports = Imports(self._connection)
        self.keys = Keys(self._connection)
        self.names = OwnNames(self._connection)
        self.holders = Holders(self._connection)
        self.laptops = Laptops(self._connection)
        self.waiting = Waiting(self._connection)
        self.way_back = WayBack(self._connection)
        self.holds = Holds(self._connection)
        self.erasure_log = ErasureLog(self._connection)

    @classmethod
    def opened_read_only(cls, path: Path, why: Trouble = Trouble.LOCKED) -> DeskFile:
        """Open a desk file read-only that another program has open, or whose disk is full, as ``why`` says.

        What another program writes is seen here.

        Raises:
            DeskTrouble: when it cannot be read; ``why`` when its schema is not the one of this app.
        """
        return cls(path, _reading(path, why), why=why)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write one change: it is whole on disk when this ends, or not there at all.

        Raises:
            DeskTrouble: when it could not be written, or why the file is open read-only.
        """
        self._insist_on_writing()
        self.stay_in_place()
        with as_desk_trouble(self.path), transaction(self._connection):
            yield
        self.stay_in_place(wrote=True)

    def stay_in_place(self, *, wrote: bool = False) -> None:
        """Make sure that everything is in a file that the next start finds; ``wrote``: it was just written.

        Raises:
            DeskTrouble: ``GONE``, when the file is not at its path, and no other could be written.
        """
        if self._watch is None or self._lock is None or self._watch.is_in_place(wrote=wrote):
            return
        rescue, self._lock = self._watch.rescue(self._lock)
        self._connection = open_database(rescue.path)
        self._watch = FileWatch(rescue.path, self._connection)
        tables_go_on_with(self._connection, self)
        self.path = rescue.path
        self.erasures.go_on_at(rescue.path)
        if self.on_rescue is not None:
            self.on_rescue(rescue)

    @contextmanager
    def snapshot(self) -> Iterator[DeskFile]:
        """Give the desk file as it is now, read-only, for a long query on another thread.

        It must be on disk: a desk in memory has one connection only.
        """
        with as_desk_trouble(self.path):
            connection = open_reader(self.path, room=self.why_read_only is not Trouble.FULL)
            connection.execute("BEGIN")
        try:
            yield DeskFile(self.path, connection, why=self.why_read_only)
        finally:
            connection.close()

    def pulse(self) -> Pulse:
        """Return the pulse of the session that runs on this desk."""
        return Pulse(self.path, kept=not self.read_only and self.path != IN_MEMORY)

    def export_mark(self) -> ExportMark:
        """Return the mark of how far this desk had come when something last left it."""
        return ExportMark(self.path, kept=not self.read_only and self.path != IN_MEMORY)

    def remembered(self, key: str) -> str:
        """Return what this laptop keeps for itself under ``key``, or "" when there is nothing."""
        row = first_row(self._connection, "SELECT value FROM desk WHERE key = ?", (key,))
        return text(row[0]) if row else ""

    def remember(self, key: str, value: str) -> None:
        """Save something that concerns this laptop alone and never leaves it."""
        with self.writing():
            self._connection.execute("INSERT OR REPLACE INTO desk (key, value) VALUES (?, ?)", (key, value))

    def forget_records(self, ids: list[RecordId]) -> None:
        """Remove records as if they had never been here, their history and their packages too.

        A package that came in the same step with other records is forgotten with them; to import it again
        changes nothing.
        """
        self.records.forget(ids)
        self.holders.forget(ids)
        self.imports.forget(ids)
        self.forget_history(ids)

    def forget_history(self, ids: list[RecordId]) -> None:
        """Remove the history of records, their holds, and what of them waits or could be brought back."""
        self.history.forget(ids)
        self.holds.lift(ids)
        self.waiting.forget(ids)
        self.way_back.forget_records(ids)

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

    def wipe(self, *log: LoggedErasure) -> None:
        """Delete everything, the device name too, but the log of what was erased; ``log`` is added to it."""
        self._insist_on_writing()
        with as_desk_trouble(self.path):
            _delete_everything(self._connection, log)
        self.stay_in_place(wrote=True)

    def scrub(self) -> bool:
        """Leave no byte of what was deleted in the desk file or beside it, and return whether that worked.

        SQLite overwrites what it deletes with zeros; but pages that were rebuilt on the way may hold it in
        a gap, the search index until its pieces are merged, and the log until it is cut off.
        """
        if self.read_only or self.path == IN_MEMORY:
            return True
        try:
            with as_desk_trouble(self.path):
                busy = _scrub(self._connection, self.search)
                if self._watch is not None:
                    self._watch.read_all()
        except DeskTrouble:
            return False  # no room, or somebody reads: this is done later
        finally:
            self.stay_in_place(wrote=True)
        return busy is None or busy[0] == 0

    def make_one_file(self) -> None:
        """Make a copy of the desk a single file again, which can be read from any medium."""
        self._watch = None  # the logs go
        with as_desk_trouble(self.path):
            first_row(self._connection, "PRAGMA journal_mode = DELETE")

    def _insist_on_writing(self) -> None:
        if self.read_only:
            raise DeskTrouble(self.why_read_only, self.path)

    def close(self) -> None:
        """Close the desk file and leave it one whole file, where the next start finds it."""
        with contextlib.suppress(DeskTrouble, sqlite3.ProgrammingError):  # nothing more can be done for it
            self.stay_in_place()
        self._connection.close()
        if self._lock is not None:
            self._lock.close()


def _reading(path: Path, why: Trouble) -> sqlite3.Connection:
    refuse_what_is_not_ours(path)
    with as_desk_trouble(path), ExitStack() as opening:
        connection = opening.enter_context(closing(open_reader(path, room=why is not Trouble.FULL)))
        if first_row(connection, "PRAGMA user_version") != (SCHEMA,):
            raise DeskTrouble(why, path)
        opening.pop_all()
        return connection


def _scrub(connection: sqlite3.Connection, search: Search) -> Row | None:
    search.scrub()
    connection.execute("VACUUM")
    return first_row(connection, "PRAGMA wal_checkpoint(TRUNCATE)")


def _delete_everything(connection: sqlite3.Connection, log: Sequence[LoggedErasure]) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with transaction(connection):
            for table in _tables_of_people(connection):
                connection.execute(f"DELETE FROM {table}{_BUT_THE_LOG if table == 'desk' else ''}")
            ErasureLog(connection).add(log)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


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
        make_folder(path.parent)
        lock = locking.enter_context(closing(FileLock(path)))
        finish_replacing(path)
        _keep_private(path)
        locking.pop_all()
        return lock


def _keep_private(path: Path) -> None:
    """Let only its owner read a desk file and what belongs to it; SQLite makes its logs like the desk."""
    if not path.exists():
        open(path, "xb", opener=open_private).close()
    keep_private(path, *(path.with_name(path.name + end) for end in _BESIDE))
