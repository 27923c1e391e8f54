"""What holds for every paper: what is written is what was said, whole, the same each time, and inert."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dialogue_desk.domain.model.document import (
    BarChart,
    Block,
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
from dialogue_desk.domain.model.text import printable
from dialogue_desk.reports.document_files import ENDINGS, USUAL_ENDINGS, rendered, write_document
from dialogue_desk.words import Words
from tests.reports.paper_reading import Page, docx_texts, pdf_pages, pdf_words, texts
from tests.reports.paper_samples import ENGLISH, SPANISH

WORDS = Words()
HOSTILE = [
    "<b>bold</b> & <script>alert(1)</script> &lt; &#60; <br/> <para>",
    "=1+1 {{7*7}} $family ${small} %(x)s {count} \\n",
    "\u202eevil\u202c \u2066isolated",
    "a \x00\x07\x1b[31m b\x7f",
    "</style></title></p>--> ]]>",
    "'\"><img src=x onerror=y>",
    "@page \\ud800 'quoted' \"twice\"",
]
SCRIPTS = "Café ñandú, Tiếng Việt, Привет, Ελλάδα, ሰላም, 你好, こんにちは, 안녕, ภาษา, مرحبا, שלום, नमस्ते, 👍🏽"


def filled(text: str) -> Document:
    """A document with ``text`` in every place that takes any."""
    return Document(
        text,
        (
            Heading(text),
            *(Paragraph(text, role) for role in Role),
            Bullets((Bullet(text, text), Bullet(text))),
            Table((TableColumn(text), TableColumn(text, 2, numeric=True)), ((text, text),), text),
            BarChart(text, (ChartBar(text, 2, text), ChartBar("label", 1)), text, text),
            PageBreak(),
        ),
        text,
        text,
    )


def read_html(file: bytes) -> list[str]:
    """The texts of an HTML page, in order."""
    return [text for _, text in Page(file).texts if text]


@pytest.mark.parametrize("document", [ENGLISH, SPANISH])
def test_a_pdf_says_all_words_in_order(document: Document) -> None:
    said = " ".join(pdf_words(rendered(document, ".pdf", WORDS)).split())

    at = 0
    for text in texts(document):
        at = said.find(" ".join(text.split()), at)
        assert at >= 0, text


@pytest.mark.parametrize("document", [ENGLISH, SPANISH])
def test_a_docx_says_all_words_in_order(document: Document) -> None:
    found = [text.strip() for text in docx_texts(rendered(document, ".docx", WORDS)) if text.strip()]

    assert found == texts(document)


@pytest.mark.parametrize("document", [ENGLISH, SPANISH])
def test_a_page_says_all_words_in_order(document: Document) -> None:
    assert read_html(rendered(document, ".html", WORDS)) == [*texts(document), document.footer]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("large", [False, True])
def test_the_same_document_gives_the_same_bytes(ending: str, large: bool) -> None:
    first, second = (rendered(ENGLISH, ending, WORDS, large=large) for _ in range(2))

    assert first == second
    assert first != rendered(SPANISH, ending, WORDS, large=large)


@pytest.mark.parametrize("ending", USUAL_ENDINGS)
def test_paper_and_large_print_are_settings_of_the_writing(ending: str) -> None:
    kinds = {
        rendered(ENGLISH, ending, WORDS, paper=paper, large=large)
        for paper in PaperSize
        for large in (False, True)
    }

    assert len(kinds) == 4


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_markup(text: str) -> None:
    document = filled(text)

    assert printable(text) in docx_texts(rendered(document, ".docx", WORDS))
    page = Page(rendered(document, ".html", WORDS))
    assert page.text_of("h1", "h2") == [printable(text)] * 2
    assert {tag for tag, _ in page.elements} == {
        tag for tag, _ in Page(rendered(filled("x"), ".html", WORDS)).elements
    }
    rendered(document, ".pdf", WORDS)


def test_markup_is_printed_as_it_was_typed() -> None:
    said = pdf_words(rendered(filled(HOSTILE[0]), ".pdf", WORDS))

    assert said.count("<b>bold</b> & <script>alert(1)</script> &lt; &#60; <br/> <para>") >= 5


def test_every_script_is_kept() -> None:
    document = filled(SCRIPTS)

    assert docx_texts(rendered(document, ".docx", WORDS))[0] == SCRIPTS
    assert Page(rendered(document, ".html", WORDS)).text_of("h1") == [SCRIPTS]


@pytest.mark.parametrize(
    "text", ["a pasted page " * 1430, "unbroken" * 2500, "one line of a song\n" * 1050, "漢字" * 10_000]
)
def test_twenty_thousand_letters_are_kept_on_every_paper(text: str) -> None:
    document = Document(
        "Long", (Paragraph(text), Bullets((Bullet(text),)), Table((TableColumn("Head"),), ((text,),)))
    )
    whole = "".join(text.split())

    assert docx_texts(rendered(document, ".docx", WORDS)).count(text) == 3
    assert read_html(rendered(document, ".html", WORDS)).count(text) == 3
    said = "".join(pdf_words(rendered(document, ".pdf", WORDS, large=True)).split())
    assert re.sub(r"Page\d+of\d+(Head)?", "", said).count(whole) == 3


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_in_any_place_can_be_written_and_read_back(text: str) -> None:
    document = filled(text)
    assert rendered(document, ".pdf", WORDS).startswith(b"%PDF")
    found = docx_texts(rendered(document, ".docx", WORDS))
    page = Page(rendered(document, ".html", WORDS))
    assert found[0] == printable(text)
    assert page.text_of("h1") == [printable(text)]
    assert found.count(printable(text)) >= 13
    assert [said for _, said in page.texts].count(printable(text)) >= 13


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".txt"])
def test_a_note_of_a_million_letters_is_whole(ending: str) -> None:
    text = "a vowel " * 125_000
    file = rendered(Document("Long", (Bullets((Bullet(text),)),)), ending, WORDS)
    said = "".join(docx_texts(file)) if ending == ".docx" else file.decode()

    assert said.count("vowel") == 125_000


def test_a_note_of_a_million_letters_can_be_printed() -> None:
    text = "a vowel " * 125_000
    file = rendered(Document("Long", (Bullets((Bullet(text),)),)), ".pdf", WORDS)
    pages = PdfReader(BytesIO(file)).pages

    assert len(pages) > 200
    assert "vowel" in pages[len(pages) - 1].extract_text()


def test_a_long_line_is_whole_on_paper_in_every_script() -> None:
    text = "un renglón largo 漢字 " * 3_000
    said = "".join(pdf_words(rendered(Document("T", (Bullets((Bullet(text),)),)), ".pdf", WORDS)).split())

    assert re.sub(r"Page\d+of\d+", "", said).count("".join(text.split())) == 1


BOTH = replace(ENGLISH, following=(SPANISH,))


def test_two_languages_follow_one_another_on_every_paper() -> None:
    whole = [*texts(ENGLISH), *texts(SPANISH)]

    assert [text.strip() for text in docx_texts(rendered(BOTH, ".docx", WORDS)) if text.strip()] == whole
    assert read_html(rendered(BOTH, ".html", WORDS)) == [*whole, ENGLISH.footer, SPANISH.footer]
    pages = [" ".join(page.split()) for page in pdf_pages(rendered(BOTH, ".pdf", WORDS))]
    (first,) = [page for page in pages if SPANISH.title in page]
    assert f"{SPANISH.footer} {SPANISH.title}" in first and ENGLISH.title in pages[0]
    assert "Página 1 de 1" in first and "Page 1 of 2" in pages[0]


def test_each_language_is_marked_for_those_who_listen() -> None:
    page = Page(rendered(BOTH, ".html", WORDS))
    file = docx.Document(BytesIO(rendered(BOTH, ".docx", WORDS)))
    title = next(paragraph for paragraph in file.paragraphs if paragraph.text == SPANISH.title)
    heading = next(paragraph for paragraph in file.paragraphs if paragraph.text == "Cuánto duró cada parte")
    cell = file.tables[2].rows[1].cells[0].paragraphs[0]

    assert [more["lang"] for tag, more in page.elements if tag == "article"] == ["en", "es"]
    for paragraph in (title, heading, cell):
        assert paragraph.runs[0]._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "es"
    assert file.paragraphs[0].runs[0]._r.rPr is None
    footers = [section.footer.paragraphs[0].text for section in file.sections]
    assert [said.split("\t")[0] for said in footers] == [ENGLISH.footer, SPANISH.footer]


def test_what_follows_in_a_file_has_nothing_that_follows() -> None:
    with pytest.raises(ValueError, match="nothing that follows"):
        Document("x", (), following=(BOTH,))


KINDS = [
    Heading("Head"),
    Paragraph("Text"),
    Paragraph("Quote", Role.QUOTE),
    Bullets((Bullet("Item", "aside"),)),
    Table((TableColumn("Part"),), (("Welcome",),)),
    Table((TableColumn("Part"),), ()),
    BarChart("Chart", (ChartBar("Theme", 1),)),
    BarChart("Chart", ()),
    PageBreak(),
]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("first", KINDS)
@pytest.mark.parametrize("second", KINDS)
def test_any_block_can_follow_any_other(first: Block, second: Block, ending: str) -> None:
    assert rendered(Document("Title", (first, second, second, first)), ending, WORDS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_document_without_anything_can_be_written(ending: str) -> None:
    nothing = Document("", (Bullets(()), Table((TableColumn(""),), ()), BarChart("", ()), Heading("")))

    assert rendered(nothing, ending, WORDS)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_written_by_its_ending(ending: str, tmp_path: Path) -> None:
    write_document(ENGLISH, tmp_path / f"summary{ending.upper()}", WORDS)

    assert [file.name for file in tmp_path.iterdir()] == [f"summary{ending.upper()}"]
    assert next(tmp_path.iterdir()).read_bytes() == rendered(ENGLISH, ending, WORDS)


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.odt"):
        write_document(ENGLISH, tmp_path / "summary.odt", WORDS)

    assert not list(tmp_path.iterdir())


def test_a_failed_write_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "summary.html"
    path.mkdir()

    with pytest.raises(OSError, match=r"summary\.html"):
        write_document(ENGLISH, path, WORDS)

    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_document(ENGLISH, tmp_path / "gone" / "summary.html", WORDS)
