"""Documents as PDF, drawn by reportlab with the fonts inside.

reportlab cannot tag a PDF: HTML and DOCX are better for people who listen to documents.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from dialogue_desk.reports.pdf_pages import PdfLayout, template_of
from dialogue_desk.reports.typesetting import REGULAR, register_fonts
from dialogue_desk.words import Words

_FOOT = 10 * paper_style.MM
"""The height of the footer, above the margin."""


def pdf_of(
    document: Document, words: Words, *, paper: PaperSize = PaperSize.LETTER, large: bool = False
) -> bytes:
    """Return ``document`` as PDF; the same document gives the same bytes."""
    register_fonts()
    file = BytesIO()
    width, height = paper_style.SHEETS[paper]
    pages = BaseDocTemplate(
        file,
        pagesize=(width, height),
        title=one_line(document.title),
        creator="Dialogue Desk",
        producer="Dialogue Desk",
        lang=document.language,
        displayDocTitle=True,
        invariant=True,
        initialFontName=REGULAR,
    )
    sheet = PdfLayout(
        paper_style.sizes(large=large),
        width - 2 * paper_style.MARGIN,
        height - 2 * paper_style.MARGIN - _FOOT,
    )
    frame = Frame(
        paper_style.MARGIN,
        paper_style.MARGIN + _FOOT,
        sheet.width,
        sheet.height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    footers = []
    for number, edition in enumerate(document.in_all_languages):
        said = list(sheet.typesetting.pieces(one_line(edition.footer)))
        spoken = Words(edition.language) if number else words
        footers.append(_Footer(said, sheet.sizes.small, spoken))
        begun = partial(_FooterCanvas.leave_room, footer=footers[-1])
        pages.addPageTemplates(PageTemplate(template_of(number), frames=[frame], onPage=begun))
    pages.build(sheet.story(document, words), canvasmaker=_FooterCanvas)
    return file.getvalue()


class _Footer:
    """The footer of each page of one language."""

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
        """Draw as much of the text as there is room for, and an ellipsis for the rest."""
        across = paper_style.MARGIN
        for font, run in groupby(self._fitting(right - across), itemgetter(0)):
            text = "".join(map(itemgetter(1), run))
            canvas.setFont(font, self._size)
            canvas.drawString(across, base, text)
            across += stringWidth(text, font, self._size)

    def _fitting(self, room: float) -> Iterator[tuple[str, str]]:
        for font, piece in self._pieces:
            room -= stringWidth(piece, font, self._size)
            if room < 0:
                yield REGULAR, "\u2026"
                return
            yield font, piece


class _FooterCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that draws the footers last, when the number of pages is known."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self._footers: list[_Footer] = []

    def leave_room(self, _pages: BaseDocTemplate, footer: _Footer) -> None:
        self._footers.append(footer)
        self.doForm(f"footer-{len(self._footers)}")

    def save(self) -> None:
        for page, footer in enumerate(self._footers, start=1):
            self.beginForm(f"footer-{page}")
            footer.draw(self, self._pagesize[0], page, len(self._footers))
            self.endForm()
        super().save()
