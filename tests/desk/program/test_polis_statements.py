"""Statements for a vote: what everyone may read, each once, no more than Polis takes."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.program.polis_statements import Statement, seed_of, statements_of, with_codes
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind, Spread
from dialogue_desk.exchange.polis_seed import LONGEST_STATEMENT, MOST_STATEMENTS
from tests.desk.program.decidim_program import BENCH, EN, LAMPS, SPANISH, DecidimProgram


@pytest.fixture
def program(tmp_path):
    made = DecidimProgram(tmp_path)
    yield made
    made.desk.file.close()


def statement(text, number=0):
    return Statement(RecordId(f"line-{number}"), text, "Proposal")


def test_proposals_can_be_chosen_each_once_with_its_code(program):
    found = statements_of(program.plan, EN)
    assert {one.text for one in found} >= {LAMPS, BENCH, SPANISH}
    assert [one.code for one in found if one.text == LAMPS] == [program.one().code]


def test_nothing_that_may_not_leave_can_be_chosen(program):
    (session,) = {one.owner for one in program.desk.file.records.known([program.one(BENCH).about]).values()}
    for kind, spread in (
        (NoteKind.DEBRIEF, None),
        (NoteKind.QUOTE, None),
        (NoteKind.CONCERN, Spread.ONE_VOICE),
    ):
        program.desk.add(session, Note(kind, "only mine to say", spread=spread))
    assert "only mine to say" not in {one.text for one in statements_of(program.plan, EN)}


def test_codes_choose_in_their_order(program):
    found = statements_of(program.plan, EN)
    codes = [program.one(SPANISH).code, program.one(LAMPS).code, program.one(SPANISH).code]
    assert [one.text for one in with_codes(found, codes)] == [SPANISH, LAMPS]


def test_twins_empty_and_endless_ones_are_left_out_with_their_words():
    chosen = [
        statement("More lamps", 1),
        statement("MORE LAMPS", 2),
        statement(" =+ ", 3),
        statement("x" * (LONGEST_STATEMENT + 1), 4),
    ]
    seed = seed_of(chosen, EN)
    assert seed.texts == ("More lamps",)
    assert [sentence.split(" ", 1)[1][:20] for sentence in seed.left_out] == [
        "says the same as one",
        "has no words, so it ",
        "is longer than the 1",
    ]


def test_no_more_go_than_polis_takes_at_a_time():
    seed = seed_of([statement(f"Number {number}", number) for number in range(MOST_STATEMENTS + 2)], EN)
    assert len(seed.texts) == MOST_STATEMENTS and len(seed.left_out) == 2


def test_long_ones_and_names_are_told():
    long, named = statement("lamp " * 40, 1), statement("Lamps where Maria Gonzalez lives", 2)
    remarks = seed_of([long, named, replace(named, about=RecordId("line-3"))], EN).remarks
    assert "1 statement is longer than 140 letters" in remarks[0] and "Maria Gonzalez" in remarks[1]
