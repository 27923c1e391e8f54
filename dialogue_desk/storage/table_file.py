"""Tables as a SQLite file of their own, for people who know SQL: not a desk, and nothing reads it back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import NamedTuple, TypeAlias

Cell: TypeAlias = str | int | float | None


class SqlTable(NamedTuple):
    """A table: its columns with their types (TEXT, INTEGER, REAL), and its rows."""

    name: str
    columns: Sequence[tuple[str, str]]
    rows: Iterable[Sequence[Cell]]


def table_file_bytes(tables: Iterable[SqlTable]) -> bytes:
    """Return a SQLite file with these tables, and with views that join what is often asked for together.

    A cell that says nothing is NULL.  The same tables give the same bytes with one version of SQLite.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for table in tables:
            columns = ", ".join(f'"{name}" {type_}' for name, type_ in table.columns)
            connection.execute(f'CREATE TABLE "{table.name}" ({columns}) STRICT')
            places = ", ".join("?" * len(table.columns))
            rows = ([None if cell == "" else cell for cell in row] for row in table.rows)
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)
        for statement in (*_INDEXES, *_VIEWS):
            connection.execute(statement)
        connection.execute("COMMIT")
        return connection.serialize()


_INDEXES = (
    "CREATE INDEX notes_by_session ON notes (session_id)",
    "CREATE INDEX actions_by_session ON actions (session_id)",
    "CREATE INDEX note_themes_by_note ON note_themes (note_id)",
    "CREATE INDEX action_themes_by_action ON action_themes (action_id)",
)

_VIEWS = (
    """
    CREATE VIEW notes_with_themes AS
    SELECT notes.line_code, notes.program, notes.circle, notes.session, notes.kind, notes.text, notes.spread,
        notes.language, notes.consent, notes.sensitive, note_themes.theme, note_themes.written_as,
        note_themes.by_circle, note_themes.counted, notes.note_id, note_themes.theme_id
    FROM notes LEFT JOIN note_themes USING (note_id)
    """,
    """
    CREATE VIEW circles_by_theme AS
    WITH raised AS (
        SELECT theme_id, circle_id FROM note_themes WHERE counted = 'yes'
        UNION SELECT theme_id, circle_id FROM action_themes WHERE counted = 'yes')
    SELECT themes.program, themes.theme, count(*) AS circles, themes.theme_id
    FROM raised JOIN themes USING (theme_id) WHERE themes.aside = 'no'
    GROUP BY theme_id ORDER BY circles DESC, theme
    """,
    """
    CREATE VIEW people_by_circle AS
    SELECT program, circle, count(*) AS sessions, count(people_present) AS counted_sessions,
        max(people_present) AS most_in_a_session, sum(people_present) AS attendances,
        max(people_expected) AS most_expected, circle_id
    FROM sessions WHERE arrived = 'yes' GROUP BY circle_id ORDER BY program, circle
    """,
    """
    CREATE VIEW proposals AS
    SELECT actions.line_code, actions.program, actions.circle, coalesce(cards.what, actions.what) AS what,
        cards.actor, cards.joins, coalesce(cards.first_step, actions.first_step) AS first_step,
        coalesce(cards.horizon, actions.horizon) AS horizon, coalesce(cards.level, actions.level) AS level,
        actions.dots, actions.themes, actions.action_id
    FROM actions LEFT JOIN cards ON cards.about_id = actions.action_id
    """,
)
