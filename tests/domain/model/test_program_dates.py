"""Days in an odd order are worth a word; any day may be left out."""

from dialogue_desk.domain.model.circles import Program, Round
from dialogue_desk.domain.model.program_dates import DateConcern, OddDate, date_concerns

SPRING = Round("Spring", "2027-03-01", "2027-05-30")
FALL = Round("Fall", "2027-09-06", "2027-11-28")


def odd(*rounds, **days):
    return [one.odd for one in date_concerns(Program("Alder", rounds=rounds, **days))]


def test_circles_then_the_forum_then_the_answer_then_the_erasing_is_as_it_should_be():
    assert odd(SPRING, FALL, forum="2027-12-04", answer_by="2028-02-01", keep_until="2028-06-30") == []
    assert odd() == odd(Round("Spring"), Round("Fall", "2027-09-06")) == []


def test_each_odd_order_is_named():
    assert odd(Round("Spring", "2027-05-30", "2027-03-01")) == [OddDate.ROUND_ENDS_FIRST]
    assert odd(FALL, SPRING, forum="2027-10-01") == [OddDate.FORUM_BEFORE_CIRCLES]
    assert odd(SPRING, answer_by="2027-04-01") == [OddDate.ANSWER_BEFORE_CIRCLES]
    assert odd(forum="2027-12-04", answer_by="2027-12-03") == [OddDate.ANSWER_BEFORE_FORUM]
    assert odd(forum="2027-12-04", keep_until="2027-06-30") == [OddDate.ERASED_BEFORE_ANSWER]


def test_on_the_last_day_of_the_circles_the_forum_may_meet():
    assert odd(SPRING, forum="2027-05-30") == []


def test_the_round_that_is_meant_is_the_one_that_ends_last():
    (concern,) = date_concerns(Program("Alder", rounds=(FALL, SPRING), forum="2027-06-12"))
    assert concern == DateConcern(OddDate.FORUM_BEFORE_CIRCLES, "Fall", 1)
