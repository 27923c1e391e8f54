"""A file for people who know SQL: every table, and views that read well."""

from __future__ import annotations

import sqlite3

import pytest

from dialogue_desk.desk.leaving.data_files import sql_tables
from dialogue_desk.exchange.tables import tables
from dialogue_desk.storage.table_file import SqlTable, table_file_bytes
from tests.exchange.small_desk import folder_of
from tests.exchange.work_desk import everything

FEW = ["people", "people_in_circles", "people_of_circles"]
"""What is told of nobody where a program counted few people."""


@pytest.fixture
def found():
    records = everything()
    connection = sqlite3.connect(":memory:")
    connection.deserialize(table_file_bytes(sql_tables(tables(records, [folder_of(records)]))))
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_every_table_and_view_reads_well(found) -> None:
    names = [name for (name,) in found.execute("SELECT name FROM sqlite_schema WHERE type <> 'index'")]
    assert {"about", "columns", "notes", "circles_by_theme", "notes_with_themes", "proposals"} <= set(names)
    for name in names:
        rows = found.execute(f'SELECT * FROM "{name}"').fetchall()
        if name == "people_counts":  # of few people no row is written
            continue
        assert rows, name
        empty = [key for key in dict(rows[0]) if all(row[key] is None for row in rows)]
        assert empty in ([], ["option"], ["option_id", "option"], FEW), name


def test_a_note_stands_beside_each_of_its_themes_with_what_must_be_known_of_it(found) -> None:
    note = found.execute("SELECT * FROM notes_with_themes WHERE text = 'Who answers?'").fetchone()
    assert (note["theme"], note["written_as"], note["circle"]) == ("Streets", "#streets.", "C01")
    assert (note["language"], note["sensitive"]) == ("en", "no")
    quote = found.execute("SELECT * FROM notes_with_themes WHERE kind = 'quote'").fetchone()
    assert (quote["consent"], quote["theme"]) == ("yes", None)


def test_circles_people_and_who_must_act_are_told(found) -> None:
    assert tuple(found.execute("SELECT theme, circles FROM circles_by_theme").fetchone()) == ("Streets", 1)
    people = found.execute("SELECT * FROM people_by_circle").fetchone()
    assert (people["most_in_a_session"], people["most_expected"]) == (8, 9)
    proposal = found.execute("SELECT * FROM proposals WHERE actor IS NOT NULL").fetchone()
    assert (proposal["what"], proposal["actor"], proposal["dots"]) == ("Lamps", "Public works", 3)


def test_numbers_are_numbers_and_a_cell_that_says_nothing_is_null(found) -> None:
    session = found.execute("SELECT * FROM sessions").fetchone()
    assert (session["people_present"], session["planned_minutes"]) == (8, 15.0)
    idea = found.execute("SELECT who, dots FROM actions WHERE what = 'Light the path'").fetchone()
    assert tuple(idea) == (None, None)


def test_the_same_tables_give_the_same_bytes() -> None:
    records = everything()
    given = tables(records, [folder_of(records)])
    assert table_file_bytes(sql_tables(given)) == table_file_bytes(sql_tables(given))


def test_text_never_becomes_sql(found) -> None:
    records = everything()
    given = sql_tables(tables(records, [folder_of(records)]))
    hostile = SqlTable("hostile", [("said", "TEXT")], [["'); DROP TABLE notes; --"]])
    with sqlite3.connect(":memory:") as connection:
        connection.deserialize(table_file_bytes([*given, hostile]))
        assert connection.execute("SELECT * FROM hostile").fetchall() == [("'); DROP TABLE notes; --",)]
        assert connection.execute("SELECT count(*) FROM notes").fetchone() != (0,)
    connection.close()
