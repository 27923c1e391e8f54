"""What came of asks: each answer under one code, nothing twice, and what sleeps or is due."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Standing, Status
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import DeviceId, RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.model.organizing import Rung, likeness, program_fact_id
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.program_work import work_of
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.records.records import Stamp
from tests.domain.overview.circle_ideas import PROGRAM, ideas_picture, proposed
from tests.exchange.small_desk import record

TODAY = date(2027, 6, 1)
PROPOSED = tuple(
    proposed(f"C0{number}", f"Idea {word}")
    for number, word in enumerate(("bench", "bus", "lamp", "park", "paint", "tree", "pool", "rink"))
)
IDEAS = tuple(one.action_id for one in PROPOSED)


def from_records(*records, program=None):
    picture = ideas_picture(*PROPOSED)
    program = program or picture.program
    return follow_up(report_plan(replace(picture, work=work_of(records), program=program)))


def followed(*facts, program=None):
    records = [record(program_fact_id(PROGRAM, one), PROGRAM, one) for one in facts]
    return from_records(*records, program=program)


def the(known, about):
    return next(one for one in (*known.followed, *known.others) if about in one.lines)


def test_asks_of_the_report_are_followed_from_the_start_and_wait_for_an_answer():
    known = followed()
    assert known.asks and known.followed == known.asks
    assert {one.standing for one in known.asks} == {Standing.WAITING}
    assert {line for one in (*known.followed, *known.others) for line in one.lines} == set(IDEAS)


def test_an_answer_stands_under_the_code_it_was_given_for():
    about = followed().asks[0].about
    one = the(followed(Answer(about, Reply.IN_PART, "no money", "Parks")), about)
    assert (one.standing, one.answer.by, one.code) == (Standing.ANSWERED, "Parks", line_code(about))


def test_what_became_of_it_goes_before_the_answer():
    about = IDEAS[0]
    facts = (Answer(about, Reply.YES), Progress(about, Status.UNDER_WAY, next_day="2027-07-01"))
    one = the(followed(*facts), about)
    assert (one.standing, one.next_day) == (Standing.UNDER_WAY, date(2027, 7, 1))


def test_two_answers_under_codes_of_one_proposal_are_told_and_count_once():
    facts = (
        likeness(IDEAS[0], IDEAS[1], Rung.NEAR),
        Answer(IDEAS[0], Reply.YES),
        Answer(IDEAS[1], Reply.NO),
    )
    known = followed(*facts)
    one = the(known, IDEAS[0])
    assert one is the(known, IDEAS[1]) and one.two_answers and len(one.answers) == 2
    assert sum(known.replies.values()) == 1


def test_the_same_answer_under_two_codes_is_one():
    joined = likeness(IDEAS[0], IDEAS[1], Rung.NEAR)
    assert not the(
        followed(joined, Answer(IDEAS[0], Reply.YES), Answer(IDEAS[1], Reply.YES)), IDEAS[0]
    ).two_answers


def test_what_two_organizers_answered_differently_waits_for_a_person():
    answer = Answer(IDEAS[0], Reply.YES)
    first = record(program_fact_id(PROGRAM, answer), PROGRAM, answer)
    ours = first.written(Answer(IDEAS[0], Reply.LATER), Stamp(DeviceId("a"), 2, 5))
    theirs = first.written(Answer(IDEAS[0], Reply.NO), Stamp(DeviceId("b"), 2, 6))
    one = the(from_records(ours.merged(theirs)), IDEAS[0])
    assert one.differing == (first.id,) and one.heard == 6


def test_an_answer_to_a_line_that_is_gone_is_told_apart():
    lost = Answer(RecordId("gone"), Reply.YES)
    known = followed(lost)
    assert known.lost == (lost,) and not known.answered


@pytest.mark.parametrize(
    ("heard_on", "next_day", "sleeps"),
    [
        (date(2027, 4, 2), "", True),
        (date(2027, 4, 3), "", False),
        (date(2027, 3, 1), "2027-06-01", False),
        (date(2027, 3, 1), "2027-05-31", True),
        (None, "", False),
    ],
)
def test_what_nobody_heard_of_for_sixty_days_sleeps_unless_a_date_is_ahead(heard_on, next_day, sleeps):
    one = the(followed(Answer(IDEAS[0], Reply.LATER, next_day=next_day)), IDEAS[0])
    assert one.sleeps(TODAY, heard_on) is sleeps


def test_an_ask_that_nobody_answered_sleeps_sixty_days_after_the_day_it_was_asked_by():
    program = Program("Season", answer_by="2027-04-02")
    one = followed(program=program).asks[0]
    assert one.next_day == date(2027, 4, 2)
    assert one.sleeps(TODAY, None) and not one.sleeps(date(2027, 5, 31), None)


@pytest.mark.parametrize(
    "facts",
    [
        (Answer(IDEAS[0], Reply.NO, next_day="2027-01-01"),),
        (Answer(IDEAS[0], Reply.ALREADY_SO),),
        (Progress(IDEAS[0], Status.DONE),),
        (Answer(IDEAS[0], Reply.YES), Progress(IDEAS[0], Status.DROPPED)),
    ],
)
def test_what_is_settled_never_sleeps_and_is_never_due(facts):
    known = followed(*facts)
    one = the(known, IDEAS[0])
    assert one.is_settled and not one.sleeps(TODAY, date(2026, 1, 1)) and one not in known.due()


def test_what_is_due_comes_in_the_order_of_days():
    days = {IDEAS[0]: "2027-09-01", IDEAS[1]: "2027-07-01", IDEAS[2]: ""}
    known = followed(*(Answer(idea, Reply.YES, next_day=day) for idea, day in days.items()))
    assert [one.about for one in known.due()] == [IDEAS[1], IDEAS[0]]


@given(
    replies=st.dictionaries(st.sampled_from(IDEAS), st.sampled_from(list(Reply))),
    joined=st.lists(
        st.tuples(st.sampled_from(IDEAS), st.sampled_from(IDEAS)).filter(lambda it: it[0] != it[1])
    ),
)
def test_every_answer_stands_with_exactly_one_ask_however_proposals_are_joined(replies, joined):
    facts = {
        program_fact_id(PROGRAM, it): it for one, other in joined if (it := likeness(one, other, Rung.NEAR))
    }
    known = followed(*facts.values(), *(Answer(idea, reply) for idea, reply in replies.items()))
    stand = [answer.about for one in (*known.followed, *known.others) for answer in one.answers]
    assert sorted(stand) == sorted(replies)
    assert sum(known.replies.values()) == len(known.answered) <= len(replies)
    shown = [one.about for several in known.by_standing().values() for one in several]
    assert sorted(shown) == sorted(one.about for several in known.by_actor().values() for one in several)
    assert len(shown) == len(set(shown)) == len(known.followed)
