from PySide6.QtCore import Qt

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
