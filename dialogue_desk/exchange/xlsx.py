"""Tables as one workbook: a sheet each, with the heads in view and text that stays text.

A cell of a workbook has room for 32,767 characters.  A longer text is cut there, with an ellipsis, and is
whole on a sheet of its own, in pieces.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dialogue_desk.domain.model.text import printable
from dialogue_desk.exchange.csv_table import Cell, DataTable

LONGEST_CELL = 32_767
LONGEST_SHEET_NAME = 31
LONG_TEXTS = "long_texts"

_LEFT_OFF = "…"
_UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001  # the library wants it without a zone
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NARROWEST, _WIDEST = 8, 60
_LOOKED_AT = 200
"""How many rows are measured for the width of a column."""


def xlsx_bytes(tables: Sequence[DataTable]) -> bytes:
    """Return ``tables`` as a workbook; the same tables give the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _UNDATED, "author": "Dialogue Desk"})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    # The prefix keeps text that looks like a formula text, also after somebody edits the cell.
    text = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    number = book.add_format({"valign": "top"})
    long = tuple(piece for table in tables for piece in _long_texts(table))
    columns = ("sheet", "row", "column", "piece", "text")
    names: list[str] = []
    for table in (*tables, *([DataTable(LONG_TEXTS, columns, long)] if long else [])):
        names.append(sheet_name(table.name, names))
        _fill(book.add_worksheet(names[-1]), table, head, text, number)
    book.close()
    return out.getvalue()


def sheet_name(name: str, taken: Sequence[str]) -> str:
    """Return ``name`` as spreadsheets allow it: short, without their signs, and not among ``taken``."""
    plain = _NOT_IN_SHEET_NAMES.sub(" ", printable(name)).strip(" '") or "table"
    plain = f"{plain}_" if plain.casefold() == "history" else plain
    used = {one.casefold() for one in taken}
    for number in range(1, len(taken) + 2):
        end = f"_{number}" if number > 1 else ""
        candidate = plain[: LONGEST_SHEET_NAME - len(end)] + end
        if candidate.casefold() not in used:
            break
    return candidate


def _fill(sheet: Worksheet, table: DataTable, head: Format, text: Format, number: Format) -> None:
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(table.columns):
        sheet.set_column(column, column, _width(table, column))
        _write(sheet, (0, column), name, head)
    for row, cells in enumerate(table.rows, start=1):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and cell:
                _write(sheet, (row, column), cell, text)
            elif isinstance(cell, int | float):
                sheet.write_number(row, column, cell, number)
    if table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(sheet: Worksheet, place: tuple[int, int], cell: str, shown: Format) -> None:
    said = printable(cell)
    if _units(said) > LONGEST_CELL:
        said = next(_pieces(said, LONGEST_CELL - 1)) + _LEFT_OFF
    if said.startswith("<r>") and said.endswith("</r>"):
        # The library would read such a string as its own markup, and write it unescaped.
        sheet.write_rich_string(*place, said[:1], shown, said[1:], shown)
    else:
        sheet.write_string(*place, said, shown)


def _long_texts(table: DataTable) -> Iterator[tuple[Cell, ...]]:
    for row, cells in enumerate(table.rows, start=2):
        for column, cell in zip(table.columns, cells, strict=True):
            if isinstance(cell, str) and _units(printable(cell)) > LONGEST_CELL:
                for number, piece in enumerate(_pieces(printable(cell), LONGEST_CELL), start=1):
                    yield table.name, row, column, number, piece


def _pieces(text: str, most: int) -> Iterator[str]:
    """Yield ``text`` in pieces of at most ``most`` UTF-16 units, which is how spreadsheets count."""
    while text:
        end = most
        while _units(text[:end]) > most:
            end -= max(1, (_units(text[:end]) - most) // 2)
        yield text[:end]
        text = text[end:]


def _units(text: str) -> int:
    return len(text) + sum(sign > "\uffff" for sign in text) if not text.isascii() else len(text)


def _width(table: DataTable, column: int) -> int:
    cells = (table.columns[column], *(row[column] for row in table.rows[:_LOOKED_AT]))
    longest = max(len(line) for cell in cells for line in str("" if cell is None else cell).split("\n"))
    return min(max(longest + 2, _NARROWEST), _WIDEST)
