from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog


def test_a_sheet_is_never_larger_than_the_window_it_stands_in_front_of(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    theme.change(scale=200)
    assert SheetDialog(theme, "Keyboard shortcuts", window, (560, 520)).size().toTuple() == (800, 600)
    theme.change(scale=100)
    assert SheetDialog(theme, "Keyboard shortcuts", window, (560, 520)).size().toTuple() == (560, 520)


def test_the_pages_of_a_sheet_turn_whichever_button_has_the_keyboard(theme, qtbot):
    sheet = SheetDialog(theme, "Keyboard shortcuts", None, (560, 300))
    qtbot.addWidget(sheet)
    for number in range(40):
        sheet.column.add(Label(f"line {number}"))
    close = Button(theme, "Close")
    sheet.foot.addWidget(close)
    sheet.show()
    close.setFocus()
    bar = sheet.column.verticalScrollBar()
    qtbot.keyClick(close, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    qtbot.keyClick(close, Qt.Key.Key_PageUp)
    assert bar.value() == 0
