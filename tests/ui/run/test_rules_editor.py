from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.run.steps import press


def test_ground_rules_are_put_right_with_the_group(running, folders, session_id, qtbot, room):
    press(qtbot, Qt.Key.Key_G)
    editor = running.rules.editor
    editor.line.setFocus()
    qtbot.keyClicks(editor.line, "Phones stay in pockets")
    press(qtbot, Qt.Key.Key_Return)
    agreed = [rule.body.text for rule in folders.session(session_id).ground_rules]
    assert agreed[-1] == "Phones stay in pockets"
    running.rules._room_button.click()
    assert room.is_open()
    assert (room.shown[-1].mode, room.shown[-1].texts) == ("rules", tuple(agreed))


def choose(editor, place, act, qtbot):
    """Choose an act for a rule with the keyboard."""
    qtbot.keyClick(editor.change_buttons[place], Qt.Key.Key_Return)
    (menu,) = [menu for menu in editor.findChildren(QMenu) if menu.isVisible()]
    offered = [action.text() for action in menu.actions() if action.isEnabled()]
    for _ in range(offered.index(act)):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    return offered


def test_rules_move_up_as_well_as_down_and_are_counted(running, folders, session_id, qtbot):
    press(qtbot, Qt.Key.Key_G)
    editor = running.rules.editor
    first, second, *rest = editor.rules
    assert running.rules.count.text() == f"{2 + len(rest)} rules"
    assert choose(editor, 1, "Move up", qtbot) == ["Edit", "Move up", "Move down", "Delete"]
    assert editor.rules == (second, first, *rest)
    assert running.window().focusWidget() is editor.change_buttons[0]
    assert choose(editor, 0, "Move down", qtbot) == ["Edit", "Move down", "Delete"]
    assert editor.rules == (first, second, *rest)
    choose(editor, len(rest) + 1, "Delete", qtbot)
    assert running.window().focusWidget() is editor.change_buttons[-1]
    assert running.rules.count.text() == f"{1 + len(rest)} rules"
    assert [rule.body.text for rule in folders.session(session_id).ground_rules] == list(editor.rules)
