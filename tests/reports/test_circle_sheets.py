"""The circle sheet: a page for each circle, with its own codes and no other's."""

import pytest

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.document import Heading, PageBreak, Table
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.reports.circle_sheets import circle_sheets
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.words import Words
from tests.domain.overview.circle_ideas import proposed
from tests.reports.followed_plans import BENCH, FORM, LAMPS, followed_plan
from tests.reports.paper_reading import pdf_pages, texts

EN = Words()


def said(document):
    return "\n".join(texts(document))


def codes(document):
    """The codes on each circle's page."""
    pages, code = {}, ""
    for block in document.blocks:
        if isinstance(block, Heading):
            code = block.text
        elif isinstance(block, Table):
            pages[code] = [row[0] for row in block.rows]
    return pages


def test_each_circle_has_a_page_with_its_own_codes_those_answered_first():
    document = circle_sheets(followed_plan(Answer(FORM, Reply.YES, "in print", "Police")), EN)
    assert codes(document) == {
        "Circle C01": [line_code(FORM), line_code(LAMPS)],
        "Circle C02": [line_code(BENCH)],
    }
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == 1
    assert "Lines that you proposed or asked: 2. Answered: 1." in said(document)
    assert "yes (Police): in print" in said(document)


def test_an_answer_to_a_proposal_of_several_circles_is_on_the_page_of_each_in_its_own_words():
    joined = likeness(LAMPS, BENCH, Rung.NEAR)
    document = circle_sheets(followed_plan(joined, Answer(LAMPS, Reply.NO, "no money")), EN)
    assert codes(document)["Circle C02"] == [line_code(BENCH)]
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [table.rows[0][2] for table in tables] == ["no: no money", "no: no money"]
    assert tables[1].rows[0][1] == "A bench at every bus stop"


def test_what_became_of_it_and_how_to_ask_stand_on_it():
    told = said(circle_sheets(followed_plan(Progress(BENCH, Status.DONE, "Six benches", "Seen")), EN))
    assert "done: Six benches. Evidence: Seen" in told and "Questions: Porch Lights · 555 0134" in told


def test_a_program_without_proposals_says_so():
    assert "No circle has proposed anything yet." in said(circle_sheets(followed_plan(ideas=()), EN))


@pytest.mark.parametrize("accessible", [True, False])
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_circle_stays_on_one_page_when_everything_is_long(language, accessible):
    long = "word " * 200
    ideas = [proposed(code, f"{number} {long}", who=long) for code in ("C01", "C02") for number in range(20)]
    facts = [Answer(one.action_id, Reply.IN_PART, long, long, "2027-09-01") for one in ideas]
    facts += [Progress(one.action_id, Status.ON_HOLD, long, long, "2027-10-01") for one in ideas]
    document = circle_sheets(followed_plan(*facts, ideas=ideas), Words(language))
    assert len(pdf_pages(rendered(document, ".pdf", Words(language), accessible=accessible))) == 2
