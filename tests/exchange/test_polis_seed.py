"""Statements in the form in which Polis takes them."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.exchange.csv_table import FORMULA_BEGINS
from dialogue_desk.exchange.polis_seed import HEAD, polis_csv, seed_statement


def test_there_is_one_column_with_its_head_and_nothing_behind_it():
    written = polis_csv(["Lamps, please", 'Say "yes"\nnow'])
    assert written == b'comment_text\n"Lamps, please"\n"Say ""yes"" now"\n'


@given(st.lists(st.text(min_size=1, max_size=60), max_size=5))
def test_each_statement_is_one_line_and_one_cell(statements):
    heads, *rows = csv.reader(io.StringIO(polis_csv(statements).decode()))
    assert heads == [HEAD] and [len(row) for row in rows] == [1] * len(statements)
    assert all("\n" not in row[0] and not row[0].startswith(FORMULA_BEGINS) for row in rows)
    assert [row[0] for row in rows] == [seed_statement(one) for one in statements]
