"""Desk files as earlier apps left them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database, Migrations

from dialogue_desk.storage import migrations
from dialogue_desk.storage.database import APPLICATION
from dialogue_desk.storage.search_index import Search


def of_schema(path: Path, schema: int) -> Path:
    """A desk file that was through the first ``schema`` migrations, with a dozen notes written."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    made = Migrations("dialogue_desk")

    for step in migrations._STEPS[:schema]:
        made(name=step.__name__)(migrations._taking(step, connection))
    made.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {schema}")
    bodies = [f'{{"kind":"concern","text":"note {number} for trust"}}' for number in range(12)]
    rows = [(f"id{number}", body) for number, body in enumerate(bodies)]
    connection.executemany(
        "INSERT INTO record (id, kind, owner, body, version, at, device)"
        " VALUES (?, 'note', 'session', ?, '{\"d\":1}', 0, 'd')",
        rows,
    )
    if schema > 1:
        Search(connection).rebuild()
    connection.close()
    return path
