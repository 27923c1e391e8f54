from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desk.domain.practice.shared_words import alike, keys_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("waited", "waiting"),
        ("stopped", "stop"),
        ("esperaba", "esperando"),
        ("vecina", "vecinos"),
        ("cops", "officers"),
        ("police", "policía"),
        ("2 hrs", "two hours"),
        ("2x", "twice"),
        ("dos", "2"),
        ("neighbors", "vecinos"),
        ("Calle", "streets"),
    ],
)
def test_forms_and_words_that_mean_the_same_have_one_key(one: str, other: str) -> None:
    assert keys_in(one) == keys_in(other) != frozenset()


@pytest.mark.parametrize(("one", "other"), [("call", "calle"), ("cara", "cars"), ("light", "night")])
def test_words_that_only_look_alike_have_two_keys(one: str, other: str) -> None:
    assert keys_in(one).isdisjoint(keys_in(other))


def test_words_that_say_nothing_by_themselves_have_no_key() -> None:
    assert keys_in("and then it was all of them, w/ us") == frozenset()
    assert keys_in("y con ellos, pues, todo eso") == frozenset()


def test_a_number_in_figures_is_the_number_in_words() -> None:
    assert keys_in("62") == keys_in("sixty-two")


def test_signs_of_a_hurry_are_no_words() -> None:
    assert keys_in("wait -> store / window") == keys_in("wait store window")


def test_a_longer_form_is_of_the_same_word() -> None:
    assert alike("neighborhoo", "neighborho") and not alike("cat", "car")
    assert not alike("=police", "=polite")


@given(st.text(), st.text())
def test_a_text_says_all_that_its_pieces_say(one: str, other: str) -> None:
    assert keys_in(f"{one} {other}") == keys_in(one) | keys_in(other)


@given(st.text(), st.text())
def test_alike_goes_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert alike(one, one)
