"""The PDF that screen readers can follow, and that sets every script."""

from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

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
    Role,
    Table,
    TableColumn,
)
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.reports.tagged_pdf import tagged_pdf_of, undrawn
from dialogue_desk.words import Words
from tests.reports.paper_reading import pdf_pages, pdf_words, texts
from tests.reports.paper_samples import ENGLISH, SPANISH

WORDS = Words()


def read(document: Document, **options) -> PdfReader:
    return PdfReader(BytesIO(tagged_pdf_of(document, WORDS, **options)))


def tags(reader: PdfReader) -> list[str]:
    """The structure of a file, as the tags that a screen reader meets, in order."""
    found: list[str] = []

    def walk(element) -> None:
        element = element.get_object()
        if isinstance(element, list):
            for part in element:
                walk(part)
        elif isinstance(element, dict) and "/S" in element:
            found.append(element["/S"].removeprefix("/"))
            if "/K" in element:
                walk(element["/K"])

    walk(reader.root_object["/StructTreeRoot"]["/K"])
    return found


def everything(text: str) -> Document:
    columns = (TableColumn(text), TableColumn(text, numeric=True))
    return Document(
        text,
        (
            Heading(text),
            Paragraph(text),
            Paragraph(text, Role.QUOTE, "ar"),
            Bullets((Bullet(text, text),)),
            Table(columns, ((text, text),), text, (text,), ("es",)),
            BarChart(text, (ChartBar(text, 1, text),), text, text),
        ),
        subtitle=text,
        footer=text,
    )


@pytest.mark.parametrize("document", [ENGLISH, SPANISH])
def test_it_says_the_same_words_as_the_other_pdf_in_order(document: Document) -> None:
    tagged, drawn = (sorted(pdf_words(make(document, WORDS)).split()) for make in (tagged_pdf_of, pdf_of))
    said = " ".join(pdf_words(tagged_pdf_of(document, WORDS)).split())

    at = 0
    for text in texts(document):
        at = said.find(" ".join(text.split()), at)
        assert at >= 0, text
    assert set(tagged) == set(drawn)


def test_it_declares_its_title_its_language_and_that_it_is_tagged() -> None:
    reader = read(SPANISH)

    assert reader.metadata.title == SPANISH.title
    assert reader.root_object["/Lang"] == "es"
    assert reader.root_object["/MarkInfo"]["/Marked"].value
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert b"pdfuaid:part" in reader.root_object["/Metadata"].get_object().get_data()


def test_headings_lists_tables_and_quotes_are_what_they_are() -> None:
    found = tags(read(everything("Some words")))

    assert {"H1", "L", "LI", "Table", "TH", "TD", "BlockQuote"} <= set(found)
    assert found.index("H1") < found.index("L") < found.index("Table")


@pytest.mark.parametrize(
    "text",
    [
        "عندنا مشكلة في الشارع",
        "שלום לכולם",
        "पार्क सुरक्षित नहीं",
        "বাংলা ভাষা",
        "தமிழ்",
        "မြန်မာ",
        "ភាសាខ្មែរ",
        "ሰላም",
        "ไทย",
        "Привет",
        "😀",
    ],
)
def test_every_script_here_is_drawn(text: str) -> None:
    assert not undrawn(frozenset(text))
    assert "◻" not in pdf_words(tagged_pdf_of(Document("Title", (Paragraph(text),)), WORDS))


def test_hebrew_reads_from_right_to_left_with_what_is_between() -> None:
    said = pdf_words(tagged_pdf_of(Document("Title", (Paragraph("שלום לכולם"),)), WORDS))

    assert "שלום" in said or "םולש" in said


def test_what_no_font_draws_leaves_a_mark_and_a_sentence() -> None:
    said = pdf_words(tagged_pdf_of(Document("Title", (Paragraph("before 你好 after"),)), WORDS))

    assert "before ◻◻ after" in said
    assert "Some characters could not be printed here." in said


@pytest.mark.parametrize(
    "text", ["#panic(1)", "$x$ *b* _i_", "= Head", "<a> @b", "\\", "// c", '#read("/etc/passwd")', "`", "{{"]
)
def test_text_is_never_markup(text: str) -> None:
    assert pdf_words(tagged_pdf_of(everything(text), WORDS)).count(text) >= 10


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_in_any_place_can_be_printed(text: str) -> None:
    assert tagged_pdf_of(everything(text), WORDS).startswith(b"%PDF")


def test_a_mark_of_another_script_is_printed_without_the_promise_of_pdf_ua() -> None:
    file = tagged_pdf_of(Document("Title", (Paragraph("◻\u0b47"),)), WORDS)
    root = PdfReader(BytesIO(file)).root_object

    assert "StructTreeRoot" in "".join(root)
    assert b"pdfuaid:part" not in root["/Metadata"].get_object().get_data()


def test_a_document_without_anything_can_be_printed() -> None:
    nothing = Document("", (Bullets(()), Table((TableColumn(""),), ()), BarChart("", ()), Heading("")))

    assert tagged_pdf_of(nothing, WORDS).startswith(b"%PDF")


def test_a_long_word_stays_on_the_page_and_whole() -> None:
    word = "unbroken" * 100
    said = pdf_words(
        tagged_pdf_of(Document("T", (Table((TableColumn("A"), TableColumn("B")), ((word, word),)),)), WORDS)
    )

    assert "".join(said.replace("\u200b", "").split()).count("unbroken") == 200


@pytest.mark.parametrize(
    "text",
    [
        "យើងចង់បានសួនច្បារមានសុវត្ថិភាព",
        "ကျွန်ုပ်တို့လမ်းမပေါ်တွင်မီးလိုသည်",
        "เราอยากให้สวนสาธารณะปลอดภัยสำหรับทุกคน",
        "يلعبونفيالشوارعبعدالمدرسةكليومخميس",
    ],
)
def test_a_sentence_without_spaces_is_not_cut_within_a_syllable(text: str) -> None:
    said = pdf_words(tagged_pdf_of(Document("Title", (Paragraph(text),)), WORDS))

    assert "\u25cc" not in said
    assert "\u200b" not in said


def test_the_same_document_gives_the_same_bytes() -> None:
    assert tagged_pdf_of(ENGLISH, WORDS) == tagged_pdf_of(ENGLISH, WORDS)


def test_paper_and_large_print_are_settings_of_the_writing() -> None:
    box = read(ENGLISH, paper=PaperSize.A4).pages[0].mediabox

    assert (round(box.width), round(box.height)) == (595, 842)
    assert len(read(ENGLISH, large=True).pages) > len(read(ENGLISH).pages)


def test_each_language_begins_a_page_and_numbers_it_in_its_own_words() -> None:
    both = Document(
        **{
            **{name: getattr(ENGLISH, name) for name in ("title", "blocks", "footer")},
            "following": (SPANISH,),
        }
    )
    pages = pdf_pages(tagged_pdf_of(both, WORDS))

    assert SPANISH.title.split()[0] in pages[-1] or SPANISH.title.split()[0] in " ".join(pages[1:])
    assert f"Page 1 of {len(pages) - 1}" in pages[0]
    assert "Página 1 de 1" in pages[-1]


def test_a_page_break_begins_a_page() -> None:
    pages = pdf_pages(tagged_pdf_of(Document("T", (Paragraph("one"), PageBreak(), Paragraph("two"))), WORDS))

    assert len(pages) == 2
    assert "two" in pages[1]
