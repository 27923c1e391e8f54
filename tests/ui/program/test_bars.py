import pytest
from PySide6.QtCore import Qt

from dialogue_desk.ui.program.bars import BarList, BarRail, BarRow
from dialogue_desk.ui.widgets.label import Label

ROWS = [
    BarRow("heard", "Being heard", "5 of 5 circles", 5, 5),
    BarRow("stops", "How stops happen", "4 of 5 circles", 4, 5),
]


@pytest.fixture
def bars(theme, qtbot):
    bars = BarList(theme, "Themes")
    qtbot.addWidget(bars)
    bars.resize(300, 100)
    bars.show_rows(ROWS)
    bars.show()
    return bars


def test_a_row_is_read_out_with_its_share(bars):
    assert bars.model().index(0, 0).data() == "Being heard. 5 of 5 circles"


def test_the_arrows_tell_the_row_they_come_to_and_enter_opens_it(bars, qtbot):
    bars.setFocus()
    qtbot.waitUntil(bars.hasFocus)
    with qtbot.waitSignal(bars.moved) as moved:
        qtbot.keyClick(bars, Qt.Key.Key_Down)
    assert moved.args == ["stops"]
    with qtbot.waitSignal(bars.opened) as opened:
        qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert opened.args == ["stops"]


def test_the_list_is_as_tall_as_its_rows(bars, theme):
    two = bars.height()
    bars.show_rows(ROWS[:1])
    assert 0 < bars.height() < two
    one = bars.height()
    bars.show_rows([BarRow("heard", "Being heard", "5 of 5 circles", 0, 0)])
    assert bars.height() < one


def test_a_rail_follows_the_keys_to_a_row_out_of_sight(bars, theme, qtbot):
    rail = BarRail(theme)
    qtbot.addWidget(rail)
    bars.show_rows([BarRow(f"t{number}", f"Theme {number}", "1 of 5 circles", 1, 5) for number in range(40)])
    rail.add_bars(bars)
    rail.resize(300, 200)
    rail.show()
    qtbot.waitExposed(rail)
    qtbot.waitUntil(lambda: rail.verticalScrollBar().maximum() > 0)
    bars.go_to("t39")
    assert rail.verticalScrollBar().value() > 0
    bars.go_to("t0")
    assert rail.verticalScrollBar().value() == 0


def test_a_list_that_gets_the_keyboard_shows_its_current_row_and_the_heading_above(theme, qtbot):
    rail, first, second = BarRail(theme), BarList(theme, "Many"), BarList(theme, "Few")
    qtbot.addWidget(rail)
    first.show_rows([BarRow(f"t{number}", f"Theme {number}", "1 of 5", 1, 5) for number in range(40)])
    second.show_rows([BarRow("last", "The last", "1 of 5", 1, 5)])
    rail.add(Label("Raised by many", "section"))
    for bars in (first, second):
        rail.add_bars(bars)
    rail.resize(300, 200)
    rail.show()
    qtbot.waitUntil(rail.isActiveWindow)
    first.go_to("t0")
    second.setFocus()
    qtbot.waitUntil(lambda: rail.verticalScrollBar().value() > 0)
    first.setFocus()
    assert rail.verticalScrollBar().value() == 0
