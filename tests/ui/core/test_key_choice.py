"""Which keys hold."""

import pytest

from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.key_choice import KeyChoice, is_character, modifier_name, named


def choice(*, mac=False, **settings):
    return KeyChoice(lambda: Settings(**settings), mac=mac)


def test_an_action_has_the_keys_it_was_given():
    assert choice().keys_of("find", ("Ctrl+F", "/")) == ("Ctrl+F", "/")


def test_a_key_that_was_chosen_takes_the_place_of_the_letters():
    keys = choice(keys=(("find", "X"), ("blank", "")))
    assert keys.keys_of("find", ("Ctrl+F", "/")) == ("X", "Ctrl+F")
    assert keys.keys_of("blank", ("B", ".")) == ()
    assert keys.keys_of("clock", ("P",)) == ("P",)


def test_letters_and_signs_alone_can_be_turned_off():
    keys = choice(single_keys=False, keys=(("clock", "X"), ("rules", "Ctrl+G")))
    assert keys.keys_of("find", ("Ctrl+F", "/")) == ("Ctrl+F",)
    assert keys.keys_of("on", ("PgDown",)) == ("PgDown",)
    assert keys.keys_of("clock", ("P",)) == ()
    assert keys.keys_of("rules", ("G",)) == ("Ctrl+G",)


@pytest.mark.parametrize(
    ("key", "is_one"), [("P", True), (".", True), ("Shift+P", True), ("F5", False), ("Ctrl+P", False)]
)
def test_what_types_by_itself_is_a_character(key, is_one):
    assert is_character(key) is is_one


def test_keys_are_shown_as_keyboards_name_them():
    assert choice().shown("Alt+E") == "Alt+E"
    assert named(("F2", "Return", "Enter")) == "F2, Enter"


@pytest.mark.parametrize(
    ("key", "here"),
    [
        ("Alt+E", ("Meta+Shift+E",)),
        ("Alt+3", ("Meta+3",)),
        ("Alt+Return", ("Alt+Return",)),
        ("F11", ("Ctrl+Meta+F",)),
        ("F1", ("Ctrl+?",)),
        ("F5", ("Ctrl+Shift+Return", "F5")),
        ("Ctrl+Tab", ("Meta+Tab",)),
        ("P", ("P",)),
    ],
)
def test_a_mac_has_keys_of_its_own(key, here):
    assert choice(mac=True).keys_of("any", (key,)) == here
    assert choice().keys_of("any", (key,)) == (key,)


def test_a_key_that_was_chosen_on_a_mac_is_what_it_says():
    assert choice(mac=True, keys=(("clock", "Alt+P"),)).keys_of("clock", ("P",)) == ("Alt+P",)


@pytest.mark.parametrize(("mac", "names"), [(False, ["Ctrl", "Alt"]), (True, ["Command", "Option"])])
def test_sentences_name_a_key_as_keyboards_do(mac, names):
    assert [modifier_name(key, mac=mac) for key in ("Ctrl", "Alt")] == names
