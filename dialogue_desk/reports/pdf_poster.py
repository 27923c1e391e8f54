"""A document as a PDF that is read standing: large numbers in a grid, and a question in large type.

Rows of a table that begin with a number become cells of the grid; all else is set as lines of text.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, KeepTogether, SimpleDocTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Table as Grid

from dialogue_desk.domain.model.document import (
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
from dialogue_desk.reports.pdf_text import PdfText
from dialogue_desk.reports.typesetting import BOLD, REGULAR, Typesetting, register_fonts

NUMBER, SEATS, QUESTION = 40, 30, 22
"""The sizes of a group's number, of the seats in few groups, and of the question, in points."""
_FEW = 8
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
    pages.build(list(_Poster(width - 2 * margin - 12).story(document)))
    return file.getvalue()


class _Poster:
    """Sets a document for pages that have ``width`` points of room."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._text = PdfText(Typesetting(), width)

    def story(self, document: Document) -> Iterator[Flowable]:
        """Yield what is on the pages, from the top."""
        yield self._line(document.title, QUESTION, fontName=BOLD, textColor=_ACCENT)
        yield self._line(document.subtitle, _SMALL, textColor=_MUTED)
        heading: list[Flowable] = []
        for block in document.blocks:
            match block:
                case Heading():
                    heading = [Spacer(0, _TEXT), self._line(block.text, _TEXT, fontName=BOLD)]
                    continue
                case Paragraph():
                    size = QUESTION if block.role is Role.LEAD else _SMALL
                    made: list[Flowable] = [Spacer(0, size / 2), self._line(block.text, size)]
                case Table() if _is_grid(block):
                    made = [Spacer(0, _TEXT / 2), *self._grid(block)]
                case Table():
                    made = [self._line(" \u00b7 ".join(row), _TEXT) for row in block.rows]
                case PageBreak():
                    made = [NewPage()]
                case _:
                    raise ValueError(f"a {type(block).__name__} has no place on a poster")
            yield from ([KeepTogether([*heading, made[0]]), *made[1:]] if heading else made)
            heading = []

    def _line(self, text: str, size: float, **changes: object) -> Flowable:
        return self._text.paragraph(text, self._text.cell_style(size, **({"spaceAfter": size / 4} | changes)))

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
