from io import BytesIO

import pytest
from pypdf import PdfReader

from dialogue_desk.domain.model.document import (
    Bullet,
    Bullets,
    Document,
    Heading,
    PaperSize,
    Paragraph,
)
from dialogue_desk.reports.pdf import LEAST_END, pdf_of
from dialogue_desk.words import Words
from tests.reports.paper_reading import fullness
from tests.reports.paper_samples import ENGLISH

WORDS = Words()


def read(document: Document, **options) -> PdfReader:
    return PdfReader(BytesIO(pdf_of(document, WORDS, **options)))


def test_the_file_names_its_title_and_language() -> None:
    reader = read(Document("Seguridad  entre\ntodos", (), language="es"))

    assert reader.metadata.title == "Seguridad entre todos"
    assert reader.root_object["/Lang"] == "es"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize(("paper", "size"), [(PaperSize.LETTER, (612, 792)), (PaperSize.A4, (595, 842))])
def test_the_sheet_is_the_one_asked_for(paper: PaperSize, size: tuple[int, int]) -> None:
    box = read(ENGLISH, paper=paper).pages[0].mediabox

    assert (round(box.width), round(box.height)) == size


def test_every_page_says_whose_it_is_and_where_it_stands() -> None:
    reader = read(Document("Long", (Paragraph("word " * 4000),), footer="Circle C07 · Session 2"))
    pages = [page.extract_text() for page in reader.pages]

    assert len(pages) > 3
    for number, said in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in said
        assert "Circle C07 · Session 2" in said


def test_a_footer_that_must_be_read_is_whole_in_large_print() -> None:
    footer = "Keep it locked away, and shred it when the circles have met for the first time."
    said = read(Document("Title", (), footer=footer), large=True).pages[0].extract_text()

    assert footer in " ".join(said.replace("Page 1 of 1", "").split())


def test_a_long_footer_leaves_room_for_the_page() -> None:
    said = read(Document("Title", (), footer="Círculo Дружба " * 40)).pages[0].extract_text()

    assert said.split().count("Дружба") >= 4
    assert "…" in said
    assert "Page 1 of 1" in said


@pytest.mark.parametrize("sections", range(7, 16, 2))
def test_no_document_ends_on_a_nearly_blank_page(sections: int) -> None:
    lines = Bullets(tuple(Bullet(f"line {number}", "code") for number in range(4)))
    pages = read(Document("Title", (Heading("Section"), lines) * sections)).pages

    assert len(pages) == 1 or fullness(pages[-1]) >= LEAST_END
