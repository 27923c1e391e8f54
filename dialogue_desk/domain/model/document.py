"""What is to be read, before it is on any paper: a title and a list of plain blocks.

All text is plain text.  Nothing in it is markup, in whatever paper it is printed.  Paper size and large
print are settings of the writing, not of the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import TypeAlias


class PaperSize(StrEnum):
    """The sheets that printers hold."""

    LETTER = "letter"
    A4 = "a4"


class Role(StrEnum):
    """How a paragraph speaks."""

    NORMAL = "normal"
    LEAD = "lead"
    MUTED = "muted"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading under the document's title; level 1 is the highest."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it are kept.

    ``language`` is the text's own (a BCP 47 tag) where it is not the document's, so that it is read
    aloud rightly.
    """

    text: str
    role: Role = Role.NORMAL
    language: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a list, and a quieter line beneath it, such as its spread or its circles."""

    text: str
    aside: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table.  ``width`` is its share beside the others'; numbers are set to the right."""

    head: str
    width: float = 1.0
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads.  The first column names its row.

    Raises:
        ValueError: when a row has not one cell for each column.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the columns."""
        if not self.columns:
            raise ValueError("a table needs a column")
        if any(column.width <= 0 for column in self.columns):
            raise ValueError("a column's width is more than nothing")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row needs one cell for each column")

    @property
    def shares(self) -> tuple[float, ...]:
        """Each column's part of the whole width; none is narrower than a third of an even part."""
        whole = sum(column.width for column in self.columns)
        least = 1 / (3 * len(self.columns))
        wide = [max(column.width / whole, least) for column in self.columns]
        return tuple(width / sum(wide) for width in wide)


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar: what it stands for, how long it is, and the words at its end ("24 min").

    Raises:
        ValueError: when the value is less than nothing, or no number.
    """

    label: str
    value: float
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse lengths that cannot be drawn."""
        if not isfinite(self.value) or self.value < 0:
            raise ValueError("a bar's value is a number from nothing up")

    @property
    def value_text(self) -> str:
        """The words at the bar's end: the note, or the bare number."""
        return self.note or f"{self.value:g}"


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars of one measure, longest meaning most.

    ``measure`` says what the bars count ("minutes"); ``description`` says in a sentence what there is to
    see, for people who do not see it.
    """

    title: str
    bars: tuple[ChartBar, ...]
    measure: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | BarChart | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """Something for people to read.

    ``footer`` stands on every page (the circle and the session's code); ``language`` is a BCP 47 tag.
    ``also`` is the same in other languages: it follows on paper, each from a new page.

    Raises:
        ValueError: when a heading skips a level, which leaves readers who listen without a path.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    footer: str = ""
    language: str = "en"
    translations: tuple[Document, ...] = ()

    @property
    def in_all_languages(self) -> tuple[Document, ...]:
        """This document and the same in other languages, in the order of reading."""
        return (self, *self.translations)

    def __post_init__(self) -> None:
        """Refuse headings that skip a level."""
        if any(other.translations for other in self.translations):
            raise ValueError("the same in another language has no others of its own")
        above = 0
        for block in self.blocks:
            if isinstance(block, Heading):
                if not 1 <= block.level <= min(above + 1, 3):
                    raise ValueError(f"a heading of level {block.level} cannot follow level {above}")
                above = block.level
