"""Keys are known by their places where the letters on them are others."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from dialogue_desk.ui.core.key_places import by_place
from tests.ui.keyboards import key_event

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def pressed(key, place, modifiers=Modifier.NoModifier, system="linux"):
    return key_event(key, chr(key) if key < 0x10000 else "", modifiers, place=place, system=system)


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
@pytest.mark.parametrize(
    ("letter", "place"),
    [("З", "P"), ("И", "B"), ("Ν", "N"), ("ﻻ", "B"), ("ش", "A"), ("פ", "P"), ("נ", "B"), ("Ю", "/")],
)
def test_a_letter_of_another_script_is_the_key_in_its_place(letter, place, system):
    latin = by_place(pressed(ord(letter), place, system=system), system)
    assert (latin.key(), latin.text()) == (ord(place), place.lower())


def test_two_letters_on_one_key_have_no_name_and_a_place():
    assert by_place(pressed(Key.Key_unknown, "B"), "linux").key() == Key.Key_B


def test_greek_has_its_question_mark_where_q_is():
    assert by_place(pressed(Key.Key_Semicolon, "Q"), "linux").key() == Key.Key_Q
    assert by_place(pressed(Key.Key_Semicolon, "P"), "linux") is None


@pytest.mark.parametrize("letter", ["A", "Q", "Z", "/", "É", "Ñ"])
def test_a_letter_of_ours_is_what_it_says_wherever_it_is(letter):
    assert by_place(pressed(ord(letter), "A"), "linux") is None


def test_a_key_without_a_letter_is_what_it_says():
    assert by_place(pressed(Key.Key_Escape, "A"), "linux") is None


def test_a_key_whose_place_is_not_known_is_what_it_says():
    event = QKeyEvent(QEvent.Type.KeyPress, 0x418, Modifier.NoModifier, "и")
    assert [by_place(event, system) for system in ("linux", "win32", "darwin")] == [None] * 3


@pytest.mark.parametrize("held", [Modifier.AltModifier, Modifier.ControlModifier, Modifier.MetaModifier])
@pytest.mark.parametrize(("mark", "place"), [("&", "1"), ('"', "3"), ("Š", "3")])
def test_a_digit_is_found_where_it_needs_shift(mark, place, held):
    assert by_place(pressed(ord(mark), place, held), "linux").key() == ord(place)


@pytest.mark.parametrize("held", [Modifier.NoModifier, Modifier.AltModifier | Modifier.ShiftModifier])
def test_the_mark_on_a_digit_is_itself_alone_and_with_shift(held):
    assert by_place(pressed(ord("&"), "1", held), "linux") is None


def test_what_is_held_with_a_letter_stays_held():
    latin = by_place(pressed(ord("З"), "P", Modifier.AltModifier | Modifier.ShiftModifier), "linux")
    assert latin.modifiers() == Modifier.AltModifier | Modifier.ShiftModifier and latin.text() == "P"
