"""The law of trust and merging: whatever happens to several laptops, they end alike, and no word is lost.

Written, edited, undone, split, joined, erased and handed on; copied, put back, opened twice; with clocks
years off, and with a stranger who forges what he likes.  No edit is without effect, no count is ever lowered.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk.histories import MOVES, lived, shortened, some_moves

MANY = int(os.environ.get("HISTORIES", "100000"))

moves = st.lists(
    st.tuples(st.sampled_from(MOVES), st.integers(0, 4), st.integers(0, 63), st.integers(0, 63)), max_size=20
)


@settings(max_examples=25)
@given(st.integers(3, 5), st.integers(0, 5), moves)
def test_laptops_end_alike_and_no_word_is_lost(laptops, answers, some):
    lived(laptops, answers, some)


@pytest.mark.soak
def test_a_hundred_thousand_histories_end_alike():
    for number in range(MANY):
        laptops, answers, some = some_moves(number)
        try:
            lived(laptops, answers, some)
        except Exception as broken:
            shorter = shortened(laptops, answers, some)
            broken.add_note(f"history {number}: lived({laptops}, {answers}, {shorter})")
            raise


FOUND = {
    "both kept beside a conflict": [
        ("edit", 2, 18, 25),
        ("forge", 3, 11, 58),
        ("edit", 4, 16, 30),
        ("hand on", 2, 12, 32),
        ("hand on", 1, 15, 21),
        ("answer", 0, 63, 39),
    ],
    "an import undone below a later one": [
        ("clone", 4, 54, 58),
        ("erase", 0, 47, 28),
        ("hand on", 0, 55, 44),
        ("undo", 3, 58, 28),
    ],
    "one note edited by two that are one": [
        ("clone", 0, 0, 0),
        ("edit", 0, 0, 0),
        ("edit", 3, 0, 0),
        ("hand on", 0, 1, 0),
        ("hand on", 3, 1, 0),
        ("hand on", 3, 0, 0),
    ],
    "put back by hand after it was handed on": [
        ("put back", 0, 0, 1),
        ("edit", 0, 0, 0),
        ("hand on", 0, 1, 0),
        ("put back", 0, 0, 1),
        ("edit", 0, 0, 0),
        ("hand on", 0, 1, 0),
        ("hand on", 1, 0, 0),
    ],
    "a forged count of a laptop that hears of it from a friend": [
        ("write", 2, 0, 0),
        ("edit", 1, 0, 0),
        ("forge", 1, 2, 32),
        ("partners", 2, 1, 0),
        ("hand on", 1, 2, 0),
        ("edit", 2, 2, 0),
        ("hand on", 2, 0, 0),
    ],
    "what a stranger says he saw, where it is known": [
        ("edit", 0, 0, 0),
        ("forge", 0, 1, 0),
        ("forge", 0, 6, 4),
    ],
}


@pytest.mark.parametrize("some", FOUND.values(), ids=FOUND)
@pytest.mark.parametrize("answers", [0, 1, 2, 3])
def test_what_once_broke_a_law_does_so_no_more(some, answers):
    lived(3, answers, some)
