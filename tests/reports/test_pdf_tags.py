"""What a screen reader finds in the tagged PDF.

The numbers are those of the Matterhorn Protocol 1.1, which lists how a file can fail PDF/UA-1: each test
holds one or some of its checks that a machine can make, over every kind of document.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from dialogue_desk.desk.leaving.documents import SummaryOptions, paper_document
from dialogue_desk.domain.model.document import BarChart, Document, Table
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind, Spread
from dialogue_desk.domain.run.breakouts import drawn
from dialogue_desk.reports.breakout_sheet import breakout_document
from dialogue_desk.reports.tagged_pdf import tagged_pdf_of
from dialogue_desk.words import Words
from tests.reports.folders import STOPS, YOUTH, a_folder
from tests.reports.paper_reading import texts
from tests.reports.paper_samples import ENGLISH, SPANISH
from tests.reports.pdf_tags import TaggedFile
from tests.reports.program_pictures import at, concern, read

STANDARD = {"Document", "Title", "H1", "H2", "H3", "P", "BlockQuote", "Span", "Div", "Link", "Caption"} | {
    *("L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD")
}


def a_summary(**options) -> Document:
    folder = a_folder(
        Note(NoteKind.CONCERN, "The bus shelter is dark.", themes=STOPS),
        Note(NoteKind.HOPE, "Una cancha abierta.", themes=YOUTH, language="es"),
        Note(NoteKind.DISAGREEMENT, "More patrols?", spread=Spread.CONTESTED),
        actions=(ActionIdea("A walk", why="To see it", who="The library"),),
    )
    return paper_document(folder, SummaryOptions(times=True, **options), Words())


def a_report() -> Document:
    return read(
        at("C01", 1, concern("far", YOUTH), actions=(ActionIdea("Lamps"),)),
        at("C02", 1, concern("dark"), concern("loud", YOUTH, Spread.MOST)),
        at("C03", 1, actions=(ActionIdea("A bench", why="For rest"),)),
    )


DOCUMENTS = {
    "a sample": ENGLISH,
    "a Spanish sample": SPANISH,
    "two languages": replace(ENGLISH, following=(SPANISH,)),
    "a summary": a_summary(),
    "a summary in two languages": a_summary(languages=("en", "es")),
    "a report": a_report(),
    "a sheet for small groups": breakout_document(drawn(11, 3, Random(1)), Words()),
}


@pytest.fixture(scope="module", params=DOCUMENTS)
def document(request) -> Document:
    return DOCUMENTS[request.param]


@pytest.fixture(scope="module")
def file(document) -> TaggedFile:
    return TaggedFile(tagged_pdf_of(document, Words(document.language)))


def test_whatever_is_painted_is_content_or_an_artifact_and_never_both(file) -> None:
    """01-003, 01-004, 01-005."""
    for one in file.painted:
        assert (one.number is not None) != ("Artifact" in one.marks), one


def test_every_tag_is_one_that_readers_know(file) -> None:
    """02-001, 02-003."""
    assert {file.roles.get(f"/{tag.name}", f"/{tag.name}")[1:] for tag in file.document.all()} <= STANDARD


def test_it_says_that_it_is_tagged_for_pdf_ua_and_what_it_is_called(document, file) -> None:
    """05-001, 06-002, 06-003, 07-001, 07-002."""
    about = file.root["/Metadata"].get_object().get_data().decode()

    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert document.title in re.search(r"<dc:title>.*?</dc:title>", about, re.DOTALL)[0]
    assert file.root["/MarkInfo"]["/Marked"].value
    assert not file.root["/MarkInfo"]["/Suspects"].value
    assert file.root["/ViewerPreferences"]["/DisplayDocTitle"].value


def test_rows_are_in_tables_items_in_lists_and_nothing_else_is(file) -> None:
    """09-004, 09-005, 09-006; what stands by itself is a paragraph, and no mere piece of one."""
    assert "Span" not in {tag.name for tag in file.document.inside}
    for group in file.document.all("Div"):
        assert not "".join(part for part in group.inside if isinstance(part, str)).strip()
    may_hold = {
        "Table": {"THead", "TBody", "TR", "Caption"},
        "THead": {"TR"},
        "TBody": {"TR"},
        "TR": {"TH", "TD"},
        "L": {"LI", "L", "Caption"},
        "LI": {"Lbl", "LBody"},
    }
    for tag in [file.document, *file.document.all()]:
        inside = {part.name for part in tag.inside if not isinstance(part, str)}
        if tag.name in may_hold:
            assert inside <= may_hold[tag.name]
            assert not "".join(part for part in tag.inside if isinstance(part, str)).strip()
        else:
            assert not inside & {"TR", "TH", "TD", "LI", "Lbl", "LBody", "THead", "TBody"}, tag.name


def test_every_word_has_its_language(document, file) -> None:
    """11-001, 11-006: of the file, of each translation, and of each note in another language."""
    assert file.root["/Lang"] == document.language
    spoken = {tag.language for tag in file.document.all() if tag.words.strip()}
    assert {each.language for each in document.all_in_file} <= spoken


def test_a_note_in_another_language_is_said_in_it() -> None:
    """11-002, 11-003."""
    file = TaggedFile(tagged_pdf_of(DOCUMENTS["a summary"], Words()))

    said = {tag.words.strip(): tag.language for tag in file.document.all() if not tag.all()}
    assert next(language for words, language in said.items() if "Una cancha abierta." in words) == "es"
    assert next(language for words, language in said.items() if "The bus shelter" in words) == "en"


def test_no_heading_skips_a_level_and_the_first_is_the_highest(file) -> None:
    """14-002, 14-003, 14-006, 14-007."""
    levels = [int(tag.name[1]) for tag in file.document.all("H1", "H2", "H3", "H4", "H5", "H6")]

    assert not file.document.all("H")
    assert levels[:1] in ([], [1])
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(tag.words.strip() for tag in file.document.all("H1", "H2", "H3"))


def test_every_cell_has_a_head_that_says_what_it_heads(document, file) -> None:
    """15-003, in charts too: they are tables of their words."""
    tables = file.document.all("Table")
    assert len(tables) == sum(
        isinstance(block, Table | BarChart) for each in document.all_in_file for block in each.blocks
    )
    for table in tables:
        (head,) = table.all("THead")
        heads = {tag.element["/ID"]: tag.words for tag in head.all("TH")}
        assert head.all("TD") == []
        assert len(heads) > 1
        assert all(tag.attribute("/Scope") == "/Column" for tag in head.all("TH"))
        for cell in table.all("TD"):
            assert set(cell.attribute("/Headers")) <= set(heads)
            assert cell.attribute("/Headers"), cell.words


def test_each_picture_says_what_it_shows(file) -> None:
    """13-004, 17-002: there are none; a chart is a table of its words, and its bars are no content."""
    assert file.document.all("Figure", "Formula") == []


def test_there_is_nothing_that_needs_another_name_or_a_mouse(file) -> None:
    """19-003, 26-001, 28-002, 30-001: no notes without a number, no lock, no fields, no foreign pages."""
    assert not file.reader.is_encrypted
    assert not file.document.all("Note", "Reference", "Form", "Annot")
    assert not any(page.get("/Annots") for page in file.reader.pages)
    assert "/AcroForm" not in file.root


def test_every_font_is_inside_and_its_letters_have_a_meaning(file) -> None:
    """31-009, 31-027."""
    for page in file.reader.pages:
        for font in page["/Resources"]["/Font"].values():
            (below,) = font["/DescendantFonts"]
            about = below.get_object()["/FontDescriptor"]
            assert "/FontFile2" in about or "/FontFile3" in about
            assert "/ToUnicode" in font


def test_headings_are_bookmarks_of_the_same_depth(file) -> None:
    def depths(entries, level=1):
        for entry in entries:
            if isinstance(entry, list):
                yield from depths(entry, level + 1)
            else:
                yield level, " ".join(entry.title.split())

    headings = [
        (int(tag.name[1]), " ".join(tag.words.split())) for tag in file.document.all("H1", "H2", "H3")
    ]
    assert list(depths(file.reader.outline)) == headings


def test_it_is_read_in_the_order_of_the_document_and_nothing_is_left_out_or_said_twice(
    document, file
) -> None:
    """09-001, by the same order as the plain text: running feet are passed over."""
    said = "".join(re.sub(r"[\u200b•]", "", file.document.words).split())
    written = "".join(
        "".join(text.split()) for each in document.all_in_file for text in texts(each, tagged=True)
    )

    assert said == written
