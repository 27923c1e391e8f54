"""Open questions are sent to the office that can answer them."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.program.shown import seen


@pytest.fixture
def board(filled):
    filled.open_section(filled.sections.ideas)
    tab = filled.sections.ideas
    next(chip for chip in tab.views.chips() if chip.choice.id == "questions").click()
    return tab.questions


def headings(board):
    return [row.above for row in board.list.rows() if row.above]


def test_a_question_goes_to_an_office_and_back_with_undo(board, desk, settled):
    assert headings(board) == ["Not addressed yet"]
    first = board.list.rows()[0]
    board.list.choose([first.id])
    assert first.text in seen(board.card)
    board.office.chosen.emit("Finance office")
    settled()
    assert headings(board) == ["Finance office", "Not addressed yet"]
    assert board.office.select.choice() == "Finance office"
    desk.undo()
    settled()
    assert headings(board) == ["Not addressed yet"]


def test_several_go_to_one_office_at_once(board, qtbot, settled):
    board.list.setFocus()
    qtbot.keyClick(board.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "4 questions selected" in seen(board.card)
    board.office.other.setText("City manager")
    qtbot.keyClick(board.office.other, Qt.Key.Key_Return)
    settled()
    assert headings(board) == ["City manager"]


def test_organizers_word_a_question_and_the_circle_words_stay_in_the_notes(board, desk, qtbot, settled):
    first = board.list.rows()[0]
    board.list.choose([first.id])
    board.what.setFocus()
    qtbot.keyClicks(board.what, "Who pays, and since when?")
    qtbot.keyClick(board.what, Qt.Key.Key_Return)
    settled()
    assert board.list.rows()[0].text == "Who pays, and since when?"
    assert desk.get(first.id).body.text == first.text


def test_a_search_that_finds_nothing_shows_no_question(board):
    board.search("elephant")
    assert board.list.rows() == ()
    assert "No question is selected" in seen(board.card)
    board.search("")
    assert len(board.list.rows()) == 4
