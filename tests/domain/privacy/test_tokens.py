"""A text as words."""

import pytest

from dialogue_desk.domain.privacy.tokens import name_key, tokenize


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("MARÍA", "maria"),
        ("Jose\u0301", "jose"),
        ("Mar\u200bia", "maria"),
        ("Maria's", "maria"),
        ("Maria’s", "maria"),
        ("Ｌｕｐｅ", "lupe"),
        ("x" * 50, "x" * 40),
        ("Straße", "strasse"),
    ],
)
def test_a_name_is_looked_up_without_capitals_accents_and_what_it_owns(word, key):
    assert name_key(word) == key


def test_a_word_knows_its_place_and_what_is_before_it():
    first, second = tokenize("Ana, O'Neil")
    assert (first.start, first.end, second.text, second.gap) == (0, 3, "O'Neil", ", ")
    assert first.starts_sentence and not second.starts_sentence


def test_words_say_how_they_are_written():
    ana, naacp, de_shawn, marias = tokenize("Ana NAACP DeShawn Maria's")
    assert (ana.capital, ana.shouted, ana.camel) == (True, False, False)
    assert naacp.shouted and de_shawn.camel and marias.possessive


def test_digits_are_no_words():
    assert [word.text for word in tokenize("3 dogs, B2")] == ["dogs", "B"]
