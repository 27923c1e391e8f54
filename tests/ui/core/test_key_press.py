"""A key that is given to a window without the keyboard does what it would do there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_desk.ui.core.key_press import press, sequences
from tests.ui.keyboards import key_event

Key, Modifier, Context = Qt.Key, Qt.KeyboardModifier, Qt.ShortcutContext


@pytest.fixture
def page(qtbot):
    """A page with a button and a line, and another window in front that has the keyboard."""
    page, front = QWidget(), QWidget()
    page.button, page.line, page.done = QPushButton("Next"), QLineEdit(), []
    layout = QVBoxLayout(page)
    layout.addWidget(page.button)
    layout.addWidget(page.line)
    for window in (page, front):
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
    page.front = front
    return page


def bind(owner, shortcut, done, name, context=Context.WidgetWithChildrenShortcut):
    action = QAction(owner)
    action.setShortcuts([QKeySequence(shortcut)])
    action.setShortcutContext(context)
    action.triggered.connect(lambda: done.append(name))
    owner.addAction(action)
    return action


def test_a_shortcut_is_found_from_what_is_inside_its_owner(page):
    bind(page, "P", page.done, "pause")
    assert press(page.button, key_event(Key.Key_P, "p"))
    assert page.done == ["pause"]


def test_a_field_types_what_is_text_and_leaves_the_rest(page):
    bind(page, "P", page.done, "pause")
    bind(page, "PgDown", page.done, "on")
    assert press(page.line, key_event(Key.Key_P, "p")) and press(page.line, key_event(Key.Key_PageDown))
    assert (page.line.text(), page.done) == ("p", ["on"])


def test_the_nearest_of_two_shortcuts_is_meant(page):
    bind(page, "S", page.done, "window", Context.WindowShortcut)
    bind(page.button, "S", page.done, "button", Context.WidgetShortcut)
    press(page.button, key_event(Key.Key_S, "s"))
    press(page.line, key_event(Key.Key_S, "s", Modifier.AltModifier))
    press(page, key_event(Key.Key_S, "s"))
    assert page.done == ["button", "window"]


@pytest.mark.parametrize("why", ["disabled", "hidden", "elsewhere", "another window"])
def test_a_shortcut_that_is_not_allowed_is_not_found(page, why):
    owner = {"elsewhere": page.line, "another window": page.front}.get(why, page)
    action = bind(owner, "P", page.done, "pause")
    action.setEnabled(why != "disabled")
    if why == "hidden":
        page.hide()
    assert not press(page.button, key_event(Key.Key_P, "p")) and not page.done


def test_a_key_that_is_held_down_is_taken_and_done_once(page):
    bind(page, "P", page.done, "pause").setAutoRepeat(False)
    bind(page, "+", page.done, "plus")
    assert press(page.button, key_event(Key.Key_P, "p", again=True))
    assert press(page.button, key_event(Key.Key_Plus, "+", again=True))
    assert page.done == ["plus"]


def test_a_mark_is_known_on_whatever_key_it_is():
    found = sequences(key_event(Key.Key_3, "#", Modifier.ShiftModifier))
    assert QKeySequence("#") in found
    assert sequences(key_event(Key.Key_1, "1", Modifier.KeypadModifier)) == {QKeySequence("1")}
