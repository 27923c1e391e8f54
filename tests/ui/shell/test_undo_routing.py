from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from dialogue_desk.domain.model.notes import Theme as NoteTheme
from tests.ui.sittings import laptop

__all__ = ["laptop"]

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, CTRL_SHIFT = Modifier.ControlModifier, Modifier.ControlModifier | Modifier.ShiftModifier


def press(qtbot, key, modifier=Modifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


def test_in_a_text_field_undo_is_the_fields_until_it_has_nothing_to_take_back(laptop, qtbot):
    sitting = laptop.start()
    theme_id = sitting.desk.add(sitting.desk.new_id(), NoteTheme("Corner shop"))
    field = QLineEdit()
    sitting.workspace.stack.addWidget(field)
    sitting.workspace.stack.setCurrentWidget(field)
    field.setFocus()
    qtbot.keyClicks(field, "bus")
    press(qtbot, Key.Key_Z, CTRL)
    assert field.text() == ""
    assert sitting.desk.get(theme_id).body is not None
    press(qtbot, Key.Key_Z, CTRL)
    assert sitting.desk.get(theme_id).body is None
    press(qtbot, Key.Key_Z, CTRL_SHIFT)
    assert field.text() == "bus"
