"""What is known of a word by itself."""

import pytest

from dialogue_desk.domain.privacy.lists import Cues, NameLists
from dialogue_desk.domain.privacy.word_facts import WordBook
from dialogue_desk.domain.privacy.word_lists import WordLists

BOOK = WordBook(
    NameLists(
        given=frozenset(),
        usual=frozenset(("monday",)),
        cues=Cues(titles=frozenset(("officer",))),
        grades=WordLists(
            english={"neighbor": 4, "mercy": 4, "well": 6},
            spanish={"contar": 4, "perro": 4},
            given={"mercy": 3, "dwayne": 3},
            surnames={"gill": 2, "vang": 3},
        ),
    )
)


@pytest.mark.parametrize(("word", "named"), [("mercy", 3), ("dwaynes", 3), ("gill-vang", 3), ("perro", 0)])
def test_a_word_is_a_name_as_often_as_the_lists_say(word, named):
    assert BOOK.facts(word).named == named


@pytest.mark.parametrize("word", ["contarle", "contarnoslo", "perrito"])
def test_spanish_endings_make_no_unknown_word(word):
    assert BOOK.facts(word).spanish > 0


@pytest.mark.parametrize("slip", ["neighbr", "nieghbor", "neighborr"])
def test_a_slip_of_a_common_word_is_told_from_a_name(slip):
    assert BOOK.facts(slip).unknown
    assert BOOK.facts(slip).near == 4
    assert BOOK.facts("xochitl").near == 0


def test_cues_and_capitals_are_known_words():
    assert BOOK.facts("officer").cues == "T"
    assert BOOK.facts("monday").capital and not BOOK.facts("monday").unknown


@pytest.mark.parametrize("word", ["flores", "cuadraron", "trapea", "siguiendola", "mandenle"])
def test_a_form_of_a_spanish_word_is_a_word(word):
    assert spanish_book().facts(word).spanish


def test_a_word_made_of_an_english_one_is_a_word():
    assert spanish_book().facts("braiders").english


def test_a_name_that_ends_like_a_verb_stays_a_name():
    assert spanish_book().facts("susana").spanish == 0


def spanish_book():
    spanish = {"flor": 4, "cuadrar": 3, "trapear": 3, "mandar": 4, "susanar": 3}
    grades = WordLists(spanish=spanish, english={"braid": 4}, given={"susana": 1})
    return WordBook(NameLists(given=frozenset(), grades=grades))
