"""The progress report: a page that stands beside what was promised."""

from datetime import date

import pytest

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.document import Figures, Table
from dialogue_desk.domain.model.forum import ActionTeam
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.progress_report import progress_document
from dialogue_desk.words import Words
from tests.domain.overview.circle_ideas import proposed
from tests.reports.followed_plans import BENCH, FORM, LAMPS, followed_plan
from tests.reports.paper_reading import pdf_pages, texts

DAY = date(2027, 6, 1)
EN = Words()


def said(document):
    return "\n".join(texts(document))


def rows(document):
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return {row[0].split()[0]: row for row in table.rows}


def test_each_ask_stands_once_beside_its_answer_and_what_became_of_it():
    plan = followed_plan(
        Answer(LAMPS, Reply.IN_PART, "half the money", "City council", "2027-09-01"),
        Progress(LAMPS, Status.UNDER_WAY, "Two lamps work", "Seen on May 3"),
    )
    document = progress_document(plan, EN, DAY)
    found = rows(document)
    assert found[line_code(LAMPS)][1:] == (
        "in part (City council): half the money",
        "under way: Two lamps work. Evidence: Seen on May 3\nNext date: September 1, 2027",
    )
    assert found[line_code(BENCH)][1:] == ("no answer yet", "")
    assert len(found) == 3
    (figures,) = (block for block in document.blocks if isinstance(block, Figures))
    assert figures.items[:2] == (("3", "things asked for"), ("1", "has an answer"))
    assert "Answers so far: in part: 1." in said(document)


def test_what_something_became_of_comes_first_then_answers_then_what_waits():
    facts = Progress(FORM, Status.DONE, "Seen by all"), Answer(BENCH, Reply.NO, "no money")
    order = list(rows(progress_document(followed_plan(*facts), EN, DAY)))
    assert order == [line_code(one) for one in (FORM, BENCH, LAMPS)]


def test_the_team_that_goes_on_with_it_is_named_by_its_role():
    teams = ActionTeam(LAMPS, "Lamp team", "Library"), ActionTeam(BENCH), ActionTeam(FORM, convener="Parks")
    found = rows(progress_document(followed_plan(*teams), EN, DAY))
    assert found[line_code(LAMPS)][2] == "Action team: Lamp team · Convener: Library"
    assert found[line_code(BENCH)][2] == "An action team goes on with it"
    assert found[line_code(FORM)][2] == "Convener: Parks"


def test_a_date_that_has_passed_is_said_to_be_past():
    plan = followed_plan(Answer(FORM, Reply.LATER, next_day="2027-05-01"))
    assert rows(progress_document(plan, EN, DAY))[line_code(FORM)][2] == "Next date: May 1, 2027 (past)"


def test_a_program_that_asks_for_nothing_says_so():
    assert "nothing to follow up" in said(progress_document(followed_plan(ideas=()), EN, DAY))


@pytest.mark.parametrize("accessible", [True, False])
@pytest.mark.parametrize("language", ["en", "es"])
def test_it_stays_one_page_when_everything_is_long(language, accessible):
    long = "word " * 200
    ideas = [proposed(f"C{number:02}", f"{number} {long}", who=long) for number in range(1, 40)]
    facts = [
        fact
        for one in ideas
        for fact in (
            Answer(one.action_id, Reply.IN_PART, long, long, "2027-09-01"),
            Progress(one.action_id, Status.ON_HOLD, long, long, "2027-10-01"),
        )
    ]
    document = progress_document(followed_plan(*facts, ideas=ideas), Words(language), DAY)
    assert len(pdf_pages(rendered(document, ".pdf", Words(language), accessible=accessible))) == 1
