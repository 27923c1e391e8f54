from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from dialogue_desk.ui.widgets.line_box import LineBox, LinesBox


def test_escape_leaves_a_line_and_enter_presses_no_other_button(qtbot):
    dialog, pressed, heard = QDialog(), [], []
    qtbot.addWidget(dialog)
    box, button = LineBox(), QPushButton("Close")
    button.setDefault(True)
    button.clicked.connect(lambda: pressed.append("close"))
    box.escaped.connect(lambda: heard.append("escaped"))
    box.returnPressed.connect(lambda: heard.append("entered"))
    layout = QVBoxLayout(dialog)
    layout.addWidget(box)
    layout.addWidget(button)
    dialog.show()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert heard == ["entered", "escaped"] and not pressed
    assert dialog.isVisible()


def test_lines_are_told_once_each_without_empty_ones(qtbot):
    box = LinesBox(["en", "es"])
    qtbot.addWidget(box)
    box.setPlainText(" Eastside\n\nMill\N{NO-BREAK SPACE}Race \nEastside\n")
    assert box.lines() == ("Eastside", "Mill\N{NO-BREAK SPACE}Race")
    box.show_lines(["fr"])
    assert box.lines() == ("fr",)
