"""The blocks of a document as flowables, which reportlab lays out over the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
    Bullets,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Table,
    WritingLines,
)
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.narrow_tables import as_list, is_narrow
from dialogue_desk.reports.pdf_grids import PdfGrids
from dialogue_desk.reports.pdf_text import PdfText, unbroken
from dialogue_desk.reports.phrases import lacking_note
from dialogue_desk.reports.typesetting import BOLD, REGULAR, Typesetting
from dialogue_desk.words import Words

_GAP = 8
"""The room between what is in the margin and its text, in points."""
_WHOLE = 0.45
"""How much of a page is left empty at most, so that what belongs together stays together."""
_INK, _MUTED, _ACCENT = HexColor(paper_style.INK), HexColor(paper_style.MUTED), HexColor(paper_style.ACCENT)


class PdfLayout:
    """Lays out one edition, which has a ``number`` from 0, in one size of type on pages of one size.

    The pages have ``width`` and ``height`` points of room, and ``beside`` points more at its side for what is
    in the margin; ``template`` is the name of their template.
    """

    def __init__(
        self, sizes: paper_style.Sizes, width: float, height: float, number: int, beside: float = 0
    ) -> None:
        self.sizes, self.width, self.height, self.number = sizes, width, height, number
        self.beside = beside
        self.template = f"edition-{number}"
        self.typesetting = Typesetting()
        self._text = PdfText(self.typesetting, width)
        self._grids = PdfGrids(sizes, self._text, width, height)
        self._keys = (f"place-{number}-{place}" for place in count())

    def story(self, document: Document) -> list[Flowable]:
        """Return the flowables of one edition of a document; each but the first begins on a new page."""
        begin = [NextPageTemplate(self.template), NewPage()] if self.number else []
        return begin + self._edition(document)

    def lacking_notice(self, words: Words) -> list[Flowable]:
        """Return the flowables that say that some characters could not be drawn."""
        return [Spacer(0, self.sizes.text), *self._paragraph(Paragraph(lacking_note(words), Role.MUTED))]

    def _edition(self, document: Document) -> list[Flowable]:
        story = list(self._opening(document))
        headings: list[Flowable] = []
        made = [list(self._flowables(block)) for block in document.blocks]
        for place, (block, flowables) in enumerate(zip(document.blocks, made, strict=True)):
            if isinstance(block, Heading):
                if block.whole:
                    story += [*headings, *self._whole(flowables, document.blocks[place:], made[place:])]
                    headings = []
                headings += flowables
            else:
                story += [*self._held_together(headings, flowables), *headings, *flowables]
                headings = []
        return story + headings

    def _whole(
        self, heading: list[Flowable], blocks: Sequence[Block], made: Sequence[list[Flowable]]
    ) -> Iterator[Flowable]:
        """Yield a page break for what is under a heading, when it leaves no page half empty."""
        level = blocks[0].level if isinstance(blocks[0], Heading) else 0
        high = self._grids.height_of(*heading)
        for block, flowables in zip(blocks[1:], made[1:], strict=True):
            if isinstance(block, PageBreak) or (isinstance(block, Heading) and block.level <= level):
                break
            high += self._grids.height_of(*(one for one in flowables if not isinstance(one, CondPageBreak)))
        if high < _WHOLE * self.height:
            yield CondPageBreak(high)

    def _flowables(self, block: Block) -> Iterator[Flowable]:
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
                yield from self._grids.chart(block)
            case WritingLines():
                yield from (Rule(self.width, self.sizes.line) for _ in range(block.count))
                yield Spacer(0, 0.6 * self.sizes.text)
            case PageBreak():
                yield NewPage()

    def _opening(self, document: Document) -> Iterator[Flowable]:
        size, air = self.sizes.title, self.sizes.air
        yield Stroke(2.2 * size, 0.16 * size)
        yield Spacer(0, 0.3 * size * air)
        yield OutlineMark(next(self._keys), one_line(document.title), 0)
        yield self._text.paragraph(
            document.title, self._text.style(size, fontName=BOLD, leading=1.15 * size, rightIndent=0)
        )
        if document.subtitle:
            yield Spacer(0, 0.15 * size * air)
            yield self._text.paragraph(
                unbroken(document.subtitle),
                self._text.style(self.sizes.lead, textColor=_MUTED, rightIndent=0),
            )
        yield Spacer(0, 0.3 * size * air)

    def _heading(self, heading: Heading) -> Iterator[Flowable]:
        size = self.sizes.headings[heading.level - 1]
        color = _ACCENT if heading.level == 1 else _INK
        style = self._text.style(
            size,
            fontName=BOLD,
            textColor=color,
            leading=1.2 * size,
            spaceAfter=0.25 * size * self.sizes.air,
            rightIndent=0,
        )
        space = (0.75, 0.6, 0.5)[heading.level - 1] * size * self.sizes.air
        said = self._text.paragraph(heading.text, style)
        yield OutlineMark(next(self._keys), one_line(heading.text), heading.level, space)
        if heading.margin:
            first, _, more = heading.margin.partition("\n")
            figures = self._text.cell_style(self.sizes.figures, fontName=BOLD, textColor=_ACCENT)
            under = self._text.cell_style(self.sizes.text, fontName=BOLD)
            lines = [self._text.paragraph(first, figures)]
            lines += self._text.paragraphs(more, under) if more else []
            yield Beside(lines, self.beside, 1.1 * (self.sizes.figures - size))
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
        style = self._text.style(size, spaceAfter=0.5 * size * self.sizes.air, **changes)
        yield from self._labeled(
            paragraph.margin, list(self._text.paragraphs(paragraph.text, style, kind)), size
        )

    def _bullets(self, bullets: Bullets) -> Iterator[Flowable]:
        yield from self._labeled(bullets.margin, list(self._items(bullets)), self.sizes.text)

    def _items(self, bullets: Bullets) -> Iterator[Flowable]:
        kind = Boxed if bullets.boxes else Text
        size, indent, air = self.sizes.text, (1.8 if bullets.boxes else 1.3) * self.sizes.text, self.sizes.air
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

    def _table(self, table: Table) -> Iterator[Flowable]:
        if not is_narrow(table, self.width, self.sizes.text):
            yield from self._grids.table(table)
            return
        if table.caption:
            yield from self._paragraph(Paragraph(table.caption))
        yield from self._bullets(as_list(table))

    def _held_together(self, headings: list[Flowable], follow: list[Flowable]) -> Iterator[Flowable]:
        """Yield a page break for headings that would be alone at the foot of a page."""
        if not headings:
            return
        if follow and isinstance(follow[0], CondPageBreak):
            beneath = follow[0].height
        else:
            beneath = sum(min(self._grids.height_of(part), 4 * self.sizes.text) for part in follow[:2])
        yield CondPageBreak(self._grids.height_of(*headings) + beneath)


class OutlineMark(Flowable):  # type: ignore[misc]  # reportlab has no types
    """An entry of the outline, without size on the page."""

    def __init__(self, key: str, title: str, level: int, space: float = 0) -> None:
        super().__init__()
        self._key, self._title, self._level = key, title, level
        self.spaceBefore = space

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return 0, 0

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self.canv.bookmarkHorizontal(self._key, 0, self.spaceBefore)
        self.canv.addOutlineEntry(self._title, self._key, self._level)


class Quotation(Text):  # type: ignore[misc]  # reportlab has no types
    """A paragraph with a line at its side."""

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self.canv.setStrokeColor(HexColor(paper_style.ACCENT))
        self.canv.setLineWidth(1.5)
        self.canv.line(1, 0, 1, self.height)
        super().draw()


class Boxed(Text):  # type: ignore[misc]  # reportlab has no types
    """An item of a list with a box to tick in place of its bullet."""

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        bulleted = bool(self.bulletText)
        self.bulletText: str | None = None
        super().draw()
        if bulleted:
            size = self.style.fontSize
            self.canv.setStrokeColor(_INK)
            self.canv.setLineWidth(0.9)
            self.canv.rect(1, self.height - 1.02 * size, 0.9 * size, 0.9 * size)


class Beside(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Lines in a margin of so much ``width``, without size on the page; they keep some room from the text.

    Their first line begins ``up`` points above the place the page gives them, so that it is level with the
    text beside it.
    """

    def __init__(self, lines: Sequence[Text], width: float, up: float) -> None:
        super().__init__()
        self._lines, self._width, self._up = lines, width, up
        self.height = sum(self._height_of(line) for line in lines) - up

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return 0, 0

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        down = -self._up
        for line in self._lines:
            down += self._height_of(line)
            line.drawOn(self.canv, -self._width, -down)

    def _height_of(self, line: Text) -> float:
        return float(line.wrap(self._width - _GAP, 0)[1])


class Rule(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A line to write on."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self.canv.setStrokeColor(HexColor(paper_style.LINE_STRONG))
        self.canv.setLineWidth(0.75)
        self.canv.line(0, 0, self.width, 0)


class Stroke(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The short stroke above a title."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and height it takes, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it at the place the page gives it."""
        self.canv.setFillColor(HexColor(paper_style.ACCENT))
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
