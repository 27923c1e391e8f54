"""Themes are put on several notes at once, and taken off."""

import pytest
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.notes.theme_sheet import ThemeSheet
from tests.ui.notes.keys import Key, choose_all, press, theme_sheet, type_in


def test_a_number_sign_puts_themes_on_and_takes_them_off(added, page, folder, desk, qtbot):
    added("one", "two", "three")
    choose_all(qtbot)
    type_in(qtbot, "#")
    sheet = theme_sheet(page, qtbot)
    qtbot.keyClicks(sheet.line, "the_school")
    qtbot.keyClick(sheet.line, Key.Key_Return)
    qtbot.keyClick(sheet.line, Key.Key_Return)
    assert {folder().theme_names(note.body.themes) for note in folder().notes} == {("the school",)}
    desk.undo()
    assert folder().themes == {}
    desk.redo()
    page.activateWindow()
    qtbot.waitUntil(page.notes.list.hasFocus)
    type_in(qtbot, "#")
    sheet = theme_sheet(page, qtbot)
    sheet.ticks["the school"].click()
    sheet.saved.emit()
    assert {note.body.themes for note in folder().notes} == {()}


def test_a_theme_that_only_some_have_stays_where_nobody_touches_it(added, page, folder, qtbot):
    added("one", "two")
    press(qtbot, Key.Key_F2)
    press(qtbot, Key.Key_End)
    type_in(qtbot, " #school")
    press(qtbot, Key.Key_Return)
    choose_all(qtbot)
    type_in(qtbot, "#")
    sheet = theme_sheet(page, qtbot)
    assert sheet.ticks["school"].accessibleName() == "school (on 1 of 2)"
    qtbot.keyClicks(sheet.line, "stops")
    qtbot.keyClick(sheet.line, Key.Key_Return)
    sheet.saved.emit()
    names = [folder().theme_names(note.body.themes) for note in folder().notes]
    assert names == [("school", "stops"), ("stops",)]


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def sheet(context, window):
    """Three themes, of which one is on both notes and one on the first."""
    sheet = ThemeSheet(context, ["School", "Night bus", "Police"], {"School": 2, "Police": 1}, 2, window)
    sheet.open()
    return sheet


def shown(sheet):
    return [name for name, tick in sheet.ticks.items() if tick.isVisibleTo(sheet)]


def test_the_themes_of_the_notes_come_first(sheet):
    assert shown(sheet) == ["Police", "School", "Night bus"]


def test_what_is_typed_leaves_the_themes_that_contain_it(sheet, qtbot):
    for typed in ("#BUS", "night_b", "ht  bus"):
        sheet.line.setText(typed)
        assert shown(sheet) == ["Night bus"]


@pytest.mark.parametrize("typed", ["NIGHT BUS", "night_bus", "night   bus", "nig", "#night"])
def test_enter_takes_the_theme_that_is_there_rather_than_a_second_one(sheet, qtbot, typed):
    sheet.line.setText(typed)
    qtbot.keyClick(sheet.line, Key.Key_Return)
    assert (sheet.added(), sheet.taken(), len(sheet.ticks)) == (("Night bus",), (), 3)


def test_an_accent_makes_no_other_theme(sheet, qtbot):
    sheet.line.setText("Pólice")
    qtbot.keyClick(sheet.line, Key.Key_Return)
    assert sheet.added() == ("Police",)


def test_only_a_theme_that_was_unticked_is_taken_off(sheet):
    sheet.ticks["School"].click()
    assert (sheet.added(), sheet.taken()) == ((), ("School",))
    sheet.ticks["Police"].click()
    assert sheet.added() == ("Police",)
    sheet.ticks["Police"].click()
    assert sheet.taken() == ("Police", "School")
