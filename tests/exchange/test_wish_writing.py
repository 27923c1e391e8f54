"""A wish that is written is read again as it was, in each language."""

import pytest
from hypothesis import given

from dialogue_desk.domain.forming.slips import OFFICERS, Need
from dialogue_desk.domain.forming.wish import Place, Share, Wish
from dialogue_desk.exchange.wish_file import WishFile, read_wish
from dialogue_desk.exchange.wish_writing import wish_text
from dialogue_desk.words import Words
from tests.domain.forming.strategies import wishes


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_part_of_a_wish_comes_through(language):
    words = Words(language)
    place = Place('Mill "Street" Hall', ("Tuesday, 6 p.m.",), 2, frozenset({Need.STEP_FREE}), "es")
    wish = Wish(
        (place, Place()),
        6,
        7,
        9,
        ("en", "es", "tlh"),
        (Share("north", 2), Share(OFFICERS, 0, 3), Share("a.b")),
        1,
    )
    file = WishFile(wish, "Bridges \\ of Alder Bend", "Porch Lights")
    assert read_wish(wish_text(file, words), words) == file


@given(wishes())
def test_whatever_is_wished_is_read_again(wish):
    assert read_wish(wish_text(WishFile(wish), Words()), Words()) == WishFile(wish)


def test_the_text_is_one_that_people_can_read():
    text = wish_text(
        WishFile(Wish((Place("Library", ("Tuesday",)),), 2, shares=(Share("north", 2),)), "Bridges"), Words()
    )
    assert text.splitlines()[:6] == [
        'program = "Bridges"',
        "circles = 2",
        "smallest = 8",
        "largest = 12",
        "facilitators = 2",
        'languages = ["English", "Spanish"]',
    ]
    assert '"north" = { least = 2 }' in text
