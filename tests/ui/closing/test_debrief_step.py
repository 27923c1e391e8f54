"""The debrief: typed line by line, and private."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.model.notes import NoteKind
from tests.ui.closing.on_page import press, rows
from tests.ui.seen import button_saying, words_on
from tests.ui.sessions import begin


def test_a_debrief_is_typed_line_by_line_and_stays_private(at, page, folders, evening, qtbot):
    pane = at(CloseStep.DEBRIEF)
    assert "What should the organizer know?" in words_on(pane)
    qtbot.keyClicks(QApplication.focusWidget(), "The heating.")
    press(qtbot, Qt.Key.Key_Return)
    assert pane.box.hasFocus() and not pane.box.toPlainText()
    notes = folders.session(evening).notes_of(NoteKind.DEBRIEF)
    assert notes[-1].body.text == "The heating." and notes[-1].body.part == ""
    assert rows(page)[CloseStep.DEBRIEF] == "done · 2 notes"


@pytest.fixture
def another(desk, shelf):
    return begin(desk, shelf)


@pytest.mark.parametrize("how", ["another step", "the page", "another session"])
def test_a_line_that_nobody_entered_is_kept(at, page, another, folders, how, qtbot):
    evening = page._session
    at(CloseStep.DEBRIEF)
    qtbot.keyClicks(QApplication.focusWidget(), "The heating.")
    if how == "another step":
        page.go_to(CloseStep.PRIVACY)
    elif how == "the page":
        page.leave()
    else:
        page.show_session(another)
        page.go_to(CloseStep.DEBRIEF)
    assert folders.session(evening).notes_of(NoteKind.DEBRIEF)[-1].body.text == "The heating."


def test_a_debrief_is_deleted_and_brought_back(at, context, folders, evening):
    pane = at(CloseStep.DEBRIEF)
    button_saying(pane, "Delete").click()
    assert not folders.session(evening).notes_of(NoteKind.DEBRIEF)
    context.toast.acted.emit("bring back debrief")
    assert folders.session(evening).notes_of(NoteKind.DEBRIEF)


@pytest.mark.parametrize("key", [Qt.Key.Key_F6, Qt.Key.Key_Escape])
def test_a_key_leads_out_of_the_box_of_the_debrief_too(at, page, key, qtbot):
    assert at(CloseStep.DEBRIEF).box.hasFocus()
    press(qtbot, key)
    assert page.steps.list.hasFocus()
