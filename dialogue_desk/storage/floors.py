"""The least that SQLite needs for what the desk does: what the bench measures against."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dialogue_desk.storage.database import connected
from dialogue_desk.storage.rows import rows

_TABLES = ("record", "change", "before", "package")


@contextmanager
def one_row(path: Path) -> Iterator[Callable[[str], None]]:
    """Give a function that commits one row of text, with the desk file's own pragmas."""
    with closing(connected(path)) as connection:
        connection.execute("CREATE TABLE line (seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")

        def insert(text: str) -> None:
            connection.execute("INSERT INTO line (text) VALUES (?)", (text,))

        yield insert


@contextmanager
def copied_rows(source: Path, folder: Path) -> Iterator[Callable[[], None]]:
    """Give a function that writes all rows of a desk file into a new one, in one transaction."""
    with closing(connected(source)) as connection:
        found = {name: list(rows(connection, f"SELECT * FROM {name}")) for name in _TABLES}
    numbers = itertools.count()

    def copy() -> None:
        with closing(connected(folder / f"floor-{next(numbers)}.db")) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for name, held in found.items():
                if held:
                    places = ", ".join("?" * len(held[0]))
                    connection.executemany(f"INSERT INTO {name} VALUES ({places})", held)
            connection.execute("COMMIT")

    yield copy
