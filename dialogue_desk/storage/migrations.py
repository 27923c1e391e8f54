"""The migrations of the desk file, oldest first.

A released migration is never edited.  Tables are made in plain SQL and never rebuilt by ``transform()``,
which drops triggers.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from dialogue_desk.storage.desk_views import VIEWS
from dialogue_desk.storage.integrity import add_checksums
from dialogue_desk.storage.search_index import Search

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA = 6
"""The ``user_version`` of a desk file after all migrations."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the desk file up to date.

    sqlite-utils is imported here: most starts have nothing to migrate.
    """
    import sqlite_utils  # noqa: PLC0415

    migrations = sqlite_utils.Migrations("dialogue_desk")
    for step in _STEPS:
        migrations(name=step.__name__)(_taking(step, connection))
    migrations.apply(sqlite_utils.Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def fresh_database() -> sqlite3.Connection:
    """Return an empty database in memory with the tables of a desk file, to compare one with."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for step in _STEPS:
        step(connection)
    return connection


def _taking(
    step: Callable[[sqlite3.Connection], None], connection: sqlite3.Connection
) -> Callable[[Database], None]:
    def take(_: Database) -> None:
        step(connection)

    return take


def m0001_records(connection: sqlite3.Connection) -> None:
    """Make the tables of records, their history, and the packages that came in."""
    for statement in _RECORDS:
        connection.execute(statement)


def m0002_words(connection: sqlite3.Connection) -> None:
    """Make the search index, and the indexes that make lists of sessions fast."""
    connection.execute("CREATE INDEX record_gone ON record (kind, owner) WHERE body IS NULL")
    connection.execute("CREATE INDEX record_moves ON record (owner) WHERE kind = 'move'")
    Search(connection).rebuild()


def m0003_exports(connection: sqlite3.Connection) -> None:
    """Make the table of where the packages and documents of each session were written."""
    for statement in _EXPORTS:
        connection.execute(statement)


def m0004_checksums(connection: sqlite3.Connection) -> None:
    """Give each record, and each earlier version of one, a checksum.

    A row that is damaged already gets none, so that it is found like one that is damaged later.
    """
    for table in ("record", "before"):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN checksum INTEGER")
    add_checksums(connection)


def m0005_trust(connection: sqlite3.Connection) -> None:
    """Make the tables of to whom records belong, what waits for a person, and what can be brought back."""
    for statement in _TRUST:
        connection.execute(statement)


def m0006_views(connection: sqlite3.Connection) -> None:
    """Make the views tell what records leave out because it is usual, and codes and numbers beside ids."""
    for name in ("programs", "circles", "sessions", "notes", "themes", "actions", "ground_rules"):
        connection.execute(f"DROP VIEW {name}")
    for statement in VIEWS:
        connection.execute(statement)


_STEPS = (m0001_records, m0002_words, m0003_exports, m0004_checksums, m0005_trust, m0006_views)

