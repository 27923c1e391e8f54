"""What says which one is meant."""

import pytest

from dialogue_desk.domain.privacy.whose_phrases import whose


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the nurse at the free clinic said no", "the nurse at the free clinic"),
        ("the nurse who speaks Karen fluently", "the nurse who speaks Karen fluently"),
        ("the nurse left", "the nurse"),
        ("the nurse, at noon", "the nurse"),
        ("the nurse", "the nurse"),
    ],
)
def test_it_ends_before_what_is_said_of_her(text, phrase):
    assert text[: whose(text, len("the nurse"))] == phrase


def test_a_word_of_place_counts_only_when_asked_for():
    assert whose("the nurse here", 9) == 9
    assert whose("the nurse here", 9, here=True) == 14
