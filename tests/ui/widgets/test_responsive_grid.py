"""Columns of one width, as many as there is room for."""

from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.responsive_grid import ResponsiveGrid


def shown(theme, qtbot, width, count=6, **more):
    window = QWidget()
    qtbot.addWidget(window)
    grid = ResponsiveGrid(theme, 100, gap=0, **more)
    grid.setParent(window)
    grid.show_widgets([Label(str(number)) for number in range(count)])
    window.resize(width, 300)
    window.show()
    grid.resize(width, 300)
    grid.kept = window  # else it goes, with what is in it
    return grid


def test_as_many_columns_as_there_is_room_for(theme, qtbot):
    grid = shown(theme, qtbot, 350)
    assert grid.columns() == 3
    grid.resize(199, 300)
    assert grid.columns() == 1


def test_never_more_than_are_wished(theme, qtbot):
    assert shown(theme, qtbot, 900, most=4).columns() == 4


def test_large_text_has_fewer_columns(theme, qtbot):
    grid = shown(theme, qtbot, 400)
    theme.change(scale=200)
    assert grid.columns() == 2
