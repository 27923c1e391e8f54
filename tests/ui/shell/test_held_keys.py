"""A key that is held down is one press, also where the system tells its repeats as presses."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dialogue_desk.ui.shell.held_keys import HeldKeys


@pytest.fixture
def window(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.button, page.line = QPushButton("Next"), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(page.button)
    column.addWidget(page.line)
    HeldKeys(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def sent(widget, kind, at, key=Qt.Key.Key_Space, text=" ", *, again=False):
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, again)
    event.setTimestamp(at)
    QApplication.sendEvent(widget, event)


def pressed(widget, at, **key):
    sent(widget, QEvent.Type.KeyPress, at, **key)  # Qt asks for shortcuts first


def released(widget, at, **key):
    sent(widget, QEvent.Type.KeyRelease, at, **key)


def clicks(window, *times):
    """Return how often the button is pressed: ``times`` are pairs of when the key goes down and up."""
    window.button.setFocus()
    heard = []
    window.button.clicked.connect(lambda: heard.append(1))
    for down, up in times:
        pressed(window.button, down)
        released(window.button, up)
    return len(heard)


def test_a_release_and_a_press_at_one_time_are_a_key_that_is_held(window):
    assert clicks(window, (1_000, 1_660), (1_660, 1_700), (1_701, 1_740)) == 1


def test_a_key_that_is_pressed_again_is_pressed_again(window):
    assert clicks(window, (1_000, 1_060), (1_130, 1_200)) == 2


def test_what_a_person_types_is_typed_however_it_is_told(window):
    window.line.setFocus()
    for at in (1_000, 1_040, 1_080):
        pressed(window.line, at, key=Qt.Key.Key_A, text="a")
        released(window.line, at + 40, key=Qt.Key.Key_A, text="a")
    assert window.line.text() == "aaa"


def test_keys_without_a_time_are_left_alone(window):
    assert clicks(window, (0, 0), (0, 0)) == 2


def test_a_key_that_is_never_let_go_is_one_press(window):
    window.button.setFocus()
    heard = []
    window.button.pressed.connect(lambda: heard.append(1))
    for at in (1_000, 1_500, 1_533, 1_566):
        pressed(window.button, at)
    released(window.button, 1_600)
    pressed(window.button, 1_900)
    assert len(heard) == 2


def test_a_key_whose_release_went_elsewhere_is_pressed_again_later(window):
    window.button.setFocus()
    heard = []
    window.button.pressed.connect(lambda: heard.append(1))
    pressed(window.button, 1_000)
    window.button.setDown(False)
    pressed(window.button, 9_000)
    assert len(heard) == 2


@pytest.mark.parametrize("again", [True, False], ids=["told as repeats", "told as presses"])
def test_a_held_key_that_leads_into_a_field_writes_nothing_there(window, again):
    r = {"key": Qt.Key.Key_R, "text": "r"}
    window.button.setFocus()
    pressed(window.button, 1_000, **r)
    window.line.setFocus()
    for at in (1_500, 1_533):
        sent(window.line, QEvent.Type.KeyPress, at, **r, again=again)
    released(window.line, 1_560, **r)
    assert window.line.text() == ""
    pressed(window.line, 1_700, **r)
    assert window.line.text() == "r"


def test_a_letter_that_is_held_in_a_field_is_typed_again_and_again(window):
    window.line.setFocus()
    a = {"key": Qt.Key.Key_A, "text": "a"}
    pressed(window.line, 1_000, **a)
    for at in (1_500, 1_533):
        sent(window.line, QEvent.Type.KeyPress, at, **a, again=True)
    assert window.line.text() == "aaa"
