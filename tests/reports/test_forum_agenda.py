"""The agenda of a forum has the times of its guide, and what is voted on."""

from dialogue_desk.desk.leaving.report_files import forum_guides
from dialogue_desk.reports.forum_agenda import agenda_document
from dialogue_desk.words import Words
from tests.reports.forum_plans import COUNTED, forum_plan, some
from tests.reports.paper_reading import texts

EN, ES = Words(), Words("es")


def said(plan, words=EN, guide=None):
    return "\n".join(texts(agenda_document(plan, guide, words)))


def test_it_has_each_part_of_the_guide_with_its_minute_and_the_day_of_the_program():
    guide = forum_guides()["en"]
    told = said(forum_plan(*some(3)), guide=guide)
    assert "June 12, 2027" in told and "2 h 30 min" in told
    assert all(part.title in told for part in guide.sessions[0].parts)


def test_it_says_what_is_voted_on_in_its_own_language():
    told = said(forum_plan(*some(2)), ES, forum_guides()["es"])
    assert "Luces en la calle 2" in told and "Lights" not in told


def test_numbers_that_may_still_change_are_said_so_and_no_options_too():
    assert "may still change" in said(forum_plan(*some(2), forum=None))
    assert "may still change" not in said(forum_plan(*some(2), forum=COUNTED))
    assert "No options are chosen yet" in said(forum_plan())


def test_without_the_guide_it_has_no_times_and_says_so():
    assert "no times" in said(forum_plan(*some(2)))
