"""The blocks of a document as flowables, one after another, with what stands beside them in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, Spacer
from reportlab.platypus import PageBreak as NewPage

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullets,
    Columns,
    Contents,
    Document,
    Figures,
    Findings,
    Heading,
    PageBreak,
    Paragraph,
    QrCode,
    Rings,
    Role,
    Table,
    WritingLines,
)
from dialogue_desk.domain.model.document import (
    Beside as InColumn,
)
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.narrow_tables import as_list, is_narrow
from dialogue_desk.reports.pdf_flowables import Beside, Boxed, OutlineMark, Quotation, Rule, Stroke
from dialogue_desk.reports.pdf_grids import PdfGrids
from dialogue_desk.reports.pdf_spreads import PdfSpreads
from dialogue_desk.reports.pdf_text import PdfText, held_at_end, unbroken
from dialogue_desk.reports.pdf_words import Text
from dialogue_desk.reports.plain_blocks import Spread, in_plain_blocks, is_designed
from dialogue_desk.reports.typesetting import BOLD, REGULAR

_INK, _MUTED, _ACCENT = HexColor(paper_style.INK), HexColor(paper_style.MUTED), HexColor(paper_style.ACCENT)


class PdfBlocks:
    """Sets blocks in one size of type for pages with ``width`` points of room, and ``beside`` in a margin.

    ``keys`` names places in the outline, of which no two are the same: that of the title, then the headings'.
    """

    def __init__(
        self,
        sizes: paper_style.Sizes,
        text: PdfText,
        grids: PdfGrids,
        keys: Callable[[int], str],
        *,
        width: float,
        beside: float,
    ) -> None:
        self.sizes, self.width, self.beside = sizes, width, beside
        self._text, self._grids, self._key_of = text, grids, keys
        self._keys = map(keys, count())
        self._spreads = PdfSpreads(sizes, text, width, grids.height)
        self._document = Document("", ())

    def opening(self, document: Document) -> Iterator[Flowable]:
        """Yield what is at the top of a document: its title and what is under it."""
        self._document = document
        air, size = self.sizes.air, self.sizes.title
        if document.has_cover:
            size *= 1.5
        yield Stroke(2.2 * size, 0.16 * size)
        yield Spacer(0, 0.3 * size * air)
        yield OutlineMark(next(self._keys), one_line(document.title), 0)
        yield self._text.paragraph(
            held_at_end(document.title),
            self._text.style(size, fontName=BOLD, leading=1.15 * size, rightIndent=0),
        )
        if document.subtitle:
            yield Spacer(0, 0.15 * size * air)
            yield self._text.paragraph(
                unbroken(document.subtitle),
                self._text.style(self.sizes.lead, textColor=_MUTED, rightIndent=0),
            )
        yield Spacer(0, 0.3 * size * air)

    def flowables(self, block: Block) -> Iterator[Flowable]:
        """Yield the flowables of one block."""
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case Bullets():
                yield from self._bullets(block)
            case Table():
                yield from self._table(block)
            case BarChart():
                yield from self._spreads.parts(block) or self._grids.chart(block)
            case WritingLines():
                yield from self._to_write(block)
            case PageBreak():
                yield NewPage()
            case _:
                yield from self._spread(block)

    def _spread(self, block: Spread) -> Iterator[Flowable]:
        if is_designed(block):
            yield from self._designed(block)
        else:
            for one in in_plain_blocks(block, self._document):
                yield from self.flowables(one)

    def _designed(self, block: Spread) -> Iterator[Flowable]:
        match block:
            case Figures():
                yield from self._spreads.figures(block)
            case Findings():
                yield from self._spreads.findings(block, self.width)
            case Columns():
                yield from self._spreads.columns(block, self._in_column)
            case Rings() | QrCode():
                yield from self._spreads.drawing(block)
            case Contents():
                yield from self._spreads.contents(block, self._document, self._key_of)

    def _in_column(self, block: InColumn, width: float) -> list[Flowable]:
        """Return a block set for a column of such a width."""
        if isinstance(block, Findings):
            return list(self._spreads.findings(block, width))
        text = self._text.narrowed(width)
        grids = PdfGrids(self.sizes, text, width, self._grids.height)
        column = PdfBlocks(self.sizes, text, grids, self._key_of, width=width, beside=0)
        return list(column.flowables(block))

    def _heading(self, heading: Heading) -> Iterator[Flowable]:
        size = self.sizes.headings[heading.level - 1]
        color = _ACCENT if heading.level == 1 else _INK
        if heading.topic:
            size, color = 0.8 * self.sizes.title, _INK
        style = self._text.style(
            size,
            fontName=BOLD,
            textColor=color,
            leading=1.2 * size,
            spaceAfter=0.25 * size * self.sizes.air,
            rightIndent=0,
        )
        space = (1.6 if heading.margin else (0.75, 0.6, 0.5)[heading.level - 1]) * size * self.sizes.air
        said = self._text.paragraph(held_at_end(heading.text) if heading.topic else heading.text, style)
        yield OutlineMark(next(self._keys), one_line(heading.text), heading.level, space)
        if heading.margin:
            first, _, more = heading.margin.partition("\n")
            figures = self._text.cell_style(self.sizes.figures, fontName=BOLD, textColor=_ACCENT)
            under = self._text.cell_style(self.sizes.text, fontName=BOLD)
            lines = [self._text.paragraph(first, figures)]
            lines += self._text.paragraphs(more, under) if more else []
            yield Beside(lines, self.beside, 1.1 * (self.sizes.figures - size))
        if heading.topic:
            topic = self._text.style(self.sizes.small, fontName=BOLD, textColor=_ACCENT, spaceAfter=2)
            yield self._text.paragraph(heading.topic, topic)
        yield said
        if heading.margin:
            yield Spacer(0, 0.35 * size)

    def _labeled(self, label: str, flowables: list[Flowable], size: float) -> Iterator[Flowable]:
        """Yield ``flowables`` in print of such a ``size`` with a label beside the first of them."""
        if not label:
            yield from flowables
            return
        style = self._text.cell_style(self.sizes.small, fontName=BOLD, textColor=_MUTED)
        beside = Beside(self._text.paragraphs(label, style), self.beside, self.sizes.small - size)
        high, low = self._grids.height_of(*flowables), beside.height
        yield CondPageBreak(max(low, min(high, 3 * paper_style.LEADING * size)))
        yield beside
        yield from flowables
        if low > high:
            yield Spacer(0, low - high)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Flowable]:
        size, kind, changes = self.sizes.text, Text, {}
        match paragraph.role:
            case Role.LEAD:
                size = self.sizes.lead
            case Role.MUTED:
                size, changes = self.sizes.small, {"textColor": _MUTED}
            case Role.QUOTE:
                size, kind, changes = self.sizes.lead, Quotation, {"leftIndent": 1.1 * size}
            case Role.SAID:
                size = self.sizes.said
            case Role.STRONG:
                changes = {"fontName": BOLD}
        style = self._text.style(size, spaceAfter=0.5 * size * self.sizes.air, **changes)
        yield from self._labeled(
            paragraph.margin, list(self._text.paragraphs(paragraph.text, style, kind)), size
        )

    def _bullets(self, bullets: Bullets) -> Iterator[Flowable]:
        size = self.sizes.said if bullets.role is Role.SAID else self.sizes.text
        yield from self._labeled(bullets.margin, list(self._items(bullets, size)), size)

    def _items(self, bullets: Bullets, size: float) -> Iterator[Flowable]:
        kind = Boxed if bullets.boxes else Text
        air = self.sizes.air
        indent = (1.8 if bullets.boxes else 1.3) * size
        bulleted = {"bulletFontName": REGULAR, "bulletFontSize": size, "bulletColor": _ACCENT}
        whole = self._text.style(
            size, leftIndent=indent, spaceAfter=0.3 * size * air, bulletIndent=2, **bulleted
        )
        first = whole.clone("first", spaceAfter=0.1 * size)
        aside = self._text.style(
            self.sizes.small, leftIndent=indent, textColor=_MUTED, spaceAfter=0.5 * size * air
        )
        for item in bullets.items:
            if item.coded or not item.aside:
                code = self._text.code(item.aside, self.sizes.small) if item.coded else ""
                yield from self._text.paragraphs(item.text, whole, kind, bullet="\u2022", end=code)
                continue
            said = self._text.paragraphs(item.text, first, kind, bullet="\u2022")
            said[-1].keepWithNext = len(item.text) < 500
            yield from said
            yield from self._text.paragraphs(item.aside, aside)
        yield Spacer(0, 0.3 * size * air)

    def _to_write(self, lines: WritingLines) -> Iterator[Flowable]:
        """Yield lines to write on under what is asked for, all on one page."""
        size = self.sizes.text
        aside = self._text.code(lines.aside, self.sizes.small) if lines.aside else ""
        wants = bool(lines.text or aside)
        asked = self._text.paragraphs(lines.text, self._text.style(size), end=aside) if wants else []
        rules = [Rule(self.width, self.sizes.line) for _ in range(lines.count)]
        yield CondPageBreak(self._grids.height_of(*asked, *rules))
        yield from self._labeled(lines.margin, [*asked, *rules], size)
        yield Spacer(0, 0.9 * size)

    def _table(self, table: Table) -> Iterator[Flowable]:
        if not is_narrow(table, self.width, self.sizes.text):
            yield from self._grids.table(table)
            return
        if table.caption:
            yield CondPageBreak(8 * self.sizes.text)
            yield from self._paragraph(Paragraph(table.caption, Role.STRONG))
        yield from self._bullets(as_list(table))
