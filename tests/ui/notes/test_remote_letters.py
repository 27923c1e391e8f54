"""A remote sends a letter alone; a person goes on."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from dialogue_desk.ui.notes.note_box import NoteBox
from dialogue_desk.ui.notes.remote_letters import RemoteLetters
from tests.ui.keyboards import send

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(qtbot):
    page = QWidget()
    page.box, page.button, page.pressed = NoteBox(), QPushButton("Save"), []
    layout = QVBoxLayout(page)
    layout.addWidget(page.box)
    layout.addWidget(page.button)
    page.blank = QAction(page)
    page.blank.setShortcuts(["B", "."])
    page.blank.triggered.connect(lambda: page.pressed.append("blank"))
    page.display = True
    page.letters = RemoteLetters(page.box, page.blank, lambda: page.display)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.box.setFocus()
    return page


def type_in(page, qtbot, key, modifiers=Modifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.mark.parametrize(("key", "text"), [(Key.Key_B, "b"), (Key.Key_Period, "."), (0x418, "и")])
def test_a_letter_alone_is_that_of_the_remote(page, qtbot, key, text):
    send(page.box, key, text, place="B")
    assert page.letters.held == text and not page.pressed
    qtbot.waitUntil(lambda: page.pressed == ["blank"])
    assert page.box.text() == "" and not page.letters.held


def test_without_a_display_to_turn_black_the_letter_is_text_at_once(page, qtbot):
    page.display = False
    qtbot.keyClicks(page.box, "b")
    assert page.box.text() == "b" and not page.letters.held


def test_the_next_letter_makes_both_text(page, qtbot):
    qtbot.keyClicks(page.box, "but")
    assert page.box.text() == "but" and not page.letters.held


def test_the_same_letter_twice_is_text(page, qtbot):
    qtbot.keyClicks(page.box, "bb")
    assert page.box.text() == "bb"


def test_enter_at_once_saves_the_letter(page, qtbot):
    saved = []
    page.box.entered.connect(lambda: saved.append(page.box.text()))
    type_in(page, qtbot, Key.Key_B)
    type_in(page, qtbot, Key.Key_Return)
    assert saved == ["b"] and not page.pressed


def test_the_backspace_key_takes_the_letter_back(page, qtbot):
    type_in(page, qtbot, Key.Key_B)
    type_in(page, qtbot, Key.Key_Backspace)
    assert page.box.text() == "" and not page.letters.held


def test_what_is_pasted_comes_after_the_letter(page, qtbot):
    QGuiApplication.clipboard().setText("ut they left")
    type_in(page, qtbot, Key.Key_B)
    type_in(page, qtbot, Key.Key_V, Modifier.ControlModifier)
    assert page.box.text() == "but they left"


def test_what_an_input_method_writes_comes_after_the_letter(page, qtbot):
    type_in(page, qtbot, Key.Key_B)
    word = QInputMethodEvent()
    word.setCommitString("é")
    QCoreApplication.sendEvent(page.box, word)
    assert page.box.text() == "bé"


@pytest.mark.parametrize("place", ["button", "page"])
def test_a_click_makes_it_text_wherever_it_is(page, qtbot, place):
    type_in(page, qtbot, Key.Key_B)
    qtbot.mouseClick(page.button if place == "button" else page, Qt.MouseButton.LeftButton)
    assert page.box.text() == "b" and not page.letters.held


def test_it_is_text_once_the_keyboard_goes_elsewhere(page, qtbot):
    type_in(page, qtbot, Key.Key_B)
    page.button.setFocus()
    assert page.box.text() == "b" and not page.pressed


def test_a_letter_that_is_held_down_is_one_press_and_no_text(page, qtbot):
    for again in (False, True, True):
        send(page.box, Key.Key_B, "b", again=again)
    qtbot.waitUntil(lambda: bool(page.pressed))
    send(page.box, Key.Key_B, "b", again=True)
    assert page.pressed == ["blank"] and page.box.text() == ""


def test_the_next_press_of_the_remote_leaves_no_letter_behind(page, qtbot):
    type_in(page, qtbot, Key.Key_B)
    type_in(page, qtbot, Key.Key_PageDown)
    assert page.pressed == ["blank"] and page.box.text() == ""


def test_after_the_first_letter_and_with_shift_it_is_text_at_once(page, qtbot):
    send(page.box, Key.Key_B, "B", Modifier.ShiftModifier)
    assert page.box.text() == "B" and not page.letters.held
    type_in(page, qtbot, Key.Key_B)
    assert page.box.text() == "Bb" and not page.letters.held


def test_it_is_text_at_once_where_the_letter_is_no_key(page, qtbot):
    page.blank.setShortcuts([])
    type_in(page, qtbot, Key.Key_B)
    assert page.box.text() == "b"
