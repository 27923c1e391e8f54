"""Names of people in letters that have capitals."""

import pytest

from dialogue_desk.desk.session.privacy_check import name_lists
from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.people import People

LISTS = NameLists(
    given=frozenset(("lupe", "rose", "will", "sean", "consuelo", "bao")),
    surnames=frozenset(("ruiz", "cruz")),
    also_words=frozenset(("rose", "will", "cruz", "consuelo")),
    usual=frozenset(("monday", "oakland")),
    small_words=frozenset(("sean",)),
    cues=name_lists().cues,
)


def found(text):
    return [(text[one.start : one.end], one.kind) for one in People(text, LISTS).finds()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("we met doña Lupe Ruiz", ["doña Lupe Ruiz"]),
        ("an Officer J. Ruiz came", ["Officer J. Ruiz"]),
        ("the officer on Monday", []),
    ],
)
def test_a_title_belongs_to_the_name_behind_it(text, names):
    assert found(text) == [(name, FindKind.TITLED_NAME) for name in names]


def test_a_name_that_is_no_word_is_found_in_small_letters_too():
    assert found("lupe ruiz came") == [("lupe ruiz", FindKind.NAME)]
    assert found("sean tres") == []


def test_a_name_that_is_also_a_word_needs_a_sign_beside_it():
    assert found("Rose said so") == [("Rose", FindKind.NAME)]
    assert found("Rose petals") == []
    assert found("we heard Consuelo and Bao") == [("Consuelo", FindKind.NAME), ("Bao", FindKind.NAME)]


def test_an_initial_makes_a_name_of_the_word_beside_it():
    assert found("ask J. Kipling now") == [("J. Kipling", FindKind.INITIALS)]


def test_a_possessive_stays_outside_the_find():
    assert found("we saw Lupe's brother") == [("Lupe", FindKind.NAME)]


def test_capitals_that_no_list_knows_are_maybe_a_name_and_usual_words_are_none():
    assert found("we saw Kipling there") == [("Kipling", FindKind.MAYBE_NAME)]
    assert found("we saw Oakland there") == []
    assert found("Kipling was there") == []
