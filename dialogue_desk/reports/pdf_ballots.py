"""Ballots as PDF: as many on a page as fit and can be read, with dashed lines between them to cut along."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer
from reportlab.platypus import Table as Grid

from dialogue_desk.domain.model.document import Document, PaperSize, Paragraph, Table
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.forum_papers import BOX
from dialogue_desk.reports.pdf_sheets import canvas_of, cut_to_sheets, height_of
from dialogue_desk.reports.pdf_text import PdfText
from dialogue_desk.reports.typesetting import BOLD, Typesetting

_SEVERAL = (12.0, 11.0, 10.5)
_ALONE = (13.0, 12.0, 11.0, 10.5, 10.0, 9.5)
_SEVERAL_LARGE, _ALONE_LARGE = (18.0,), (20.0, 18.0)
"""The sizes of type of ballots that share a page, and of one that has a page, the largest first."""
_LONG, _LONG_LARGE = 11.0, 18.0
"""The size of one that is longer than a page."""
_MOST_ON_A_PAGE, _IN_A_ROW = 4, 5
_EDGE = 30.0
_ACCENT, _MUTED, _LINE, _INK = (
    HexColor(one) for one in (paper_style.ACCENT, paper_style.MUTED, paper_style.LINE_STRONG, paper_style.INK)
)


def ballots_pdf_of(document: Document, *, paper: PaperSize = PaperSize.LETTER, large: bool = False) -> bytes:
    """Return a ballot as PDF, repeated down the page where it is short; the same document, the same bytes.

    One that is longer than a page goes on on the next.
    """
    file, sheet = BytesIO(), paper_style.SHEETS[paper]
    canvas = canvas_of(document, file, sheet)
    _draw(canvas, document, sheet, large=large)
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, document: Document, sheet: tuple[float, float], *, large: bool) -> None:
    width = sheet[0] - 2 * _EDGE
    several, alone = (_SEVERAL_LARGE, _ALONE_LARGE) if large else (_SEVERAL, _ALONE)
    for count in range(_MOST_ON_A_PAGE, 0, -1):
        room = sheet[1] / count - 2 * _EDGE
        for size in several if count > 1 else alone:
            if height_of(_Ballot(document, width, size).story(), width) <= room:
                for place in range(count):
                    top = sheet[1] - place * sheet[1] / count
                    _draw_story(canvas, _Ballot(document, width, size).story(), width, top - _EDGE)
                    if place:
                        _draw_cut(canvas, top, sheet[0])
                canvas.showPage()
                return
    _draw_long(canvas, _Ballot(document, width, _LONG_LARGE if large else _LONG).story(), sheet)


def _draw_story(canvas: Canvas, story: Sequence[Flowable], width: float, top: float) -> None:
    for one in story:
        _, high = one.wrap(width, 10_000)
        top -= high
        one.drawOn(canvas, _EDGE, top)
        top -= one.getSpaceAfter()


def _draw_long(canvas: Canvas, story: Sequence[Flowable], sheet: tuple[float, float]) -> None:
    width, room = sheet[0] - 2 * _EDGE, sheet[1] - 2 * _EDGE
    for page in cut_to_sheets(story, width, room):
        _draw_story(canvas, page, width, sheet[1] - _EDGE)
        canvas.showPage()


def _draw_cut(canvas: Canvas, y: float, width: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(_LINE)
    canvas.setLineWidth(0.8)
    canvas.setDash(4, 4)
    canvas.line(0, y, width, y)
    canvas.restoreState()


class _Boxes(Flowable):  # type: ignore[misc]  # reportlab has no types
    """So many boxes to fill in, five in a row."""

    def __init__(self, count: int, size: float) -> None:
        super().__init__()
        self._count, self._side, self._gap = count, 1.1 * size, 0.45 * size
        self._across = min(count, _IN_A_ROW)
        self._rows = -(-count // _IN_A_ROW)
        self.width = self._across * (self._side + self._gap)
        self.height = self._rows * self._side + (self._rows - 1) * self._gap

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return how wide and high it is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes, the first row on top."""
        self.canv.setStrokeColor(_INK)
        self.canv.setLineWidth(0.9)
        for place in range(self._count):
            row, column = divmod(place, _IN_A_ROW)
            y = self.height - self._side - row * (self._side + self._gap)
            self.canv.rect(column * (self._side + self._gap), y, self._side, self._side)


class _Ballot:
    """Sets one ballot for ``width`` points of room in type of one size."""

    def __init__(self, document: Document, width: float, size: float) -> None:
        self._document, self._width, self._size = document, width, size
        self._text = PdfText(Typesetting(), width)

    def story(self) -> list[Flowable]:
        """Return what is on a ballot, from the top."""
        size = self._size
        made = [self._line(self._document.title, 1.4 * size, fontName=BOLD, textColor=_ACCENT)]
        if self._document.subtitle:
            made.append(self._line(self._document.subtitle, 0.8 * size, textColor=_MUTED))
        for block in self._document.blocks:
            match block:
                case Paragraph():
                    made.append(self._line(block.text, size))
                case Table():
                    made += [Spacer(0, 0.2 * size), self._options(block)]
                case _:
                    raise ValueError(f"a {type(block).__name__} has no place on a ballot")
        made += [Spacer(0, 0.4 * size), self._line(self._document.footer, 0.8 * size, textColor=_MUTED)]
        return made

    def _options(self, table: Table) -> Flowable:
        size = self._size
        numbers, boxes = 3.2 * size, self._boxes_width(table)
        texts = self._width - numbers - boxes
        rows = [
            [
                self._cell(number, 1.25 * size, fontName=BOLD),
                self._cell(text, size),
                self._dots(dots),
            ]
            for number, text, dots in table.rows
        ]
        style = [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 0.2 * size),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.28 * size),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("LINEABOVE", (0, 0), (-1, -1), 0.6, _LINE),
            ("LINEBELOW", (0, -1), (-1, -1), 0.6, _LINE),
        ]
        return Grid(rows, [numbers, texts, boxes], hAlign="LEFT", style=style)

    def _boxes_width(self, table: Table) -> float:
        """Return the room for the boxes of an option, or for a number written by hand."""
        most = max((row[-1].count(BOX) for row in table.rows), default=0)
        return _Boxes(most, self._size).width + 12 if most else 7 * self._size

    def _dots(self, cell: str) -> Flowable:
        boxes = cell.count(BOX)
        return _Boxes(boxes, self._size) if boxes else self._cell(cell, 1.25 * self._size)

    def _line(self, text: str, size: float, **changes: object) -> Flowable:
        style = self._text.cell_style(size, **({"spaceAfter": 0.25 * size} | changes))
        return self._text.paragraph(text, style)

    def _cell(self, text: str, size: float, **changes: object) -> Flowable:
        return self._text.paragraph(text, self._text.cell_style(size, **changes))
