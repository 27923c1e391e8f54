"""Every column of every table says what it holds, and holds it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from dialogue_desk.domain.overview.voices_of_records import voices_by_program
from dialogue_desk.exchange.table_columns import _COLUMNS, TABLE_MEANINGS, ColumnType, column
from dialogue_desk.exchange.tables import tables
from tests.exchange.small_desk import folder_of, the_records
from tests.exchange.work_desk import everything

READS = {
    ColumnType.WHOLE: int,
    ColumnType.DECIMAL: float,
    ColumnType.DAY: date.fromisoformat,
    ColumnType.TIME: datetime.fromisoformat,
}


def all_tables():
    records = everything()
    folders = [folder_of(records)]
    return tables(records, folders, voices_by_program(records, folders))


def test_every_table_and_every_column_has_a_meaning() -> None:
    found = all_tables()
    assert {table.name for table in found} == set(TABLE_MEANINGS)
    assert all(column(table.name, name).meaning for table in found for name in table.columns)


def test_no_meaning_is_left_of_a_column_that_is_gone() -> None:
    there = {name for table in all_tables() for name in table.columns}
    assert {name.rpartition(".")[2] for name in _COLUMNS} == there


def test_a_name_stands_once_in_a_table() -> None:
    assert all(len(set(table.columns)) == len(table.columns) for table in all_tables())


@pytest.mark.parametrize("records", [the_records(), everything()], ids=["usual", "everything"])
def test_every_cell_is_of_its_columns_type_and_among_its_choices(records) -> None:
    for table in tables(records, [folder_of(records)]):
        for row in table.rows:
            for name, cell in zip(table.columns, row, strict=True):
                one = column(table.name, name)
                if cell in ("", None):
                    assert one.type is not ColumnType.YES_NO, (table.name, name)
                    continue
                assert not one.choices or cell in one.choices
                if one.type is ColumnType.YES_NO:
                    assert cell in ("yes", "no"), (table.name, name)
                else:
                    READS.get(one.type, str)(cell)
                assert isinstance(cell, str) == (one.type not in (ColumnType.WHOLE, ColumnType.DECIMAL)), (
                    table.name,
                    name,
                )


def test_no_column_is_empty_because_a_usual_value_is_left_out() -> None:
    assert all(table.rows for table in all_tables())
    empty_everywhere = {
        f"{table.name}.{name}"
        for table in all_tables()
        for place, name in enumerate(table.columns)
        if all(row[place] in ("", None) for row in table.rows)
    }
    # The guide of these records has no options to weigh.
    assert empty_everywhere == {"notes.option", "actions.option", "actions.option_id"}


def test_there_is_no_column_of_another_name() -> None:
    with pytest.raises(KeyError):
        column("notes", "speaker")
