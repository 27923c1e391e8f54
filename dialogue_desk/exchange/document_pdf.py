"""Reads the text of a PDF, page by page: lines with the size and weight of their letters.

A PDF has no headings, only large and bold letters; sizes above that of most of the text become levels.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import count, pairwise
from typing import TYPE_CHECKING, TypeAlias

from dialogue_desk.domain.guides.labels import labelled
from dialogue_desk.domain.guides.source import Remark, RemarkKind, SourceDocument
from dialogue_desk.exchange.document_plain import BULLET, RawLine, is_page_number, joined_lines
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.exchange.limits import MIB

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_Matrix: TypeAlias = Sequence[float]

MOST_PAGES = 300
MOST_CONTENT = 2 * MIB
"""Bytes of drawing on one page; a page of text takes a hundredth of that."""
MOST_STEPS = 200_000
"""Steps of drawing in the whole file, a few thousand to a page; a kilobyte can ask for billions."""
MOST_LETTERS = 2_000_000

_HEAVY = re.compile("bold|black|heavy", re.IGNORECASE)
_LARGER = 1.12
"""From so many times the usual size on, letters are those of a heading."""
_LINES_APART = 1.9
"""Lines of a paragraph are closer than so many times their size."""
_LETTER_WIDTH = 0.62
"""Of its size, more than a letter takes on average."""
_GAP = 2.0
"""Sizes; words of one line are closer to each other."""
_COLUMN = 14.0
"""Points; what begins less far to the right is no cell of its own."""
_MOST_CELL_LINES = 6
_SHORT = 0.6
"""A line of a cell that is shorter than this much of the longest one ends a paragraph."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line on a page, where it begins, and how its letters look.  ``y`` grows upward."""

    text: str
    size: float
    bold: bool
    page: int
    x: float
    y: float


def read_pdf(data: bytes, most_steps: int = MOST_STEPS) -> SourceDocument:
    """Read the text of a PDF.

    Raises:
        DocumentRefused: it is locked, scanned, damaged or larger than a guide.
    """
    from pypdf import PdfReader  # noqa: PLC0415  # costly, and most starts read none
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    # What pypdf notes of a file is for developers, and would stand between our sentences.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentRefused(Trouble.LOCKED)
        pages = _pages(reader, most_steps)
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise DocumentRefused(Trouble.DAMAGED, type(error).__name__) from error
    if not any(line.text.strip() for page in pages for line in page):
        raise DocumentRefused(Trouble.SCANNED if pages else Trouble.EMPTY)
    kept, dropped = _without_margins(pages)
    blank = sum(not page for page in pages)
    remarks = [Remark(RemarkKind.PAGE_NUMBERS)] if dropped else []
    if blank:
        remarks.append(Remark(RemarkKind.PAGES_WITHOUT_TEXT, figure=blank))
    bold = sum(len(line.text) for line in kept if line.bold) * 2 < sum(len(line.text) for line in kept)
    return SourceDocument(tuple(joined_lines(_raw(_rows(kept), _levels(kept), bold=bold))), tuple(remarks))


def _pages(reader: PdfReader, most_steps: int) -> list[list[_Printed]]:
    if len(reader.pages) > MOST_PAGES:
        raise DocumentRefused(Trouble.TOO_LARGE, "too many pages")
    pages: list[list[_Printed]] = []
    letters = 0
    steps = count(1)

    def step(*_: object) -> None:
        if next(steps) > most_steps:
            raise DocumentRefused(Trouble.TOO_LARGE, "too many steps of drawing")

    for page in reader.pages:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > MOST_CONTENT:
            raise DocumentRefused(Trouble.TOO_LARGE, "too much on a page")
        pages.append(_printed(page, len(pages), step))
        letters += sum(len(line.text) for line in pages[-1])
        if letters > MOST_LETTERS:
            raise DocumentRefused(Trouble.TOO_LARGE, "too many letters")
    return pages


def _printed(page: PageObject, number: int, step: Callable[..., None]) -> list[_Printed]:
    """Return the lines of a page, each with the size and weight that most of its letters have."""
    lines: list[_Printed] = []
    letters: list[_Printed] = []

    def seen(
        text: str, outer: _Matrix, inner: _Matrix, font: Mapping[str, object] | None, size: float
    ) -> None:
        scale = abs(inner[3] or inner[1]) * (abs(outer[3]) or 1.0)
        look = (
            round(size * scale, 1),
            bool(_HEAVY.search(str((font or {}).get("/BaseFont", "")))),
            number,
            inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
            inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
        )
        first, *others = text.split("\n")
        letters.append(_Printed(first, *look))
        for other in others:
            lines.extend(_line_of(letters))
            letters[:] = [_Printed(other, *look)]

    page.extract_text(visitor_operand_before=step, visitor_text=seen)
    return [*lines, *_line_of(letters)]


def _line_of(letters: Sequence[_Printed]) -> Iterator[_Printed]:
    """Yield the line that pieces of text make, or several where a wide gap parts them, as cells have it."""
    line: list[_Printed] = []
    end = 0.0
    for piece in letters:
        if not piece.text.strip():
            line.append(piece)
            continue
        if end and piece.x > end + piece.size * _GAP:
            yield from _whole(line)
            line, end = [], 0.0
        # Pieces that follow one another may all tell where the first of them began.
        end = max(end, piece.x) + len(piece.text.strip()) * piece.size * _LETTER_WIDTH
        line.append(piece)
    yield from _whole(line)


