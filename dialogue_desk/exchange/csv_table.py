"""A table, and how it is written for spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TypeAlias

Cell: TypeAlias = str | int | float | None

BOM = "\ufeff"
"""Without it, Excel on Windows takes UTF-8 for the local code page, and garbles every accent."""

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take text for a formula, which could run a command or call out."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows under the names of their columns.  ``name`` is the file's, without its ending."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_bytes(table: DataTable) -> bytes:
    """Return a table as CSV that spreadsheets read rightly: UTF-8 with a mark, no cell a formula.

    Numbers stay numbers, with a point.  Text that a spreadsheet would take for a formula gets an
    apostrophe before it; all other text is exactly as it was caught.
    """
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([guarded(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def guarded(cell: Cell) -> Cell:
    """Return what to write in a cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_BEGINS) else cell
