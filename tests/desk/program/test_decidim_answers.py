"""What comes back from a Decidim site: under the right codes, once, and never over what is here unasked."""

import pytest

from dialogue_desk.desk.program.decidim_answers import LONGEST_WHY, read_sentences
from dialogue_desk.desk.program.decidim_sending import can_be_sent
from dialogue_desk.desk.program.follow_edits import write_follow_up
from dialogue_desk.domain.model.answers import Answer, Reply
from tests.desk.program.decidim_program import BENCH, EN, LAMPS, SPANISH, DecidimProgram


@pytest.fixture
def program(tmp_path):
    made = DecidimProgram(tmp_path)
    yield made
    made.desk.file.close()


def replies(read):
    return {found.one.words: found.answer.reply for found in read.found}


def test_what_went_comes_back_under_its_codes_with_states_and_answers(program):
    read = program.read(
        program.row(LAMPS, "accepted", "<p>In the budget of June</p>"),
        program.row(BENCH, "rejected", "No room"),
        program.row(SPANISH, "evaluating"),
        program.row("A bus", ""),
    )
    assert replies(read) == {LAMPS: Reply.YES, BENCH: Reply.NO, SPANISH: Reply.LATER}
    assert read.sure == read.found and not read.told and read.waiting == 1
    write_follow_up(program.desk, program.id, *(one.answer for one in read.sure))
    answered = {one.words: one.answer for one in program.known.answered}
    assert answered[LAMPS].why == "In the budget of June" and len(answered) == 3


def test_reading_it_again_changes_nothing(program):
    rows = program.row(LAMPS, "accepted", "Yes"), program.row(BENCH, "rejected")
    first = program.read(*rows)
    write_follow_up(program.desk, program.id, *(one.answer for one in first.sure))
    again = program.read(*rows)
    assert again.same == 2 and not again.found and not again.told


def test_an_answer_that_differs_from_the_one_here_is_asked_and_keeps_office_and_date(program):
    one = program.one()
    write_follow_up(program.desk, program.id, Answer(one.about, Reply.NO, "no money", "Parks", "2100-01-01"))
    (found,) = program.read(program.row(LAMPS, "accepted", "Found some")).found
    assert "Here the answer is another: no: no money" in found.question
    assert found.answer == Answer(one.about, Reply.YES, "Found some", "Parks", "2100-01-01")


def test_a_site_that_says_no_reason_does_not_take_the_one_that_is_here(program):
    one = program.one()
    write_follow_up(program.desk, program.id, Answer(one.about, Reply.YES, "in June", "Parks"))
    assert program.read(program.row(LAMPS, "accepted")).same == 1


def test_a_code_that_nobody_has_is_told_with_those_near_it(program):
    code = program.one().code
    wrong = f"{code[:-1]}{(int(code[-1]) + 1) % 10}"
    read = program.read(program.row(LAMPS, "accepted", body_en=f"x\nCode: {wrong}"))
    assert not read.found and f"has the code {wrong}" in read.told[0] and code in read.told[0]


def test_a_code_that_stands_twice_with_two_answers_is_written_for_neither(program):
    read = program.read(program.row(LAMPS, "accepted"), program.row(LAMPS, "rejected", id="99"))
    assert not read.found and "with different answers" in read.told[0] and "Proposal 99" in read.told[0]


def test_a_code_that_stands_twice_with_one_answer_counts_once(program):
    assert len(program.read(program.row(), program.row(id="99")).found) == 1


def test_a_stranger_who_writes_a_code_into_another_proposal_is_asked_about(program):
    (found,) = program.read(program.row(LAMPS, "rejected", title_en="Never mend any street lamps")).found
    assert "There its title is another: “Never mend any street lamps”" in found.question


def test_without_a_code_the_title_counts_where_exactly_one_has_it_and_it_is_said(program):
    read = program.read(program.row(LAMPS, "accepted", body_en="gone", title_en=LAMPS.upper()))
    assert replies(read) == {LAMPS: Reply.YES} and "found by its title" in read.found[0].remarks[0]


def test_other_proposals_and_amendments_of_the_town_are_left_alone(program):
    strange = dict.fromkeys(program.row(), "") | {"id": "5", "title/en": "A pool", "state": "accepted"}
    read = program.read(strange | {"is_amend": ""}, program.row() | {"is_amend": "true"})
    assert read.others == 2 and not read.found and not read.told


def test_a_state_that_the_app_does_not_know_is_told_or_what_a_person_says_it_means(program):
    row = program.row(LAMPS, "implemented")
    assert "the status “implemented”" in program.read(row).told[0]
    assert replies(program.read(row, states={"implemented": Reply.ALREADY_SO})) == {LAMPS: Reply.ALREADY_SO}
    assert replies(program.read(program.row(LAMPS, "in_part"))) == {LAMPS: Reply.IN_PART}


def test_what_was_withdrawn_there_is_told(program):
    assert "was withdrawn" in program.read(program.row(LAMPS, "withdrawn")).told[0]


def test_two_codes_in_one_proposal_are_told(program):
    other = program.one(BENCH).code
    body = f"Code: {program.one().code} Code: {other}"
    read = program.read(program.row(LAMPS, "accepted", body_en=body))
    assert not read.found and "several of yours" in read.told[0] and other in read.told[0]


def test_an_answer_that_two_organizers_wrote_differently_is_left_to_them(program):
    one = program.one()
    lines = sorted(one.lines)
    assert len(lines) == 2
    write_follow_up(
        program.desk, program.id, Answer(lines[0], Reply.YES), Answer(lines[1], Reply.NO, "no money")
    )
    read = program.read(program.row(LAMPS, "accepted"))
    assert not read.found and "It has two answers" in read.told[0]


def test_a_huge_reason_is_cut_and_a_name_in_it_told(program):
    (found,) = program.read(program.row(LAMPS, "rejected", "Maria Gonzalez said no. " * 200)).found
    assert len(found.answer.why) <= LONGEST_WHY
    assert "may point to a person" in found.remarks[0] and "very long" in found.remarks[1]


def test_how_much_needs_nothing_is_said(program):
    read = program.read(program.row(LAMPS, ""), program.row(BENCH, "not_answered"))
    assert list(read_sentences(read, EN)) == ["2 of your proposals have no answer there yet."]


def test_every_proposal_that_went_finds_its_way_home(program):
    ones = can_be_sent(program.known)
    read = program.read(*(program.row(one.words, "accepted", title_en="") for one in ones))
    assert {found.one.about for found in read.found} == {one.about for one in ones}
