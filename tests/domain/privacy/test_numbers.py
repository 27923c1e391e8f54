"""Numbers that stand for one person."""

import pytest

from dialogue_desk.domain.privacy.finds import FindKind
from dialogue_desk.domain.privacy.numbers import numbers


def found(text):
    return [(text[one.start : one.end], one.kind) for one in numbers(text)]


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("badge number is 4471", "4471", FindKind.BADGE),
        ("license plate 7ABC123", "7ABC123", FindKind.PLATE),
        ("case no. 22-1841", "22-1841", FindKind.CASE),
        ("ssn 123-45-6789", "123-45-6789", FindKind.IDENTITY),
        ("born on March 3, 1990", "March 3, 1990", FindKind.BIRTH),
        ("call (415) 555-0132", "(415) 555-0132", FindKind.PHONE),
        ("call 555-0132 now", "555-0132", FindKind.PHONE),
    ],
)
def test_a_number_of_one_person_is_found(text, said, kind):
    assert (said, kind) in found(text)


@pytest.mark.parametrize(
    "text", ["1998-2004 was hard", "on 2026-03-12", "it cost $1,500.00", "three of us", "12 of 40 people"]
)
def test_years_days_and_sums_are_not(text):
    assert found(text) == []
