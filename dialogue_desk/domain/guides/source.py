"""A document as it was read: its lines in their order, and what was to be said about the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RemarkKind(StrEnum):
    """What a person should know about a document, or about the guide that was made of it."""

    MACROS = "macros"
    OUTSIDE = "outside"
    COMMENTS = "comments"
    CONTENTS = "contents"
    PAGES_WITHOUT_TEXT = "pages without text"
    PAGE_NUMBERS = "page numbers"
    OLD_LETTERS = "old letters"
    NO_PARTS = "no parts"
    MINUTES_GUESSED = "minutes guessed"
    MINUTES_DIFFER = "minutes differ"
    MINUTES_TOO_MANY = "minutes too many"
    PEOPLE_GUESSED = "people guessed"
    TIMES_OF_DAY = "times of day"


@dataclass(frozen=True, slots=True)
class Remark:
    """One such thing: the line it is about (0: the whole document), and a title and figures if it has any."""

    kind: RemarkKind
    number: int = 0
    title: str = ""
    figure: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line or paragraph, and how it looks.

    ``number`` counts lines of text files and paragraphs of others.  ``heading`` is the level that the
    document's own styles give it, 0 for ordinary text.  ``apart`` is a quote, a shaded box or the like;
    ``cells`` makes it a row of the table with the number ``table``.
    """

    number: int
    text: str
    heading: int = 0
    title: bool = False
    bold: bool = False
    listed: bool = False
    apart: bool = False
    table: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """All lines of a document that have any text."""

    lines: tuple[SourceLine, ...]
    remarks: tuple[Remark, ...] = ()
