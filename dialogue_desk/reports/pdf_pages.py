"""The blocks of a document as flowables, which reportlab lays out over the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
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
)
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.narrow_tables import as_list, is_narrow
from dialogue_desk.reports.pdf_grids import PdfGrids
from dialogue_desk.reports.pdf_text import PdfText, unbroken
from dialogue_desk.reports.phrases import lacking_note
from dialogue_desk.reports.typesetting import BOLD, REGULAR, Typesetting
from dialogue_desk.words import Words

_INK, _MUTED, _ACCENT = HexColor(paper_style.INK), HexColor(paper_style.MUTED), HexColor(paper_style.ACCENT)


class PdfLayout:
    """Lays out one edition, which has a ``number`` from 0, in one size of type on pages of one size.

    The pages have ``width`` and ``height`` points of room, and ``template`` is the name of their template.
    """

    def __init__(self, sizes: paper_style.Sizes, width: float, height: float, number: int) -> None:
        self.sizes, self.width, self.height, self.number = sizes, width, height, number
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
        for block in document.blocks:
            flowables = list(self._flowables(block))
            if isinstance(block, Heading):
                headings += flowables
            else:
                story += [*self._held_together(headings, flowables), *headings, *flowables]
                headings = []
        return story + headings

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
        yield OutlineMark(next(self._keys), one_line(heading.text), heading.level, space)
        yield self._text.paragraph(heading.text, style)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Flowable]:
        size, kind, changes = self.sizes.text, Text, {}
        match paragraph.role:
            case Role.LEAD:
                size = self.sizes.lead
            case Role.MUTED:
                size, changes = self.sizes.small, {"textColor": _MUTED}
            case Role.QUOTE:
                size, kind, changes = self.sizes.lead, Quotation, {"leftIndent": 1.1 * size}
        yield from self._text.paragraphs(
            paragraph.text, self._text.style(size, spaceAfter=0.5 * size * self.sizes.air, **changes), kind
        )

    def _bullets(self, bullets: Bullets) -> Iterator[Flowable]:
        size, indent, air = self.sizes.text, 1.3 * self.sizes.text, self.sizes.air
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
                yield from self._text.paragraphs(item.text, whole, bullet="\u2022", end=code)
                continue
            said = self._text.paragraphs(item.text, first, bullet="\u2022")
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
