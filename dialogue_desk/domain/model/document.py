"""A document for people to read, whatever file it becomes: a title and a list of plain blocks.

All text is plain text, and no file format reads markup in it.  Paper size and large print are options of
writing the file, not of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from math import isfinite
from typing import TypeAlias
from unicodedata import normalize

from dialogue_desk.domain.model.text import printable


class PaperSize(StrEnum):
    """The sizes of paper."""

    LETTER = "letter"
    A4 = "a4"


class Role(StrEnum):
    """How a paragraph is set."""

    NORMAL = "normal"
    LEAD = "lead"
    MUTED = "muted"
    QUOTE = "quote"
    SAID = "said"
    """What a facilitator says aloud: it is read at arm's length, while people listen."""
    STRONG = "strong"
    """A short line in bold, over what belongs to it."""


class Tone(StrEnum):
    """How one of several columns is set off from its neighbors."""

    PLAIN = "plain"
    COUNTED = "counted"
    """What people share: under a line in the color of counts."""
    DIFFERENT = "different"
    """Where people differ: under a line in another color."""
    PANEL = "panel"
    """What is asked of the reader: on a tint."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading under the document's title; level 1 is the highest.

    ``margin`` is beside it, its first line in large figures.  With ``whole``, all that is under it stays on
    one page where that leaves no page half empty.  ``topic`` is a small line above it.
    """

    text: str
    level: int = 1
    margin: str = ""
    whole: bool = False
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks in it are kept.

    ``language`` is that of the text (a BCP 47 tag) when it is not the document's, so that it is read
    aloud correctly.  ``margin`` is beside it, and says in a word what the text is for.
    """

    text: str
    role: Role = Role.NORMAL
    language: str = ""
    margin: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a list, and something smaller about it, such as its spread or its circles.

    An ``aside`` of one line is set at the end of the text, like a code; one of several lines under it.
    """

    text: str
    aside: str = ""
    language: str = ""

    @property
    def coded(self) -> bool:
        """Whether the aside is set at the end of the text."""
        return bool(self.aside) and "\n" not in self.aside


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items with bullets, or with ``boxes`` to tick by hand; ``margin`` is beside the list.

    Items are set in normal print, or as words that are said aloud.
    """

    items: tuple[Bullet, ...]
    boxes: bool = False
    margin: str = ""
    role: Role = Role.NORMAL


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table.  ``width`` is its share of the table; numbers are aligned to the right.

    A ``narrow`` column has codes, which need no room.
    """

    head: str
    width: float = 1.0
    numeric: bool = False
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads.  The first cell of a row is its name.

    ``notes`` are smaller lines under the rows, as wide as the table, and ``languages`` are those of the rows
    where they are not the document's: one for each row ("" for none), or none at all.  Rows that are
    ``lines`` high leave room to write by hand.

    Raises:
        ValueError: when a row does not have one cell for each column, or a note or language is missing.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    notes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    lines: int = 1

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table needs a column")
        if any(column.width <= 0 for column in self.columns):
            raise ValueError("a column's width is more than nothing")
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row needs one cell for each column")
        if any(each and len(each) != len(self.rows) for each in (self.notes, self.languages)):
            raise ValueError("each row has its note and its language, or none has")

    @property
    def noted_rows(self) -> tuple[tuple[tuple[str, ...], str, str], ...]:
        """Each row with the note under it and the language of both; "" for none."""
        none = ("",) * len(self.rows)
        return tuple(zip(self.rows, self.notes or none, self.languages or none, strict=True))

    @property
    def shares(self) -> tuple[float, ...]:
        """The share of the width of each column; none is narrower than a third of an even share."""
        whole = sum(column.width for column in self.columns)
        least = 1 / (3 * len(self.columns))
        wide = [max(column.width / whole, least) for column in self.columns]
        return tuple(width / sum(wide) for width in wide)


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar: its label, how long it is, and the words at its end ("24 min").

    ``tone`` says how a part of a whole is set off from the others.

    Raises:
        ValueError: when the value is below 0, infinite or NaN.
    """

    label: str
    value: float
    note: str = ""
    tone: Tone = Tone.PLAIN

    def __post_init__(self) -> None:
        if not isfinite(self.value) or self.value < 0:
            raise ValueError("a bar's value is a number from nothing up")

    @property
    def value_text(self) -> str:
        """The words at the bar's end: the note, or the bare number."""
        return self.note or f"{self.value:g}"


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars of one measure; the longest is the most.

    ``measure`` says what the bars count ("Minutes") and ``label`` what they stand for ("Part"): in files the
    two are the heads of a table.  ``description`` says the main point in a sentence, for people who do not
    see the chart.  With ``whole``, the bars are the parts of one whole: on paper they are one bar in shades.
    """

    title: str
    bars: tuple[ChartBar, ...]
    measure: str = ""
    description: str = ""
    label: str = ""
    whole: bool = False

    @property
    def heads(self) -> tuple[str, str] | None:
        """The heads of the labels and of the bars, or None when neither is named."""
        return (self.label, self.measure) if self.label or self.measure else None


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Lines to write on by hand, under what is asked for; an ``aside`` is smaller, at the end of its text."""

    count: int = 1
    text: str = ""
    aside: str = ""
    margin: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block begins on a new page."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A few large numbers beside each other, each over the words that say what was counted."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, in a sentence; ``value`` of ``whole`` is its bar, and ``count`` says so.

    ``text`` says more about it, and a ``code`` at its end where to read on.
    """

    title: str
    count: str
    value: float
    whole: float
    text: str = ""
    code: str = ""

    @property
    def share(self) -> float:
        """The part of the bar that is filled, from 0 to 1."""
        return min(1.0, self.value / self.whole) if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, in numbered sentences."""

    items: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code for cameras and scanners, with ``text`` under it; what it says stands in the document too."""

    content: str
    text: str


Beside: TypeAlias = Paragraph | Bullets | Findings | QrCode
"""What may be in a column."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of several columns: a title, with something smaller at its end, over blocks.

    ``share`` is its part of the width.
    """

    title: str
    blocks: tuple[Beside, ...]
    aside: str = ""
    tone: Tone = Tone.PLAIN
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns that are read beside each other, or one under another where a page is too narrow for them."""

    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Rings:
    """A drawing for a cover: a ring for each circle, the last in ``outline``; ``text`` says what it is."""

    count: int
    outline: int
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the document down to a ``level``, each with a link to its place."""

    level: int = 2


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Table
    | BarChart
    | WritingLines
    | PageBreak
    | Figures
    | Findings
    | Columns
    | Rings
    | QrCode
    | Contents
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document for people to read.

    ``footer`` is on every page (the circle and the session's code); ``language`` is a BCP 47 tag.
    ``following`` are others in the same file, each on a new page: the same in another language, or the next
    sheet of a set.  ``author`` and ``day`` are told by the file's properties.

    Raises:
        ValueError: when a heading skips a level, because people who listen find their way by levels.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    footer: str = ""
    language: str = "en"
    following: tuple[Document, ...] = ()
    author: str = ""
    day: date | None = None

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings, in the order of reading."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def signs(self) -> frozenset[str]:
        """Every sign of its texts, and of those that follow it, composed (NFC)."""
        return frozenset(normalize("NFC", printable("".join(_texts(self)))))

    @property
    def all_in_file(self) -> tuple[Document, ...]:
        """This document and those that follow it, in the order of reading."""
        return (self, *self.following)

    @property
    def has_cover(self) -> bool:
        """Whether it begins with a page that is looked at rather than read."""
        return bool(self.blocks) and isinstance(self.blocks[0], Rings)

    @property
    def has_margin(self) -> bool:
        """Whether something is to be set beside its blocks."""
        return any(getattr(block, "margin", "") for block in self.blocks)

    def __post_init__(self) -> None:
        if any(other.following for other in self.following):
            raise ValueError("what follows in a file has nothing that follows of its own")
        above = 0
        for block in self.blocks:
            if isinstance(block, Heading):
                if not 1 <= block.level <= min(above + 1, 3):
                    raise ValueError(f"a heading of level {block.level} cannot follow level {above}")
                above = block.level


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a document or a part of one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
