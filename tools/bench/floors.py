"""The least that SQLite needs for what the desk does, to compare the desk with."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dialogue_desk.storage.database import open_database
from dialogue_desk.storage.typed_rows import checksum, rows

_TABLES = {
    "record": "*",
    "change": "*",
    "before": "*",
    "package": "*",
    "words (rowid, said, place)": "rowid, said, place",
}
"""The tables that are copied, and the columns that are read from each."""


@contextmanager
def one_row(path: Path) -> Iterator[Callable[[str], None]]:
    """Give a function that commits one row of text, with the desk file's own pragmas."""
    with closing(open_database(path)) as connection:
        connection.execute("CREATE TABLE line (seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")

        def insert(text: str) -> None:
            connection.execute("INSERT INTO line (text) VALUES (?)", (text,))

        yield insert


@contextmanager
def one_note(path: Path) -> Iterator[Callable[[str, str], None]]:
    """Give a function that commits one note's row and its words to a desk file, without history.

    It takes the note's id and its text.  The desk file may be open elsewhere.
    """
    with closing(open_database(path)) as connection:
        record = (
            "INSERT INTO record (id, kind, owner, body, version, at, device, erased, checksum)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )

        def insert(note_id: str, text: str) -> None:
            connection.execute("BEGIN IMMEDIATE")
            body = f'{{"kind":"concern","text":"{text}"}}'
            row = (note_id, "note", "bench", body, '{"bench":1}', 0, "bench", 0)
            seq = connection.execute(record, (*row, checksum(*row, None))).lastrowid
            connection.execute("INSERT INTO words (rowid, said, place) VALUES (?, ?, 'bench')", (seq, text))
            connection.execute("COMMIT")

        yield insert


@contextmanager
def copied_rows(source: Path, folder: Path) -> Iterator[Callable[[], None]]:
    """Give a function that writes all rows of a desk file into a new one, in one transaction."""
    with closing(open_database(source)) as connection:
        found = {
            name: list(rows(connection, f"SELECT {columns} FROM {name.split(' ')[0]}"))
            for name, columns in _TABLES.items()
        }
    numbers = itertools.count()

    def copy() -> None:
        with closing(open_database(folder / f"floor-{next(numbers)}.db")) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for name, held in found.items():
                if held:
                    places = ", ".join("?" * len(held[0]))
                    connection.executemany(f"INSERT INTO {name} VALUES ({places})", held)
            connection.execute("COMMIT")

    yield copy
