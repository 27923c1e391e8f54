import pytest

from dialogue_desk.domain.notes.typing_errors import KnownSpellings, typing_distance

KNOWN = KnownSpellings(
    ["housing", "parks", "park", "neighborhood", "transportation", "jobs", "trust", "esperanza"]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hosuing", "housing"),
        ("housng", "housing"),
        ("hoousing", "housing"),
        ("houzing", "housing"),
        ("neighborhod", "neighborhood"),
        ("transpotation", "transportation"),
        ("jbos", "jobs"),
        ("jobz", "jobs"),
        ("prks", "parks"),
        ("ousing", "housing"),
        ("ezperansa", "esperanza"),
    ],
)
def test_a_mistyped_word_is_found(typed, meant):
    assert KNOWN.nearest(typed) == meant


@pytest.mark.parametrize("typed", ["jabs", "hzusyng", "mousing", "pk", "", "xxxxxxx", "housing"])
def test_a_word_too_short_too_far_or_with_another_beginning_is_not_guessed(typed):
    assert KNOWN.nearest(typed) is None


def test_two_letters_in_each_others_place_are_one_error():
    assert typing_distance("saftey", "safety") == 1
    assert typing_distance("safty", "safety") == 1
    assert typing_distance("", "abc") == 3
    assert typing_distance("same", "same") == 0
