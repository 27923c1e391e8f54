"""Copies a desk file, whole or not at all, also while it is written to; and names the copies of a laptop."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble, as_desk_trouble


def copy_database(connection: sqlite3.Connection, to: Path) -> None:
    """Write what ``connection`` sees to ``to``, as one file.

    The copy has no device name of its own.  A laptop that goes on from it counts its edits from the start,
    and under the old name other laptops would take them for edits they have already seen.

    Raises:
        DeskTrouble: when it could not be written; then an older copy at ``to`` is as it was.
    """
    part = to.with_name(f".{to.name}.part")
    with as_desk_trouble(to):
        try:
            to.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            connection.execute("VACUUM INTO ?", (str(part),))
            _finish(part)
            part.replace(to)
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


def mark_of(device: str) -> str:
    """Return the mark in the names of a laptop's copies, by which they differ from those of other laptops."""
    return device[-6:]


def retire_device(connection: sqlite3.Connection) -> None:
    """Turn the device name of a desk file into a former one."""
    connection.execute("UPDATE desk SET key = 'former device ' || value WHERE key = 'device'")


def add_former_devices(copy: Path, devices: Iterable[str]) -> None:
    """Write into a copy the device names that the desk took since it was made."""
    with as_desk_trouble(copy), closing(sqlite3.connect(copy)) as connection, connection:
        connection.executemany(
            "INSERT OR IGNORE INTO desk (key, value) VALUES ('former device ' || ?, ?)",
            [(name, name) for name in devices],
        )


def _finish(part: Path) -> None:
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        if copy.execute("SELECT 1 FROM sqlite_schema WHERE name = 'desk'").fetchone():
            retire_device(copy)
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DeskTrouble(Trouble.DAMAGED, part)
    finally:
        copy.close()
    with part.open("r+b") as file:
        os.fsync(file.fileno())
