"""A document as a PDF that is read standing: large numbers in a grid, and lines in large type.

Rows of a table that begin with a number become cells of the grid; all else is set as lines of text.  The
items of a list are as large as one page allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, KeepTogether, SimpleDocTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as Grid

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullets,
    Document,
    Heading,
    PageBreak,
    PaperSize,
    Paragraph,
    Role,
    Table,
)
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.pdf_grids import BarFlowable
from dialogue_desk.reports.pdf_text import PdfText, held_at_end
from dialogue_desk.reports.pdf_words import Text
from dialogue_desk.reports.typesetting import BOLD, REGULAR, Typesetting, register_fonts

NUMBER, SEATS, QUESTION = 40, 30, 22
"""The sizes of a group's number, of the seats in few groups, and of the question, in points."""
LINES = (36, 32, 28, 24, 20, 18, 16, 14)
"""The sizes of the items of a list, of which the largest is taken that leaves all on one page."""
_FEW = 8
_TITLE_OF_LINES = 44
_TEXT, _SMALL = 15, 13
_NUMBER_WIDTH = 1.45 * NUMBER
_ACCENT, _MUTED, _LINE = (
    HexColor(one) for one in (paper_style.ACCENT, paper_style.MUTED, paper_style.LINE_STRONG)
)


def poster_of(document: Document, *, paper: PaperSize = PaperSize.LETTER) -> bytes:
    """Return ``document`` as PDF; the same document gives the same bytes."""
    register_fonts()
    file, (width, height), margin = BytesIO(), paper_style.SHEETS[paper], paper_style.MARGIN
    pages = SimpleDocTemplate(
        file,
        pagesize=(width, height),
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=margin,
        title=one_line(document.title),
        creator="Dialogue Desk",
        producer="Dialogue Desk",
        lang=document.language,
        displayDocTitle=True,
        invariant=True,
        initialFontName=REGULAR,
    )
    # A frame of reportlab keeps six points free on each side.
    room = width - 2 * margin - 12, height - 2 * margin - 12
    pages.build([flowable for one in document.all_in_file for flowable in _on_pages(one, *room)])
    return file.getvalue()


def _on_pages(document: Document, width: float, height: float) -> Iterator[Flowable]:
    """Yield a document on pages of its own; one with a list in lines as large as one page allows."""
    if not any(isinstance(block, Bullets) for block in document.blocks):
        yield from _Poster(width).story(document)
    else:
        for size in LINES:
            story = list(_Poster(width, size).story(document))
            if sum(one.wrap(width, height)[1] + one.getSpaceAfter() for one in story) <= height:
                break
        yield from story
    yield NewPage()


class _Poster:
    """Sets a document for pages that have ``width`` points of room; the items of lists in ``lines``."""

    def __init__(self, width: float, lines: float = 0) -> None:
        self._width, self._lines = width, lines
        self._text = PdfText(Typesetting(), width)

    def story(self, document: Document) -> Iterator[Flowable]:
        """Yield what is on the pages, from the top."""
        title = min(_TITLE_OF_LINES, 1.3 * self._lines) if self._lines else QUESTION
        yield self._line(held_at_end(document.title), title, fontName=BOLD, textColor=_ACCENT)
        yield self._line(document.subtitle, _SMALL, textColor=_MUTED)
        heading: list[Flowable] = []
        for block in document.blocks:
            if isinstance(block, Heading):
                size = max(_TEXT, self._lines)
                heading = [Spacer(0, size / 2), self._line(block.text, size, fontName=BOLD)]
            else:
                yield from self._under(heading, self._block(block))
                heading = []

    def _block(self, block: Block) -> list[Flowable]:
        match block:
            case Paragraph():
                size = QUESTION if block.role is Role.LEAD else _SMALL
                after = 2 * size if self._lines else size / 4
                return [Spacer(0, size / 2), self._line(block.text, size, spaceAfter=after)]
            case Bullets():
                return [self._item(item.text) for item in block.items]
            case BarChart():
                return [self._bars(block)]
            case Table() if _is_grid(block):
                return [Spacer(0, _TEXT / 2), *self._grid(block)]
            case Table():
                return [self._line(" \u00b7 ".join(row), _TEXT) for row in block.rows]
            case PageBreak():
                return [NewPage()]
        raise ValueError(f"a {type(block).__name__} has no place on a poster")

    def _bars(self, chart: BarChart) -> Flowable:
        size = max(_SMALL, 0.6 * self._lines)
        longest = max((bar.value for bar in chart.bars), default=0) or 1
        rows = [
            [
                self._line(bar.label, size, spaceAfter=0),
                BarFlowable(
                    0.45 * self._width * bar.value / longest,
                    self._line(bar.value_text, size, fontName=BOLD, spaceAfter=0),
                ),
            ]
            for bar in chart.bars
        ]
        padding = [(f"{edge}PADDING", (0, 0), (-1, -1), 0.12 * size) for edge in ("TOP", "BOTTOM", "LEFT")]
        return Grid(rows, [0.42 * self._width, 0.58 * self._width], hAlign="LEFT", style=padding)

    def _under(self, heading: list[Flowable], made: list[Flowable]) -> Iterator[Flowable]:
        """Yield what is under a heading, with it; on a poster of one page nothing can be torn apart."""
        if heading and not self._lines:
            yield KeepTogether([*heading, made[0]])
            yield from made[1:]
        else:
            yield from (*heading, *made)

    def _line(self, text: str, size: float, **changes: object) -> Text:
        return self._text.paragraph(text, self._text.cell_style(size, **({"spaceAfter": size / 4} | changes)))

    def _item(self, text: str) -> Flowable:
        size = self._lines
        style = self._text.cell_style(
            size,
            leftIndent=size,
            spaceAfter=0.45 * size,
            bulletIndent=2,
            bulletFontSize=size,
            bulletColor=_ACCENT,
        )
        made = self._text.paragraph(text, style)
        made.bulletText = "\u2022"
        return made

    def _grid(self, table: Table) -> Iterator[Flowable]:
        few = len(table.rows) <= _FEW and len(table.columns) == 2
        across, size = (2, SEATS) if few else (3, QUESTION)
        cells: list[Flowable | str] = []
        for number, *rest in table.rows:
            cells += [
                self._line(number, NUMBER, fontName=BOLD, textColor=_ACCENT, spaceAfter=0),
                self._line(_said(table, rest), size, spaceAfter=0),
            ]
        cells += [""] * (-len(cells) % (2 * across))
        rows = [cells[start : start + 2 * across] for start in range(0, len(cells), 2 * across)]
        wide = self._width / across
        boxes = [
            ("BOX", (2 * place, row), (2 * place + 1, row), 1, _LINE)
            for row in range(len(rows))
            for place in range(across)
            if rows[row][2 * place]
        ]
        style = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("BOTTOMPADDING", (0, 0), (-1, -1), 10), *boxes]
        yield Grid(rows, [_NUMBER_WIDTH, wide - _NUMBER_WIDTH] * across, style=style)
        if table.caption:
            yield self._line(table.caption, _SMALL, textColor=_MUTED)


def _is_grid(table: Table) -> bool:
    return all(row[0].isdecimal() for row in table.rows)


def _said(table: Table, cells: list[str]) -> str:
    """Return the cells of a row beside its number, each with its head where they are not all of one kind."""
    if len(cells) == 1:
        return cells[0]
    if all(column.numeric for column in table.columns[1:]):
        return " \u00b7 ".join(cells)
    heads = (column.head for column in table.columns[1:])
    return "\n".join(f"{head} {cell}" for head, cell in zip(heads, cells, strict=True))
