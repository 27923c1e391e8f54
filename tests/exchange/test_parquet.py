"""Parquet: what the tables say, with their types, written without asking anything of the net."""

from __future__ import annotations

import socket
from datetime import date, datetime

import pytest

from dialogue_desk.exchange.csv_table import DataTable
from dialogue_desk.exchange.parquet import parquet_bytes, parquet_is_possible
from dialogue_desk.exchange.tables import tables
from tests.exchange.small_desk import folder_of
from tests.exchange.work_desk import everything

duckdb = pytest.importorskip("duckdb", reason="the extra dialogue-desk[parquet] is not installed")
ABOUT = {"license": "it's theirs", "two words": "“é” {x: 'y'}"}
HOSTILE = [
    "'); DROP TABLE written; --",
    "=1+1",
    "two\r\nlines",
    "👍🏽 \u202eevil",
    "NULL",
    " ",
    "\\N",
    "[1, 2]",
]


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Whoever opens a socket fails."""

    def refuse(*_args, **_named):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def written(table, tmp_path):
    path = tmp_path / f"{table.name}.parquet"
    path.write_bytes(parquet_bytes(table, ABOUT))
    return str(path)


def test_it_is_possible_here() -> None:
    assert parquet_is_possible()


def test_every_table_says_what_it_says_as_csv(tmp_path) -> None:
    records = everything()
    for table in tables(records, [folder_of(records)]):
        found = duckdb.read_parquet(written(table, tmp_path))
        assert tuple(found.columns) == table.columns
        wanted = [tuple(None if cell in ("", None) else str(cell) for cell in row) for row in table.rows]
        assert [
            tuple(None if cell is None else str(cell) for cell in row) for row in found.fetchall()
        ] == wanted


def test_days_times_and_numbers_are_no_text(tmp_path) -> None:
    records = everything()
    found = {one.name: one for one in tables(records, [folder_of(records)])}
    (program,) = duckdb.read_parquet(written(found["programs"], tmp_path)).fetchall()
    assert date(2026, 6, 20) in program
    (session,) = duckdb.read_parquet(written(found["sessions"], tmp_path)).fetchall()
    assert datetime.fromisoformat("2026-03-31 19:33:20") in session and 15.0 in session and 8 in session


def test_whatever_was_typed_comes_back(tmp_path) -> None:
    rows = tuple((text, text) for text in HOSTILE)
    found = duckdb.read_parquet(written(DataTable("about", ("subject", "statement"), rows), tmp_path))
    assert found.fetchall() == list(rows)


def test_a_table_without_rows_keeps_its_columns(tmp_path) -> None:
    path = written(DataTable("about", ("subject", "statement"), ()), tmp_path)
    assert duckdb.read_parquet(path).columns == ["subject", "statement"]


def test_the_terms_go_along_in_the_file(tmp_path) -> None:
    path = written(DataTable("about", ("subject", "statement"), ()), tmp_path)
    kept = duckdb.execute("SELECT key, value FROM parquet_kv_metadata(?)", [path]).fetchall()
    assert {key.decode(): value.decode() for key, value in kept} == ABOUT


def test_the_same_table_gives_the_same_bytes() -> None:
    records = everything()
    table = tables(records, [folder_of(records)])[5]
    assert parquet_bytes(table, ABOUT) == parquet_bytes(table, ABOUT)
