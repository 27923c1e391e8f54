import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from uuid import UUID
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from dialogue_desk.domain.model.document import Bullet, Bullets, Document, Paragraph, Role, Table, TableColumn
from dialogue_desk.fonts import font_file
from dialogue_desk.reports.docx import docx_of
from dialogue_desk.words import Words
from tests.reports.paper_samples import ENGLISH, SPANISH


def read(document: Document, **options):
    return docx.Document(BytesIO(docx_of(document, Words(), **options)))


def test_headings_and_lists_are_real_ones() -> None:
    styles = {paragraph.text: paragraph.style.name for paragraph in read(ENGLISH).paragraphs}

    assert styles[ENGLISH.title] == "Title"
    assert styles["Where we agree"] == "Heading 1"
    assert styles["Now"] == "Heading 2"
    assert styles["Who decides where the officers on foot go?"] == "List Bullet"
    assert styles["¿Cómo presenta uno una queja sin miedo? One voice"] == "List Bullet"


def test_a_code_stands_small_at_the_end_of_its_line_and_lines_under_it() -> None:
    short, long = read(
        Document("Title", (Bullets((Bullet("Light", "KRT 21"), Bullet("Dark", "a\nb"))),))
    ).paragraphs[1::2]

    assert [(run.text, run.style.name) for run in short.runs][-1] == ("KRT 21", "Aside")
    assert (long.text, long.style.name) == ("a\nb", "List Continue")


def test_a_note_under_a_row_is_as_wide_as_the_table() -> None:
    table = Table(
        (TableColumn("What"), TableColumn("Who")), (("Light", "Parks"), ("Tea", "")), notes=("Why", "")
    )
    rows = read(Document("Title", (table,))).tables[0].rows

    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["What", "Who"],
        ["Light", "Parks"],
        ["Why", "Why"],
        ["Tea", ""],
    ]
    assert rows[2].cells[0]._tc is rows[2].cells[1]._tc
    assert rows[1].cells[0].paragraphs[0].runs[0].bold


def test_a_tables_head_is_a_head_that_repeats() -> None:
    table = read(ENGLISH).tables[0]

    assert [cell.text for cell in table.rows[0].cells] == ["Part", "Planned", "Actual"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr is None


def test_a_charts_head_is_a_head_too() -> None:
    file = read(ENGLISH)

    assert len(file.tables) == 2
    for table in file.tables:
        first, *others = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert {cell.paragraphs[0].style.name for cell in first.cells} == {"Table Head"}
        assert all(row._tr.trPr is None for row in others)
    assert [cell.text for cell in file.tables[1].rows[0].cells] == ["Theme", "Notes under each theme"]
    assert file.tables[1].rows[1].cells[0].text == "Young people after school"


def test_no_picture_is_without_words_and_no_heading_skips_a_level() -> None:
    for document in (ENGLISH, SPANISH):
        file = read(document)
        for picture in file.element.body.iter(qn("wp:docPr")):
            assert picture.get("descr") or list(picture.iter("{*}decorative"))
        levels = [int(style[-1]) for p in file.paragraphs if (style := p.style.name).startswith("Heading ")]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_file_names_its_title_and_language() -> None:
    file = read(SPANISH)

    assert file.core_properties.title == SPANISH.title
    assert file.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val")) == "es"


def test_a_note_in_another_language_says_so() -> None:
    file = read(
        Document("Title", (Bullets((Bullet("¿Por qué?", "", "es"),)), Paragraph("שלום", Role.NORMAL, "he")))
    )
    spanish, hebrew = (paragraph.runs[0]._r.rPr for paragraph in file.paragraphs[1:])

    assert spanish.find(qn("w:lang")).get(qn("w:val")) == "es"
    assert hebrew.find(qn("w:lang")).get(qn("w:bidi")) == "he"
    assert file.paragraphs[2].runs[0].font.rtl
    assert file.paragraphs[2]._p.pPr.find(qn("w:bidi")) is not None


def test_the_footer_counts_pages() -> None:
    footer = read(ENGLISH).sections[0].footer.paragraphs[0]
    fields = [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))]

    assert footer.text.startswith("Circle C07 · Session 2\tPage ")
    assert fields == ["PAGE", "SECTIONPAGES"]


def test_what_follows_in_the_file_counts_its_own_pages() -> None:
    third = Document("Third", ())
    sections = read(replace(ENGLISH, following=(Document("Second", ()), third))).sections
    starts = [[one.get(qn("w:start")) for one in each._sectPr.iter(qn("w:pgNumType"))] for each in sections]
    assert starts == [[], ["1"], ["1"]]


def test_bars_are_pictures_that_a_screen_reader_passes_over() -> None:
    file = read(ENGLISH)
    pictures = list(file.tables[1]._tbl.iter(qn("wp:docPr")))

    assert len(pictures) == 5
    assert all(
        b"decorative" in docx.oxml.xmlchemy.serialize_for_reading(picture).encode() for picture in pictures
    )
    assert file.tables[1]._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")).startswith("Most was said")


def test_the_typeface_is_inside() -> None:
    file = docx_of(ENGLISH, Words())
    with ZipFile(BytesIO(file)) as members:
        mixed = members.read("word/fonts/font1.odttf")
        table = members.read("word/fontTable.xml").decode()
        links = members.read("word/_rels/fontTable.xml.rels").decode()
    key = UUID(re.search(r'<w:embedRegular r:id="rId1" w:fontKey="(.*?)"', table)[1]).bytes[::-1]
    head = bytes(byte ^ key[place % 16] for place, byte in enumerate(mixed[:32]))

    assert head + mixed[32:] == font_file().read_bytes()
    assert 'Target="fonts/font1.odttf"' in links
    assert read(ENGLISH).settings.element.find(qn("w:embedTrueTypeFonts")) is not None


def test_large_print_holds_no_small_letters() -> None:
    file = read(ENGLISH, large=True)
    used = {paragraph.style.name for paragraph in file.paragraphs} | {"Table Head", "Table Text", "Footer"}

    assert min(file.styles[name].font.size.pt for name in used) == 18


def test_a_library_without_its_empty_file_is_told_as_a_missing_file(tmp_path, monkeypatch):
    monkeypatch.setattr("docx.api._default_docx_path", lambda: str(tmp_path / "default.docx"))
    with pytest.raises(FileNotFoundError) as missing:
        docx_of(ENGLISH, Words())
    assert missing.value.filename.endswith("default.docx")
