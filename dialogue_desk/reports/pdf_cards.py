"""A document as cards to cut out: each of its highest headings begins one, two or four to a page by length.

What is cut are dashed lines, with scissors drawn at their ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from dialogue_desk.domain.model.document import (
    Block,
    Bullets,
    Document,
    Heading,
    PaperSize,
    Paragraph,
    Role,
    WritingLines,
)
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.pdf_flowables import Rule
from dialogue_desk.reports.pdf_sheets import canvas_of, cut_to_sheets, height_of
from dialogue_desk.reports.pdf_text import PdfText
from dialogue_desk.reports.typesetting import BOLD, Typesetting

_BULLETED = {"bulletIndent": 1, "bulletColor": HexColor(paper_style.ACCENT)}
_INSIDE, _OUTSIDE, _FOOT = 22.0, 34.0, 20.0
"""The room from a cut, from the edge of the sheet and for the line at the foot, in points."""
_SIZES = (18, 16, 14, 13, 12)
_LARGE = (24, 22, 20, 18)
"""The sizes of type, from which a set of cards gets the largest that fits."""
_SMALL = 9.0
_SCISSORS = 9.0
_ACCENT, _MUTED, _LINE = (
    HexColor(one) for one in (paper_style.ACCENT, paper_style.MUTED, paper_style.LINE_STRONG)
)


@dataclass(frozen=True, slots=True)
class _Grid:
    """How many cards are side by side and one under another."""

    across: int
    down: int

    def cell(self, sheet: tuple[float, float]) -> tuple[float, float]:
        """Return the width and height of a card, with its edges."""
        return sheet[0] / self.across, sheet[1] / self.down


_QUARTERS, _HALVES, _WHOLE = _Grid(2, 2), _Grid(1, 2), _Grid(1, 1)


@dataclass(frozen=True, slots=True)
class _Card:
    """The blocks of a card, and the line at its foot."""

    blocks: tuple[Block, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class _Face:
    """A card that is set: what is on it from the top, and the line at its foot."""

    flowables: tuple[Flowable, ...]
    foot: str


def cards_pdf_of(document: Document, *, paper: PaperSize = PaperSize.LETTER, large: bool = False) -> bytes:
    """Return ``document`` as PDF with cards; the same document gives the same bytes.

    Cards of one set have one size, the smallest in which all fit; a card that is longer than half a sheet
    has a sheet of its own, or goes on on the next.  When these are most, all have.
    """
    file, sheet = BytesIO(), paper_style.SHEETS[paper]
    canvas = canvas_of(document, file, sheet)
    for edition in document.all_in_file:
        for grid, faces in _pages(list(_cards(edition)), sheet, large=large):
            _draw_page(canvas, grid, faces, sheet)
    canvas.save()
    return file.getvalue()


def _cards(document: Document) -> Iterator[_Card]:
    begun: list[Block] = []
    foot = one_line(document.footer)
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1 and begun:
            yield _Card(tuple(begun), foot)
            begun = []
        begun.append(block)
    if begun:
        yield _Card(tuple(begun), foot)


def _pages(
    cards: list[_Card], sheet: tuple[float, float], *, large: bool
) -> Iterator[tuple[_Grid, list[_Face]]]:
    """Yield the pages of a set in the order of its cards, each with its grid."""
    sizes = _LARGE if large else _SIZES
    fits = {card: partial(_fitting, card, sheet=sheet) for card in cards}
    small = [card for card in cards if fits[card](_HALVES, size=sizes[-1])]
    if 2 * len(small) <= len(cards):
        small = []
    long = [card for card in cards if card not in small]
    whole = next((one for one in sizes if all(fits[card](_WHOLE, size=one) for card in long)), sizes[-1])
    grid, size = next(
        (
            (grid, size)
            for grid in (_QUARTERS, _HALVES)
            for size in sizes
            if all(fits[card](grid, size=size) for card in small)
        ),
        (_HALVES, sizes[-1]),
    )
    waiting: list[_Face] = []
    for card in cards:
        if card in small:
            waiting.append(_set(card, grid, sheet, size))
            if len(waiting) == grid.across * grid.down:
                yield grid, waiting
                waiting = []
            continue
        if waiting:
            yield grid, waiting
            waiting = []
        for face in _cut(_set(card, _WHOLE, sheet, whole), sheet):
            yield _WHOLE, [face]
    if waiting:
        yield grid, waiting


def _room(grid: _Grid, sheet: tuple[float, float]) -> tuple[float, float]:
    """Return the width and height for the words of a card."""
    width, height = grid.cell(sheet)
    edges = _INSIDE + _OUTSIDE
    wide = 2 * _OUTSIDE if grid.across == 1 else edges
    high = 2 * _OUTSIDE if grid.down == 1 else edges
    return width - wide, height - high - _FOOT


def _fitting(card: _Card, grid: _Grid, *, sheet: tuple[float, float], size: float) -> bool:
    width, height = _room(grid, sheet)
    return height_of(_set(card, grid, sheet, size).flowables, width) <= height


def _set(card: _Card, grid: _Grid, sheet: tuple[float, float], size: float) -> _Face:
    width, _ = _room(grid, sheet)
    return _Face(tuple(_Setting(width, size).all_of(card.blocks)), card.foot)


def _cut(face: _Face, sheet: tuple[float, float]) -> Iterator[_Face]:
    """Yield a card that is longer than a sheet in pieces, each for a sheet of its own."""
    width, height = _room(_WHOLE, sheet)
    yield from (_Face(piece, face.foot) for piece in cut_to_sheets(face.flowables, width, height))


class _Setting:
    """Sets the blocks of cards that have ``width`` points of room in type of one size."""

    def __init__(self, width: float, size: float) -> None:
        self._width, self._size = width, size
        self._text = PdfText(Typesetting(), width)

    def all_of(self, blocks: tuple[Block, ...]) -> Iterator[Flowable]:
        """Yield what is on a card, from the top; a label that is muted comes before its heading."""
        blocks = tuple(sorted(blocks[:2], key=_is_heading)) + blocks[2:]
        for block in blocks:
            match block:
                case Heading():
                    yield from self._lines(block.text, 1.2 * self._size, fontName=BOLD, textColor=_ACCENT)
                case Paragraph():
                    yield from self._paragraph(block)
                case Bullets():
                    yield from self._label(block.margin)
                    for item in block.items:
                        yield from self._lines(item.text, self._size, leftIndent=self._size, bullet="\u2022")
                case WritingLines():
                    yield from self._lines(block.text, self._size, spaceAfter=0) if block.text else ()
                    yield from self._paragraph(Paragraph(block.aside, Role.MUTED)) if block.aside else ()
                    yield from (Rule(self._width, 1.9 * self._size) for _ in range(block.count))
                    yield Spacer(0, 0.5 * self._size)
                case _:
                    raise ValueError(f"a {type(block).__name__} has no place on a card")

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Flowable]:
        yield from self._label(paragraph.margin)
        if paragraph.role is Role.MUTED:
            yield from self._lines(paragraph.text, self._label_size, textColor=_MUTED)
        else:
            yield from self._lines(paragraph.text, self._size)

    def _label(self, text: str) -> Iterator[Flowable]:
        if text:
            yield from self._lines(text, self._label_size, fontName=BOLD, textColor=_MUTED, spaceAfter=1)

    @property
    def _label_size(self) -> float:
        return max(0.75 * self._size, min(self._size, 11))

    def _lines(
        self, text: str, size: float, *, bullet: str | None = None, **changes: object
    ) -> Iterator[Flowable]:
        style = self._text.cell_style(
            size, **(_BULLETED | {"spaceAfter": 0.4 * size, "bulletFontSize": size} | changes)
        )
        yield from self._text.paragraphs(text, style, bullet=bullet)


def _is_heading(block: Block) -> bool:
    return isinstance(block, Heading) or not (isinstance(block, Paragraph) and block.role is Role.MUTED)


def _draw_page(canvas: Canvas, grid: _Grid, faces: list[_Face], sheet: tuple[float, float]) -> None:
    width, height = grid.cell(sheet)
    room = _room(grid, sheet)
    for place, face in enumerate(faces):
        row, column = divmod(place, grid.across)
        left = column * width + (_OUTSIDE if column == 0 else _INSIDE)
        top = sheet[1] - row * height - (_OUTSIDE if row == 0 else _INSIDE)
        _draw_face(canvas, face, (left, top), room)
    canvas.setStrokeColor(_LINE)
    canvas.setLineWidth(0.8)
    canvas.setDash(4, 4)
    if grid.down > 1:
        canvas.line(0, height, sheet[0], height)
    if grid.across > 1:
        canvas.line(width, 0, width, sheet[1])
    canvas.setDash()
    if grid.down > 1:
        _draw_scissors(canvas, 14, height, turned=0)
    if grid.across > 1:
        _draw_scissors(canvas, width, sheet[1] - 14, turned=-90)
    canvas.showPage()


def _draw_face(canvas: Canvas, face: _Face, corner: tuple[float, float], room: tuple[float, float]) -> None:
    left, y = corner
    for one in face.flowables:
        y -= one.getSpaceBefore()
        _, high = one.wrap(room[0], room[1])
        y -= high
        one.drawOn(canvas, left, y)
        y -= one.getSpaceAfter()
    if face.foot:
        style = PdfText(Typesetting(), room[0]).cell_style(_SMALL, textColor=_MUTED)
        foot = PdfText(Typesetting(), room[0]).paragraph(_shortened(face.foot, room[0]), style)
        _, high = foot.wrap(room[0], room[1])
        foot.drawOn(canvas, left, corner[1] - room[1] - _FOOT)


def _shortened(text: str, width: float) -> str:
    """Return a line cut to about the letters that have room, with an ellipsis for the rest."""
    most = int(width / (0.55 * _SMALL))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}\u2026"


def _draw_scissors(canvas: Canvas, x: float, y: float, *, turned: float) -> None:
    """Draw open scissors that cut to the right along a line, or turned by so many degrees."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(turned)
    canvas.setStrokeColor(_MUTED)
    canvas.setFillColor(HexColor("#FFFFFF"))
    canvas.setLineWidth(1.1)
    ring = 0.3 * _SCISSORS
    for side in (1, -1):
        canvas.circle(0, side * 0.42 * _SCISSORS, ring, stroke=1, fill=1)
        canvas.line(ring * 0.8, side * 0.25 * _SCISSORS, 1.7 * _SCISSORS, -side * 0.38 * _SCISSORS)
    canvas.restoreState()
