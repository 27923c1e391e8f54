"""In the whole window the keys of Undo reach the editor from any field, and Escape leads out of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.shell.main_window import MainWindow
from dialogue_desk.ui.shell.workspace import Workspace
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tests.ui.seen import words_on

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shelf(own):
    """The shelf of the app, with the guides of the desk's own."""
    return GuideShelf(GUIDES, Words(), own=own)


@pytest.fixture
def window(theme, qtbot):
    window = MainWindow(theme, "Test")
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.show()
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def workspace(window, desk, folders, shelf, context):
    workspace = Workspace(desk, folders, shelf, context, lambda _: None)
    window.set_content(workspace)
    yield workspace
    workspace.leave()


@pytest.fixture
def view(workspace, key):
    """The editor as its page in the window."""
    workspace.go(Route(PageName.EDIT_GUIDE, key))
    QApplication.sendPostedEvents()
    return workspace.stack.currentWidget()


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


def test_another_page_saves_what_was_changed_and_the_way_back_shows_it(view, workspace, own, key):
    view.editor.steps.top("title", "Our Safety")
    workspace.go(Route(PageName.HOME))
    assert view.editor is None and "title: Our Safety" in own.get(key).texts["en"].text
    workspace.go(Route(PageName.EDIT_GUIDE, key))
    assert view.editor.bar.title.text() == "Our Safety"


def test_the_bar_shows_guides_as_the_place_and_leaves_undo_to_the_editor(view, workspace):
    assert workspace.navigation.buttons[PageName.GUIDES].isChecked()
    assert workspace.navigation.undo.isHidden() and view.editor.bar.undo.isVisible()
    workspace.go(Route(PageName.HOME))
    assert not workspace.navigation.undo.isHidden()


def test_a_guide_that_is_gone_leads_to_the_guides(workspace, own, key):
    own.remove(key)
    workspace.go(Route(PageName.EDIT_GUIDE, key))
    assert workspace.route.page is PageName.GUIDES


def test_a_guide_that_ships_is_written_as_ones_own_and_found_under_its_new_title(workspace, own):
    workspace.go(Route(PageName.GUIDES))
    guides = workspace.stack.currentWidget()
    guides.edit_wanted.emit("safety-together")
    assert workspace.route.page is PageName.EDIT_GUIDE and len(own.all()) == 1
    view = workspace.stack.currentWidget()
    view.editor.steps.top("title", "Our Safety")
    view.editor.bar.back.click()
    assert workspace.stack.currentWidget() is guides
    assert {"Our Safety", "Safety Together"} <= set(words_on(guides))


def test_enter_in_a_title_leads_on(view, qtbot):
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    title = QApplication.focusWidget()
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is not title
    assert view.editor.form.isAncestorOf(QApplication.focusWidget())
