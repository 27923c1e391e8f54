"""Which PDF is made of a document, known before it is saved."""

import pytest

from dialogue_desk.domain.model.document import Document, Paragraph
from dialogue_desk.reports.pdf_plan import PdfPlan, pdf_concern, pdf_plan, printed
from dialogue_desk.words import Words
from tests.reports.paper_reading import pdf_words


def saying(text: str) -> Document:
    return Document("Title", (Paragraph(text),))


@pytest.mark.parametrize(
    ("text", "accessible", "plan"),
    [
        ("plain words", False, PdfPlan(tagged=False)),
        ("plain words", True, PdfPlan(tagged=True)),
        ("في الشارع", False, PdfPlan(tagged=True)),
        ("你好", False, PdfPlan(tagged=False)),
        ("你好", True, PdfPlan(tagged=False, in_the_way="你好")),
        ("ሰላም \U00013000", False, PdfPlan(tagged=False, lacking="\U00013000")),
    ],
)
def test_the_writer_is_the_one_that_shows_every_letter(text: str, accessible: bool, plan: PdfPlan) -> None:
    assert pdf_plan(saying(text), accessible=accessible) == plan


def test_what_neither_can_show_is_told_beforehand() -> None:
    plan = pdf_plan(saying("你好 في"), accessible=False)

    assert plan.lacking
    assert set(plan.lacking) <= set("你好في")


def test_a_person_is_told_which_letters_are_lacking_and_what_shows_them() -> None:
    said = pdf_concern(pdf_plan(saying("𓀀 and 𓀁"), accessible=True), Words())

    assert said.startswith("No font here has these letters: 𓀀 𓀁. In the PDF")
    assert "web page" in said


def test_a_person_is_told_what_keeps_a_pdf_from_being_accessible() -> None:
    assert "made for screen readers: 你 好." in pdf_concern(
        pdf_plan(saying("你好"), accessible=True), Words()
    )
    assert pdf_concern(pdf_plan(saying("你好"), accessible=False), Words()) == ""


def test_it_is_printed_as_planned() -> None:
    assert b"StructTreeRoot" in printed(saying("plain"), Words(), accessible=True)
    assert b"StructTreeRoot" not in printed(saying("plain"), Words())
    assert "◻" not in pdf_words(printed(saying("नमस्ते"), Words()))
