"""Tables whose columns are too narrow for words in the size of print: they are read better as lists."""

from __future__ import annotations

from dialogue_desk.domain.model.document import Bullet, Bullets, Table
from dialogue_desk.domain.model.text import one_line

_LEAST_EMS = 6.5
"""The least width of a column of words, in its own sizes: about 13 letters."""


def is_narrow(table: Table, width: float, size: float) -> bool:
    """Whether a column of words is too narrow; ``width`` is the table's, ``size`` the print's, in points.

    A table to write in is never: its cells have few words or none.
    """
    return table.lines == 1 and any(
        share * width < _LEAST_EMS * size
        for share, column in zip(table.shares, table.columns, strict=True)
        if not (column.numeric or column.narrow)
    )


def as_list(table: Table) -> Bullets:
    """Return the rows of ``table`` as items: under the name of each, a line for each cell that has words.

    A code in a narrow column before the words stands with them in the name.
    """
    named = 2 if table.columns[0].narrow and len(table.columns) > 1 else 1
    heads = [one_line(column.head) for column in table.columns[named:]]
    return Bullets(
        tuple(
            Bullet(
                " ".join(part for part in row[:named] if part),
                "\n".join(
                    [
                        *(f"{head}: {cell}" for head, cell in zip(heads, row[named:], strict=True) if cell),
                        *([note] if note else []),
                    ]
                ),
                language,
            )
            for row, note, language in table.noted_rows
        )
    )
