"""The columns of a list are found by their heads, or it has none."""

import pytest

from dialogue_desk.exchange.named_columns import columns_named

KNOWN = {"name": ("name", "who"), "many": ("how many", "number")}


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Name", "How many?"), {"name": 0, "many": 1}),
        (("NUMBER of people", "Who"), {"name": 1, "many": 0}),
        (("Renters", "40"), {}),
        (("a number of renters", "40"), {}),
        (("Who",), {"name": 0}),
        ((), {}),
    ],
)
def test_heads_are_known_in_any_order_and_spelling(heads, expected):
    assert columns_named(heads, KNOWN) == expected
