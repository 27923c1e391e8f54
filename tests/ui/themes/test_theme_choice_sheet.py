"""A theme is chosen by typing a part of its name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import ThemeCount
from dialogue_desk.ui.themes.theme_choice_sheet import ThemeChoiceSheet
from tests.ui.program.shown import seen


def a_theme(name, circles=2, also=()):
    codes = tuple(f"C{number}" for number in range(circles))
    return ThemeCount(RecordId(name), name, codes, 5, 0, 0, 0, (), also_written=also)


THEMES = (
    a_theme("Night buses"),
    a_theme("Buses"),
    a_theme("Alumbrado público", also=("Farolas",)),
    *(a_theme(f"Parks {number}") for number in range(9)),
)


@pytest.fixture
def opened(context, qtbot):
    def open_sheet(**more):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        sheet = ThemeChoiceSheet(context, "Choose", THEMES, window, **more)
        sheet.told, sheet.held = [], window  # which would go with it
        sheet.chosen.connect(sheet.told.append)
        sheet.named.connect(lambda name: sheet.told.append(("new", name)))
        sheet.open()
        return sheet

    return open_sheet


def titles(sheet):
    return [row.title for row in sheet.list.rows()]


def test_those_that_begin_with_what_is_typed_come_first(opened, qtbot):
    sheet = opened()
    qtbot.keyClicks(sheet.line, "bus")
    assert titles(sheet) == ["Buses", "Night buses"]
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.told == ["Buses"]


def test_arrows_in_the_line_choose_another(opened, qtbot):
    sheet = opened()
    qtbot.keyClicks(sheet.line, "bus")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(sheet.line, key)
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.told == ["Night buses"]


def test_accents_and_other_wordings_find_a_theme(opened):
    sheet = opened()
    sheet.line.setText("publico")
    assert titles(sheet) == ["Alumbrado público"]
    sheet.line.setText("farol")
    assert titles(sheet) == ["Alumbrado público"]


def test_where_there_are_more_than_are_shown_it_says_so(opened):
    sheet = opened()
    assert len(titles(sheet)) == 6
    assert "6 more. Type on to find them." in seen(sheet)
    sheet.line.setText("parks 8")
    assert titles(sheet) == ["Parks 8"]


def test_a_new_name_makes_a_theme_only_where_that_is_wanted(opened, qtbot):
    sheet = opened()
    sheet.line.setText("Benches")
    assert titles(sheet) == []
    assert "No theme has this name." in seen(sheet)
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.told == [] and sheet.isVisible()
    sheet = opened(may_make=True)
    sheet.line.setText("  Benches ")
    assert titles(sheet) == ["New theme “Benches”"]
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.told == [("new", "Benches")]


def test_a_name_that_is_there_in_other_capitals_makes_no_second_theme(opened):
    sheet = opened(may_make=True)
    sheet.line.setText("#FAROLAS.")
    assert titles(sheet) == ["Alumbrado público"]


def test_none_is_a_choice_where_it_is_offered(opened, qtbot):
    sheet = opened(none="Under none")
    assert titles(sheet)[0] == "Under none"
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.told == [""]


def test_escape_chooses_nothing(opened, qtbot):
    sheet = opened()
    qtbot.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and sheet.told == []
