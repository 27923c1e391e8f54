"""A PDF is read by where its letters stand: wrapped lines are joined, cells beside each other are a row."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from dialogue_desk.domain.guides.source import RemarkKind
from dialogue_desk.domain.model.document import Document, Table, TableColumn
from dialogue_desk.exchange.document_pdf import read_pdf
from dialogue_desk.exchange.document_refusals import DocumentRefused, Trouble
from dialogue_desk.reports.tagged_pdf import available, tagged_pdf_of
from dialogue_desk.words import Words


def printed(*pages):
    """Return a PDF; a page is lines of x, y, text, and perhaps size and font."""
    made = BytesIO()
    canvas = Canvas(made)
    for page in pages:
        for x, y, text, *look in page:
            canvas.setFont(look[1] if len(look) > 1 else "Helvetica", look[0] if look else 11)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def texts(*pages):
    return [line.text for line in read_pdf(printed(*pages)).lines]


LONG = "This is a line of a paragraph that is as long as the page is wide, so it goes"


def test_wrapped_lines_are_joined_and_paragraphs_are_not():
    page = [(50, 700, LONG), (50, 686, "on in the next."), (50, 660, LONG), (50, 646, "on again.")]
    assert texts(page) == [f"{LONG} on in the next.", f"{LONG} on again."]


def test_larger_letters_are_headings_by_their_size():
    text = [(50, 700 - 14 * row, LONG) for row in range(4)]
    found = read_pdf(printed([(50, 750, "Our Night", 20), (50, 720, "Hello", 14), *text])).lines
    assert [(line.text, line.heading) for line in found[:2]] == [("Our Night", 1), ("Hello", 2)]
    assert found[2].heading == 0


def test_bold_lines_are_bold_unless_all_are():
    page = [(50, 750, "Hello (5 min)", 11, "Helvetica-Bold"), (50, 730, LONG), (50, 700, LONG)]
    assert [line.bold for line in read_pdf(printed(page)).lines] == [True, False, False]


def test_cells_beside_each_other_are_a_row_though_they_have_several_lines():
    page = [
        (50, 700, "7:00–7:10"), (150, 700, "Welcome"), (150, 686, "What do you see?"), (400, 700, "Ruth"),
        (50, 660, "7:10–7:40"), (150, 660, "Round"), (400, 660, "All"),
        (50, 630, "Thank you."),
    ]  # fmt: skip
    lines = read_pdf(printed(page)).lines
    assert [line.cells for line in lines] == [
        ("7:00–7:10", "Welcome\nWhat do you see?", "Ruth"),
        ("7:10–7:40", "Round", "All"),
        (),
    ]
    assert lines[2].text == "Thank you."


def test_a_bullet_and_its_text_are_no_row():
    page = [(50, 700, "•"), (70, 700, "one"), (50, 680, "•"), (70, 680, "two")]
    assert [(line.text, line.listed) for line in read_pdf(printed(page)).lines] == [
        ("one", True),
        ("two", True),
    ]


def test_page_numbers_go_and_what_every_page_repeats_is_there_once():
    pages = [
        [
            (50, 800, "Friends of the River"),
            (50, 700, f"Text {name}."),
            (50, 600 + 9 * number, "More."),
            (300, 30, f"Page {number} of 3"),
        ]
        for number, name in enumerate(("one", "two", "three"), 1)
    ]
    document = read_pdf(printed(*pages))
    assert [line.text for line in document.lines] == [
        "Friends of the River",
        "Text one.",
        "More.",
        "Text two.",
        "More.",
        "Text three.",
        "More.",
    ]
    assert [remark.kind for remark in document.remarks] == [RemarkKind.PAGE_NUMBERS]


def test_a_small_file_that_asks_for_endless_drawing_is_refused():
    made = BytesIO()
    canvas = Canvas(made, invariant=True)
    canvas.beginForm("again")
    canvas.drawString(0, 0, "a")
    canvas.endForm()
    for _ in range(500):
        canvas.doForm("again")
    canvas.save()
    with pytest.raises(DocumentRefused) as refused:
        read_pdf(made.getvalue(), most_steps=1000)
    assert refused.value.trouble is Trouble.TOO_LARGE
    assert read_pdf(made.getvalue(), most_steps=100_000).lines


def test_cells_of_one_line_that_a_wide_gap_parts_are_a_row():
    # The other writer of PDFs draws a row as one line of text with a gap in it.
    if not available():
        pytest.skip("Typst is not here")
    table = Table((TableColumn("Time"), TableColumn("Activity")), (("7:00", "Welcome"), ("7:10", "A round")))
    lines = read_pdf(tagged_pdf_of(Document("Night", (table,)), Words())).lines
    assert [line.cells for line in lines if line.cells] == [
        ("Time", "Activity"),
        ("7:00", "Welcome"),
        ("7:10", "A round"),
    ]


def test_a_bullet_that_is_larger_than_its_words_makes_no_heading():
    items = [one for y in (700, 680) for one in ((50, y, "•", 14), (70, y, "one thing to bring"))]
    found = read_pdf(printed([(50, 730, LONG), *items])).lines
    assert [(line.text, line.heading, line.listed) for line in found[1:]] == [
        ("one thing to bring", 0, True),
        ("one thing to bring", 0, True),
    ]
