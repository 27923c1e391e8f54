"""Documents as PDF, drawn by reportlab with the fonts inside.

reportlab cannot tag a PDF: HTML and DOCX are better for people who listen to documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from itertools import groupby
from operator import itemgetter

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from dialogue_desk.domain.model.document import Document, PaperSize
from dialogue_desk.domain.model.text import one_line
from dialogue_desk.reports import paper_style
from dialogue_desk.reports.pdf_pages import PdfLayout
from dialogue_desk.reports.typesetting import REGULAR, register_fonts
from dialogue_desk.words import Words

_FOOT = 10 * paper_style.MM
"""The height of the footer, above the margin."""
LEAST_END = 1 / 3
"""How full the last page of an edition is at least, where spacing can do it."""
_FULL_END = 1 / 2
"""A last page that is emptier may have room on the pages before, if these are set closer."""
_AIRS, _CLOSER = (1.0, 0.75, 0.5, 1.25, 1.6, 2.0), 3
_FEW_TRIES, _MOST_PAGES = 12, 40
"""A document of more pages is only set closer, and one of very many once: setting it costs time."""


def pdf_of(
    document: Document, words: Words, *, paper: PaperSize = PaperSize.LETTER, large: bool = False
) -> bytes:
    """Return ``document`` as PDF; the same document gives the same bytes.

    Where an edition would end on a nearly blank page, it is set closer or wider, until its end has company.
    One with a margin is not: its blank places are for notes by hand.
    """
    register_fonts()
    editions = len(document.all_in_file)
    usual = paper_style.sizes(large=large)
    made: list[_Setting] = []
    for air in _AIRS[:1] if document.has_margin else _AIRS:
        made.append(_Setting(document, words, paper, (replace(usual, air=air),) * editions))
        if made[-1].ends_well(_FULL_END if len(made) == 1 else LEAST_END):
            break
        if len(made) == _CLOSER and made[0].pages > _FEW_TRIES:
            break
    best = tuple(max(made, key=lambda one: one.merit(number)).sizes[number] for number in range(editions))
    known = next((one for one in made if one.sizes == best), None)
    return (known or _Setting(document, words, paper, best)).file()


class _Setting:
    """A document set on pages, each edition in its own ``sizes``."""

    def __init__(
        self, document: Document, words: Words, paper: PaperSize, sizes: tuple[paper_style.Sizes, ...]
    ) -> None:
        self.sizes = sizes
        file = BytesIO()
        width, height = paper_style.SHEETS[paper]
        pages = _Pages(
            file,
            pagesize=(width, height),
            title=one_line(document.title),
            author=one_line(document.author) or None,
            creator="Dialogue Desk",
            producer="Dialogue Desk",
            lang=document.language,
            displayDocTitle=True,
            invariant=True,
            initialFontName=REGULAR,
        )
        margin = paper_style.MARGIN
        high = height - 2 * margin - _FOOT
        sheets = []
        for number, (own, edition) in enumerate(zip(sizes, document.all_in_file, strict=True)):
            beside = own.beside if edition.has_margin else 0
            sheets.append(PdfLayout(own, width - 2 * margin - beside, high, number, beside))
        for sheet, edition in zip(sheets, document.all_in_file, strict=True):
            said = list(sheet.typesetting.pieces(one_line(edition.footer)))
            footer = _Footer(said, sheet.sizes.small, Words(edition.language) if sheet.number else words)
            begun = partial(_FooterCanvas.leave_room, footer=footer)
            frame = Frame(margin + sheet.beside, margin + _FOOT, sheet.width, high, 0, 0, 0, 0)
            pages.addPageTemplates(PageTemplate(sheet.template, frames=[frame], onPage=begun))
        story = [
            flowable
            for sheet, edition in zip(sheets, document.all_in_file, strict=True)
            for flowable in sheet.story(edition)
        ]
        if any(sheet.typesetting.lacking for sheet in sheets):
            story += sheets[-1].lacking_notice(words)
        pages.build(story, canvasmaker=partial(_FooterCanvas, day=document.day))
        self._pages, self._written = pages, file
        self._fullness = [pages.fullness[sheet.template] for sheet in sheets]

    def file(self) -> bytes:
        """Write it, and return the file; of several settings only the best one is written."""
        self._pages.canv.save()
        return self._written.getvalue()

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return sum(map(len, self._fullness))

    def ends_well(self, least: float) -> bool:
        """Whether the last page of each edition is so full, or setting it again is not worth the time."""
        return self.pages > _MOST_PAGES or all(len(full) == 1 or full[-1] >= least for full in self._fullness)

    def merit(self, number: int) -> tuple[float, int]:
        """Return how well an edition is set: that its end is full counts most, then that it has few pages."""
        full = self._fullness[number]
        return (LEAST_END if len(full) == 1 else min(full[-1], LEAST_END)), -len(full)


class _Pages(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """Pages that remember how full each of them is, by their edition.  Building does not write the file."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self._doSave = 0
        self.fullness: dict[str, list[float]] = {}

    def afterPage(self) -> None:  # noqa: N802  # reportlab's name
        """Remember how much of the page is used."""
        used = 1 - (self.frame._y - self.frame._y1p) / self.frame._aH  # noqa: SLF001  # there is no other way
        self.fullness.setdefault(self.pageTemplate.id, []).append(used)


