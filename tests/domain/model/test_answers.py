"""Answers and what became of asks: their days are days, and each line has one of each."""

import pytest

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import program_fact_id, spoken_of

PROGRAM, LINE = RecordId("p"), RecordId("a")


@pytest.mark.parametrize(
    "made",
    [
        lambda day: Answer(LINE, Reply.YES, next_day=day),
        lambda day: Progress(LINE, Status.DONE, next_day=day),
    ],
)
def test_a_next_date_is_a_day_or_none(made):
    assert made("2027-06-30").next_day == "2027-06-30"
    assert made("").next_day == ""
    with pytest.raises(ValueError, match="day"):
        made("2027-02-30")


def test_two_answers_to_one_line_are_one_record_and_progress_is_another():
    yes, no = Answer(LINE, Reply.YES), Answer(LINE, Reply.NO, "too dear")
    assert program_fact_id(PROGRAM, yes) == program_fact_id(PROGRAM, no)
    assert program_fact_id(PROGRAM, yes) != program_fact_id(PROGRAM, Progress(LINE, Status.DONE))


def test_both_go_with_the_line_when_it_is_erased():
    assert spoken_of(Answer(LINE, Reply.YES)) == spoken_of(Progress(LINE, Status.DONE)) == (LINE,)


def test_only_what_is_done_or_dropped_is_final():
    assert {one for one in Status if one.is_final} == {Status.DONE, Status.DROPPED}
