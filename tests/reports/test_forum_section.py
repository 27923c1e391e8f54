"""The result in the report and on its sheet: only when it is out, with ties, what is left out, and teams."""

from dataclasses import replace

import pytest

from dialogue_desk.domain.model.document import BarChart, Table
from dialogue_desk.domain.model.forum import ForumStage
from dialogue_desk.reports.document_files import rendered
from dialogue_desk.reports.forum_section import forum_result_document, forum_section
from dialogue_desk.words import Words
from tests.reports.forum_plans import COUNTED, ballot, forum_plan, some, team
from tests.reports.paper_reading import pdf_pages, texts

EN, ES = Words(), Words("es")
BALLOTS = (ballot(1, {2: 2, 3: 1}), ballot(2, {3: 2}), ballot(3, {1: 1}), ballot(3, {1: 2}, entry=2))
TEAMS = team(1, "Street team"), team(3, convener="Library", first_day="2027-07-01", signed_up=9)


def counted(**more):
    return forum_plan(*some(4), *BALLOTS, *TEAMS, **more)


def said(blocks_of):
    return "\n".join(texts(blocks_of))


def test_nothing_of_the_result_is_in_the_report_before_the_count_is_closed():
    voting = counted(forum=replace(COUNTED, stage=ForumStage.VOTING))
    assert list(forum_section(voting, EN, "")) == []
    sheet = said(forum_result_document(voting, EN))
    assert "not out yet" in sheet and "3 ballots are typed so far" in sheet and "street" not in sheet


def test_the_options_stand_by_their_dots_and_the_words_at_the_bars_say_them():
    (chart,) = (block for block in forum_section(counted(), EN, "") if isinstance(block, BarChart))
    assert [(bar.label, bar.value_text) for bar in chart.bars] == [
        ("3 · Lights on street 3", "3"),
        ("2 · Lights on street 2", "2"),
        ("1 · Lights on street 1", "0"),
        ("4 · Lights on street 4", "0"),
    ]


def test_a_tie_is_said_at_its_bars_and_in_a_sentence():
    plan = forum_plan(*some(2), ballot(1, {1: 1, 2: 1}))
    (chart,) = (block for block in forum_section(plan, EN, "") if isinstance(block, BarChart))
    assert [bar.value_text for bar in chart.bars] == ["1 (tie)", "1 (tie)"]
    assert "share place 1" in said(forum_result_document(plan, EN))


def test_teams_of_the_first_places_come_first_and_name_roles_alone():
    tables = [block for block in forum_section(counted(), EN, "") if isinstance(block, Table)]
    first, second = tables[-1].rows
    assert first[0].startswith("Lamp team · option 3") and first[1:] == (
        "Library",
        "open",
        "July 1, 2027",
        "9",
    )
    assert second[0].startswith("Street team · option 1") and second[1] == "open"


def test_the_heading_of_a_person_stands_over_it():
    heading = next(iter(forum_section(counted(), EN, "Our choice")))
    assert heading.text == "Our choice"
    plain = next(iter(forum_section(counted(), EN, "")))
    assert plain.text == "“Lights on street 3” got the most dots: 3"


@pytest.mark.parametrize("accessible", [True, False])
def test_at_20_long_options_the_sheet_has_two_pages(accessible):
    plan = forum_plan(*some(20, long=True), *BALLOTS, *TEAMS)
    made = rendered(forum_result_document(plan, ES), ".pdf", ES, accessible=accessible)
    assert len(pdf_pages(made)) == 2
