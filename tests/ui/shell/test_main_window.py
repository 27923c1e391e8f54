import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from dialogue_desk.domain.model.notes import Theme as NoteTheme
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.shell.main_window import FileDropFilter, MainWindow, files_in
from dialogue_desk.ui.widgets.sheet import SheetDialog
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


def drop_on(window, paths):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, left = QPointF(9, 9), Qt.MouseButton.LeftButton
    drop = QDropEvent(where, Qt.DropAction.CopyAction, carried, left, Modifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), drop)
    return drop


def test_files_dropped_on_a_sheet_are_for_the_window(theme, tmp_path, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    drops = FileDropFilter(window)
    window.show()
    sheet = SheetDialog(theme, "First this", window)
    sheet.open()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is sheet.windowHandle())
    assert sheet.acceptDrops()
    with qtbot.waitSignal(drops.dropped) as dropped:
        assert drop_on(sheet, [tmp_path / "c07.dialogue"]).isAccepted()
    assert dropped.args == [(tmp_path / "c07.dialogue",)]
    sheet.accept()


def test_a_window_that_comes_forward_leaves_the_keyboard_with_its_sheet(theme, qtbot):
    window = MainWindow(theme, "Dialogue Desk")
    qtbot.addWidget(window)
    window.show()
    sheet = SheetDialog(theme, "First this", window)
    sheet.open()
    window.come_forward()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    sheet.accept()


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
