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
