"""Counts as people type them, pile by pile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.words.typed_sums import read_sum


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("12", 12),
        (" 5+4 + 3 ", 12),
        ("12+", 12),
        ("+3", 3),
        ("007", 7),
        ("twelve", 12),
        ("doce+1", 13),
        ("5 + 4", 9),  # no-break spaces
        ("１２", 12),
        ("5＋4", 9),
    ],
)
def test_counts_and_sums_are_read(typed, count):
    assert read_sum(typed) == count


@pytest.mark.parametrize("typed", ["", " ", "+", "-3", "5-1", "5*3", "1.5", "many", "5 4", "9999999", "٣x"])
def test_what_is_no_count_is_not_guessed_at(typed):
    assert read_sum(typed) is None


@given(st.lists(st.integers(0, 999_999), min_size=1, max_size=9))
def test_a_sum_is_what_its_piles_are(piles):
    assert read_sum("+".join(map(str, piles))) == sum(piles)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_count_or_nothing(typed):
    found = read_sum(typed)
    assert found is None or found >= 0
