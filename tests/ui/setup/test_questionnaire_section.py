"""The questionnaire is written in the set-up, and words that were answered keep their counts."""

from __future__ import annotations

import pytest

from dialogue_desk.desk.program.program_draft import ProgramDraft
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.questionnaire import Statement
from dialogue_desk.ui.setup.questionnaire_section import QuestionnaireSection
from dialogue_desk.words.questionnaire_words import ready_questionnaire, ready_statements
from tests.ui.seen import button_saying, nameless, words_on

BOTH = Program("Season", languages=("en", "es"))
READY = ready_questionnaire()


@pytest.fixture
def section(context, qtbot):
    made = QuestionnaireSection(context)
    qtbot.addWidget(made)
    made.show_draft(ProgramDraft(BOTH))
    made.show()
    return made


def filled(section, counted=()):
    draft = ProgramDraft(
        BOTH, statements=READY.statements, open_line=READY.open_line, counted=frozenset(counted)
    )
    section.show_draft(draft)
    return draft


def typed(row, code, text):
    """Type into a line as a person does."""
    row.lines.boxes[code].setText(text)
    row.lines.boxes[code].textEdited.emit(text)


def test_a_program_begins_without_one_and_the_ready_made_one_takes_a_press(section):
    assert section.check() and section.fill(ProgramDraft(BOTH)).statements == ()
    section.usual.click()
    made = section.fill(ProgramDraft(BOTH))
    assert (made.statements, dict(made.open_line)) == (READY.statements, dict(READY.open_line))
    assert nameless(section) == [] and section.check()


def test_what_is_shown_and_not_changed_is_put_back_as_it_was(section):
    draft = filled(section)
    assert section.fill(draft) == draft


def test_further_ready_made_statements_are_offered_until_there_are_eight(section):
    filled(section)
    assert not any(text == READY.statements[0].text("en") for text in words_on(section))
    for one in ready_statements()[5:]:
        button_saying(section, one.text("en")).click()
    assert len(section.statements()) == 8 and section.add.isHidden()
    section.statements()[0].remove.click()
    assert not section.add.isHidden()


def test_a_statement_of_ones_own_has_a_key_of_its_words(section):
    filled(section)
    section.add.click()
    typed(section.statements()[-1], "en", "I feel at home here.")
    made = section.fill(ProgramDraft(BOTH)).statements[-1]
    assert made.key.startswith("own-") and made.text("en") == "I feel at home here."


def test_fewer_than_three_are_refused_with_words_and_none_are_not(section):
    filled(section)
    for row in section.statements()[:3]:
        row.remove.click()
    assert not section.check()
    assert "A questionnaire has 3 to 8 statements." in words_on(section)
    for row in section.statements():
        row.remove.click()
    assert section.check() and section.fill(ProgramDraft(BOTH)).statements == ()


def test_words_that_nobody_answered_are_changed_without_a_question(section):
    filled(section)
    row = section.statements()[0]
    typed(row, "en", "People listen to me.")
    assert row.asks.isHidden() and section.check()
    assert row.statement().key == READY.statements[0].key


def test_words_that_were_answered_ask_whether_it_is_the_same_statement(section):
    filled(section, [READY.statements[0].key])
    row = section.statements()[0]
    typed(row, "en", "People listen to me.")
    assert not row.asks.isHidden() and not section.check()
    assert "Choose one of the two." in words_on(section)
    row.same.setChecked(True)
    assert section.check() and row.statement().key == READY.statements[0].key
    row.other.setChecked(True)
    assert section.check() and row.statement().key != READY.statements[0].key
    typed(row, "en", READY.statements[0].text("en"))
    assert row.asks.isHidden() and row.statement() == READY.statements[0]


def test_words_in_a_further_language_change_nothing_of_what_was_answered(section):
    only = Statement("heard", (("en", "I am heard."),))
    section.show_draft(ProgramDraft(BOTH, statements=(only,), counted=frozenset({"heard"})))
    row = section.statements()[0]
    typed(row, "es", "Me escuchan.")
    assert row.asks.isHidden() and row.statement().key == "heard"


def test_languages_follow_the_program_and_words_in_others_stay(section):
    draft = filled(section)
    section.follow(ProgramDraft(Program("Season", languages=("en",))))
    assert list(section.statements()[0].lines.boxes) == ["en"]
    kept = section.fill(draft).statements[0]
    assert kept.text("es") == READY.statements[0].text("es")


def test_the_same_statement_twice_is_refused(section):
    filled(section)
    section.add.click()
    typed(section.statements()[-1], "en", READY.statements[0].text("en"))
    assert not section.check()
    assert "A statement is there twice. Delete one of the two." in words_on(section)
