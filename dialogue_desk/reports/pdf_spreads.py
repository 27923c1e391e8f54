"""What a designed page of a PDF has beside text: figures, findings with bars, columns, rings, contents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from math import cos, pi, sin

from reportlab.lib.colors import HexColor, black
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Spacer
from reportlab.platypus import Table as Grid

from dialogue_desk.domain.model.document import (
    BarChart,
    Beside,
    Bullets,
    Columns,
    Contents,
    Document,
    Figures,
    Finding,
    Findings,
    QrCode,
    Rings,
    Side,
    Tone,
)
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.charts import BESIDE_EMS, figures_across, part_widths, ring_grid
from dialogue_desk.reports.contents import contents_text, listed
from dialogue_desk.reports.pdf_flowables import Boxed
from dialogue_desk.reports.pdf_text import PdfText
from dialogue_desk.reports.pdf_words import Text
from dialogue_desk.reports.qr_modules import CODE_WIDE, qr_modules
from dialogue_desk.reports.typesetting import BOLD, REGULAR

_INK, _MUTED, _ACCENT, _LINE, _TINT, _DIFFERENCE = map(
    HexColor,
    (
        paper_style.INK,
        paper_style.MUTED,
        paper_style.ACCENT,
        paper_style.LINE,
        paper_style.TINT,
        paper_style.DIFFERENCE,
    ),
)
_GUTTER = 24
"""The room between columns, in points."""
_Set = Callable[[Beside, float], list[Flowable]]
"""Sets a block in a column of such a width."""


class PdfSpreads:
    """Lays out what is beside each other, on pages with ``width`` and ``height`` points of room."""

    def __init__(self, sizes: paper_style.Sizes, text: PdfText, width: float, height: float) -> None:
        self._sizes, self._text, self._width, self._height = sizes, text, width, height

    def figures(self, figures: Figures) -> Iterator[Flowable]:
        """Yield large numbers, each over its words, between two lines."""
        size = self._sizes.figures
        number = self._text.cell_style(size, fontName=BOLD, spaceAfter=0.1 * size)
        label = self._text.cell_style(self._sizes.small, textColor=_MUTED)
        cells = [
            [self._text.paragraph(value, number), self._text.paragraph(said, label)]
            for value, said in figures.items
        ]
        across = figures_across(len(cells), self._width / self._sizes.small)
        rows = [cells[start : start + across] for start in range(0, len(cells), across)]
        rows[-1] += [[]] * (across - len(rows[-1]))
        style = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 0.35 * size),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.3 * size),
            ("LINEABOVE", (0, 0), (-1, 0), 1, _INK),
            ("LINEBELOW", (0, -1), (-1, -1), 0.75, _LINE),
        ]
        yield Grid(rows, [self._width / across] * across, hAlign="LEFT", style=style)
        yield Spacer(0, 0.4 * size)

    def findings(self, findings: Findings, width: float) -> Iterator[Flowable]:
        """Yield findings in numbered sentences, with a bar each, for a column of such a ``width``."""
        number_width = 1.6 * self._sizes.text
        rows = [
            [
                self._text.paragraph(
                    str(place), self._text.cell_style(self._sizes.text, fontName=BOLD, textColor=_ACCENT)
                ),
                list(self._finding(finding, width - number_width)),
            ]
            for place, finding in enumerate(findings.items, 1)
        ]
        style = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0.7 * self._sizes.text),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5 * self._sizes.text),
            ("LINEBELOW", (0, 0), (-1, -2), 0.75, _LINE),
        ]
        if rows:
            yield Grid(rows, [number_width, width - number_width], hAlign="LEFT", style=style)

    def _finding(self, finding: Finding, width: float) -> Iterator[Flowable]:
        size = self._sizes.text
        title = self._text.cell_style(1.1 * size, fontName=BOLD, spaceAfter=0.35 * size)
        yield self._text.paragraph(finding.title, title)
        said = self._text.paragraph(finding.count, self._text.cell_style(size, fontName=BOLD))
        yield Meter(0.55 * width, finding.share, said)
        if finding.text or finding.code:
            code = self._text.code(finding.code, self._sizes.small) if finding.code else ""
            yield Spacer(0, 0.3 * size)
            yield self._text.paragraph(finding.text, self._text.cell_style(size), end=code)

    def columns(self, columns: Columns, set_block: _Set) -> Iterator[Flowable]:
        """Yield columns beside each other, or one under another where they are too narrow or too high."""
        sides = columns.sides
        if not sides:
            return
        room = self._width - _GUTTER * (len(sides) - 1)
        whole = sum(side.share for side in sides)
        widths = [room * side.share / whole for side in sides]
        if len(sides) > 1 and self._width / self._sizes.text >= BESIDE_EMS:
            cells = [
                list(self._side(side, width, set_block)) for side, width in zip(sides, widths, strict=True)
            ]
            grid = self._beside(sides, cells, widths)
            high = grid.wrap(self._width, self._height)[1]
            if high <= self._height:
                yield CondPageBreak(high)
                yield grid
                yield Spacer(0, 0.7 * self._sizes.text)
                return
        for side in sides:
            yield CondPageBreak(8 * self._sizes.text)
            yield from self._side(side, self._width, set_block)
            yield Spacer(0, 0.8 * self._sizes.text)

    def _beside(self, sides: Sequence[Side], cells: list[list[Flowable]], widths: list[float]) -> Grid:
        row: list[list[Flowable] | str] = []
        across: list[float] = []
        style: list[tuple[object, ...]] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
        for side, cell, width in zip(sides, cells, widths, strict=True):
            if row:
                row.append("")
                across.append(_GUTTER)
            place = (len(row), 0)
            row.append(cell)
            across.append(width)
            if side.tone is Tone.PANEL:
                style += [
                    ("BACKGROUND", place, place, _TINT),
                    ("LEFTPADDING", place, place, 12),
                    ("RIGHTPADDING", place, place, 12),
                    ("TOPPADDING", place, place, 10),
                    ("BOTTOMPADDING", place, place, 10),
                ]
            elif side.tone is not Tone.PLAIN:
                color = _DIFFERENCE if side.tone is Tone.DIFFERENT else _ACCENT
                style += [("LINEABOVE", place, place, 2.5, color), ("TOPPADDING", place, place, 8)]
        return Grid([row], across, hAlign="LEFT", style=style)

    def _side(self, side: Side, width: float, set_block: _Set) -> Iterator[Flowable]:
        size = self._sizes.text
        inner = width - 24 if side.tone is Tone.PANEL else width
        if side.title:
            style = self._text.cell_style(1.1 * size, fontName=BOLD, spaceAfter=0.5 * size)
            aside = self._text.code(side.aside, size) if side.aside else ""
            yield self._text.paragraph(side.title, style, end=aside)
        for block in side.blocks:
            if isinstance(block, Bullets):
                yield from self._ruled(block, inner)
            else:
                yield from set_block(block, inner)

    def _ruled(self, bullets: Bullets, width: float) -> Iterator[Flowable]:
        """Yield the items of a list with lines between them: in a column, bullets only take room.

        Items to tick have their boxes, and no lines.
        """
        text, size = self._text.narrowed(width), self._sizes.text
        style = text.cell_style(size, spaceBefore=0.35 * size, spaceAfter=0.35 * size)
        if bullets.boxes:
            style = style.clone("boxed", leftIndent=1.8 * size)
        for place, item in enumerate(bullets.items):
            code = self._text.code(item.aside, self._sizes.small) if item.aside else ""
            if bullets.boxes:
                yield from text.paragraphs(item.text, style, Boxed, bullet="\u2022", end=code)
                continue
            if place:
                yield HRFlowable(width="100%", thickness=0.75, color=_LINE, spaceBefore=0, spaceAfter=0)
            yield from text.paragraphs(item.text, style, end=code)

    def parts(self, chart: BarChart) -> list[Flowable] | None:
        """Return the parts of a whole as one bar in shades, or None where their words have no room."""
        widths = part_widths(chart, self._width / self._sizes.text)
        if not chart.whole or widths is None:
            return None
        size = self._sizes.small
        style: list[tuple[object, ...]] = [
            ("LEFTPADDING", (0, 0), (-1, -1), 6),
            ("RIGHTPADDING", (0, 0), (-1, -1), 2),
            ("TOPPADDING", (0, 0), (-1, -1), 0.7 * size),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0.7 * size),
        ]
        cells: list[Text] = []
        for place, bar in enumerate(chart.bars):
            ground, ink = paper_style.shade(bar.tone, place)
            at = (place, 0)
            cell = self._text.cell_style(size, textColor=HexColor(ink))
            text = f"{bar.label} {bar.value_text}"
            cells.append(self._text.paragraph(text, cell))
            style.append(("BACKGROUND", at, at, HexColor(ground)))
            if bar.tone is Tone.DIFFERENT:
                style.append(("BOX", at, at, 1, _DIFFERENCE, None, (3, 2)))
        bars = Grid([cells], [share * self._width for share in widths], hAlign="LEFT", style=style)
        title = self._text.style(self._sizes.text, fontName=BOLD, spaceAfter=0.4 * size)
        return [self._text.paragraph(chart.title, title), bars, Spacer(0, 0.9 * self._sizes.text)]

    def drawing(self, block: Rings | QrCode) -> Iterator[Flowable]:
        """Yield a drawing of rings, or a code for cameras, over the words that say what it is."""
        rings, size = isinstance(block, Rings), self._sizes.text
        yield Spacer(0, 2 * size if rings else 0.5 * size)
        yield RingsDrawing(block, self._width, size) if isinstance(block, Rings) else QrDrawing(block)
        yield Spacer(0, size if rings else 0.5 * size)
        yield from self._text.paragraphs(block.text, self._text.style(self._sizes.small, textColor=_MUTED))
        yield Spacer(0, 1.5 * size if rings else size)

    def contents(
        self, contents: Contents, document: Document, key_of: Callable[[int], str]
    ) -> Iterator[Flowable]:
        """Yield a line for each heading with its page; ``key_of`` names the title, then the headings."""
        for place, heading in listed(document, contents):
            indent = 1.2 * self._sizes.text * (heading.level - 1)
            style = self._text.cell_style(
                self._sizes.text, leftIndent=indent, spaceAfter=0.35 * self._sizes.text
            ).clone("contents", rightIndent=40)
            yield ContentsLine(
                contents_text(heading), key_of(place + 1), self._text, style, self._width, self._sizes.text
            )
        yield Spacer(0, self._sizes.text)


class Meter(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A bar that is filled in part, with its words at its end."""

    def __init__(self, length: float, share: float, said: Text) -> None:
        super().__init__()
        self._length, self._share, self._said = length, share, said

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        self.width = width
        self.height = self._said.wrap(width - self._length - 8, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        size = self._said.style.fontSize
        base = self.height - 1.05 * size
        self.canv.setFillColor(_LINE)
        self.canv.rect(0, base, self._length, 0.62 * size, stroke=0, fill=1)
        self.canv.setFillColor(_ACCENT)
        self.canv.rect(0, base, self._share * self._length, 0.62 * size, stroke=0, fill=1)
        self._said.drawOn(self.canv, self._length + 8, 0)


class RingsDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A ring of dots for each circle."""

    def __init__(self, rings: Rings, width: float, size: float) -> None:
        super().__init__()
        self._rings = rings
        self._across, self._cell = ring_grid(rings.count, width, size)
        self.width, self.height = width, self._cell * -(-rings.count // self._across)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self.canv.setFillColor(_ACCENT)
        self.canv.setStrokeColor(_ACCENT)
        self.canv.setLineWidth(0.8)
        for place in range(self._rings.count):
            down, along = divmod(place, self._across)
            x, y = (along + 0.5) * self._cell, self.height - (down + 0.5) * self._cell
            filled = place < self._rings.count - self._rings.outline
            for seat in range(paper_style.SEATS):
                turn = 2 * pi * seat / paper_style.SEATS
                at = x + 0.32 * self._cell * sin(turn), y + 0.32 * self._cell * cos(turn)
                self.canv.circle(*at, 0.058 * self._cell, stroke=1, fill=int(filled))


class QrDrawing(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A code for cameras, black on the white of the paper."""

    def __init__(self, code: QrCode) -> None:
        super().__init__()
        self._modules = qr_modules(code.content)
        self.width = self.height = CODE_WIDE

    def draw(self) -> None:
        """Draw it at the place the page gives it; dark modules beside each other are one, without seams."""
        module = CODE_WIDE / len(self._modules)
        self.canv.setFillColor(black)
        for down, line in enumerate(self._modules, start=1):
            along = 0
            for dark, run in groupby(line):
                wide = len(list(run))
                if dark:
                    corner = along * module, CODE_WIDE - down * module
                    self.canv.rect(*corner, wide * module, 1.01 * module, stroke=0, fill=1)
                along += wide


class ContentsLine(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A heading in the contents, as a link, with the number of its page, which is known last."""

    def __init__(self, title: str, key: str, text: PdfText, style: object, width: float, size: float) -> None:
        super().__init__()
        self._said = text.paragraph(title, style)
        self._key, self.width, self._size = key, width, size

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        self.height = self._said.wrap(width, height)[1] + self._said.getSpaceAfter()
        return width, self.height

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self._said.drawOn(self.canv, 0, self._said.getSpaceAfter())
        self.canv.linkRect("", self._key, (0, 0, self.width, self.height), relative=1, thickness=0)
        self.canv.saveState()
        self.canv.translate(self.width, self.height - 1.05 * self._size)
        self.canv.doForm(self.canv.page_number_of(self._key, REGULAR, self._size))
        self.canv.restoreState()
