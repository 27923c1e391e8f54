"""A theme gets a name; one that another theme has is said to be counted as one with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import ThemeCount
from dialogue_desk.ui.themes.theme_name_sheet import ThemeNameSheet
from tests.ui.program.shown import seen

TAKEN = (ThemeCount(RecordId("lamps"), "Lamps", ("C1",), 3, 0, 0, 0, (), also_written=("Farolas",)),)


@pytest.fixture
def sheet(context, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    sheet = ThemeNameSheet(context, ("Rename", "Save"), TAKEN, window, name="Walks", preview=["It is so."])
    sheet.told, sheet.held = [], window  # which would go with it
    sheet.named.connect(sheet.told.append)
    sheet.open()
    return sheet


def test_the_old_name_is_there_to_be_typed_over(sheet, qtbot):
    assert sheet.line.selectedText() == "Walks"
    assert "It is so." in seen(sheet)
    qtbot.keyClicks(sheet.line, "  On   foot ")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.told == ["On foot"]


def test_a_name_of_another_theme_is_told_before_anything_is_done(sheet):
    sheet.line.setText("FAROLAS.")
    assert "“Lamps” is there already: they will be counted as one." in seen(sheet)
    sheet.line.setText("walks")
    assert "“Lamps” is there already: they will be counted as one." not in seen(sheet)


@pytest.mark.parametrize("name", ["", "   ", "\t"])
def test_a_theme_without_a_name_is_not_made(sheet, qtbot, name):
    sheet.line.setText(name)
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert sheet.told == [] and sheet.isVisible()
    assert sheet.field.error() == "Write a name with letters or digits."


def test_escape_leaves_all_as_it_is(sheet, qtbot):
    qtbot.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert sheet.told == [] and not sheet.isVisible()


def test_a_name_is_no_longer_than_a_theme_may_be(sheet, qtbot):
    sheet.line.setText("a" * 5_000)
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert [len(name) for name in sheet.told] == [80]
