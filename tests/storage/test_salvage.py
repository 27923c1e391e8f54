"""What can be read of a damaged desk file is found, wherever it is, and looking for it ends."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from dialogue_desk.storage.repair import repair
from dialogue_desk.storage.salvage import salvaged_rows
from tests.storage.damage import PAGE, a_desk, smash, texts, with_notes
from tests.storage.test_database import made_by_sqlite

COUNT = 200
FARTHEST = 1 << 62


def salvaged(path):
    with closing(sqlite3.connect(path)) as damaged:
        return [text for (text,) in salvaged_rows(damaged, "record", "seq", "body ->> 'text'")]


def leaves(path, table="record"):
    """The pages with the rows of a table, in their order."""
    with closing(sqlite3.connect(path)) as connection:
        sql = "SELECT pageno - 1 FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path"
        return [page for (page,) in connection.execute(sql, (table,))]


@pytest.mark.parametrize("number", [FARTHEST, -FARTHEST])
def test_salvage_ends_and_finds_the_row_with_the_farthest_number(tmp_path, number):
    path = with_notes(tmp_path / "desk.db", COUNT)
    made_by_sqlite(path, f"UPDATE record SET seq = {number} WHERE seq = 7")
    assert len(salvaged(path)) == COUNT
    found = leaves(path)
    smash(path, [found[1], found[-2]])
    kept = salvaged(path)
    assert COUNT - 40 < len(kept) < COUNT and any(text.startswith("note 6 ") for text in kept)


def test_rows_between_lost_pages_are_found(tmp_path):
    path = with_notes(tmp_path / "desk.db", COUNT)
    found = leaves(path)
    smash(path, [page for place, page in enumerate(found) if place % 2])
    kept = len(salvaged(path))
    assert COUNT // 3 < kept < COUNT


def test_a_table_that_is_lost_is_given_up(tmp_path):
    path = with_notes(tmp_path / "desk.db", 5)
    made_by_sqlite(path, "ALTER TABLE record RENAME TO gone")
    assert salvaged(path) == []


@pytest.mark.parametrize(
    ("said", "damaged"),
    [
        (b"CREATE TABLE record (", b"CREATE TABLD record ("),
        (b"CREATE TABLE record (", b"CREATE TABLE recor\xe4 ("),
        (b"tablerecordrecord", b"tablerecorfrecord"),
        (b"id TEXT NOT NULL UNIQUE", b"id TEXT NOT NULL UNIQTE"),
        (b"SQLite format 3\x00", b"SQLitE format 3\x00"),
        (b"SQLite format 3\x00\x10\x00", b"SQLite format 3\x00\x11\x00"),
    ],
)
def test_a_letter_lost_in_the_schema_or_the_first_bytes_costs_nothing(tmp_path, said, damaged):
    path = with_notes(tmp_path / "desk.db", 30)
    data = path.read_bytes()
    assert said in data
    path.write_bytes(data.replace(said, damaged))
    told = repair(path)
    assert (told.saved, told.known) == (30, 30)
    desk = a_desk(path, seed=2)
    assert len(texts(desk)) == 30 and not list(tmp_path.glob("*.part"))
    desk.file.close()


def test_a_file_that_was_cut_short_keeps_what_is_left(tmp_path):
    path = with_notes(tmp_path / "desk.db", COUNT)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // PAGE // 2 * PAGE + 100])
    assert repair(path).saved > 20
