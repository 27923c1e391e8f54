"""Tables whose columns are too narrow for words in the size of print: they are read better as lists."""

from __future__ import annotations

from collections.abc import Iterable

from dialogue_desk.domain.model.document import Bullet, Bullets, Table
from dialogue_desk.domain.model.text import one_line

_LEAST_EMS = 6.5
"""The least width of a column of words, in its own sizes: about 13 letters."""
_BESIDE_EMS = 1.1
"""The room at both sides of a cell."""
_MOST_LETTERS = 14


def is_narrow(table: Table, width: float, size: float) -> bool:
    """Whether a column of words is too narrow; ``width`` is the table's, ``size`` the print's, in points.

    A table to write in is never: its cells have few words or none.
    """
    return table.lines == 1 and any(
        share * width < _LEAST_EMS * size
        for share, column in zip(table.shares, table.columns, strict=True)
        if not (column.numeric or column.narrow)
    )


def roomy_shares(table: Table, width: float, size: float) -> tuple[float, ...]:
    """Return the share of each column, so wide that no short word or code of it is broken, where that can be.

    ``width`` is the table's, ``size`` the print's, in points.  What a column lacks comes from the others, by
    what they have to spare.
    """
    shares = table.shares
    texts = zip((column.head for column in table.columns), *table.rows, strict=True)
    least = [min(_word_ems(column) * size / width, 1.0) for column in texts]
    spare = [max(share - needed, 0) for share, needed in zip(shares, least, strict=True)]
    lacking = sum(max(needed - share, 0) for share, needed in zip(shares, least, strict=True))
    if not lacking or lacking > sum(spare):
        return shares
    given = lacking / sum(spare)
    return tuple(
        max(share, needed) - given * over for share, needed, over in zip(shares, least, spare, strict=True)
    )


def _word_ems(texts: Iterable[str]) -> float:
    """Return how wide a column must be for its longest word, in sizes of print; an address may break."""
    words = {word for text in texts for word in text.split() if len(word) <= _MOST_LETTERS}
    return max((sum(map(_letter_ems, word)) for word in words), default=0) + _BESIDE_EMS


def _letter_ems(letter: str) -> float:
    return 0.54 if letter.islower() or not letter.isalnum() else 0.66


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
