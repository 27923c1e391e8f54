"""Action ideas: what is missing, the editor, and the dots."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from dialogue_desk.desk.session.session_edits import set_attendance
from dialogue_desk.domain.model.closing import CloseStep, DotVote
from dialogue_desk.ui.notes.entry_editors import ActionEditor
from tests.ui.closing.on_page import press, type_number
from tests.ui.seen import words_on


def test_what_is_missing_of_an_idea_is_asked_quietly(at, qtbot):
    pane = at(CloseStep.ACTIONS)
    assert (
        "Still missing: who could do it, a first step, where the change would be, when, why, "
        "strengths to build on, what could get in the way"
    ) in words_on(pane)
    assert QApplication.focusWidget().text() == "Add details"


def test_the_rest_of_an_idea_is_written_in_the_editor(at, page, folders, evening, qtbot):
    at(CloseStep.ACTIONS)
    QApplication.focusWidget().click()
    (editor,) = page.findChildren(ActionEditor)
    editor.who.setText("The city")
    editor.save_button.click()
    assert {action.body.who for action in folders.session(evening).actions} >= {"The city"}


def test_the_keyboard_comes_back_to_the_idea_that_was_edited(at, page, qtbot):
    at(CloseStep.ACTIONS)
    idea = QApplication.focusWidget().accessibleName()
    QApplication.focusWidget().click()
    (editor,) = page.findChildren(ActionEditor)
    editor.why.setPlainText("People wait in the dark")
    editor.save_button.click()
    QApplication.processEvents()
    here = page.focusWidget()
    assert here.accessibleName() == idea and here.isVisible()


def test_an_idea_under_a_new_theme_is_one_step_to_take_back(at, page, desk, folders, evening):
    at(CloseStep.ACTIONS)
    before = folders.session(evening)
    QApplication.focusWidget().click()
    (editor,) = page.findChildren(ActionEditor)
    editor.who.setText("The city")
    editor.themes.findChild(QLineEdit).setText("Something new")
    editor.save_button.click()
    assert "Something new" in {theme.name for theme in folders.session(evening).themes.values()}
    desk.undo()
    assert folders.session(evening).actions == before.actions
    assert folders.session(evening).themes == before.themes


def test_an_idea_that_is_deleted_comes_back(at, page, folders, context, evening):
    at(CloseStep.ACTIONS)
    QApplication.focusWidget().click()
    (editor,) = page.findChildren(ActionEditor)
    editor.remove_button.click()
    assert len(folders.session(evening).actions) == 1
    context.toast.acted.emit("bring back ideas")
    assert len(folders.session(evening).actions) == 2


def test_dots_have_a_budget_and_too_many_are_told(at, desk, folders, evening, qtbot):
    set_attendance(desk, evening, 11)
    pane = at(CloseStep.ACTIONS)
    pane.dots.switch.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert folders.session(evening).closing.vote == DotVote(3, 11)
    assert pane.dots.budget.text() == "0 of 33 dots given"
    first, second = (pane._ideas[action.id] for action in folders.session(evening).actions)
    type_number(qtbot, first.dots.box, 20)
    type_number(qtbot, second.dots.box, 14)
    assert pane.dots.budget.text().startswith("34 of 33 dots: 1 too many.")
    assert {"Place 1", "Place 2"} <= set(words_on(pane))
    type_number(qtbot, first.dots.box, 14)
    assert "Place 1, tied" in words_on(pane)
    type_number(qtbot, pane.dots.voters.box, 12)
    assert pane.dots.budget.text() == "28 of 36 dots given"
    pane.dots.switch.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    after = folders.session(evening)
    assert after.closing.vote is None and all(action.body.dots is None for action in after.actions)
