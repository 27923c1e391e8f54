"""A table, and its CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TypeAlias

Cell: TypeAlias = str | int | float | None

BOM = "\ufeff"
"""Without it, Excel on Windows reads UTF-8 in the local code page, and garbles every accent."""

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read text as a formula, which could run a command or call out."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows under the names of their columns.  ``name`` is the file's, without its ending."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_bytes(table: DataTable) -> bytes:
    """Return a table as CSV that spreadsheets read correctly: UTF-8 with a mark, and no formulas.

    Numbers stay numbers, with a point.  Text that a spreadsheet would read as a formula gets an
    apostrophe before it; all other text is exactly as it was typed.
    """
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([guarded(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def guarded(cell: Cell) -> Cell:
    """Return what to write in a cell so that no spreadsheet reads it as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_BEGINS) else cell
