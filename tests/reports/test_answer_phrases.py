"""Answers in words, and how many of them have room on a page."""

from datetime import date

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.reports.answer_phrases import (
    answer_text,
    became_text,
    progress_text,
    rows_on_a_page,
    told_of,
)
from dialogue_desk.words import Words
from tests.reports.followed_plans import LAMPS, followed_plan

EN = Words()


def lamps(*facts):
    return next(one for one in follow_up(followed_plan(*facts)).followed if LAMPS in one.lines)


def test_an_answer_says_the_word_then_the_office_then_why():
    assert answer_text(None, EN) == "no answer yet"
    assert answer_text(Answer(LAMPS, Reply.NO), EN) == "no"
    assert answer_text(Answer(LAMPS, Reply.NO, "too dear", "Parks"), EN) == "no (Parks): too dear"


def test_what_became_of_it_says_only_what_is_known():
    assert progress_text(None, EN) == ""
    assert progress_text(Progress(LAMPS, Status.DONE), EN) == "done"
    assert progress_text(Progress(LAMPS, Status.DONE, "lit.", "seen"), EN) == "done: lit. Evidence: seen"


def test_a_date_is_past_only_after_its_day():
    one = lamps(Progress(LAMPS, Status.PLANNED, next_day="2027-06-01"))
    assert became_text(one, EN, date(2027, 6, 1), 90) == "planned\nNext date: June 1, 2027"
    assert became_text(one, EN, date(2027, 6, 2), 90).endswith("(past)")


def test_in_the_report_it_is_one_line_and_nothing_where_nothing_came():
    assert told_of(lamps(), EN) == ""
    one = lamps(Answer(LAMPS, Reply.YES, "soon."), Progress(LAMPS, Status.DONE))
    assert told_of(one, EN) == "Answer: yes: soon. Since then: done"


def test_rows_have_room_until_the_lines_of_the_page_are_used():
    assert rows_on_a_page([("a", "b")] * 3, 100) == 3
    assert rows_on_a_page([("a", "b" * 90)] * 9, 10) == 2
    assert rows_on_a_page([("a\nb\nc",)], 2) == 0
