"""The blocks of a document on the pages of a PDF."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from dialogue_desk.domain.model.document import (
    Bullet,
    Bullets,
    Document,
    Heading,
    PageBreak,
    Paragraph,
)
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.words import Words
from tests.reports.paper_samples import ENGLISH

WORDS = Words()


def read(document: Document, **options) -> PdfReader:
    return PdfReader(BytesIO(pdf_of(document, WORDS, **options)))


def outline(reader: PdfReader, entries: list | None = None, depth: int = 0) -> list[tuple[int, str, int]]:
    found = []
    for entry in reader.outline if entries is None else entries:
        if isinstance(entry, Destination):
            found.append((depth, entry.title, reader.get_destination_page_number(entry)))
        else:
            found += outline(reader, entry, depth + 1)
    return found


def test_headings_are_bookmarks_on_their_pages() -> None:
    blocks = (Heading("One"), Heading("Inner", 2), PageBreak(), Heading("Two"), Paragraph("text"))

    assert outline(read(Document("All", blocks))) == [
        (0, "All", 0),
        (1, "One", 0),
        (2, "Inner", 0),
        (1, "Two", 1),
    ]


def test_large_print_holds_no_small_letters() -> None:
    sizes = []
    for page in read(ENGLISH, large=True).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: text.strip() and sizes.append(size)
        )

    assert min(sizes) == 18


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("lines", range(24, 44))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(lines: int, large: bool) -> None:
    before = Bullets(tuple(Bullet(f"line {number}") for number in range(lines)))
    document = Document("Title", (before, Heading("Kept"), Heading("Closely", 2), Paragraph("FOLLOWS " * 60)))
    pages = [page.extract_text() for page in read(document, large=large).pages]
    holder = next(said for said in pages if "Kept" in said)

    assert "Closely" in holder
    assert holder.count("FOLLOWS") >= 10
