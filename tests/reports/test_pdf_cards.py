"""Cards stand two or four to a sheet by their length, whole, with lines to cut along."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from dialogue_desk.domain.model.document import (
    Bullet,
    Bullets,
    Document,
    Heading,
    PageBreak,
    PaperSize,
    Paragraph,
    Role,
    WritingLines,
)
from dialogue_desk.reports.pdf_cards import cards_pdf_of
from tests.reports.paper_reading import pdf_pages

SHORT, MIDDLE, LONG, ENDLESS = (count * "many words " for count in (12, 110, 220, 900))


def cards(*lengths: str) -> Document:
    blocks = [
        block
        for number, length in enumerate(lengths)
        for block in (
            Heading(f"Title {number}"),
            Paragraph(f"View {number}", Role.MUTED),
            Paragraph(f"{length} end{number}."),
        )
    ]
    return Document("Cards", tuple(blocks), footer="Our Park")


def titles_on(document: Document, **options) -> list[list[int]]:
    """Which cards begin on each page."""
    pages = pdf_pages(cards_pdf_of(document, **options))
    return [[number for number in range(20) if f"Title {number}" in page] for page in pages]


def test_short_cards_stand_four_to_a_sheet() -> None:
    assert titles_on(cards(*[SHORT] * 6)) == [[0, 1, 2, 3], [4, 5]]


def test_when_one_is_too_long_for_a_quarter_all_stand_two_to_a_sheet() -> None:
    assert titles_on(cards(SHORT, MIDDLE, SHORT)) == [[0, 1], [2]]


def test_one_that_is_longer_than_half_a_sheet_has_its_own_and_the_order_stays() -> None:
    assert titles_on(cards(SHORT, SHORT, SHORT, LONG, SHORT)) == [[0, 1, 2], [3], [4]]


def test_when_most_are_that_long_all_have_a_sheet() -> None:
    assert titles_on(cards(LONG, SHORT, LONG)) == [[0], [1], [2]]


@pytest.mark.parametrize("paper", list(PaperSize))
@pytest.mark.parametrize("large", [False, True])
def test_a_card_that_is_longer_than_a_sheet_goes_on_on_the_next(paper: PaperSize, large: bool) -> None:
    pages = pdf_pages(cards_pdf_of(cards(ENDLESS), paper=paper, large=large))
    said = " ".join(" ".join(pages).split())
    assert len(pages) > 1
    assert said.split().count("many") == said.split().count("words") == 900
    assert "end0." in pages[-1]


def test_large_print_is_never_smaller_than_18_points() -> None:
    found: set[float] = set()
    page = PdfReader(BytesIO(cards_pdf_of(cards(*[MIDDLE] * 4), large=True))).pages[0]
    page.extract_text(visitor_text=lambda text, _a, _w, _f, size: found.add(size) if "many" in text else None)
    assert min(found) >= 18


def test_each_card_says_its_kind_before_its_title_and_the_guide_at_its_foot() -> None:
    (page,) = pdf_pages(cards_pdf_of(cards(SHORT)))
    assert page.index("View 0") < page.index("Title 0") < page.index("end0.") < page.index("Our Park")


def test_all_that_stands_on_a_card_is_drawn() -> None:
    blocks = (
        Heading("Way"),
        Bullets((Bullet("It costs little"),), margin="For"),
        WritingLines(2, "Who paid", "The library"),
        Paragraph("Wait.", margin="Say"),
    )
    (page,) = pdf_pages(cards_pdf_of(Document("Cards", blocks)))
    for text in ("Way", "For", "It costs little", "Who paid", "The library", "Say", "Wait."):
        assert text in page


def test_sets_in_two_languages_begin_their_own_sheets() -> None:
    spanish = Document("Tarjetas", (Heading("Title 9"),), language="es")
    both = Document("Cards", cards(SHORT).blocks, following=(spanish,))
    assert titles_on(both) == [[0], [9]]


def test_words_without_a_space_and_markup_break_nothing() -> None:
    document = Document(
        "<b>", (Heading("W" * 200), Paragraph("<para>&lt; \x00" + "x" * 3000)), footer="f" * 900
    )
    assert "<para>&lt;" in "".join(pdf_pages(cards_pdf_of(document)))


def test_the_same_cards_give_the_same_bytes() -> None:
    assert cards_pdf_of(cards(SHORT)) == cards_pdf_of(cards(SHORT))


def test_what_has_no_place_on_a_card_is_refused() -> None:
    with pytest.raises(ValueError, match="PageBreak"):
        cards_pdf_of(Document("", (Heading("x"), PageBreak())))
