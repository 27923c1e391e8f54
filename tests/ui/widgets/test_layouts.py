"""Rows and columns hold what they are given, with the distances they are told."""

from PySide6.QtWidgets import QLabel, QWidget

from dialogue_desk.ui.widgets.layouts import STRETCH, clear_layout, column, row


def test_a_row_sets_things_side_by_side_with_what_room_is_left_between_them(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    left, right = QLabel("left"), QLabel("right")
    row(left, STRETCH, right, gap=8, margins=(4, 0, 4, 0), within=window)
    window.resize(400, 40)
    window.show()
    assert left.x() == 4 and right.geometry().right() == 395
    assert right.x() - left.geometry().right() > 8


def test_a_column_sets_things_one_under_the_other_and_shares_the_room(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    small, large = QLabel("small"), QLabel("large")
    column(row(small), (large, 3), within=window)
    window.resize(100, 200)
    window.show()
    assert small.y() == 0 and large.y() == small.geometry().bottom() + 1
    assert large.height() > small.height()


def test_the_style_keeps_the_distance_where_none_is_told(qtbot):
    assert row(gap=None).spacing() == row(gap=None).spacing() != 77
    assert row(gap=77).spacing() == 77


def test_what_is_taken_out_is_out_of_sight_at_once(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("old")
    layout = column(label, within=window)
    window.show()
    clear_layout(layout)
    assert layout.count() == 0 and not label.isVisible()