class _Footer:
    """The footer of each page of one document; those that follow it in the file count their own pages."""

    def __init__(self, pieces: list[tuple[str, str]], size: float, words: Words) -> None:
        self._pieces, self._size, self._words = pieces, size, words

    def draw(self, canvas: Canvas, width: float, page: int, pages: int) -> None:
        """Draw the footer of one page, ``width`` points wide."""
        base, right = paper_style.MARGIN, width - paper_style.MARGIN
        canvas.setStrokeColor(HexColor(paper_style.LINE))
        canvas.setLineWidth(0.75)
        canvas.line(paper_style.MARGIN, base + 1.5 * self._size, right, base + 1.5 * self._size)
        canvas.setFillColor(HexColor(paper_style.MUTED))
        canvas.setFont(REGULAR, self._size)
        place = self._words.tr("Page {page} of {pages}", page=page, pages=pages)
        canvas.drawRightString(right, base, place)
        self._draw_text(canvas, base, right - stringWidth(place, REGULAR, self._size) - 2 * self._size)

    def _draw_text(self, canvas: Canvas, base: float, right: float) -> None:
        """Draw the text in one line, or two; and an ellipsis for what has no room even then."""
        first, second = self._in_two(right - paper_style.MARGIN)
        self._draw_line(canvas, base, first, right)
        self._draw_line(canvas, base - 1.2 * self._size, second, right)

    def _draw_line(self, canvas: Canvas, base: float, pieces: list[tuple[str, str]], right: float) -> None:
        across = paper_style.MARGIN
        for font, run in groupby(self._fitting(pieces, right - across), itemgetter(0)):
            text = "".join(map(itemgetter(1), run))
            canvas.setFont(font, self._size)
            canvas.drawString(across, base, text)
            across += stringWidth(text, font, self._size)

    def _in_two(self, room: float) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Return what stands in the first line, as far as there is a space to part it at, and the rest."""
        begun, parted = 0.0, 0
        for at, (font, piece) in enumerate(self._pieces):
            begun += stringWidth(piece, font, self._size)
            if begun > room:
                return (self._pieces[:parted], self._pieces[parted:]) if parted else (self._pieces, [])
            if piece[-1:].isspace():
                parted = at + 1
        return self._pieces, []

    def _fitting(self, pieces: list[tuple[str, str]], room: float) -> Iterator[tuple[str, str]]:
        for font, piece in pieces:
            room -= stringWidth(piece, font, self._size)
            if room < 0:
                yield REGULAR, "\u2026"
                return
            yield font, piece


class _FooterCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that draws the footers last, when the number of pages is known; made on a ``day``, if any."""

    def __init__(self, *args: object, day: date | None = None, **options: object) -> None:
        super().__init__(*args, **options)
        if day is not None:
            stamp = self._doc._timeStamp  # noqa: SLF001  # reportlab knows the time of the machine or none
            stamp.YMDhms = (day.year, day.month, day.day, 12, 0, 0)
        self._footers: list[_Footer] = []
        self._places: dict[str, int] = {}
        self._numbers: dict[str, tuple[str, str, float]] = {}

    def remember_place(self, key: str) -> None:
        """Remember on which page of its document a place is."""
        self._places[key] = self._footers.count(self._footers[-1])

    def page_number_of(self, key: str, font: str, size: float) -> str:
        """Return the name of a drawing of the number of the page on which a place is, right of its end."""
        name = f"page-of-{key}"
        self._numbers[name] = key, font, size
        return name

    def leave_room(self, _pages: BaseDocTemplate, footer: _Footer) -> None:
        self._footers.append(footer)
        self.doForm(f"footer-{len(self._footers)}")

    def save(self) -> None:
        done: dict[_Footer, int] = {}
        for form, footer in enumerate(self._footers, start=1):
            done[footer] = done.get(footer, 0) + 1
            self.beginForm(f"footer-{form}")
            footer.draw(self, self._pagesize[0], done[footer], self._footers.count(footer))
            self.endForm()
        for name, (key, font, size) in self._numbers.items():
            self.beginForm(name, -100, -size, 0, 2 * size)
            self.setFillColor(HexColor(paper_style.MUTED))
            self.setFont(font, size)
            self.drawRightString(0, 0, str(self._places.get(key, "")))
            self.endForm()
        super().save()
