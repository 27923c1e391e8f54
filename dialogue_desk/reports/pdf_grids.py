"""Tables and charts of a PDF: grids that stay together where they can, and break over pages if they must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.platypus import CondPageBreak, Flowable, Spacer
from reportlab.platypus import Table as Grid

from dialogue_desk.domain.model.document import BarChart, Table, TableColumn
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.charts import measured
from dialogue_desk.reports.narrow_tables import roomy_shares
from dialogue_desk.reports.pdf_text import PdfText
from dialogue_desk.reports.pdf_words import Text
from dialogue_desk.reports.typesetting import BOLD

_FEW_LINES = 10
_MUTED, _LINE, _LINE_STRONG = map(HexColor, (paper_style.MUTED, paper_style.LINE, paper_style.LINE_STRONG))


@dataclass(frozen=True, slots=True)
class _Row:
    """The flowables of each cell of a row, and those under it over the whole width."""

    cells: list[list[Flowable]]
    note: list[Flowable] = field(default_factory=list)


class PdfGrids:
    """Lays out tables and charts for pages that have ``width`` and ``height`` points of room."""

    def __init__(self, sizes: paper_style.Sizes, text: PdfText, width: float, height: float) -> None:
        self._sizes, self._text, self._width, self._height = sizes, text, width, height

    @property
    def height(self) -> float:
        """How high a page is, in points."""
        return self._height

    def table(self, table: Table) -> Iterator[Flowable]:
        """Yield a table under its caption."""
        size, air = self._sizes.text, self._sizes.air
        caption: list[Flowable] = []
        if table.caption:
            bold = self._text.style(size, fontName=BOLD, spaceAfter=0.3 * size)
            caption.append(self._text.paragraph(table.caption, bold))
        widths = [share * self._width for share in roomy_shares(table, self._width, size)]
        head = self._head(table)
        grid = self._grid(
            [_Row([[text] for text in head]), *self._rows(table)], widths, 0.3 * size * air, lines=table.lines
        )
        whole = self.height_of(*caption, grid)
        tallest = max(text.wrap(width, 0)[1] for text, width in zip(head, widths, strict=True))
        few_rows = min(
            self.height_of(*caption) + tallest + (5 + 2 * (table.lines - 1)) * size, self._height / 2
        )
        breaks = table.lines > 1 or whole >= 0.6 * self._height
        yield CondPageBreak(few_rows if breaks else whole)
        yield from caption
        yield grid
        yield Spacer(0, 0.6 * size * air)

    def _head(self, table: Table) -> list[Text]:
        small = self._sizes.small
        return [
            self._text.paragraph(
                column.head,
                self._text.cell_style(small, alignment=_side(column), fontName=BOLD, textColor=_MUTED),
            )
            for column in table.columns
        ]

    def _rows(self, table: Table) -> Iterator[_Row]:
        """Yield the rows under the head; a name with a note under it is bold."""
        styles = [self._text.cell_style(self._sizes.text, alignment=_side(one)) for one in table.columns]
        bold = styles[0].clone("name", fontName=BOLD)
        muted = self._text.cell_style(self._sizes.small, textColor=_MUTED)
        for row, note, _language in table.noted_rows:
            named = [bold if note else styles[0], *styles[1:]]
            cells = [self._text.paragraphs(text, style) for text, style in zip(row, named, strict=True)]
            yield _Row(cells, self._text.paragraphs(note, muted) if note else [])

    def chart(self, chart: BarChart) -> Iterator[Flowable]:
        """Yield a chart between its title and its description."""
        size, small = self._sizes.text, self._sizes.small
        muted = self._text.style(small, textColor=_MUTED, spaceAfter=0.4 * size)
        chart_parts = [
            self._text.paragraph(chart.title, self._text.style(size, fontName=BOLD, spaceAfter=0.1 * size))
        ]
        head_style = self._text.cell_style(small, fontName=BOLD, textColor=_MUTED)
        heads = (
            [_Row([self._text.paragraphs(head, head_style) for head in chart.heads])] if chart.heads else []
        )
        measures = measured(chart, self._width / size)
        longest = measures.bar_width * self._width
        label, said = self._text.cell_style(size), self._text.cell_style(size, fontName=BOLD)
        rows = [
            _Row(
                [
                    self._text.paragraphs(row.label, label),
                    [BarFlowable(row.share * longest, self._text.paragraph(row.value_text, said))],
                ]
            )
            for row in measures.rows
        ]
        if rows:
            widths = [measures.label_width * self._width, (1 - measures.label_width) * self._width]
            grid = self._grid([*heads, *rows], widths, 0.32 * size, ruled=False)
            first = (1, len(heads))
            grid.setStyle(
                [("LEFTPADDING", first, (1, -1), 0), ("LINEBEFORE", first, (1, -1), 1, _LINE_STRONG)]
            )
            chart_parts.append(grid)
        whole = self.height_of(*chart_parts)
        yield CondPageBreak(whole if whole < 0.7 * self._height else 8 * size)
        yield from chart_parts
        yield Spacer(0, 0.4 * size)
        if chart.description:
            yield from self._text.paragraphs(chart.description, muted)
        yield Spacer(0, 0.6 * size)

    def height_of(self, *parts: Flowable) -> float:
        """Return the height of flowables one under another, in points."""
        return sum(
            float(part.wrap(self._width, self._height)[1] + part.getSpaceBefore() + part.getSpaceAfter())
            for part in parts
        )

    def _grid(
        self,
        rows: list[_Row],
        widths: list[float],
        padding: float,
        *,
        ruled: bool = True,
        lines: int = 1,
    ) -> Grid:
        """Return rows of cells as a grid; a ruled one has lines, and repeats its first row on each page.

        Rows of more ``lines`` than one have that much room to write in, with lines between their cells.

        Tall rows are cut into pieces, because reportlab breaks rows badly.
        """
        side = min(1.5 * padding, min(widths) / 6)
        inner = [width - 2 * side for width in widths]
        inner[0], inner[-1] = inner[0] + side, inner[-1] + side
        pieces: list[tuple[Flowable | str, ...]] = []
        style = _edges(padding, side)
        heads: int | None = None
        for row in rows:
            cells = [list(self._cut(cell, width)) for cell, width in zip(row.cells, inner, strict=True)]
            notes = list(self._cut(row.note, sum(widths)))
            first, noted = len(pieces), len(pieces) + max(map(len, cells))
            last = noted + len(notes) - 1
            pieces += zip_longest(*cells, fillvalue="")
            pieces += [(note, *("" for _ in widths[1:])) for note in notes]
            style += [("SPAN", (0, place), (-1, place)) for place in range(noted, last + 1)]
            if last > first:
                style.append(("BOTTOMPADDING", (0, first), (-1, last - 1), 0))
                style.append(("TOPPADDING", (0, first + 1), (-1, last), 0))
            if notes:
                style.append(("TOPPADDING", (0, noted), (-1, noted), 0.3 * padding))
                style.append(("NOSPLIT", (0, noted - 1), (-1, noted)))
            if ruled:
                style.append(("LINEBELOW", (0, last), (-1, last), 0.75, _LINE))
            if lines > 1 and heads:
                room = self._room_below(cells, lines, padding)
                style.append(("BOTTOMPADDING", (0, last), (-1, last), room))
            heads = heads or last + 1
        if lines > 1:
            style.append(("LINEBEFORE", (1, 0), (-1, -1), 0.75, _LINE))
        if ruled and heads:
            style.append(("LINEBELOW", (0, heads - 1), (-1, heads - 1), 1, _LINE_STRONG))
        return Grid(pieces, widths, repeatRows=1 if ruled and heads == 1 else 0, hAlign="LEFT", style=style)

    def _room_below(self, cells: list[list[Flowable]], lines: int, padding: float) -> float:
        """Return how much room is under the words of a row that is to be so many lines high."""
        taken = max(self.height_of(*cell) for cell in cells)
        return max(padding, lines * paper_style.LEADING * self._sizes.text - taken)

    def _cut(self, cell: list[Flowable], width: float) -> Iterator[Flowable]:
        few = _FEW_LINES * paper_style.LEADING * self._sizes.text
        for whole in cell:
            part = whole
            while part.wrap(width, self._height)[1] > few:
                piece, part = part.split(width, few)
                yield piece
            yield part


class BarFlowable(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One bar of a chart, with its words at its end."""

    def __init__(self, length: float, said: Text) -> None:
        super().__init__()
        self._length, self._said = length, said

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        self._gap = self._length + 0.5 * self._said.style.fontSize
        self.width = width
        self.height = max(self._said.wrap(width - self._gap, height)[1], self._said.style.leading)
        return self.width, self.height

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        size = self._said.style.fontSize
        self.canv.setFillColor(HexColor(paper_style.ACCENT))
        self.canv.rect(0, self.height - 1.15 * size, self._length, size, stroke=0, fill=1)
        self._said.drawOn(self.canv, self._gap, self.height - self._said.height)


def _side(column: TableColumn) -> int:
    return int(TA_RIGHT if column.numeric else TA_LEFT)


def _edges(padding: float, side: float) -> list[tuple[object, ...]]:
    """Return the paddings of cells, with none at the outer sides, so that text is under text."""
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), side),
        ("RIGHTPADDING", (0, 0), (-1, -1), side),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
    ]
