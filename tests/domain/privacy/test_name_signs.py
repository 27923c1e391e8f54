"""What the words beside a word say about it."""

import pytest

from dialogue_desk.desk.session.privacy_check import name_lists
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.name_signs import NameSigns
from dialogue_desk.domain.privacy.tokens import tokenize

NONE = frozenset()
LISTS = NameLists(frozenset(("will", "bao")), NONE, frozenset(("will",)), NONE, cues=name_lists().cues)


def signs(text):
    return NameSigns(tokenize(text), LISTS)


def test_speech_behind_a_word_says_that_it_is_a_person():
    assert signs("Kipling told us").followed_as_person(0, 1)
    assert signs("Kipling, who told us").followed_as_person(0, 1)
    assert not signs("Kipling shines").followed_as_person(0, 1)


def test_what_is_owned_says_so_too():
    assert signs("Kipling's brother").followed_as_person(0, 1)
    assert not signs("Kipling's weather").followed_as_person(0, 1)


@pytest.mark.parametrize("before", ["my son", "se llama", "dijo", "thanks to", "according to"])
def test_some_words_say_that_a_name_follows(before):
    text = f"{before} Kipling"
    assert signs(text).introduced_as_name(len(before.split()))
    assert not signs(f"{before} everybody").introduced_as_name(len(before.split()))


def test_a_park_and_a_street_are_places_and_whoever_speaks_is_not():
    assert signs("Kipling Park").is_place(0, 1) and signs("calle Kipling").is_place(1, 2)
    assert not signs("Kipling said").is_place(0, 1)


def test_another_name_beside_it_makes_a_name_of_a_word():
    assert not signs("Will and Bao").beside_another(2, 3)
    assert signs("Bao and Will").beside_another(0, 1)
    assert not signs("Bao and trees").beside_another(0, 1)
