"""Slips for one person each: several a page, in each language of the program, and no room for a name."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from dialogue_desk.domain.model.closing import TallyCategory
from dialogue_desk.domain.model.document import Bullets, Columns, Paragraph
from dialogue_desk.domain.overview.session_folder import Stored
from dialogue_desk.reports.pdf import pdf_of
from dialogue_desk.reports.tagged_pdf import tagged_pdf_of
from dialogue_desk.reports.tally_slips import slips_down, tally_slips
from dialogue_desk.words import Words
from tests.reports.program_pictures import a_plan
from tests.reports.wanted_voices import AGES, HOMES, TOWN, counted_plan

EN = Words()


def test_a_slip_asks_each_question_says_what_it_is_for_and_who_keeps_it():
    document = tally_slips(counted_plan(), EN)
    (row,) = [block for block in document.blocks if isinstance(block, Columns)]
    slip, other = row.sides
    assert slip == other
    boxes = [block for block in slip.blocks if isinstance(block, Bullets)]
    assert [[item.text for item in one.items] for one in boxes] == [list(AGES), list(HOMES)]
    said = " ".join(block.text for block in slip.blocks if isinstance(block, Paragraph))
    assert "Do not write your name." in said
    assert "It shows whose voices are in the room" in said
    assert "Porch Lights keeps this slip until it is counted, then shreds it." in said


def test_each_language_of_the_program_has_its_page():
    document = tally_slips(counted_plan(), EN)
    assert [one.language for one in (document, *document.following)] == ["en", "es"]


def test_without_questions_it_says_where_to_add_them():
    (paragraph,) = tally_slips(a_plan(), EN).blocks
    assert "asks nothing on its tally sheet" in paragraph.text


@pytest.mark.parametrize("writer", [pdf_of, tagged_pdf_of])
@pytest.mark.parametrize(("questions", "answers"), [(1, 2), (1, 4), (2, 4), (2, 5), (4, 5)])
def test_the_slips_of_a_language_fit_on_one_page(questions, answers, writer):
    plan = counted_plan()
    asked = tuple(
        Stored(f"q{n}", TOWN, TallyCategory(f"Question {n} of some length?", AGES[:1] * answers))
        for n in range(questions)
    )
    made = tally_slips(replace(plan, picture=replace(plan.picture, categories=asked)), Words("es"))
    pages = PdfReader(BytesIO(writer(made, Words("es")))).pages
    assert len(pages) == 2
    assert slips_down([one.body for one in asked]) >= 1
