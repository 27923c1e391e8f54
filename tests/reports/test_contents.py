"""Contents lead to the headings after them, in every kind of file that has links."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from dialogue_desk.domain.model.document import Contents, Document, Heading, PageBreak, Paragraph
from dialogue_desk.reports.contents import listed
from dialogue_desk.reports.docx import docx_of
from dialogue_desk.reports.html import html_of
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.reports.tagged_pdf import tagged_pdf_of
from dialogue_desk.words import Words
from tests.reports.paper_reading import Page

DOCUMENT = Document(
    "Found",
    (
        Heading("Before"),
        Contents(1),
        Heading("First", topic="Theme 1"),
        Paragraph("a"),
        Heading("Below", 2),
        Paragraph("b"),
        PageBreak(),
        Heading("Last"),
        Paragraph("c"),
    ),
)


def test_they_list_what_comes_after_them_down_to_their_level():
    contents = DOCUMENT.blocks[1]
    assert [(place, heading.text) for place, heading in listed(DOCUMENT, contents)] == [
        (1, "First"),
        (3, "Last"),
    ]


@pytest.mark.parametrize("writer", [pdf_of, tagged_pdf_of])
def test_in_a_pdf_each_has_the_number_of_its_page_and_leads_there(writer):
    reader = PdfReader(BytesIO(writer(DOCUMENT, Words())))
    said = reader.pages[0].extract_text()
    assert "Theme 1: First" in said and "Last" in said
    links = [note.get_object() for note in reader.pages[0]["/Annots"]]
    assert len(links) == 2
    assert said.replace("\n", " ").count("2") >= 1


def test_in_a_web_page_each_link_leads_to_a_heading():
    page = Page(html_of(DOCUMENT))
    targets = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    names = {f"#{attributes['id']}": tag for tag, attributes in page.elements if "id" in attributes}
    assert [names[target] for target in targets] == ["h2", "h2"]


def test_in_a_word_file_each_link_leads_to_a_bookmark():
    file = docx.Document(BytesIO(docx_of(DOCUMENT, Words())))
    links = [link.get(qn("w:anchor")) for link in file.element.iter(qn("w:hyperlink"))]
    marks = {mark.get(qn("w:name")) for mark in file.element.iter(qn("w:bookmarkStart"))}
    assert len(links) == 2 and set(links) <= marks


def test_without_contents_no_heading_is_named():
    bare = Document("Found", tuple(block for block in DOCUMENT.blocks if not isinstance(block, Contents)))
    assert not any("id" in attributes for _, attributes in Page(html_of(bare)).elements)
