"""Opens the desk file, safe against a kill and a power cut, and copies it, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble, as_desk_trouble
from dialogue_desk.storage.integrity import pages_are_sound, rows_are_sound, tables_are_sound
from dialogue_desk.storage.migrations import SCHEMA, fresh_database, migrate
from dialogue_desk.storage.replace_database import clear, put_in_place
from dialogue_desk.storage.typed_rows import first_row, number, path_of
from dialogue_desk.whole_file import make_folder, open_private

APPLICATION = 0x44444B31
"""``application_id`` of a desk file: the letters DDK1."""

IN_MEMORY = Path(":memory:")
"""The path of a desk in memory: as real as one on disk, and gone when it is closed."""

BUSY_MS = 5_000

_CACHED_KIB = 32 * 1024
"""So much of the file is cached: while a person types, the same pages of the index are read again."""

_FIRST_MIGRATION = b"m0001_records"
"""What stands somewhere in each desk file, and in no file of another program."""

_MAGIC = b"SQLite format 3\x00"
_SCHEMA_AT, _APPLICATION_AT, _HEADER = slice(60, 64), slice(68, 72), 100

_FULL_CARE = {"synchronous": 3, "trusted_schema": 0, "secure_delete": 1}
if sys.platform == "darwin":
    # On macOS an ordinary sync leaves what was written in the drive's own memory.
    _FULL_CARE |= {"fullfsync": 1, "checkpoint_fullfsync": 1}


def open_database(path: Path) -> sqlite3.Connection:
    """Return the writing connection to the desk file at ``path``, which is created or migrated if needed.

    Raises:
        DeskTrouble: when the file cannot be opened.
    """
    with as_desk_trouble(path):
        refuse_what_is_not_ours(path)
        header = _header(path)
        if header and not header.startswith(_MAGIC):
            raise DeskTrouble(Trouble.DAMAGED, path)
        _refuse_a_damaged_log(path)
        connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _refuse_a_damaged_log(path: Path) -> None:
    wal = path.with_name(f"{path.name}-wal")
    if wal.exists():
        from dialogue_desk.storage.write_ahead_log import LogState, state_of  # noqa: PLC0415  # only after a kill

        if state_of(wal) is LogState.DAMAGED:
            raise DeskTrouble(Trouble.DAMAGED, path)


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Return a read-only connection, for long queries on another thread."""
    return sqlite3.connect(f"{database_uri(path.absolute())}?mode=ro", uri=True, isolation_level=None)


def database_uri(path: PurePath) -> str:
    """Return the URI of a file for SQLite, which knows no host: it refuses those of Windows' network places.

    Each sign is escaped, so none is taken for one of the URI's own, and SQLite reads the very path.
    """
    return "file:" + "".join(f"%{byte:02x}" for byte in os.fsencode(path))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run one transaction: it is whole on disk afterwards, or not there at all.

    It is IMMEDIATE: a deferred one that reads first fails at once when another program has written.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def refuse_what_is_not_ours(path: Path) -> None:
    """Check a file's first bytes, so that nothing is written to or next to a file that is not ours.

    Raises:
        DeskTrouble: ``FOREIGN`` or ``NEWER``, ``DAMAGED`` when it is ours and does not say so anymore, or
            ``UNREADABLE`` for a folder.
    """
    header = _header(path)
    if not header or not any(header):
        return  # a new file; or a wiped one, which is damage and is found later
    cut_short = len(header) < _HEADER and header.startswith(_MAGIC)
    if cut_short or path.with_name(f"{path.name}-journal").exists():
        return  # also found later; or killed while it was made, and SQLite repairs the header first
    if header[_APPLICATION_AT] != APPLICATION.to_bytes(4, "big"):
        ours = _FIRST_MIGRATION in path.read_bytes()
        raise DeskTrouble(Trouble.DAMAGED if ours else Trouble.FOREIGN, path)
    if int.from_bytes(header[_SCHEMA_AT], "big") > SCHEMA and header.startswith(_MAGIC):
        raise DeskTrouble(Trouble.NEWER, path)


