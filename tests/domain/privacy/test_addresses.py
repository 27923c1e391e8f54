"""Addresses of streets and of the net."""

import pytest

from dialogue_desk.domain.privacy.addresses import addresses, online, streets
from dialogue_desk.domain.privacy.finds import FindKind


def found(text):
    return [(text[one.start : one.end], one.kind) for one in (*addresses(text), *online(text))]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("He lives at 118 Alder Street.", "118 Alder Street"),
        ("vive en calle Hidalgo 45, apto 3", "calle Hidalgo 45"),
        ("the corner of Oak and 5th", "Oak and 5th"),
        ("P.O. Box 12 is hers", "P.O. Box 12"),
    ],
)
def test_a_street_address_is_found(text, address):
    assert (address, FindKind.ADDRESS) in [(said[: len(address)], kind) for said, kind in found(text)]


@pytest.mark.parametrize("text", ["3 stops on Main Street", "a 5 min drive from here", "12 hours a day"])
def test_a_count_before_a_street_is_no_address(text):
    assert found(text) == []


def test_a_street_without_a_number_is_told_apart():
    assert found("Elm Street is dark.") == []
    assert [one.kind for one in streets("Elm Street is dark.")] == [FindKind.ADDRESS]


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("Write to ana.b@mail.org.", "ana.b@mail.org", FindKind.EMAIL),
        ("ana at mail dot org", "ana at mail dot org", FindKind.EMAIL),
        ("see https://x.org/a?b=1, please", "https://x.org/a?b=1", FindKind.LINK),
        ("see x.org/a now", "x.org/a", FindKind.LINK),
        ("she is @ana_b there", "@ana_b", FindKind.HANDLE),
        ("instagram is ana_b77", "ana_b77", FindKind.HANDLE),
    ],
)
def test_an_address_of_the_net_is_found_without_the_mark_behind_it(text, said, kind):
    assert found(text) == [(said, kind)]
