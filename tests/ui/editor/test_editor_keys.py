"""In the whole window the keys of Undo reach the editor from any field, and Escape leads out of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.editor.editor_view import EditorView
from dialogue_desk.ui.shell.main_window import MainWindow
from dialogue_desk.ui.shell.workspace import Workspace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(desk, folders, shelf, own, key, context, theme, qtbot):  # noqa: PLR0917  # what a window is made of
    window = MainWindow(theme, "Test")
    qtbot.addWidget(window)
    workspace = Workspace(desk, folders, shelf, context, lambda _: None)
    window.set_content(workspace)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.show()
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    workspace.go(Route(PageName.GUIDES))
    view = EditorView(desk, own, context)
    workspace.stack.addWidget(view)
    workspace.stack.setCurrentWidget(view)
    assert view.edit(key)
    view.take_focus()
    QApplication.sendPostedEvents()
    yield view
    workspace.leave()
    view.leave()


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def test_undo_and_redo_reach_the_editor_from_a_text_and_from_the_outline(view, qtbot):
    editor = view.editor
    press(qtbot, Qt.Key.Key_Down)
    title = editor.source.at(editor.path).title
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "!?")
    assert editor.source.at(editor.path).title == f"{title}!?"
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert editor.source.at(editor.path).title == title
    press(qtbot, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert editor.source.at(editor.path).title == f"{title}!?"
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is editor.outline.list
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert editor.source.at(editor.path).title == title


def test_escape_leads_from_the_form_to_the_outline_and_then_out(view, qtbot):
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    assert view.editor is not None
    with qtbot.waitSignal(view.left):
        press(qtbot, Qt.Key.Key_Escape)
    assert view.editor is None


def test_tab_goes_through_the_form_and_every_stop_is_in_sight(view, qtbot):
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    page, seen = view.editor.form.page, []
    for _ in range(25):
        press(qtbot, Qt.Key.Key_Tab)
        QApplication.sendPostedEvents()
        here = QApplication.focusWidget()
        seen.append(here)
        if page.isAncestorOf(here):
            top = here.mapTo(page.viewport(), here.rect().topLeft()).y()
            assert -2 <= top <= page.viewport().height(), here.accessibleName()
    assert len({id(here) for here in seen}) == 25


def test_what_was_typed_into_a_line_counts_when_the_editor_is_left(view, own, key, qtbot):
    editor = view.editor
    editor.go_to((editor.path[0], 0))
    editor.form.focus_on("at")
    qtbot.keyClicks(QApplication.focusWidget(), "19:15")
    view.leave()
    assert "at=19:15" in own.get(key).texts["en"].text and "at=19:15" in own.get(key).texts["es"].text


def test_where_the_outline_has_no_room_the_keyboard_is_in_the_form(view, qtbot):
    view.window().resize(700, 600)
    QApplication.sendPostedEvents()
    view.take_focus()
    assert view.editor.form.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.editor.outline.list
    press(qtbot, Qt.Key.Key_Return)
    assert view.editor.form.isAncestorOf(QApplication.focusWidget())


def test_a_new_text_that_is_left_empty_leads_on_with_tab(view, qtbot):
    press(qtbot, Qt.Key.Key_Down)
    view.editor.form.focus_on("say")
    said = view.editor.form.shown.fields[4].list
    count = len(said.rows)
    press(qtbot, Qt.Key.Key_Return)
    assert len(said.rows) == count + 1
    press(qtbot, Qt.Key.Key_Tab)
    QApplication.sendPostedEvents()
    assert len(said.rows) == count and view.editor.form.isAncestorOf(QApplication.focusWidget())
