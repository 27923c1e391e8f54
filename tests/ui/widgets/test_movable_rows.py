"""Rows are moved by dragging or with Alt and an arrow; the owner of the list hears where to."""

import pytest
from PySide6.QtCore import QPoint, Qt

from dialogue_desk.ui.report.ordered_rows import OrderedRows
from dialogue_desk.ui.widgets.mark_list import MarkRow


@pytest.fixture
def rows(theme, qtbot):
    rows = OrderedRows(theme, "Sections")
    qtbot.addWidget(rows)
    rows.show_rows([MarkRow(name, name, "", name) for name in ("one", "two", "three")])
    rows.resize(300, rows.height())
    rows.show()
    return rows


def middle(rows, number):
    return rows.visualRect(rows.model().index(number, 0)).center()


def test_alt_and_an_arrow_ask_for_a_step_and_an_arrow_alone_does_not(rows, qtbot):
    told = []
    rows.stepped.connect(lambda *step: told.append(step))
    rows.go_to("two")
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert told == [("two", -1), ("two", 1)] and rows.current_id() == "three"


def test_a_row_is_dropped_before_the_one_under_the_mouse_or_at_the_end(rows, qtbot):
    told = []
    rows.dropped.connect(lambda *drop: told.append(drop))
    for start, end in ((2, middle(rows, 0) - QPoint(0, 8)), (0, middle(rows, 2) + QPoint(0, 8))):
        qtbot.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle(rows, start))
        qtbot.mouseMove(rows.viewport(), middle(rows, 1))
        qtbot.mouseMove(rows.viewport(), end)
        qtbot.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert told == [("three", "one"), ("one", "")]


def test_escape_ends_a_drag_and_nothing_moves(rows, qtbot):
    told = []
    rows.dropped.connect(lambda *drop: told.append(drop))
    qtbot.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle(rows, 0))
    qtbot.mouseMove(rows.viewport(), middle(rows, 2))
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    qtbot.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle(rows, 2))
    assert told == []
