"""The keys without Ctrl or Alt are turned off and changed in the settings."""

import pytest
from PySide6.QtCore import Qt

from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.settings.keys_section import KeysSection
from dialogue_desk.words import Words
from tests.ui.keyboards import send
from tests.ui.seen import nameless

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def make(theme, qtbot):
    def make(settings=None):
        section = KeysSection(settings or Settings(), theme, Words())
        section.told = []
        section.keys_chosen.connect(section.told.append)
        qtbot.addWidget(section)
        section.show()
        return section

    return make


def box(section, action):
    return section.fields[action].control


def test_each_key_is_in_a_field_with_the_words_of_what_it_does(make):
    section = make(Settings(keys=(("clock", "X"), ("check keep", ""))))
    assert box(section, "clock").accessibleName() == "Start, pause or resume"
    shown = {action: box(section, action).text() for action in section.fields}
    assert shown["clock"] == "X" and shown["blank"] == "B, ." and shown["check keep"] == ""
    assert shown["find"] == "/" and "on" not in shown and "room" not in shown
    assert nameless(section) == []


def test_the_next_key_is_the_one_that_holds(make):
    section = make()
    send(box(section, "clock"), Key.Key_X, "x")
    send(box(section, "blank"), Key.Key_B, "b", Modifier.ControlModifier)
    assert section.told == [(("clock", "X"),), (("clock", "X"), ("blank", "Ctrl+B"))]
    assert (box(section, "clock").text(), box(section, "blank").text()) == ("X", "Ctrl+B")


def test_a_key_of_another_script_is_known_by_its_place(make):
    section = make()
    send(box(section, "clock"), 0x424, "ф", place="A")
    assert section.told == [(("clock", "A"),)]


def test_backspace_leaves_no_key(make):
    section = make()
    send(box(section, "clock"), Key.Key_Backspace)
    assert section.told == [(("clock", ""),)] and box(section, "clock").text() == ""


@pytest.mark.parametrize(
    ("key", "text", "held", "by"),
    [
        (Key.Key_G, "g", Modifier.NoModifier, "G is taken by “Ground rules”. Choose another key."),
        (Key.Key_Z, "", Modifier.ControlModifier, "Ctrl+Z is taken by “Undo”. Choose another key."),
        (Key.Key_E, "", Modifier.AltModifier, "Alt+E is taken by “Experience”. Choose another key."),
        (Key.Key_F5, "", Modifier.NoModifier, "F5 is taken by “Open or close the room display”."),
    ],
)
def test_a_key_that_does_something_else_is_refused_in_a_sentence(make, key, text, held, by):
    section = make()
    send(box(section, "clock"), key, text, held)
    assert section.fields["clock"].error().startswith(by)
    assert section.told == [] and box(section, "clock").text() == "P"
    send(box(section, "clock"), Key.Key_X, "x")
    assert section.fields["clock"].error() == ""


def test_a_key_that_was_given_up_is_free_for_another(make):
    section = make()
    send(box(section, "rules"), Key.Key_X, "x")
    send(box(section, "clock"), Key.Key_G, "g")
    assert section.told[-1] == (("rules", "X"), ("clock", "G"))


def test_the_privacy_check_has_keys_of_its_own(make):
    section = make()
    send(box(section, "check keep"), Key.Key_G, "g")
    assert section.told == [(("check keep", "G"),)]


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Left, Key.Key_Space, Key.Key_PageDown, Key.Key_Tab])
def test_a_key_that_leads_elsewhere_is_not_taken(make, key):
    section = make()
    send(box(section, "clock"), key, " " if key == Key.Key_Space else "")
    assert section.told == []


def test_the_original_keys_come_back(make):
    section = make(Settings(keys=(("clock", "X"),)))
    section.reset.click()
    assert section.told == [()] and box(section, "clock").text() == "P"


def test_keys_without_ctrl_or_alt_are_turned_off_and_on(make):
    section = make(Settings(single_keys=False))
    told = []
    section.single_chosen.connect(told.append)
    assert not section.single.isChecked()
    section.single.click()
    assert told == [True]