def _header(path: Path) -> bytes:
    if path.is_dir():
        raise DeskTrouble(Trouble.UNREADABLE, path)
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(_HEADER)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    tables = _check_tables(connection, path)
    with transaction(connection):
        pass  # SQLite opens a read-only or locked file without an error; this raises one
    mode = first_row(connection, "PRAGMA journal_mode = WAL")
    if mode != ("wal",):
        # Some file systems have no shared memory; a rollback journal is as safe, and slower.
        mode = first_row(connection, "PRAGMA journal_mode = TRUNCATE")
    _insist("journal_mode", mode in (("wal",), ("truncate",)) or path == IN_MEMORY)
    for name, value in _FULL_CARE.items():
        connection.execute(f"PRAGMA {name} = {value}")
        _insist(name, first_row(connection, f"PRAGMA {name}") == (value,))
    connection.execute(f"PRAGMA cache_size = -{_CACHED_KIB}")
    if not pages_are_sound(connection):
        raise DeskTrouble(Trouble.DAMAGED, path)
    schema = _pragma(connection, "user_version")
    if schema != SCHEMA:
        if tables:
            copy_database(connection, backups_of(path) / f"{path.stem}-before-schema-{SCHEMA}{path.suffix}")
        migrate(connection)
    with closing(fresh_database()) as fresh:
        if not (tables_are_sound(connection, fresh) and rows_are_sound(connection)):
            raise DeskTrouble(Trouble.DAMAGED, path)
    # Only now: a migration may rebuild a table that others point at.
    connection.execute("PRAGMA foreign_keys = ON")
    _insist("foreign_keys", _pragma(connection, "foreign_keys") == 1)


def backups_of(path: Path) -> Path:
    """Return the folder next to a desk file in which its copies are."""
    return path.parent / "backups"


def _check_tables(connection: sqlite3.Connection, path: Path) -> int:
    """Return how many tables the desk file has; a new file is marked as ours before anything else."""
    tables = number((first_row(connection, "SELECT count(*) FROM sqlite_schema") or (0,))[0])
    if _pragma(connection, "application_id") != APPLICATION:
        if tables:
            raise DeskTrouble(Trouble.FOREIGN, path)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
    if _pragma(connection, "user_version") > SCHEMA:
        raise DeskTrouble(Trouble.NEWER, path)
    return tables


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return number((first_row(connection, f"PRAGMA {name}") or (0,))[0])


def _insist(name: str, set_: bool) -> None:
    """Raise when a setting did not take effect on which the promise "on disk is on disk" rests."""
    if not set_:
        raise RuntimeError(f"this SQLite ({sqlite3.sqlite_version}) does not keep to {name}")


def copy_database(connection: sqlite3.Connection, to: Path) -> None:
    """Write what ``connection`` sees to ``to``, as one file, also while the desk is written to.

    The copy has no device name of its own.  A laptop that goes on from it counts its edits from the start,
    and under the old name other laptops would take them for edits they have already seen.

    Raises:
        DeskTrouble: when it could not be written; then an older copy at ``to`` is as it was.
    """
    part = to.with_name(f".{to.name}.part")
    with as_desk_trouble(to):
        try:
            make_folder(to.parent)
            clear(part)
            open(part, "xb", opener=open_private).close()
            connection.execute("VACUUM INTO ?", (str(part),))
            if not _finished(part):
                raise DeskTrouble(Trouble.DAMAGED, path_of(connection))
            put_in_place(part, to)
        finally:
            with contextlib.suppress(OSError):
                clear(part)


def copy_is_sound(copy: sqlite3.Connection) -> bool:
    """Whether a copy of a desk file is whole, and of this or an earlier schema."""
    schema = _pragma(copy, "user_version")
    return pages_are_sound(copy) and schema <= SCHEMA and (schema < SCHEMA or rows_are_sound(copy))


def bring_up_to_date(copy: Path) -> None:
    """Give a copy of an earlier desk file the present schema.

    Raises:
        DeskTrouble: when that did not work.
    """
    with as_desk_trouble(copy), closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        if _pragma(connection, "user_version") != SCHEMA:
            migrate(connection)


def mark_of(device: str) -> str:
    """Return the mark in the names of a laptop's copies, by which they differ from those of other laptops."""
    return device[-6:]


def retire_device(connection: sqlite3.Connection) -> None:
    """Turn the device name of a desk file into a former one."""
    connection.execute("UPDATE OR REPLACE desk SET key = 'former device ' || value WHERE key = 'device'")


def add_former_devices(copy: Path, devices: Iterable[str]) -> None:
    """Write into a copy the device names that the desk took since it was made."""
    with as_desk_trouble(copy), closing(sqlite3.connect(copy)) as connection, connection:
        connection.executemany(
            "INSERT OR IGNORE INTO desk (key, value) VALUES ('former device ' || ?, ?)",
            [(name, name) for name in devices],
        )


def _finished(part: Path) -> bool:
    """Finish a copy, and return whether it is sound."""
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        if copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'desk'").fetchone():
            retire_device(copy)
        return copy_is_sound(copy)
