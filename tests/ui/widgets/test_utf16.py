"""Text is counted as Qt counts it."""

import pytest

from dialogue_desk.ui.widgets.utf16 import utf16_length, utf16_prefix, utf16_rest


@pytest.mark.parametrize(("text", "units"), [("", 0), ("más", 3), ("a\N{GRINNING FACE}b", 4), ("\ud83d", 1)])
def test_a_letter_beyond_the_basic_plane_is_two(text, units):
    assert utf16_length(text) == units


def test_text_is_parted_without_half_a_letter():
    text = "a\N{GRINNING FACE}b"
    assert (utf16_prefix(text, 3), utf16_rest(text, 3)) == ("a\N{GRINNING FACE}", "b")
    assert utf16_prefix(text, 2) == "a"
