import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from dialogue_desk.ui.shell.file_drop import FileDropFilter, files_in


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
