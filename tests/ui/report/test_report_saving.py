"""Saving says how far it is, can be stopped, and leaves the keyboard where it was."""

from dataclasses import replace

import pytest

from dialogue_desk.desk.program.report_edits import sentence_of, write_sentence
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.organizing import ReportSentence, SentenceRole
from tests.ui.program.shown import seen


@pytest.fixture
def saving(filled, settled):
    filled.open_section(filled.sections.report)
    settled()
    return filled.sections.report.saving


def test_the_keyboard_stays_on_the_button_while_a_report_is_written(
    saving, ask, tmp_path, settled, at_the_keys
):
    ask.save = tmp_path / "report.html"
    saving._options.__self__.kinds.choose(".html")
    saving.save.setFocus()
    saving.save.click()
    assert saving.save.isEnabled() and saving.save.hasFocus()
    settled()
    assert saving.save.hasFocus() and ask.save.exists()


def test_a_second_press_while_something_is_saved_does_nothing(saving, ask, tmp_path, settled):
    ask.save, ask.folder = tmp_path / "report.html", tmp_path / "data"
    saving._options.__self__.kinds.choose(".html")
    saving.save.click()
    saving.save.click()
    saving.data.click()
    settled()
    assert len(ask.names) == 1 and not ask.folder.exists()


def test_what_is_stopped_leaves_nothing_behind(saving, ask, tmp_path, settled):
    ask.save = tmp_path / "report.html"
    saving._options.__self__.kinds.choose(".html")
    saving.save.click()
    saving.stop.click()
    settled()
    assert not ask.save.exists() and not saving.stop.isVisible()


def test_a_report_is_saved_after_one_question_while_sentences_wait_to_be_read_again(
    saving, ask, desk, program, tmp_path, settled
):
    finding = saving._plan.findings[0]
    write_sentence(desk, program, finding, replace(sentence_of(finding), texts=(("en", "So it is."),)), 99)
    settled()
    ask.save = tmp_path / "report.html"
    saving._options.__self__.kinds.choose(".html")
    saving.save.click()
    assert [one.title for one in ask.questions] == ["Save before they are read again?"]
    assert ask.names == []
    ask.answer = "save"
    saving.save.click()
    settled()
    saving.save.click()
    settled()
    assert len(ask.questions) == 2 and len(ask.names) == 2 and ask.save.exists()


def test_after_saving_it_is_said_which_asks_in_front_are_others(filled, saving, ask, tmp_path, settled):
    ask.save = tmp_path / "report.html"
    saving._options.__self__.kinds.choose(".html")
    saving.save.click()
    settled()
    assert "than in the report you saved" not in seen(filled.sections.report)
    first, *others = saving._plan.asks
    other = ReportSentence(SentenceRole.ASK, about=(RecordId("another"),))
    changed = replace(saving._plan, asks=(replace(first, written=other), *others))
    filled.sections.report.writing.planned.emit(changed)
    settled()
    assert "1 ask in front is another than in the report you saved" in seen(filled.sections.report)
