"""A circle is put on hold and the hold is ended in one sheet, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.desk.erasing.erase import erase
from dialogue_desk.desk.erasing.holds import open_holds, put_on_hold
from dialogue_desk.ui.erasing.hold_sheet import HoldSheet
from tests.ui.seen import button_saying, nameless, words_on
from tests.ui.sessions import prepared


@pytest.fixture
def circle(desk, shelf):
    return desk.get(prepared(desk, shelf)).owner


@pytest.fixture
def sheet(desk, circle, context):
    def show():
        sheet = HoldSheet(desk, circle, context)
        sheet.open()
        return sheet

    return show


def test_enter_puts_it_on_hold_under_the_number_that_was_typed(sheet, desk, qtbot):
    shown = sheet()
    assert nameless(shown) == [] and "Circle C07" in words_on(shown)
    qtbot.keyClicks(shown.number, "2026-114")
    qtbot.keyClick(shown.number, Qt.Key.Key_Return)
    assert [(one.name, one.hold.reference) for one in open_holds(desk)] == [("C07", "2026-114")]


def test_a_hold_is_shown_and_ended(sheet, desk, circle):
    put_on_hold(desk, circle, "2026-114")
    shown = sheet()
    assert any("since March 12, 2026" in text for text in words_on(shown))
    assert shown.number.text() == "2026-114"
    button_saying(shown, "End the hold").click()
    assert open_holds(desk) == ()


def test_what_was_erased_meanwhile_is_said_and_the_sheet_stays(sheet, desk, circle):
    shown = sheet()
    erase(desk, circle)
    shown.put.click()
    assert shown.isVisible() and any("This was erased from this laptop" in text for text in words_on(shown))
    assert open_holds(desk) == ()
    shown.reject()
