"""Turns untyped rows of SQLite into typed ones, here and nowhere else."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias, cast

from dialogue_desk.storage.desk_errors import DAMAGE, as_desk_trouble

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Value, ...]


class Table:
    """A part of one desk file, read and written over its connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def go_on_with(self, connection: sqlite3.Connection) -> None:
        """Read and write over another connection from now on, because the file is another one."""
        self._connection = connection
        tables_go_on_with(connection, self)


def tables_go_on_with(connection: sqlite3.Connection, owner: object) -> None:
    """Let every table that ``owner`` has read and write over another connection from now on."""
    for part in vars(owner).values():
        if isinstance(part, Table):
            part.go_on_with(connection)


def rows(connection: sqlite3.Connection, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
    """Yield the rows that ``sql`` finds.

    Raises:
        DeskTrouble: when the file cannot be read, now or at any row.
    """
    try:
        found = connection.execute(sql, values)
    except DAMAGE:
        with as_desk_trouble(path_of(connection)):
            raise
    return _each(connection, found)


def first_row(connection: sqlite3.Connection, sql: str, values: Sequence[Value] = ()) -> Row | None:
    """Return the first row that ``sql`` finds, or None.

    Raises:
        DeskTrouble: when the file cannot be read.
    """
    return next(rows(connection, sql, values), None)


def number(value: Value) -> int:
    """Return a value of an INTEGER column."""
    return cast(int, value)


def text(value: Value) -> str:
    """Return a value of a TEXT column."""
    return cast(str, value)


def checksum(*values: Value) -> int:
    """Return the checksum of the other values of a row, by which chance damage to any of them is found.

    SQLite checks how its pages are built, and not what is in them.  It is no guard against a person.
    """
    return zlib.crc32("\0".join(map(str, values)).encode())


def path_of(connection: sqlite3.Connection) -> Path:
    """Return the path of the database file."""
    return Path(text(connection.execute("PRAGMA database_list").fetchone()[2]))


def _each(connection: sqlite3.Connection, found: sqlite3.Cursor) -> Iterator[Row]:
    try:
        for row in found:  # not `yield from`: that would close a cursor whose connection is closed
            yield cast(Row, row)
    except DAMAGE:
        with as_desk_trouble(path_of(connection)):
            raise
