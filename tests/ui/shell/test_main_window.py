import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from dialogue_desk.domain.model.notes import Theme as NoteTheme
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.shell.main_window import FileDropFilter, files_in
from tests.ui.keyboards import send
from tests.ui.sittings import laptop

__all__ = ["laptop"]

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, CTRL_SHIFT = Modifier.ControlModifier, Modifier.ControlModifier | Modifier.ShiftModifier


def test_text_and_addresses_of_the_web_are_no_files():
    carried = QMimeData()
    carried.setText("a note")
    assert files_in(carried) == ()
    carried.setUrls([QUrl("https://example.org/a.dialogue")])
    assert files_in(carried) == ()


# Qt 6.12 has a newer way to make one, which 6.11 does not know yet.
@pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning")
def test_a_drag_of_text_is_left_to_what_lies_under_it(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    FileDropFilter(window)
    window.show()
    carried = QMimeData()
    carried.setText("a note")
    enter = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.windowHandle(), enter)
    assert not enter.isAccepted()


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


def test_a_key_of_another_script_does_what_the_key_in_its_place_does(laptop, qtbot):
    sitting = laptop.start()
    qtbot.waitUntil(sitting.window.isActiveWindow)
    send(sitting.window.windowHandle(), ord("Б"), "", CTRL, place=",")
    assert sitting.workspace.route.page is PageName.SETTINGS
