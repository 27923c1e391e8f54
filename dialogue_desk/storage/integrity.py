"""Finds damage in a desk file: in its pages and indexes, in its tables as a whole, in what its rows say.

SQLite knows when a page is not built as it should be, and not when a letter in it is another one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.history import BEFORE, before_of_row
from dialogue_desk.storage.record_table import COLUMNS, NO_RECORD, record_of_row
from dialogue_desk.storage.typed_rows import Row, checksum, first_row, rows, text

SchemaEntry = tuple[str, str, str, str]
"""Type, name, table and SQL of what is in a database."""


def pages_are_sound(connection: sqlite3.Connection) -> bool:
    """Whether the pages are built as they should be, and each row is in each index where it belongs."""
    return first_row(connection, "PRAGMA integrity_check(1)") == ("ok",)


def tables_are_sound(connection: sqlite3.Connection, fresh: sqlite3.Connection) -> bool:
    """Whether everything is there that a ``fresh`` database has; a person may have added to it."""
    return {*schema(fresh)} <= {*schema(connection)}


def schema(connection: sqlite3.Connection) -> Iterator[SchemaEntry]:
    """Yield what is in a database.  Of tables that SQLite makes by itself, each version has its own SQL."""
    sql = """
        SELECT type, name, tbl_name,
            CASE WHEN name GLOB 'words_*' OR name GLOB 'sqlite_*' THEN '' ELSE sql END FROM sqlite_schema
    """
    for kind, name, table, made_by in rows(connection, sql):
        yield text(kind), text(name), text(table), " ".join(text(made_by or "").split())


def rows_are_sound(connection: sqlite3.Connection) -> bool:
    """Whether each record, each earlier version of one, and what waits or can come back is as it was written.

    Of other tables, a wrong letter makes a key or a path that is none, and no other words: keys and the
    identities of packages are digests or carry their own checksum, and what SQLite checks by itself is the
    state of a change.
    """
    connection.create_function("row_checksum", -1, checksum, deterministic=True)
    acts = ", ".join(f"'{act.value}'" for act in Act)
    wrong = f"""
        SELECT 1 FROM record WHERE checksum IS NOT row_checksum({COLUMNS})
        UNION ALL SELECT 1 FROM before WHERE checksum IS NOT row_checksum({BEFORE})
        UNION ALL SELECT 1 FROM waiting
            WHERE checksum IS NOT row_checksum(digest, signer, record, editions, file)
        UNION ALL SELECT 1 FROM way_back WHERE checksum IS NOT row_checksum(change, record, until, editions)
        UNION ALL SELECT 1 FROM change WHERE state <> 'past' AND act NOT IN ({acts})
        LIMIT 1
    """
    return first_row(connection, wrong) is None


def add_checksums(connection: sqlite3.Connection) -> None:
    """Give the rows of a desk file their checksums; a row that holds no record gets none."""
    _add_checksums(connection, "record", COLUMNS, record_of_row, "id = ?")
    _add_checksums(connection, "before", BEFORE, before_of_row, "change = ? AND record = ?")


def is_sound(row: Row, read: Callable[[Row], object]) -> bool:
    """Whether ``read`` finds a record in a row."""
    try:
        read(row)
    except NO_RECORD:
        return False
    return True


def _add_checksums(
    connection: sqlite3.Connection, table: str, columns: str, read: Callable[[Row], object], which: str
) -> None:
    found = list(rows(connection, f"SELECT {columns} FROM {table}"))
    sums = [(checksum(*row), *row[: which.count("?")]) for row in found if is_sound(row, read)]
    connection.executemany(f"UPDATE {table} SET checksum = ? WHERE {which}", sums)
