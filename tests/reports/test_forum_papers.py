"""What a forum prints: all options in both languages, no name, and nothing lost at 20 long options."""

import pytest

from dialogue_desk.domain.model.document import Figures, Table
from dialogue_desk.domain.model.forum import Forum, ForumStage
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.reports.document_files import ENDINGS, rendered
from dialogue_desk.reports.forum_papers import (
    BOX,
    ballot_document,
    option_posters,
    tally_sheet,
    team_sheets,
    texts_of,
)
from dialogue_desk.words import Words
from tests.reports.forum_plans import LONG, LONG_ES, forum_plan, option, some, team
from tests.reports.paper_reading import texts

EN, ES = Words(), Words("es")
MAKERS = (ballot_document, option_posters, tally_sheet, team_sheets)


def said(document):
    return "\n".join(text for one in document.all_in_file for text in texts(one))


def table(document):
    return next(block for block in document.blocks if isinstance(block, Table))


def test_a_ballot_has_each_option_in_both_languages_with_a_box_for_each_dot_it_may_get():
    rows = table(ballot_document(forum_plan(*some(20, long=True)), EN)).rows
    assert [row[0] for row in rows] == [str(number) for number in range(1, 21)]
    assert rows[0][1] == f"{LONG}\n{LONG_ES}" and rows[1][1] == "Lights on street 2\nLuces en la calle 2"
    assert {row[2].count(BOX) for row in rows} == {2}


def test_a_ballot_in_spanish_puts_spanish_first_and_every_ballot_asks_for_no_name():
    plan = forum_plan(*some(3))
    assert table(ballot_document(plan, ES)).rows[0][1] == "Luces en la calle 1\nLights on street 1"
    assert ballot_document(plan, EN).footer.startswith("No name on this ballot")


def test_many_dots_are_written_as_a_number():
    rows = table(ballot_document(forum_plan(*some(2), forum=Forum(20)), EN)).rows
    assert BOX not in rows[0][2]


def test_while_options_are_chosen_what_is_printed_is_a_draft():
    drafts = forum_plan(*some(2), forum=Forum())
    assert "Draft" in ballot_document(drafts, EN).subtitle and "Draft" in tally_sheet(drafts, EN).subtitle
    locked = forum_plan(*some(2), forum=Forum(stage=ForumStage.VOTING))
    assert "Draft" not in ballot_document(locked, EN).subtitle


def test_each_poster_has_the_number_the_code_and_the_words():
    posters = option_posters(forum_plan(*some(20)), EN).all_in_file
    assert len(posters) == 20
    for number, poster in enumerate(posters, 1):
        (figures,) = (block for block in poster.blocks if isinstance(block, Figures))
        assert figures.items[0][0] == str(number)
        assert line_code(option(number).about) in poster.subtitle
        assert f"Lights on street {number}" in said(poster) and f"Luces en la calle {number}" in said(poster)


def test_words_that_are_the_same_in_two_languages_stand_once():
    plan = forum_plan(option(1, "Sí", "Sí"))
    assert texts_of(option(1, "Sí", "Sí"), EN, plan) == (("en", "Sí"),)


def test_a_team_sheet_says_that_names_stay_with_the_convener_and_never_in_the_app():
    plan = forum_plan(*some(3), team(3, convener="Library", first_day="2027-07-01"), team(1, ""))
    first, second = team_sheets(plan, EN).all_in_file
    assert first.title == "Lights on street 1" and second.title == "Lamp team"
    for sheet in (first, second):
        assert "never typed into the app" in sheet.footer and "stay on this sheet" in said(sheet)
    assert "Library" in said(second) and "July 1, 2027" in said(second)


def test_without_teams_each_option_has_a_sheet():
    assert len(team_sheets(forum_plan(*some(4)), EN).all_in_file) == 4


@pytest.mark.parametrize("make", MAKERS)
def test_without_options_it_says_so(make):
    assert make(forum_plan(forum=None), EN).blocks


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("make", MAKERS)
def test_every_kind_of_file_can_be_made(make, ending):
    assert rendered(make(forum_plan(*some(2, long=True), team(1)), ES), ending, ES)
