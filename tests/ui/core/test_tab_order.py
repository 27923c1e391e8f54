import gc

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dialogue_desk.ui.core.tab_order import StandIn, tab_stops


def texts(page):
    return [stop.text() for stop in tab_stops(page)]


def test_the_stops_are_in_the_order_of_reading_whenever_they_were_made(qtbot):
    page, area, rows = QWidget(), QScrollArea(), QWidget()
    qtbot.addWidget(page)
    area.setWidget(rows)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column, inside, foot = QVBoxLayout(page), QVBoxLayout(rows), QHBoxLayout()
    column.addWidget(QLineEdit("first"))
    column.addWidget(area)
    foot.addWidget(QLineEdit("last"))
    column.addLayout(foot)
    floating = QLineEdit("over the page")
    floating.setParent(page)
    page.show()
    inside.addWidget(QLineEdit("third"))
    inside.insertWidget(0, QLineEdit("second"))
    for one in rows.findChildren(QLineEdit):
        one.show()
    assert texts(page) == ["first", "second", "third", "last", "over the page"]


def test_a_grid_is_read_line_by_line(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    grid = QGridLayout(page)
    for place, text in (((1, 0), "third"), ((0, 1), "second"), ((0, 0), "first")):
        grid.addWidget(QLineEdit(text), *place)
    page.show()
    assert texts(page) == ["first", "second", "third"]


def test_what_cannot_be_used_is_no_stop(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    hidden, disabled, there = QLineEdit("hidden"), QLineEdit("disabled"), QLineEdit("there")
    for one in (hidden, disabled, there):
        column.addWidget(one)
    hidden.hide()
    disabled.setEnabled(False)
    page.show()
    assert texts(page) == ["there"]


def test_a_piece_that_is_drawn_elsewhere_is_read_at_its_place(qtbot):
    page, pinned = QWidget(), QLineEdit("second")
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for one in (QLineEdit("first"), StandIn(pinned), QLineEdit("third")):
        column.addWidget(one)
    pinned.setParent(page)
    page.show()
    assert texts(page) == ["first", "second", "third"]


def test_whoever_holds_the_bar_of_a_list_holds_it_still_after_the_page_was_read(qtbot):
    page, rows = QWidget(), QListView()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(rows)
    rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = rows.verticalScrollBar()
    page.show()
    assert tab_stops(page) == [rows]
    gc.collect()
    assert shiboken6.isValid(bar)
