"""The end of forming: printed, made in the program, summed up; and the slips are gone."""

import pytest
from pypdf import PdfReader

from dialogue_desk.desk.program.program_edits import circles_of
from tests.ui.seen import nameless, words_on


@pytest.fixture
def pane(formed):
    formed.open_step(formed.finish)
    return formed.finish


def test_lists_and_sheets_are_printed(pane, ask, tmp_path, finished):
    for button in (pane.lists, pane.places):
        ask.save = tmp_path / "printed.pdf"
        button.click()
        finished()
        assert len(PdfReader(ask.save).pages) == 2


def test_the_circles_are_made_in_the_program_without_a_number(pane, desk, program):
    pane.make.click()
    made = circles_of(desk, program)
    assert {one.body.code for one in made} == {"C01", "C02", "C03"} and not pane.make.isVisible()
    assert any("All of them are in the program." in text for text in words_on(pane))


def test_the_sums_stay_and_the_slips_are_gone(formed, pane, ask, tmp_path):
    path = formed.work.bench.file.path
    ask.answer, ask.save = "delete", tmp_path / "sums.csv"
    pane.finish.click()
    assert "15 numbers are not settled yet." in ask.questions[0].sentence
    assert not path.exists() and "circles,3" in ask.save.read_text("utf-8-sig")
    assert formed.work.forming.slips == () and not formed.work.bench.can_undo
    assert formed.tabs.currentIndex() == 1


def test_who_thinks_better_of_it_keeps_the_slips(formed, pane, ask):
    ask.answer = None
    pane.finish.click()
    assert formed.work.bench.file.path.exists()


def test_where_the_sums_cannot_be_saved_nothing_is_deleted(formed, pane, ask, tmp_path):
    ask.answer, ask.save = "delete", tmp_path / "gone" / "sums.csv"
    pane.finish.click()
    assert formed.work.bench.file.path.exists() and "Nothing was deleted." in pane.trouble.text()


def test_everything_has_a_name(pane):
    assert nameless(pane) == []
