"""Passphrases of words: enough of them, easy to type, different each time."""

from __future__ import annotations

import re

import pytest

from dialogue_desk.desk.leaving.passphrases import WORD_COUNT, passphrase_words, word_passphrase
from dialogue_desk.exchange.sealing import Strength, strength_of


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_words_are_many_short_and_typed_on_any_keyboard(language):
    words = passphrase_words(language)
    assert len(words) == len(set(words)) >= 512
    assert all(re.fullmatch("[a-z]{3,10}", word) for word in words)


@pytest.mark.parametrize("language", ["en", "es", "vi"])
def test_a_passphrase_of_words_is_strong_and_never_the_same(language):
    made = {word_passphrase(language) for _ in range(50)}
    assert len(made) == 50
    assert all(len(one.split()) == WORD_COUNT and strength_of(one) is Strength.STRONG for one in made)


def test_every_word_can_be_drawn():
    last = word_passphrase("en", lambda words: words[-1])
    assert last.split() == [passphrase_words("en")[-1]] * WORD_COUNT
