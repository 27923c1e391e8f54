"""Stories drawn sheet by sheet: nothing is lost where one is cut, and a PDF is the same each time."""

from io import BytesIO

import pytest
from reportlab.platypus import Spacer

from dialogue_desk.domain.model.document import Document
from dialogue_desk.reports.pdf_sheets import canvas_of, cut_to_sheets, height_of
from dialogue_desk.reports.pdf_text import PdfText
from dialogue_desk.reports.typesetting import Typesetting, register_fonts

WIDTH = 200.0


@pytest.fixture
def text():
    register_fonts()
    return PdfText(Typesetting(), WIDTH)


def story(text, *words):
    return [text.paragraph("word " * count, text.cell_style(11)) for count in words]


def lines(flowables):
    for one in flowables:
        one.wrap(WIDTH, 10_000)
    return sum(len(one.blPara.lines) for one in flowables)


@pytest.mark.parametrize("words", [(5, 5), (400,), (5, 300, 5, 200)])
def test_each_sheet_has_what_fits_and_all_lines_are_there_once(text, words):
    sheets = list(cut_to_sheets(story(text, *words), WIDTH, 150))
    assert all(height_of(sheet, WIDTH) <= 150 for sheet in sheets)
    assert sum(map(lines, sheets)) == lines(story(text, *words))


def test_what_fits_on_no_sheet_is_on_one_by_itself(text):
    tall = Spacer(1, 400)
    sheets = list(cut_to_sheets([*story(text, 3), tall, *story(text, 3)], WIDTH, 150))
    assert [len(sheet) for sheet in sheets] == [1, 1, 1] and sheets[1] == (tall,)


def test_the_same_document_begins_the_same_pdf():
    made = []
    for _ in range(2):
        file = BytesIO()
        canvas = canvas_of(Document(title="Ballot", language="es", blocks=()), file, (200, 300))
        canvas.showPage()
        canvas.save()
        made.append(file.getvalue())
    assert made[0] == made[1] and b"/Lang (es)" in made[0] and b"Dialogue Desk" in made[0]
