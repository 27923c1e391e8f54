"""Reads documents back as other programs read them."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO

import docx
from docx.table import Table as WordTable
from pypdf import PageObject, PdfReader

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
    Rings,
    Table,
    WritingLines,
)
from dialogue_desk.reports.paper_style import MARGIN, MM


def texts(document: Document, *, with_heads: bool = True, tagged: bool = False) -> list[str]:
    """Every text of a document in the order of reading; a list of bars has no head over its labels.

    A ``tagged`` one numbers its findings, and reads the parts of a whole as a table of two rows.
    """
    found = [document.title, document.subtitle]
    for block in document.blocks:
        found += _texts(block, with_heads=with_heads, tagged=tagged)
    return [text for text in found if text]


def _texts(block: Block, *, with_heads: bool, tagged: bool) -> list[str]:
    found: list[str] = []
    match block:
        case Heading():
            found = [block.topic, block.text]
        case Paragraph() | Rings():
            found = [block.text]
        case Bullets():
            found = [text for item in block.items for text in (item.text, item.aside)]
        case Table():
            found = [block.caption, *(column.head for column in block.columns)]
            found += [text for row, note, _ in block.noted_rows for text in (*row, note)]
        case BarChart():
            found = _texts_of_chart(block, with_heads=with_heads, tagged=tagged)
        case Figures() | Findings() | Columns():
            found = _texts_of_spread(block, with_heads=with_heads, tagged=tagged)
        case PageBreak() | Contents() | WritingLines():
            pass
    return found


def _texts_of_chart(chart: BarChart, *, with_heads: bool, tagged: bool) -> list[str]:
    if tagged and chart.whole and len(chart.bars) > 1:
        return [chart.title, *(bar.label for bar in chart.bars), *(bar.value_text for bar in chart.bars)]
    found = [chart.title, chart.label if with_heads else "", chart.measure]
    found += [text for bar in chart.bars for text in (bar.label, bar.value_text)]
    return [*found, chart.description]


def _texts_of_spread(block: Figures | Findings | Columns, *, with_heads: bool, tagged: bool) -> list[str]:
    found: list[str] = []
    if isinstance(block, Figures):
        found = [text for item in block.items for text in item]
    elif isinstance(block, Findings):
        for place, one in enumerate(block.items, 1):
            found += [str(place) if tagged else "", one.title, one.count, one.text, one.code]
    else:
        for side in block.sides:
            found += [side.title, side.aside]
            for inside in side.blocks:
                found += _texts(inside, with_heads=with_heads, tagged=tagged)
    return found


def pdf_words(file: bytes) -> str:
    """All words of a PDF, its footers among them."""
    return " ".join(pdf_pages(file))


def pdf_pages(file: bytes) -> list[str]:
    """The words of each page of a PDF."""
    return [page.extract_text() for page in PdfReader(BytesIO(file)).pages]


def fullness(page: PageObject) -> float:
    """How much of the room over its footer a page of a PDF uses, by its lowest line."""
    heights: list[float] = []

    def remember(text: str, around: list[float], within: list[float], *_: object) -> None:
        if text.strip():
            heights.append(within[5] * around[3] + around[5])

    page.extract_text(visitor_text=remember)
    top, foot = float(page.mediabox.height) - MARGIN, MARGIN + 10 * MM
    return (top - min(height for height in heights if height > foot)) / (top - foot)


def docx_texts(file: bytes) -> list[str]:
    """The text of every paragraph and cell of a DOCX; codes at the end of a line for themselves."""
    found: list[str] = []
    for block in docx.Document(BytesIO(file)).iter_inner_content():
        if isinstance(block, WordTable):
            cells = {cell._tc: cell.text for row in block.rows for cell in row.cells}  # merged ones once
            found += cells.values()
        else:
            code = "".join(run.text for run in block.runs if run.style.name == "Aside")
            found.append(block.text.removesuffix(f" {code}") if code else block.text)
            found += [code] if code else []
    return found


class Page(HTMLParser):
    """An HTML page as its elements and their texts.

    Refuses what a valid page of ours never has: an element left open, or closed out of order.
    """

    VOID = ("meta", "col", "rect")

    def __init__(self, file: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(file.decode())
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append(tag)
        if "dir" in dict(attrs):
            self.texts.append((tag, ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.texts and self._open and self._open[-1] == self.texts[-1][0]:
            tag, text = self.texts[-1]
            self.texts[-1] = (tag, text + data)

    def text_of(self, *tags: str) -> list[str]:
        """The texts of the elements that have one of ``tags``."""
        return [text for tag, text in self.texts if tag in tags]