def _whole(letters: Sequence[_Printed]) -> Iterator[_Printed]:
    filled = [piece for piece in letters if piece.text.strip()]
    if not filled:
        return
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    for piece in filled:
        sizes[piece.size] += len(piece.text)
        weights[piece.bold] += len(piece.text)
    yield replace(
        filled[0],
        text=" ".join("".join(piece.text for piece in letters).split()),
        size=max(sizes, key=sizes.__getitem__),
        bold=weights[True] > weights[False],
    )


def _without_margins(pages: Sequence[Sequence[_Printed]]) -> tuple[list[_Printed], bool]:
    """Return all lines without page numbers, and each line that pages repeat at their edge only once."""
    edges = Counter(edge for page in pages for edge in {_edge(line) for line in (*page[:2], *page[-2:])})
    repeated = {edge for edge, count in edges.items() if count > 1 and count * 2 >= len(pages)}
    kept: list[_Printed] = []
    seen: set[str] = set()
    for page in pages:
        for place, line in enumerate(page):
            at_edge = place < 2 or place >= len(page) - 2
            if at_edge and is_page_number(line.text) and (len(pages) > 1 or not line.text.isdecimal()):
                continue
            if at_edge and _edge(line) in repeated and _edge(line) in seen:
                continue
            seen.add(_edge(line))
            kept.append(line)
    return kept, len(kept) < sum(map(len, pages))


def _edge(line: _Printed) -> str:
    """Return what is the same of a line that stands on every page, whatever page it is."""
    return f"{re.sub(r'[0-9]+', '0', line.text)} at {round(line.y)}"


_Row: TypeAlias = list[list[_Printed]]
"""Cells beside each other, each with its lines.  Most rows are one line of one cell."""


def _rows(lines: Sequence[_Printed]) -> list[_Row]:
    """Put beside each other what is printed beside each other, as the cells of a table are."""
    rows: list[_Row] = []
    for line in lines:
        beside = _beside(rows, line)
        if beside is not None:
            below = [one for row in rows[beside + 1 :] for cell in row for one in cell]
            rows[beside][-1] += below
            del rows[beside + 1 :]
            rows[beside].append([line])
        elif rows and _goes_on(rows[-1], line):
            rows[-1][-1].append(line)
        else:
            rows.append([[line]])
    return rows


def _beside(rows: Sequence[_Row], line: _Printed) -> int | None:
    """Return the row in which a line begins the next cell; the lines after that row are of its last cell."""
    for place in range(len(rows) - 1, max(-1, len(rows) - 1 - _MOST_CELL_LINES), -1):
        row = rows[place]
        first, last = row[0][0], row[-1][0]
        if first.page != line.page:
            return None
        if abs(first.y - line.y) < line.size * 0.7 and line.x > last.x + _COLUMN:
            return place
        if len(row) > 1:
            return None
    return None


def _goes_on(row: _Row, line: _Printed) -> bool:
    """Whether a line is the next one in the last of several cells."""
    before = row[-1][-1]
    return (
        len(row) > 1
        and before.page == line.page
        and abs(row[-1][0].x - line.x) < _COLUMN / 2
        and 0 < before.y - line.y < line.size * _LINES_APART
    )


def _raw(rows: Sequence[_Row], levels: Mapping[float, int], *, bold: bool) -> Iterator[RawLine]:
    """Yield the lines and rows.  ``bold`` means that bold letters are something special in this document."""
    before: _Printed | None = None
    table = 0
    for number, row in enumerate(rows, 1):
        # A bullet may be of another size than the words after it.
        bulleted = len(row) > 1 and BULLET.match(f"{row[0][0].text} x")
        line = row[1][0] if bulleted else row[0][0]
        cells = tuple(_joined(cell) for cell in row)
        neighbors = [rows[place] for place in (number - 2, number) if 0 <= place < len(rows)]
        if len(cells) > 1 and not bulleted and any(len(other) > 1 for other in neighbors):
            table += 1 if number == 1 or len(rows[number - 2]) == 1 else 0
            yield RawLine(number, " – ".join(cells), table=table + 1, cells=cells)
            before = None
            continue
        other = before is None or (line.size, line.bold) != (before.size, before.bold)
        apart = (
            before is not None and before.page == line.page and before.y - line.y > line.size * _LINES_APART
        )
        yield RawLine(
            number,
            " ".join(cells),
            heading=levels.get(line.size, 0),
            bold=line.bold and bold,
            after_gap=other or apart,
        )
        before = row[-1][-1]


def _joined(cell: Sequence[_Printed]) -> str:
    """Return the text of a cell, with a line end where the text did not simply reach the edge."""
    longest = max(len(line.text) for line in cell)
    made = cell[0].text
    for before, line in pairwise(cell):
        short = len(before.text) < longest * _SHORT and line.text[:1].isupper()
        ended = before.text.endswith(("?", ".", "!", ":"))
        begins = short or ended or BULLET.match(line.text) or labelled(line.text)
        made += ("\n" if begins else " ") + line.text
    return made


def _levels(lines: Sequence[_Printed]) -> dict[float, int]:
    """Return the level of each size of letters that is larger than the usual."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    usual = max(sizes, key=sizes.__getitem__)
    larger = sorted((size for size in sizes if size >= usual * _LARGER), reverse=True)
    return {size: min(level, 6) for level, size in enumerate(larger, 1)}
