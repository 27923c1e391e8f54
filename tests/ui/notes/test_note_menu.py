"""The menu, the keys and the bar for selected notes."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.notes import ActionIdea
from tests.ui.notes.keys import SHIFT, Key, choose_all, open_menu, press


def test_several_chosen_bring_a_bar_that_says_how_many(added, work, qtbot):
    added("one", "two", "three")
    assert not work.bar.isVisible()
    choose_all(qtbot)
    assert work.bar.isVisible()
    assert work.bar._count.text() == "3 notes selected"
    press(qtbot, Key.Key_Down)
    assert not work.bar.isVisible()


@pytest.mark.parametrize("way", ["menu key", "shift and F10", "right click"])
def test_the_menu_holds_all_that_can_be_done_with_its_keys(added, notes, qtbot, way):
    added("one")
    if way == "shift and F10":
        press(qtbot, Key.Key_F10, SHIFT)
    else:
        reasons = QContextMenuEvent.Reason
        reason = reasons.Mouse if way == "right click" else reasons.Keyboard
        event = QContextMenuEvent(reason, QPoint(9, 9), notes.viewport().mapToGlobal(QPoint(9, 9)))
        QApplication.sendEvent(notes.viewport(), event)
    menu = open_menu()
    shown = {
        action.text(): action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for action in menu.actions()
        if not action.isSeparator() and action.menu() is None
    }
    assert shown == {
        "Edit": "F2",
        "Split it in two": "Ctrl+Return",
        "Details": "Alt+Return",
        "Move to another part": "M",
        "Themes": "#",
        "Change to action idea, or back to note": "!",
        "Sensitive": "S",
        "Delete": "Del",
    }
    menus = {action.text(): len(action.menu().actions()) for action in menu.actions() if action.menu()}
    assert menus == {"Kind": 11, "How many of you": 6}
    menu.close()


def test_the_menu_of_several_joins_them(added, work, texts, qtbot):
    added("one", "two")
    choose_all(qtbot)
    menu = work.menu()
    (join,) = [action for action in menu.actions() if action.text() == "Join them into one"]
    join.trigger()
    assert texts() == ["one\ntwo"]


def test_the_menu_of_an_action_idea_asks_for_no_spread(added, work):
    added(ActionIdea("a bench", "check-in"))
    words = [action.text() for action in work.menu().actions()]
    assert "How many of you" not in words and "Sensitive" not in words


def test_the_sheet_of_keys_knows_the_keys_of_the_list(page):
    told = dict(page.notes.list.keys.shortcuts()["Selected notes"])
    assert told["Join them into one"] == "J"
    assert told["Edit"].startswith("F2")


def test_the_bar_joins_with_the_mouse(added, work, texts, qtbot):
    added("one", "two")
    choose_all(qtbot)
    join = next(
        button for button in work.bar.findChildren(type(work.editor.save_button)) if button.text() == "Join"
    )
    join.click()
    assert texts() == ["one\ntwo"]
    assert not work.bar.isVisible()
