"""Addresses of streets."""

import pytest

from dialogue_desk.domain.privacy.addresses import addresses, streets
from dialogue_desk.domain.privacy.finds import FindKind


def found(text):
    return [(text[one.start : one.end], one.kind) for one in addresses(text)]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("He lives at 118 Alder Street.", "118 Alder Street"),
        ("vive en calle Hidalgo 45, apto 3", "calle Hidalgo 45"),
        ("the corner of Oak and 5th", "corner of Oak and 5th"),
        ("crash on 11th & clinton", "11th & clinton"),
        ("robbed at vine st & oak", "vine st & oak"),
        ("400 block of cedar ave", "400 block of cedar ave"),
        ("a fire at 88 elm ct apt b", "88 elm ct apt b"),
        ("2140 s. 13th is hers", "2140 s. 13th"),
        ("en la 16 con Greenfield", "la 16 con Greenfield"),
        ("Morgan esquina con la 18", "Morgan esquina con la 18"),
        ("núm 12 de la Wells", "núm 12 de la Wells"),
        ("W1432 County Road B", "W1432 County Road B"),
        ("P.O. Box 12 is hers", "P.O. Box 12"),
    ],
)
def test_a_street_address_is_found(text, address):
    assert (address, FindKind.ADDRESS) in [(said[: len(address)], kind) for said, kind in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "3 stops on Main Street",
        "a 5 min drive from here",
        "12 hours a day",
        "in 4th and 5th grade",
        "1st and last",
    ],
)
def test_a_count_before_a_street_is_no_address(text):
    assert found(text) == []


def test_a_street_without_a_number_is_told_apart():
    assert found("Elm Street is dark.") == []
    assert [one.kind for one in streets("Elm Street is dark.")] == [FindKind.ADDRESS]
