import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from dialogue_desk.ui.home.session_columns import Columns, Wanted
from dialogue_desk.ui.home.session_table import SessionRow, SessionTable, SessionTableHead
from dialogue_desk.words import Words

ROWS = (
    SessionRow("a", "C03", "Centro", "2", "Thu, Mar 19", "10", "17", act="Finish: 6 steps left"),
    SessionRow("b", "C02", "Church hall", "1", "Wed, Mar 11", "12", "17", choice="1 choice to make"),
    SessionRow("c", "C05", "High school", "1", "Sat, Mar 14", "12", "17", done="Handed over Mar 15"),
)


@pytest.fixture
def table(theme, qtbot):
    table = SessionTable(theme, Words(), ROWS)
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    QApplication.processEvents()
    return table


def at(table, row, x):
    return QPoint(x, table.visualRect(table.model().index(row)).center().y())


def test_a_click_opens_a_row_and_the_dots_open_its_menu(table, qtbot):
    with qtbot.waitSignal(table.opened) as opened, qtbot.assertNotEmitted(table.menu_wanted):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at(table, 1, 40))
    assert opened.args == ["b"]
    with qtbot.waitSignal(table.menu_wanted) as menu, qtbot.assertNotEmitted(table.opened):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at(table, 2, table.width() - 20))
    assert menu.args[0] == "c"


def test_keys_go_through_the_rows_open_one_and_open_its_menu(table, qtbot):
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["b"]
    with qtbot.waitSignal(table.menu_wanted) as menu:
        corner = QPoint(0, 0)
        keys = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, corner, corner)
        QApplication.sendEvent(table, keys)
    assert menu.args[0] == "b"


def test_all_rows_are_seen_without_a_scroll_bar_of_their_own(table, theme):
    assert table.height() == 3 * 44 and table.verticalScrollBar().maximum() == 0
    theme.change(scale=200)
    table.resize(600, 100)
    assert table.columns().stacked and table.height() == 3 * 136


def test_where_columns_have_no_room_nothing_they_say_is_left_out(theme):
    wanted = Wanted(state=180, below=300)
    names = ["circle", "session", "day", "people", "notes", "state", "menu"]
    assert list(Columns(theme, 900, wanted).spans) == names
    stacked = Columns(theme, 680, wanted)
    assert (list(stacked.spans), stacked.lines) == (["circle", "state", "menu"], 2)
    narrow = Columns(theme, 480, wanted)
    assert narrow.lines == 3 and narrow.spans["circle"] == narrow.spans["state"] == (0, 436)


def test_a_column_without_words_takes_no_room(theme):
    assert "state" not in Columns(theme, 900, Wanted())
    assert not Columns(theme, 600, Wanted()).stacked and Columns(theme, 600, Wanted(state=60)).stacked


def test_the_titles_of_columns_are_seen_only_while_there_are_columns(table, theme, qtbot):
    head = SessionTableHead(theme, Words(), table)
    qtbot.addWidget(head)
    assert not head.isHidden()
    table.resize(500, 200)
    assert head.isHidden()
    table.resize(900, 200)
    assert not head.isHidden()


@pytest.mark.parametrize("width", [900, 680, 480])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_every_state_is_painted_at_any_width(table, theme, width, direction):
    table.setLayoutDirection(direction)
    table.resize(width, 200)
    picture = table.grab().toImage()
    seen = {picture.pixelColor(x, y).name().upper() for x in range(0, width, 2) for y in range(0, 130, 2)}
    assert theme.tokens.warn_soft in seen
