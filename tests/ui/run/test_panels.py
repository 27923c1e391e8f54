"""The panels of the run screen where there is no room for all three."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.live_session import Phase
from tests.ui.run.steps import live, press


def click(qtbot, page, panel):
    chip = next(one for one in page.panels.chips._chips if one.text() == panel)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_narrow_windows_fold_the_parts_away(running):
    running.resize(1000, 700)
    assert not running.rail.isVisible()
    assert running.notes.isVisible()
    running.panels.bring_forward("parts")
    assert running.rail.isVisible()
    assert not running.notes.isVisible()
    running.resize(1366, 768)
    assert running.rail.isVisible()
    assert running.notes.isVisible()


def test_a_click_on_the_name_of_a_panel_puts_the_keyboard_there(running, theme, qtbot):
    running.resize(700, 700)
    theme.keyboard.clicked()
    click(qtbot, running, "Notes")
    qtbot.keyClicks(QApplication.focusWidget(), "people said")
    assert running.notes.note_input.box.toPlainText() == "people said"
    click(qtbot, running, "Parts")
    assert QApplication.focusWidget() is running.rail.parts
    click(qtbot, running, "Now")
    assert QApplication.focusWidget() is running.card.next_button


@pytest.mark.parametrize("width", [700, 1000])
def test_a_click_on_the_panel_that_is_shown_puts_the_keyboard_into_it(running, qtbot, at_the_keys, width):
    running.resize(width, 700)
    for _ in range(2):
        click(qtbot, running, "Notes")
        qtbot.keyClicks(QApplication.focusWidget(), "p")
    assert running.notes.note_input.box.toPlainText() == "pp"
    assert live(running).phase is Phase.RUNNING


def test_the_space_bar_goes_into_the_panel_to_which_the_arrows_led(running, qtbot, at_the_keys):
    running.resize(700, 700)
    running.panels.chips.focus_choice()
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is running.notes.note_input.box


def test_the_key_for_notes_unfolds_them_and_puts_the_cursor_there(running, qtbot):
    running.resize(700, 700)
    running.panels.chips.focus_choice()
    press(qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "people said")
    assert running.notes.note_input.box.isVisible()
    assert running.notes.note_input.box.toPlainText() == "people said"


def test_the_arrows_go_on_from_panel_to_panel(running, theme, qtbot, at_the_keys):
    running.resize(700, 700)
    running.panels.chips.focus_choice()
    for key, name in ((Qt.Key.Key_Left, "Parts"), (Qt.Key.Key_Right, "Now"), (Qt.Key.Key_Right, "Notes")):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget().text() == name
    assert running.notes.isVisible()


def test_escape_leads_from_the_folded_notes_to_the_part_in_sight(running, qtbot):
    running.resize(700, 700)
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.isVisible() and running.card.isAncestorOf(focused)
