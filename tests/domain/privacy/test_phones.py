"""Phone numbers, with any signs between the digits."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind, without_overlaps
from dialogue_desk.domain.privacy.phones import phones


def found(text):
    return [text[one.start : one.end] for one in without_overlaps(phones(text)) if one.kind is FindKind.PHONE]


@pytest.mark.parametrize(
    "number",
    [
        "415-555-0132",
        "(503) 555-0177",
        "414/555/0147",
        "414,555,0147",
        "(5O3) 555.0177",
        "+1 4 1 4 5 5 5 0 1 4 7",
        "five five five 0 1 4 7",
        "cinco cinco cinco 01 90",
        "414 555 0147 x12",
    ],
)
def test_a_number_is_found_whole(number):
    assert found(f"reach her: {number}") == [number]


def test_seven_bare_digits_are_a_phone_beside_a_word_of_calling():
    assert found("call 5550139 after six") == ["5550139"]
    assert found("budget 5550139 for lamps") == []


@pytest.mark.parametrize(
    "text",
    ["2,500,000 dollars", "2019-2024", "3.14.2026", "one two three, go", "from 45 to 120", "at 7:30 or 8:15"],
)
def test_sums_years_days_and_counts_are_none(text):
    assert found(text) == []
