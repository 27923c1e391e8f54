"""The keys of a session on a keyboard for another script, or with the digits above Shift."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.domain.model.notes import Spread
from dialogue_desk.ui.shell.latin_keys import LatinKeys
from tests.ui.keyboards import send
from tests.ui.run.steps import live, press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(run_page, session_id):
    page = run_page(session_id)
    page.card.clock_button.click()
    LatinKeys(page)
    return page


def type_in(page, letter, place, modifiers=Qt.KeyboardModifier.NoModifier):
    send(page.windowHandle(), ord(letter.upper()), letter, modifiers, place=place)


@pytest.mark.parametrize("letter", ["з", "π", "ح", "פ"])
def test_the_letter_in_the_place_of_a_key_is_that_key(page, letter):
    type_in(page, letter, "P")
    assert live(page).phase is Phase.PAUSED


def test_a_list_leaves_the_letter_to_the_session(page, room):
    room.open()
    page.rail.parts.setFocus()
    type_in(page, "и", "B")
    assert room.is_blank()


def test_what_is_typed_in_a_note_stays_as_it_is(page, qtbot):
    press(qtbot, Qt.Key.Key_N)
    for letter, place in (("п", "G"), ("и", "B"), ("т", "N")):
        type_in(page, letter, place)
    assert page.notes.note_input.text() == "пит"
    assert page.center.page is page.card


def test_the_box_for_a_seat_leaves_the_letter_to_the_session(page, room):
    room.open()
    page.tools.speakers_bar.box.show()
    page.actions_here["stack"].trigger()
    assert QApplication.focusWidget() is page.tools.speakers_bar.box
    type_in(page, "и", "B")
    assert room.is_blank()


def test_the_kind_of_a_note_is_chosen_while_it_is_typed(page, qtbot):
    press(qtbot, Qt.Key.Key_N)
    type_in(page, "у", "E", ALT)
    assert page.notes.note_input.choices.kinds.kind() == "experience"
    type_in(page, "ы", "S", ALT)
    assert page.notes.note_input.choices.kinds.kind() == "strength"


@pytest.mark.parametrize("mark", ['"', "š"])
def test_how_many_said_it_is_chosen_where_the_digits_need_shift(page, qtbot, mark):
    press(qtbot, Qt.Key.Key_N)
    type_in(page, mark, "3", ALT)
    assert page.notes.note_input.choices.spread is list(Spread)[2]
    assert page.notes.note_input.text() == ""


def test_a_key_that_is_held_down_is_one_press(page):
    for again in (False, True):
        send(page.windowHandle(), ord("З"), "з", place="P", again=again)
    assert live(page).phase is Phase.PAUSED


def test_a_letter_without_a_key_in_its_place_stays_what_it_was(page):
    before = live(page)
    type_in(page, "у", "E")
    assert live(page) == before
