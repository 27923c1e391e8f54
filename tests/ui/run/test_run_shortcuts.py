from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDialog

from dialogue_desk.domain.model.ids import MINUTE, SECOND
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import Spread
from dialogue_desk.ui.core.key_choice import KeyChoice
from dialogue_desk.ui.run.run_shortcuts import session_keys
from dialogue_desk.words import Words
from tests.ui.keyboards import send
from tests.ui.run.steps import live, press


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_Plus, Qt.Key.Key_G, Qt.Key.Key_K, Qt.Key.Key_Space])
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


def test_a_remote_turns_the_parts_while_the_cursor_is_in_the_note_box(running, qtbot):
    press(qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "They said")
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(running).current == 1
    press(qtbot, Qt.Key.Key_PageUp)
    assert live(running).current == 0
    qtbot.keyClicks(QApplication.focusWidget(), " it all")
    assert running.notes.note_input.text() == "They said it all"


def test_a_remote_turns_the_parts_once_a_note_is_saved(running, folders, session_id, qtbot):
    press(qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "A short one")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(running).current == 1
    assert [note.body.text for note in folders.session(session_id).notes] == ["A short one"]


def edit_a_note(page):
    page.notes.list.setFocus()
    page.notes.list.keys["edit"].trigger()


def write_a_message(page):
    page.room_bar.message.show()
    page.room_bar.message.setFocus()


def number_the_groups(page):
    page.actions_here["groups"].trigger()
    page.tools.groups.findChild(QAbstractSpinBox).setFocus()


PLACES = {
    "the notes": lambda page: page.notes.list.setFocus(),
    "a note that is edited": edit_a_note,
    "the parts": lambda page: page.rail.parts.setFocus(),
    "the message": write_a_message,
    "the kinds": lambda page: page.notes.note_input.choices.kinds.chips.focus_choice(),
    "the parking lot": lambda page: page.actions_here["park"].trigger(),
    "the search": lambda page: page.actions_here["find"].trigger(),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_remote_turns_the_parts_wherever_the_keyboard_is(running, qtbot, place):
    running.room_bar.toggle_open()
    press(qtbot, Qt.Key.Key_N)
    qtbot.keyClicks(QApplication.focusWidget(), "A short one")
    press(qtbot, Qt.Key.Key_Return)
    PLACES[place](running)
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(running).current == 1


def test_over_the_part_a_remote_presses_what_the_page_is_for(running, qtbot):
    running.actions_here["rules"].trigger()
    press(qtbot, Qt.Key.Key_PageDown)
    assert running.center.page is running.card and live(running).current == 0
    number_the_groups(running)
    press(qtbot, Qt.Key.Key_PageDown)
    assert running.tools.groups.live.started and live(running).current == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_that_is_held_down_goes_on_once(running, clock, qtbot, key):
    clock.advance(SECOND)
    place = running.card if key == Qt.Key.Key_Space else QApplication.focusWidget()
    for again in (False, True, True):
        send(place, key, again=again)
    assert live(running).current == 1


@pytest.mark.parametrize(("key", "minutes"), [(Qt.Key.Key_Plus, 3), (Qt.Key.Key_Minus, -3)])
def test_a_minute_is_added_or_taken_away_for_as_long_as_its_key_is_held(running, qtbot, key, minutes):
    given = live(running).parts[0].planned
    for again in (False, True, True):
        send(QApplication.focusWidget(), key, again=again)
    assert live(running).remaining_plan.given[0] - given == minutes * MINUTE


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_F5])
def test_a_key_for_the_room_that_is_held_down_is_one_press(running, room, qtbot, key):
    if key == Qt.Key.Key_B:
        room.open()
    for again in (False, True):
        send(QApplication.focusWidget(), key, again=again)
    assert room.is_open() if key == Qt.Key.Key_F5 else room.is_blank()


def test_the_b_of_a_remote_turns_the_room_black_while_the_note_box_is_empty(running, room, qtbot):
    room.open()
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_B)
    qtbot.waitUntil(room.is_blank)
    qtbot.keyClicks(QApplication.focusWidget(), "but they left")
    assert running.notes.note_input.text() == "but they left" and room.is_blank()


def test_a_note_that_is_saved_at_once_has_its_only_letter(running, folders, session_id, qtbot):
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_B)
    running.notes.note_input.save_button.click()
    press(qtbot, Qt.Key.Key_Return)
    assert [note.body.text for note in folders.session(session_id).notes] == ["b"]


def test_the_keys_do_nothing_behind_a_dialog(running, qtbot):
    before = live(running)
    dialog = QDialog(running)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    for key in (Qt.Key.Key_P, Qt.Key.Key_PageDown, Qt.Key.Key_G):
        qtbot.keyClick(dialog, key)
    assert live(running) == before and running.center.page is running.card


def test_letters_can_be_turned_off_and_the_remote_still_turns_the_parts(running, room, kept_settings, qtbot):
    page = running
    kept_settings.choose(single_keys=False)
    for key in (Qt.Key.Key_P, Qt.Key.Key_G, Qt.Key.Key_B, Qt.Key.Key_Slash):
        press(qtbot, key)
    assert live(page).phase is Phase.RUNNING and page.center.page is page.card
    assert not room.is_blank() and not page.side.searching
    page.side.write()
    press(qtbot, Qt.Key.Key_B)
    assert page.notes.note_input.text() == "b"
    press(qtbot, Qt.Key.Key_PageDown)
    assert live(page).current == 1


def test_another_key_can_be_chosen_for_the_clock(running, kept_settings, qtbot):
    page = running
    kept_settings.choose(keys=(("clock", "X"), ("rules", "Ctrl+G")))
    press(qtbot, Qt.Key.Key_P)
    assert live(page).phase is Phase.RUNNING
    press(qtbot, Qt.Key.Key_X)
    assert live(page).phase is Phase.PAUSED
    page.side.write()
    press(qtbot, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert page.center.page is page.rules
    assert ("Start, pause or resume", "X") in page.actions_here.shortcuts()["Session"]


def test_on_a_mac_the_kinds_are_chosen_with_control_and_shift(run_page, session_id, context, qtbot):
    page = run_page(session_id, context=replace(context, keys=KeyChoice(mac=True)))
    kinds, control = page.notes.note_input.choices.kinds, Qt.KeyboardModifier.MetaModifier
    page.side.write()
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert kinds.kind() == "experience"
    press(qtbot, Qt.Key.Key_S, control | Qt.KeyboardModifier.ShiftModifier)
    assert kinds.kind() == "strength"
    press(qtbot, Qt.Key.Key_3, control)
    assert page.notes.note_input.choices.spread is list(Spread)[2]
    keys = [key for rows in page.actions_here.shortcuts().values() for _, key in rows]
    assert not [key for key in keys if key.startswith("Alt+") and key[-1].isupper()]


@pytest.mark.parametrize("width", [1366, 1000, 700])
def test_after_each_key_the_keyboard_is_somewhere_in_sight(running, qtbot, width):
    running.resize(width, 700)
    for action in session_keys(Words()):
        for _ in range(2):
            running.actions_here[action.id].trigger()
            focused = QApplication.focusWidget()
            assert focused is not None and running.isAncestorOf(focused), action.id
            assert focused.isVisible() and not focused.visibleRegion().isEmpty(), action.id
