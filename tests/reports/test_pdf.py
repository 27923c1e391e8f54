import subprocess
import sys
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination, IndirectObject

from dialogue_desk.domain.model.document import (
    BarChart,
    Bullet,
    Bullets,
    ChartBar,
    Document,
    Heading,
    PageBreak,
    PaperSize,
    Paragraph,
    Table,
    TableColumn,
)
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.words import Words
from tests.reports.paper_reading import pdf_words
from tests.reports.paper_samples import ENGLISH

WORDS = Words()
LACKING = "Some characters could not be printed here."


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


def fonts(reader: PdfReader) -> dict[str, bool]:
    """Every font that the file's pages and footers name, and whether it is inside."""
    found = {}
    for number in range(1, len(reader.xref[0]) + 1):
        thing = IndirectObject(number, 0, reader).get_object()
        if isinstance(thing, dict) and thing.get("/Type") == "/Font" and "/FontDescriptor" in thing:
            found[thing["/BaseFont"].partition("+")[2]] = "/FontFile2" in thing["/FontDescriptor"]
    return found


def test_headings_are_bookmarks_on_their_pages() -> None:
    blocks = (Heading("One"), Heading("Inner", 2), PageBreak(), Heading("Two"), Paragraph("text"))

    assert outline(read(Document("All", blocks))) == [
        (0, "All", 0),
        (1, "One", 0),
        (2, "Inner", 0),
        (1, "Two", 1),
    ]


def test_the_file_names_its_title_and_language() -> None:
    reader = read(Document("Seguridad  entre\ntodos", (), language="es"))

    assert reader.metadata.title == "Seguridad entre todos"
    assert reader.root_object["/Lang"] == "es"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_typeface_is_inside() -> None:
    found = fonts(read(Document("Safety Привет", (Paragraph("ሰላም 👍 and plain"),))))

    assert {name for name, inside in found.items() if inside} >= {
        "AtkinsonHyperlegible-Regular",
        "AtkinsonHyperlegible-Bold",
        "NotoSans-Regular",
        "NotoSansEthiopic-Regular",
    }
    assert all(found.values())


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


def test_a_long_footer_leaves_room_for_the_page() -> None:
    said = read(Document("Title", (), footer="Círculo Дружба " * 40)).pages[0].extract_text()

    assert said.split().count("Дружба") >= 4
    assert "…" in said
    assert "Page 1 of 1" in said


def test_large_print_holds_no_small_letters() -> None:
    sizes = []
    for page in read(ENGLISH, large=True).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: text.strip() and sizes.append(size)
        )

    assert min(sizes) == 18


def test_a_tables_head_stands_on_every_page_it_reaches() -> None:
    table = Table((TableColumn("Part"), TableColumn("Minutes", numeric=True)), (("Welcome", "8"),) * 120)
    pages = [page.extract_text() for page in read(Document("Long", (table,))).pages]

    assert len(pages) > 2
    assert all("Part" in said and "Minutes" in said for said in pages)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("lines", range(24, 44))
def test_a_heading_never_stands_alone_at_the_foot_of_a_page(lines: int, large: bool) -> None:
    before = Bullets(tuple(Bullet(f"line {number}") for number in range(lines)))
    document = Document("Title", (before, Heading("Kept"), Heading("Closely", 2), Paragraph("FOLLOWS " * 60)))
    pages = [page.extract_text() for page in read(document, large=large).pages]
    holder = next(said for said in pages if "Kept" in said)

    assert "Closely" in holder
    assert holder.count("FOLLOWS") >= 10


@pytest.mark.parametrize("lines", range(20, 40))
def test_a_chart_stays_with_its_heading_and_in_one_piece(lines: int) -> None:
    before = Bullets(tuple(Bullet(f"line {number}") for number in range(lines)))
    chart = BarChart("Themes", tuple(ChartBar(f"theme {number}", number) for number in range(8)), "circles")
    pages = [page.extract_text() for page in read(Document("Title", (before, Heading("Kept"), chart))).pages]
    holder = next(said for said in pages if "Kept" in said)

    assert "Themes" in holder
    assert all(f"theme {number}" in holder for number in range(8))


@pytest.mark.parametrize("widths", [(0.001, 10), (1,) * 30, (1, 1, 1, 1, 20)])
@pytest.mark.parametrize("large", [False, True])
def test_narrow_columns_keep_their_words(widths: tuple[float, ...], large: bool) -> None:
    cells = tuple(f"unbroken{number}" for number in range(len(widths)))
    table = Table(
        tuple(TableColumn(f"head{number}", width) for number, width in enumerate(widths)), (cells,) * 3
    )
    said = "".join(pdf_words(pdf_of(Document("Title", (table,)), WORDS, large=large)).split())

    assert said.count("unbroken") == 3 * len(widths)


def test_a_head_too_tall_to_repeat_stands_once() -> None:
    table = Table((TableColumn("HEAD " * 2000), TableColumn("Minutes")), (("Welcome", "8"), ("Closing", "9")))
    said = pdf_words(pdf_of(Document("Report", (table,)), WORDS))

    assert said.count("HEAD") == 2000
    assert said.index("Welcome") < said.index("Closing")


def test_a_long_chart_goes_on_over_pages() -> None:
    chart = BarChart(
        "Themes", tuple(ChartBar(f"theme {number}", number, f"in {number}") for number in range(120))
    )
    said = pdf_words(pdf_of(Document("Report", (chart,)), WORDS))

    assert all(f"theme {number}" in said for number in range(120))


def test_a_table_cell_longer_than_a_page_flows_on() -> None:
    table = Table(
        (TableColumn("Part"), TableColumn("Said", 3)), (("Welcome", "words " * 3000), ("After", "that"))
    )
    said = pdf_words(pdf_of(Document("Report", (table,)), WORDS))

    assert said.count("words") == 3000
    assert "After" in said


@pytest.mark.parametrize(
    "text", ["Café, ñandú, Tiếng Việt, Привет, Ελλάδα, ሰላም, 你好, ภาษา 👍🏽", "→ • … “quoted” € ½ \u202eabc"]
)
def test_what_can_be_drawn_is_drawn_and_can_be_copied(text: str) -> None:
    said = pdf_words(pdf_of(Document("Title", (Paragraph(text),)), WORDS))

    assert text.replace("\u202e", "") in said
    assert LACKING not in said


@pytest.mark.parametrize("text", ["مرحبا", "שלום", "नमस्ते", "\x00"])
def test_what_cannot_be_drawn_leaves_a_mark_and_a_sentence(text: str) -> None:
    said = pdf_words(pdf_of(Document("Title", (Paragraph(f"before {text} after"),)), WORDS))

    assert f"before {'◻' * len(text)} after" in said
    assert LACKING in said


def test_the_first_document_of_all_may_lack_every_letter() -> None:
    asked = """
from dialogue_desk.domain.model.document import Document
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.words import Words
pdf_of(Document("שלום", ()), Words())
"""
    subprocess.run([sys.executable, "-c", asked], check=True)


def test_a_lacking_letter_in_the_footer_is_told_too() -> None:
    assert LACKING in pdf_words(pdf_of(Document("Title", (), footer="שלום"), WORDS))
