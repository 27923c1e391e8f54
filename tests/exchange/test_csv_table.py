"""A table as CSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.exchange.csv_table import BOM, DataTable, csv_bytes, guarded


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode().removeprefix(BOM), newline="")))


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_can_be_taken_for_a_formula(begin: str) -> None:
    assert guarded(f"{begin}HYPERLINK(1)") == f"'{begin}HYPERLINK(1)"


@pytest.mark.parametrize("cell", ["", "plain", "a=b", " - not first", "¿Qué?", "'quoted", -4, 2.5, None])
def test_all_else_is_written_as_it_is(cell: str | float | None) -> None:
    assert guarded(cell) == cell


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
def test_text_of_any_kind_reads_back_exactly_but_for_the_guard(cells: list[str]) -> None:
    _, row = read(csv_bytes(DataTable("any", ("a", "b"), (tuple(cells),))))
    assert row == [guarded(cell) for cell in cells]


def test_a_table_has_a_mark_for_excel_and_lines_as_the_standard_says() -> None:
    assert csv_bytes(DataTable("x", ("a", "b"), (("ñ", -1.5),))) == "\ufeffa,b\r\nñ,-1.5\r\n".encode()
