"""An ask in words, as its row and its title say it."""

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.organizing import Rung, likeness
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.ui.follow.follow_text import asked_text, follow_row
from dialogue_desk.words import Words
from tests.reports.followed_plans import BENCH, LAMPS, followed_plan

EN = Words()


def lamps(*facts):
    return next(one for one in follow_up(followed_plan(*facts)).followed if LAMPS in one.lines)


def shown(one, *, asleep=False, standing=True, office=True):
    return follow_row(one, "", EN, asleep=asleep, standing=standing, office=office)


def test_a_row_says_code_standing_answer_office_and_next_date():
    one = lamps(Answer(LAMPS, Reply.IN_PART, next_day="2027-06-30"), Progress(LAMPS, Status.PLANNED))
    row = shown(one)
    assert row.label == f"{one.code} · planned · answer: in part · Parks"
    assert (row.text, row.time, row.flag) == ("Repair the lamps behind the rink", "June 30, 2027", "")


def test_what_a_heading_says_is_left_out():
    one = lamps()
    assert shown(one, standing=False).label == f"{one.code} · Parks"
    assert shown(one, office=False).label == f"{one.code} · waiting for an answer"


def test_a_flag_says_in_words_what_sleeps_and_what_has_two_answers():
    assert shown(lamps(), asleep=True).flag == "Nothing heard for 60 days"
    two = lamps(likeness(BENCH, LAMPS, Rung.NEAR), Answer(LAMPS, Reply.YES), Answer(BENCH, Reply.NO))
    assert shown(two, asleep=True).flag == "Two answers"


def test_under_the_title_stand_code_circles_and_office():
    one = lamps()
    assert asked_text(one, EN) == f"Code: {one.code} · 1 circle · asked of: Parks"
