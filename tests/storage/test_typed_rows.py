"""Rows are read one by one, and what goes wrong is told as trouble with the file."""

import sqlite3
from contextlib import closing

import pytest

from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.typed_rows import first_row, path_of, rows


@pytest.fixture
def connection(tmp_path):
    with closing(sqlite3.connect(tmp_path / "some.db")) as connection:
        connection.executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)")
        yield connection


def test_rows_come_in_order_and_the_first_alone(connection, tmp_path):
    assert list(rows(connection, "SELECT x FROM t WHERE x > ? ORDER BY x", (0,))) == [(1,), (2,)]
    assert first_row(connection, "SELECT x FROM t ORDER BY x DESC") == (2,)
    assert path_of(connection) == tmp_path / "some.db"


def test_no_row_is_none(connection):
    assert first_row(connection, "SELECT x FROM t WHERE x = 9") is None


def test_a_query_that_fails_is_trouble_with_that_file(connection, tmp_path):
    with pytest.raises(DeskTrouble) as told:
        rows(connection, "SELECT x FROM nowhere")
    assert told.value.path == tmp_path / "some.db"
