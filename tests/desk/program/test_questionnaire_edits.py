"""The questionnaire is written once; its statements keep their keys, or get others."""

import pytest

from dialogue_desk.desk.program.pooled_edits import CannotCount
from dialogue_desk.desk.program.questionnaire_edits import (
    checked_questionnaire,
    counted_statements,
    new_statement,
    questionnaire_of,
    statement_key,
    write_questionnaire,
)
from dialogue_desk.domain.model.questionnaire import Statement
from dialogue_desk.domain.model.voices import SlipKind
from dialogue_desk.words import Words
from dialogue_desk.words.questionnaire_words import ready_questionnaire, ready_statements
from tests.desk.program.test_pooled_edits import ASKED, SlipProgram

EN = Words()


@pytest.fixture
def program(tmp_path):
    made = SlipProgram(tmp_path)
    yield made
    made.desk.file.close()


def test_it_is_written_once_and_undo_brings_the_one_before(program):
    assert write_questionnaire(program.desk, program.id, ASKED) is None
    write_questionnaire(program.desk, program.id, ready_questionnaire())
    assert questionnaire_of(program.desk, program.id) == ready_questionnaire()
    program.desk.undo()
    assert questionnaire_of(program.desk, program.id) == ASKED


def test_it_is_deleted_and_its_counts_stay(program):
    program.write(program.pile(1, 2, kind=SlipKind.BEFORE))
    write_questionnaire(program.desk, program.id, None)
    assert questionnaire_of(program.desk, program.id) is None
    assert write_questionnaire(program.desk, program.id, None) is None
    assert counted_statements(program.desk, program.id) == {"heard"}


def test_tally_slips_count_no_statement(program):
    program.write(program.pile(1, 2))
    assert counted_statements(program.desk, program.id) == frozenset()


def test_a_new_statement_has_the_key_of_its_words_whatever_the_order_and_spaces():
    texts = (("en", "I am heard."), ("es", "Me escuchan."))
    assert statement_key(texts) == statement_key((("es", "Me  escuchan."), ("en", "I am heard.")))
    assert statement_key(texts) != statement_key((("en", "I am not heard."),))


def test_a_ready_made_statement_has_its_own_key():
    ready = ready_statements()[0]
    assert new_statement(ready.texts).key == ready.key
    assert new_statement((("en", ready.text("en")),)).key == ready.key
    assert new_statement((("en", "Another."),)).key.startswith("own-")


@pytest.mark.parametrize("count", [0, 2, 9])
def test_too_few_statements_and_too_many_are_refused(count):
    several = [Statement(str(number), (("en", str(number)),)) for number in range(count)]
    with pytest.raises(CannotCount, match="3 to 8 statements"):
        checked_questionnaire(several, (), EN)


def test_a_statement_that_is_there_twice_is_refused():
    with pytest.raises(CannotCount, match="there twice"):
        checked_questionnaire([Statement("a")] * 3, (), EN)
