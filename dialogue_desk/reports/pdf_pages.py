"""A document's blocks, set as what flows over the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, zip_longest

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Grid

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
from dialogue_desk.domain.model.text import one_line, printable
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.charts import measured
from dialogue_desk.reports.pdf_drawings import BarFlowable, OutlineMark, Quotation, Stroke
from dialogue_desk.reports.typesetting import BOLD, REGULAR, Typesetting, crowded
from dialogue_desk.words import Words

_FEW_LINES = 10
_FEW_LETTERS = 2_000
_INK, _MUTED, _ACCENT = HexColor(paper_style.INK), HexColor(paper_style.MUTED), HexColor(paper_style.ACCENT)
_LINE, _LINE_STRONG = HexColor(paper_style.LINE), HexColor(paper_style.LINE_STRONG)


def template_of(edition: int) -> str:
    """Return the name of the pages on which an edition stands, counted from 0."""
    return f"edition-{edition}"


class PdfLayout:
    """Sets blocks in one size of type, for pages that have ``width`` and ``height`` points of room."""

    def __init__(self, sizes: paper_style.Sizes, width: float, height: float) -> None:
        self.sizes, self.width, self.height = sizes, width, height
        self.setting = Typesetting()
        self._keys = (f"place-{number}" for number in count())

    def story(self, document: Document, words: Words) -> list[Flowable]:
        """Return all that is to flow over the pages."""
        story: list[Flowable] = []
        for number, edition in enumerate(document.in_all_languages):
            story += [NextPageTemplate(template_of(number)), NewPage()] if story else []
            story += self._edition(edition)
        if self.setting.lacking:
            said = words.tr("Some characters could not be printed here. The HTML version shows them all.")
            story += [Spacer(0, self.sizes.text), *self._paragraph(Paragraph(said, Role.MUTED))]
        return story

    def _edition(self, document: Document) -> list[Flowable]:
        """Set a document in one language."""
        story = list(self._opening(document))
        headings: list[Flowable] = []
        for block in document.blocks:
            flowables = list(self._set(block))
            if isinstance(block, Heading):
                headings += flowables
            else:
                story += [*self._held_together(headings, flowables), *headings, *flowables]
                headings = []
        return story + headings

    def _set(self, block: Block) -> Iterator[Flowable]:
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
                yield from self._chart(block)
            case PageBreak():
                yield NewPage()

    def _opening(self, document: Document) -> Iterator[Flowable]:
        size = self.sizes.title
        yield Stroke(2.2 * size, 0.16 * size)
        yield Spacer(0, 0.5 * size)
        yield OutlineMark(next(self._keys), one_line(document.title), 0)
        yield self._text(document.title, self._style(size, fontName=BOLD, leading=1.15 * size, rightIndent=0))
        if document.subtitle:
            yield Spacer(0, 0.2 * size)
            yield self._text(document.subtitle, self._style(self.sizes.lead, textColor=_MUTED, rightIndent=0))
        yield Spacer(0, 0.5 * size)

    def _heading(self, heading: Heading) -> Iterator[Flowable]:
        size = self.sizes.headings[heading.level - 1]
        color = _ACCENT if heading.level == 1 else _INK
        style = self._style(
            size, fontName=BOLD, textColor=color, leading=1.2 * size, spaceAfter=0.4 * size, rightIndent=0
        )
        space = (1.1, 0.8, 0.6)[heading.level - 1] * size
        yield OutlineMark(next(self._keys), one_line(heading.text), heading.level, space)
        yield self._text(heading.text, style)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Flowable]:
        size, kind, changes = self.sizes.text, Text, {}
        match paragraph.role:
            case Role.LEAD:
                size = self.sizes.lead
            case Role.MUTED:
                size, changes = self.sizes.small, {"textColor": _MUTED}
            case Role.QUOTE:
                kind, changes = Quotation, {"leftIndent": 1.1 * size}
        yield from self._texts(paragraph.text, self._style(size, spaceAfter=0.65 * size, **changes), kind)

    def _bullets(self, bullets: Bullets) -> Iterator[Flowable]:
        size, indent = self.sizes.text, 1.3 * self.sizes.text
        bulleted = {"bulletFontName": REGULAR, "bulletFontSize": size, "bulletColor": _ACCENT}
        whole = self._style(size, leftIndent=indent, spaceAfter=0.55 * size, bulletIndent=2, **bulleted)
        first = self._style(size, leftIndent=indent, spaceAfter=0.1 * size, bulletIndent=2, **bulleted)
        aside = self._style(
            self.sizes.small,
            leftIndent=indent,
            textColor=_MUTED,
            leading=1.3 * self.sizes.small,
            spaceAfter=0.6 * size,
        )
        for item in bullets.items:
            said = self._texts(item.text, first if item.aside else whole, bullet="\u2022")
            said[-1].keepWithNext = bool(item.aside) and len(item.text) < 500
            yield from said
            if item.aside:
                yield from self._texts(item.aside, aside)
        yield Spacer(0, 0.3 * size)

    def _table(self, table: Table) -> Iterator[Flowable]:
        small, size = self.sizes.small, self.sizes.text
        caption: list[Flowable] = []
        if table.caption:
            caption.append(self._text(table.caption, self._style(size, fontName=BOLD, spaceAfter=0.3 * size)))
        widths = [share * self.width for share in table.shares]
        sides = [TA_RIGHT if column.numeric else TA_LEFT for column in table.columns]
        heads = [self._cell(small, alignment=side, fontName=BOLD, textColor=_MUTED) for side in sides]
        cells = [self._cell(size, alignment=side) for side in sides]
        head = [self._text(column.head, style) for column, style in zip(table.columns, heads, strict=True)]
        rows = [
            [self._texts(text, style) for text, style in zip(row, cells, strict=True)] for row in table.rows
        ]
        grid = self._grid([[[text] for text in head], *rows], widths, 0.4 * size, ruled=True)
        whole = self._height(*caption, grid)
        tallest = max(text.wrap(width, 0)[1] for text, width in zip(head, widths, strict=True))
        few_rows = min(self._height(*caption) + tallest + 5 * size, self.height / 2)
        yield CondPageBreak(whole if whole < 0.6 * self.height else few_rows)
        yield from caption
        yield grid
        yield Spacer(0, 1.2 * size)

    def _chart(self, chart: BarChart) -> Iterator[Flowable]:
        size, small = self.sizes.text, self.sizes.small
        muted = self._style(small, textColor=_MUTED, spaceAfter=0.4 * size)
        chart_parts = [self._text(chart.title, self._style(size, fontName=BOLD, spaceAfter=0.1 * size))]
        if chart.measure:
            chart_parts.append(self._text(chart.measure, muted))
        measures = measured(chart, self.width / size)
        longest = measures.bar_width * self.width
        label, said = self._cell(size), self._cell(size, fontName=BOLD)
        rows = [
            [
                self._texts(row.label, label),
                [BarFlowable(row.share * longest, self._text(row.value_text, said))],
            ]
            for row in measures.rows
        ]
        if rows:
            widths = [measures.label_width * self.width, (1 - measures.label_width) * self.width]
            grid = self._grid(rows, widths, 0.32 * size, ruled=False)
            grid.setStyle(
                [("LEFTPADDING", (1, 0), (1, -1), 0), ("LINEBEFORE", (1, 0), (1, -1), 1, _LINE_STRONG)]
            )
            chart_parts.append(grid)
        whole = self._height(*chart_parts)
        yield CondPageBreak(whole if whole < 0.7 * self.height else 8 * size)
        yield from chart_parts
        yield Spacer(0, 0.4 * size)
        if chart.description:
            yield from self._texts(chart.description, muted)
        yield Spacer(0, 0.6 * size)

    def _grid(
        self, rows: list[list[list[Flowable]]], widths: list[float], padding: float, *, ruled: bool
    ) -> Grid:
        """Set rows of cells; a ruled grid has lines between rows, and its first row repeats on each page.

        Tall rows are cut into pieces, for reportlab breaks rows badly.
        """
        side = min(1.5 * padding, min(widths) / 6)
        inner = [width - 2 * side for width in widths]
        inner[0], inner[-1] = inner[0] + side, inner[-1] + side
        pieces: list[tuple[Flowable | str, ...]] = []
        style = _edges(padding, side)
        heads: int | None = None
        for row in rows:
            cells = [list(self._cut(cell, width)) for cell, width in zip(row, inner, strict=True)]
            first, last = len(pieces), len(pieces) + max(map(len, cells)) - 1
            pieces += zip_longest(*cells, fillvalue="")
            if last > first:
                style.append(("BOTTOMPADDING", (0, first), (-1, last - 1), 0))
                style.append(("TOPPADDING", (0, first + 1), (-1, last), 0))
            if ruled:
                style.append(("LINEBELOW", (0, last), (-1, last), 0.75, _LINE))
            heads = heads or last + 1
        if ruled and heads:
            style.append(("LINEBELOW", (0, heads - 1), (-1, heads - 1), 1, _LINE_STRONG))
        return Grid(pieces, widths, repeatRows=1 if ruled and heads == 1 else 0, hAlign="LEFT", style=style)

    def _cut(self, cell: list[Flowable], width: float) -> Iterator[Flowable]:
        few = _FEW_LINES * 1.4 * self.sizes.text
        for whole in cell:
            part = whole
            while part.wrap(width, self.height)[1] > few:
                piece, part = part.split(width, few)
                yield piece
            yield part

    def _style(self, size: float, **changes: object) -> ParagraphStyle:
        """Return a style for lines no longer than can be read with ease."""
        room = self.width - paper_style.LINE_EMS * size
        given = {"fontName": REGULAR, "leading": 1.4 * size, "textColor": _INK, "rightIndent": max(0, room)}
        return ParagraphStyle("text", fontSize=size, allowWidows=0, allowOrphans=0, **(given | changes))

    def _cell(self, size: float, **changes: object) -> ParagraphStyle:
        return self._style(size, rightIndent=0, leading=1.3 * size, **changes)

    def _text(self, text: str, style: ParagraphStyle, kind: type[Text] = Text) -> Text:
        if crowded(text):
            style = style.clone("crowded", wordWrap="CJK")
        return kind(self.setting.markup(text, style.fontName), style)

    def _texts(
        self, text: str, style: ParagraphStyle, kind: type[Text] = Text, bullet: str | None = None
    ) -> list[Text]:
        """Return ``text`` in paragraphs of few and short lines: reportlab's time grows with their square."""
        parts = list(_in_parts(printable(text)))
        inner = style.clone("inner", spaceAfter=0)
        texts = [self._text(part, inner, kind) for part in parts[:-1]]
        texts.append(self._text(parts[-1], style, kind))
        texts[0].bulletText = bullet
        return texts

    def _held_together(self, headings: list[Flowable], follow: list[Flowable]) -> Iterator[Flowable]:
        """Yield a page break that is taken where headings would stand alone at the foot of a page."""
        if not headings:
            return
        if follow and isinstance(follow[0], CondPageBreak):
            beneath = follow[0].height
        else:
            beneath = sum(min(self._height(part), 4 * self.sizes.text) for part in follow[:2])
        yield CondPageBreak(self._height(*headings) + beneath)

    def _height(self, *parts: Flowable) -> float:
        return sum(
            float(part.wrap(self.width, self.height)[1] + part.getSpaceBefore() + part.getSpaceAfter())
            for part in parts
        )


def _in_parts(text: str) -> Iterator[str]:
    """Yield ``text`` in parts of few lines and few letters; most texts are one part."""
    part: list[str] = []
    room = _FEW_LETTERS
    for line in text.split("\n"):
        for piece in _pieces(line):
            if part and (len(part) == _FEW_LINES or len(piece) > room):
                yield "\n".join(part)
                part, room = [], _FEW_LETTERS
            part.append(piece)
            room -= len(piece)
    yield "\n".join(part)


def _pieces(line: str) -> Iterator[str]:
    """Yield a line in pieces that end with a word where words end at all; most lines are one piece."""
    while len(line) > _FEW_LETTERS:
        end = line.rfind(" ", _FEW_LETTERS // 2, _FEW_LETTERS) + 1 or _FEW_LETTERS
        yield line[:end].rstrip(" ")
        line = line[end:]
    yield line


def _edges(padding: float, side: float) -> list[tuple[object, ...]]:
    """Cell paddings, with none at the outer sides, so that text stands under text."""
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), side),
        ("RIGHTPADDING", (0, 0), (-1, -1), side),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
    ]
