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
