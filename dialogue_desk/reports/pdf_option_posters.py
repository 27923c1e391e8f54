"""Posters of options as PDF: a page each, the number as large as it can be read across a room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from dialogue_desk.domain.model.document import Document, Figures, PaperSize, Paragraph
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.pdf_sheets import canvas_of
from dialogue_desk.reports.pdf_text import PdfText
from dialogue_desk.reports.typesetting import BOLD, Typesetting

_NUMBER, _SMALL = 150.0, 13.0
_SIZES = (44.0, 38.0, 34.0, 30.0, 26.0, 22.0, 19.0, 16.0, 14.0)
"""The sizes of the words, of which the largest is taken that leaves room for dots."""
_ROOM_FOR_DOTS = 0.34
_GAP = 12.0
_ACCENT, _MUTED, _LINE = (
    HexColor(one) for one in (paper_style.ACCENT, paper_style.MUTED, paper_style.LINE_STRONG)
)


def option_posters_of(document: Document, *, paper: PaperSize = PaperSize.LETTER) -> bytes:
    """Return the posters as PDF; the same document gives the same bytes."""
    file, sheet = BytesIO(), paper_style.SHEETS[paper]
    canvas = canvas_of(document, file, sheet)
    for one in document.all_in_file:
        _draw(canvas, one, sheet)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, document: Document, sheet: tuple[float, float]) -> None:
    edge = paper_style.MARGIN
    width, top = sheet[0] - 2 * edge, sheet[1] - edge
    text = PdfText(Typesetting(), width)
    y = top
    for number, label in _figures(document):
        canvas.setFillColor(_ACCENT)
        canvas.setFont(BOLD, _NUMBER)
        y = top - 0.74 * _NUMBER
        canvas.drawString(edge, y, number)
        left = edge + canvas.stringWidth(number, BOLD, _NUMBER) + 2 * _GAP
        _draw_beside(canvas, (label, document.subtitle), (left, top, sheet[0] - edge))
        y -= 2 * _GAP
    dots = _ROOM_FOR_DOTS * sheet[1]
    room = y - edge - dots - _GAP
    said = _fitting(document, text, (width, room))
    for one in said:
        _, high = one.wrap(width, room)
        y -= high
        one.drawOn(canvas, edge, y)
        y -= one.getSpaceAfter()
    _draw_frame(canvas, document.footer, (edge, edge, width, max(y - edge - _GAP, 0)))


def _figures(document: Document) -> Iterator[tuple[str, str]]:
    for block in document.blocks:
        if isinstance(block, Figures):
            yield from block.items


def _fitting(document: Document, text: PdfText, room: tuple[float, float]) -> Sequence[Flowable]:
    said: list[Flowable] = []
    for size in _SIZES:
        said = list(_words(document, text, size))
        if sum(one.wrap(room[0], room[1])[1] + one.getSpaceAfter() for one in said) <= room[1]:
            break
    return said


def _words(document: Document, text: PdfText, size: float) -> Iterator[Flowable]:
    style = text.cell_style(size, spaceAfter=0.5 * size, fontName=BOLD)
    yield text.paragraph(document.title, style)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield text.paragraph(block.text, text.cell_style(0.82 * size, spaceAfter=0.4 * size))


def _draw_beside(canvas: Canvas, lines: Sequence[str], place: tuple[float, float, float]) -> None:
    """Draw small lines beside the number, the lowest at its foot."""
    left, top, right = place
    text = PdfText(Typesetting(), right - left)
    y = top - 0.74 * _NUMBER
    for line, size, color in reversed(tuple(zip(lines, (20.0, _SMALL), (_ACCENT, _MUTED), strict=True))):
        one = text.paragraph(line, text.cell_style(size, textColor=color))
        _, high = one.wrap(right - left, _NUMBER)
        one.drawOn(canvas, left, y)
        y += high + 4


def _draw_frame(canvas: Canvas, label: str, frame: tuple[float, float, float, float]) -> None:
    left, low, width, height = frame
    canvas.setStrokeColor(_LINE)
    canvas.setLineWidth(1.2)
    canvas.roundRect(left, low, width, height, 8)
    text = PdfText(Typesetting(), width)
    one = text.paragraph(label, text.cell_style(_SMALL, textColor=_MUTED))
    one.wrap(width - 2 * _GAP, height)
    one.drawOn(canvas, left + _GAP, low + height - 2 * _GAP)
