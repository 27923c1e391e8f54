"""Answers typed in under their codes: what fits is kept once, what does not has its words."""

from datetime import date

import pytest

from dialogue_desk.desk.program.follow_edits import (
    CannotFollow,
    asleep,
    keep_one_answer,
    next_day_typed,
    progress_of,
    reply_typed,
    take_back,
    told_twice,
    with_typed_code,
    write_follow_up,
)
from dialogue_desk.desk.program.follow_lists import facts_in
from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.organizing import Rung
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.words import Words
from tests.desk.program.test_proposal_edits import SmallProgram, join

TODAY = date(2027, 6, 1)
EN = Words()


@pytest.fixture
def program(tmp_path):
    made = SmallProgram(tmp_path)
    yield made
    made.desk.file.close()


def known(program):
    return follow_up(report_plan(program.picture))


def one_of(program, place=0):
    return known(program).followed[place]


def near(code):
    """A code that differs from this one in its last digit."""
    return f"{code[:-1]}{(int(code[-1]) + 1) % 10}"


def test_a_code_is_found_however_it_is_written(program):
    one = one_of(program)
    typed = f" {one.code[:3].lower()} {one.code[3:]}"
    assert with_typed_code(known(program), typed, EN).about == one.about


def test_the_code_of_each_line_of_a_proposal_leads_to_it(program):
    everything = known(program)
    for one in (*everything.followed, *everything.others):
        assert {with_typed_code(everything, code, EN).about for code in one.codes} == {one.about}


def test_a_code_wrong_by_one_sign_names_the_near_one_with_its_words(program):
    one = one_of(program)
    with pytest.raises(CannotFollow) as refused:
        with_typed_code(known(program), near(one.code), EN)
    assert f"Near it: {one.code} ({one.words})" in str(refused.value)
    assert "Nothing was written" in str(refused.value)


def test_a_code_that_nobody_has_and_what_is_no_code_have_their_words(program):
    codes = {code for one in (*known(program).followed, *known(program).others) for code in one.codes}
    far = next(
        code for code in ("BBB00", "XYZ99", "KTR42") if not known(program).near(code) and code not in codes
    )
    with pytest.raises(CannotFollow, match="none is near it"):
        with_typed_code(known(program), far, EN)
    with pytest.raises(CannotFollow, match="is no code"):
        with_typed_code(known(program), "hello" * 20, EN)


@pytest.mark.parametrize(
    ("typed", "reply"),
    [("yes", Reply.YES), ("In Part.", Reply.IN_PART), ("SÍ", Reply.YES), ("no", Reply.NO)],
)
def test_an_answer_is_read_in_either_language(typed, reply):
    assert reply_typed(typed, EN) is reply


def test_another_word_is_refused_with_those_of_the_sheet():
    with pytest.raises(CannotFollow, match="yes, in part, already so, later, no"):
        reply_typed("maybe", EN)


def test_a_date_that_is_past_none_or_of_another_weekday_has_its_words():
    assert next_day_typed("", EN, TODAY) == "" and next_day_typed("2027-06-01", EN, TODAY) == "2027-06-01"
    with pytest.raises(CannotFollow, match=r"May 31, 2027 is already past"):
        next_day_typed("2027-05-31", EN, TODAY)
    with pytest.raises(CannotFollow, match="no date"):
        next_day_typed("soon", EN, TODAY)
    with pytest.raises(CannotFollow, match="another day of the week"):
        next_day_typed("Monday, June 30, 2027", EN, TODAY)


def test_a_list_is_kept_in_one_step_and_its_other_lines_are_told(program):
    one, two = one_of(program), one_of(program, 1)
    rows = (
        ("Code", "Answer", "Why", "By whom", "Next date"),
        (one.code, "in part", "only one bench", "Parks", "2027-07-01"),
        (near(two.code), "yes"),
        (two.code, "perhaps"),
        (two.code, "later", "", "Council", "2027-01-01"),
        (two.code, "no"),
    )
    sheet = facts_in(rows, known(program), EN, TODAY)
    outcome = write_follow_up(program.desk, program.id, *sheet.answers)
    assert [line.split(":")[0] for line in sheet.refused] == ["Line 3", "Line 4", "Line 5"]
    assert known(program).replies == {Reply.IN_PART: 1, Reply.NO: 1}
    assert outcome is not None and write_follow_up(program.desk, program.id, sheet.answers[0]) is None
    program.desk.undo()
    assert not known(program).answered


def test_a_code_answered_twice_counts_once_and_says_which(program):
    code = one_of(program).code
    same = facts_in(((code, "yes"), (code, "yes")), known(program), EN, TODAY)
    assert len(same.answers) == 1 and not same.refused
    other = facts_in(((code, "yes"), (code, "no")), known(program), EN, TODAY)
    assert [answer.reply for answer in other.answers] == [Reply.YES]
    assert "answered twice, in two ways. The first one counts: yes" in other.refused[0]


def test_a_proposal_answered_under_another_of_its_codes_keeps_one_answer(program):
    first = program.of("C03")
    write_follow_up(program.desk, program.id, Answer(first.id, Reply.NO))
    join(program, "C01", "C03")
    one = next(it for it in known(program).followed if it.answer)
    sheet = facts_in(tuple((code, "yes") for code in one.codes), known(program), EN, TODAY)
    write_follow_up(program.desk, program.id, *sheet.answers)
    assert len(list(program.desk.file.records.of_kind(Kind.ANSWER))) == 1
    assert known(program).replies == {Reply.YES: 1}


def test_two_answers_that_were_joined_are_told_in_words_and_can_be_taken_back(program):
    write_follow_up(program.desk, program.id, Answer(program.of("C01").id, Reply.YES))
    write_follow_up(program.desk, program.id, Answer(program.of("C03").id, Reply.NO))
    join(program, "C01", "C03", Rung.NEAR)
    (one,) = (it for it in known(program).followed if it.answer)
    assert "It has two answers" in " ".join(told_twice(one, EN))
    keep_one_answer(program.desk, program.id, one)
    assert known(program).replies == {one.answer.reply: 1}
    (one,) = (it for it in known(program).followed if it.answer)
    assert not one.two_answers and keep_one_answer(program.desk, program.id, one) is None
    take_back(program.desk, program.id, *one.answers)
    assert not known(program).answered


def test_what_nobody_heard_of_for_sixty_days_is_asleep(program):
    one = one_of(program)
    write_follow_up(program.desk, program.id, progress_of(one, Status.UNDER_WAY))
    assert asleep(program.desk, known(program)) == ()
    program.desk.clock.advance(60 * 24 * 60 * MINUTE)
    assert [it.about for it in asleep(program.desk, known(program))] == [one.about]


def test_progress_stands_beside_the_answer(program):
    about = one_of(program).about
    write_follow_up(
        program.desk, program.id, Answer(about, Reply.YES), Progress(about, Status.DONE, "a bench stands")
    )
    one = one_of(program)
    assert one.answer.reply is Reply.YES and one.progress.changed == "a bench stands" and one.is_settled
