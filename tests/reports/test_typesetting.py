"""Which font draws what, and what no font can draw."""

import subprocess
import sys
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from dialogue_desk.domain.model.document import Document, Paragraph
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.words import Words
from tests.reports.paper_reading import pdf_words

WORDS = Words()
LACKING = "Some characters could not be printed here."


def read(document: Document, **options) -> PdfReader:
    return PdfReader(BytesIO(pdf_of(document, WORDS, **options)))


def fonts(reader: PdfReader) -> dict[str, bool]:
    """Every font that the file's pages and footers name, and whether it is inside."""
    found = {}
    for number in range(1, len(reader.xref[0]) + 1):
        thing = IndirectObject(number, 0, reader).get_object()
        if isinstance(thing, dict) and thing.get("/Type") == "/Font" and "/FontDescriptor" in thing:
            found[thing["/BaseFont"].partition("+")[2]] = "/FontFile2" in thing["/FontDescriptor"]
    return found


def test_the_typeface_is_inside() -> None:
    found = fonts(read(Document("Safety Привет", (Paragraph("ሰላም 👍 and plain"),))))

    assert {name for name, inside in found.items() if inside} >= {
        "AtkinsonHyperlegible-Regular",
        "AtkinsonHyperlegible-Bold",
        "NotoSans-Regular",
        "NotoSansEthiopic-Regular",
    }
    assert all(found.values())


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