_RECORDS = (
    "CREATE TABLE desk (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # One row a record, with the edition that is shown; the others of a conflict as a JSON list.
    """
    CREATE TABLE record (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        owner TEXT NOT NULL,
        body TEXT,
        version TEXT NOT NULL,
        at INTEGER NOT NULL,
        device TEXT NOT NULL,
        erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
        others TEXT
    ) STRICT
    """,
    "CREATE INDEX record_by_owner ON record (owner, kind)",
    "CREATE INDEX record_by_kind ON record (kind) WHERE kind NOT IN ('note', 'action', 'move')",
    # AUTOINCREMENT: the number of a change is this laptop's count of edits and is never given twice.
    """
    CREATE TABLE change (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        act TEXT NOT NULL,
        at INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'past')),
        taken_back_by INTEGER REFERENCES change (seq)
    ) STRICT
    """,
    "CREATE INDEX change_to_undo ON change (state, seq) WHERE state <> 'past'",
    """
    CREATE TABLE before (
        change INTEGER NOT NULL REFERENCES change (seq) ON DELETE CASCADE,
        record TEXT NOT NULL,
        editions TEXT,
        PRIMARY KEY (change, record)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX before_by_record ON before (record)",
    """
    CREATE TABLE package (
        identity TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        change INTEGER NOT NULL REFERENCES change (seq) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    # For people who open the desk file with another tool; today's are in ``desk_views``.
    """
    CREATE VIEW programs AS SELECT id, body ->> 'name' AS name, body ->> 'code' AS code
    FROM record WHERE kind = 'program' AND body IS NOT NULL
    """,
    """
    CREATE VIEW circles AS SELECT id, body ->> 'code' AS code, body ->> 'place' AS place,
        body ->> 'language' AS language, body ->> 'program' AS program
    FROM record WHERE kind = 'circle' AND body IS NOT NULL
    """,
    """
    CREATE VIEW sessions AS SELECT id, owner AS circle, body ->> 'number' AS number,
        body ->> 'place' AS place, datetime((body ->> 'start') / 1000, 'unixepoch') AS starts_utc,
        body ->> 'people' AS people
    FROM record WHERE kind = 'session' AND body IS NOT NULL
    """,
    """
    CREATE VIEW notes AS SELECT id, owner AS session, body ->> 'part' AS part, body ->> 'kind' AS kind,
        body ->> 'text' AS text, body ->> 'spread' AS spread, body -> 'themes' AS themes,
        others IS NOT NULL AS clash
    FROM record WHERE kind = 'note' AND body IS NOT NULL
    """,
    """
    CREATE VIEW themes AS SELECT id, owner, body ->> 'name' AS name
    FROM record WHERE kind = 'theme' AND body IS NOT NULL
    """,
    """
    CREATE VIEW actions AS SELECT id, owner AS session, body ->> 'what' AS what, body ->> 'who' AS who,
        body ->> 'first_step' AS first_step, body ->> 'level' AS level, body ->> 'horizon' AS horizon,
        body -> 'themes' AS themes
    FROM record WHERE kind = 'action' AND body IS NOT NULL
    """,
    """
    CREATE VIEW ground_rules AS SELECT id, owner AS circle, body ->> 'text' AS text, body ->> 'place' AS place
    FROM record WHERE kind = 'ground rule' AND body IS NOT NULL
    """,
)

_EXPORTS = (
    """
    CREATE TABLE export (
        subject TEXT NOT NULL,
        profile TEXT NOT NULL,
        revision INTEGER NOT NULL,
        digest TEXT NOT NULL,
        identity TEXT NOT NULL,
        at INTEGER NOT NULL,
        path TEXT NOT NULL,
        sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
        PRIMARY KEY (subject, profile, path)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX export_by_identity ON export (identity)",
)

_TRUST = (
    """
    CREATE TABLE holder (
        record TEXT NOT NULL,
        laptop TEXT NOT NULL,
        PRIMARY KEY (record, laptop)
    ) STRICT, WITHOUT ROWID
    """,
    # What came in before belongs to the laptops that are named as its writers: more is not known.
    """
    INSERT OR IGNORE INTO holder
    SELECT record.id, substr(writer.key, 1, instr(writer.key || '/', '/') - 1)
    FROM record, json_each(record.version) AS writer
    WHERE record.kind <> 'guide' AND NOT EXISTS (
        SELECT 1 FROM desk WHERE (desk.key = 'device' OR desk.key LIKE 'former device %')
        AND (writer.key = desk.value OR substr(writer.key, 1, length(desk.value) + 1) = desk.value || '/'))
    """,
    """
    CREATE TABLE unproven (
        record TEXT PRIMARY KEY,
        signer TEXT NOT NULL,
        file TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE waiting (
        digest TEXT PRIMARY KEY,
        signer TEXT NOT NULL,
        record TEXT NOT NULL,
        editions TEXT NOT NULL,
        file TEXT NOT NULL,
        checksum INTEGER NOT NULL,
        change INTEGER NOT NULL REFERENCES change (seq) ON DELETE CASCADE,
        answered INTEGER REFERENCES change (seq) ON DELETE SET NULL,
        left_out INTEGER NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX waiting_by_record ON waiting (record)",
    """
    CREATE TABLE way_back (
        change INTEGER NOT NULL,
        record TEXT NOT NULL,
        until INTEGER NOT NULL,
        editions TEXT NOT NULL,
        checksum INTEGER NOT NULL,
        PRIMARY KEY (change, record)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE erased_by (
        change INTEGER NOT NULL,
        digest TEXT NOT NULL,
        signer TEXT NOT NULL,
        editions TEXT NOT NULL,
        file TEXT NOT NULL,
        PRIMARY KEY (change, digest)
    ) STRICT, WITHOUT ROWID
    """,
)
