import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from tests.ui.widgets.speaking import spoken_rows

ROWS = (
    MarkRow("a", "Attendance", "11 people", "Attendance, done", icon="check", filled=True),
    MarkRow("b", "Debrief", "", "Debrief, to do", figure="2"),
    MarkRow("c", "Export", "nothing to do", "Export, nothing to do", quiet=True),
)


@pytest.fixture
def marks(theme, qtbot):
    marks = MarkList(theme, "Steps")
    marks.show_rows(ROWS)
    qtbot.addWidget(marks)
    marks.resize(280, 300)
    marks.show()
    return marks


def test_a_person_who_moves_is_heard_and_a_program_that_moves_is_not(marks, qtbot):
    moved = []
    marks.moved.connect(moved.append)
    marks.go_to("b")
    marks.show_rows(ROWS[1:])
    assert marks.current_id() == "b" and not moved
    qtbot.keyClick(marks, Qt.Key.Key_Down)
    assert moved == ["c"]


def test_each_row_is_a_sentence_and_tall_enough_to_press(marks):
    assert spoken_rows(marks) == [row.accessible_text for row in ROWS]
    heights = [marks.visualRect(marks.model().index(row)).height() for row in range(3)]
    assert min(heights) >= 52
