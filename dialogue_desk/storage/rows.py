"""The one place where untyped rows become typed ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TypeAlias, cast

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = tuple[Value, ...]

DatabaseError = sqlite3.DatabaseError
"""What the database raises.  Named here alone, so that an encrypting driver can take its place."""


def rows(connection: sqlite3.Connection, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
    """Yield what ``sql`` finds."""
    return cast(Iterator[Row], connection.execute(sql, values))


def one(connection: sqlite3.Connection, sql: str, values: Sequence[Value] = ()) -> Row | None:
    """Return the first row that ``sql`` finds."""
    return next(rows(connection, sql, values), None)


def number(value: Value) -> int:
    """Return a value of an INTEGER column."""
    return cast(int, value)


def text(value: Value) -> str:
    """Return a value of a TEXT column."""
    return cast(str, value)
