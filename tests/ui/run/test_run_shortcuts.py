import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.run.steps import live, press


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_PageDown, Qt.Key.Key_P, Qt.Key.Key_Plus, Qt.Key.Key_G, Qt.Key.Key_B]
)
def test_keys_are_for_typing_while_a_note_is_written(running, room, qtbot, key):
    before = live(running)
    press(qtbot, Qt.Key.Key_N)
    assert QApplication.focusWidget() is running.notes.note_input.box
    press(qtbot, key)
    assert live(running) == before
    assert not room.is_blank()
    assert running.center.page is running.card


def test_every_key_is_on_the_sheet_once(running):
    sheet = running.actions_here.shortcuts()
    assert ("Next part", "PgDown, Space") in sheet["Session"]
    keys = [key for rows in sheet.values() for _, shown in rows for key in shown.split(", ")]
    assert len(keys) == len(set(keys))


def test_escape_leaves_the_note_box_and_what_is_in_it(running, qtbot):
    press(qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "half a no")
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is running.card.next_button
    assert running.notes.note_input.text() == "half a no"
