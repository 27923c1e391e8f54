"""Phone numbers that are half spelled."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.spelled_phones import spelled_phones


def found(text):
    assert all(one.kind is FindKind.PHONE for one in spelled_phones(text))
    return [text[one.start : one.end] for one in spelled_phones(text)]


@pytest.mark.parametrize(
    "number",
    [
        "(nine oh one) 555 oh one 6 6",
        "773/5 5 5/o 1 nine nine",
        "5-5-5, cero uno, treinta y ocho",
        "1 (quinientos cinco) 5550143",
        "62O-555 o1 9o",
        "five five five zero one two two",
        "nine hundred 555 double one 42",
        "555 / 01 / 88",
    ],
)
def test_a_phone_that_is_half_spelled_is_found_whole(number):
    assert found(f"call {number} after work") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "one two three: stop, breathe, talk",
        "call 3 times, 5 days, 2 cops",
        "grades 6 7 8 meet upstairs",
        "text me at 7, 8 or 9",
        "uno dos tres y nadie contesta",
        "between two and four y ya",
    ],
)
def test_counting_is_no_phone(text):
    assert found(text) == []
