"""Words are kept when a person leaves a box, and once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dialogue_desk.ui.program.kept_text import KeptText


@pytest.fixture
def box(context, qtbot):
    ground = QWidget()
    box, other = KeptText(context.theme), QLineEdit()
    layout = QVBoxLayout(ground)
    layout.addWidget(box)
    layout.addWidget(other)
    qtbot.addWidget(ground)
    ground.show()
    qtbot.waitExposed(ground)
    box.other, box.told, box.ground = other, [], ground
    box.kept.connect(box.told.append)
    box.show_text("A bench")
    box.setFocus()
    return box


def type_more(box, qtbot):
    qtbot.keyClick(box, Qt.Key.Key_End)
    qtbot.keyClicks(box, "es")


def test_leaving_keeps_it_and_leaving_again_does_not(box, qtbot):
    type_more(box, qtbot)
    box.other.setFocus()
    box.setFocus()
    box.other.setFocus()
    assert box.told == ["A benches"]


def test_enter_keeps_it(box, qtbot):
    type_more(box, qtbot)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.told == ["A benches"]


def test_escape_brings_back_what_was_there(box, qtbot):
    type_more(box, qtbot)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    box.other.setFocus()
    assert (box.text(), box.told) == ("A bench", [])


def test_what_a_person_is_typing_is_not_replaced(box, qtbot):
    type_more(box, qtbot)
    box.show_text("A bus")
    assert box.text() == "A benches"
    box.keep()
    box.show_text("A bus")
    assert box.text() == "A bus"


def test_spaces_around_it_are_no_change(box, qtbot):
    qtbot.keyClick(box, Qt.Key.Key_End)
    qtbot.keyClicks(box, "  ")
    box.keep()
    assert box.told == []
