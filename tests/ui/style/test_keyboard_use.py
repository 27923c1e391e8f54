import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from dialogue_desk.ui.style.keyboard_use import KeyboardUse

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def use(key, *, typing=False, modifiers=Modifier.NoModifier, text=""):
    keyboard = KeyboardUse()
    keyboard.pressed(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text), typing=typing)
    return keyboard.shown


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Backtab, Key.Key_Up, Key.Key_PageDown, Key.Key_Space])
def test_keys_that_lead_somewhere_show_the_ring(key):
    assert use(key)


def test_a_letter_is_a_shortcut_where_nobody_types_and_a_letter_where_one_does():
    assert use(Key.Key_N, text="n") and not use(Key.Key_N, text="n", typing=True)
    assert use(Key.Key_F, modifiers=Modifier.ControlModifier, typing=True)
    assert use(Key.Key_Tab, typing=True) and not use(Key.Key_Home, typing=True)


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Escape, Key.Key_Return])
def test_keys_pressed_beside_the_mouse_show_nothing(key):
    assert not use(key)


def test_it_tells_each_turn_once():
    keyboard, told = KeyboardUse(), []
    keyboard.changed.connect(lambda: told.append(keyboard.shown))
    down = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Down, Modifier.NoModifier)
    for act in (keyboard.clicked, lambda: keyboard.pressed(down, typing=False)) * 2:
        act()
        act()
    assert told == [True, False, True]
