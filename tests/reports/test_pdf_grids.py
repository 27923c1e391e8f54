"""Tables and charts on the pages of a PDF."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from dialogue_desk.domain.model.document import (
    BarChart,
    Bullet,
    Bullets,
    ChartBar,
    Document,
    Heading,
    Table,
    TableColumn,
)
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.words import Words
from tests.reports.paper_reading import pdf_words

WORDS = Words()


def read(document: Document, **options) -> PdfReader:
    return PdfReader(BytesIO(pdf_of(document, WORDS, **options)))


def test_a_tables_head_stands_on_every_page_it_reaches() -> None:
    table = Table((TableColumn("Part"), TableColumn("Minutes", numeric=True)), (("Welcome", "8"),) * 120)
    pages = [page.extract_text() for page in read(Document("Long", (table,))).pages]

    assert len(pages) > 2
    assert all("Part" in said and "Minutes" in said for said in pages)


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


@pytest.mark.parametrize("large", [False, True])
def test_no_short_word_or_code_is_broken_in_a_narrow_column(large: bool) -> None:
    heads = (TableColumn("Código", 0.5), TableColumn("Opción", 6), TableColumn("Suma", 0.5))
    table = Table(heads, (("KLX23", "Light", ""),), lines=2)
    said = read(Document("Sheet", (table,)), large=large).pages[0].extract_text()

    assert {"Código", "Suma", "KLX23"} <= set(said.split())
