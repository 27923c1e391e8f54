"""Numbers in several pieces."""

import pytest

from dialogue_desk.domain.privacy.number_runs import run_at, worth_of


def run(text, start=0, **behind):
    found = run_at(text, start, **behind)
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(
    "number",
    [
        "44 dash 9",
        "88 bis",
        "DR 4817 / 00931",
        "2021—7755—B",
        "nine oh one 555",
        "tres-cero-siete-uno",
        "JX seis 81 cero",
        "24 barra 00917",
        "double five 1 2",
    ],
)
def test_a_number_in_pieces_is_taken_whole(number):
    assert run(f"{number} was hers") == number


def test_what_counts_behind_a_number_is_no_part_of_it():
    assert run("4471 2 times") == "4471"
    assert run("4471 ICE came") == "4471"
    assert run("4471 5th street") == "4471"


def test_capitals_end_a_number_where_they_may():
    assert run("221 WXO illinois") == "221"
    assert run("221 WXO illinois", most_behind=3) == "221 WXO"


def test_words_without_a_digit_are_no_number():
    assert run("was hers") is None
    assert run("ICE came") is None


def test_a_number_that_goes_on_for_ever_is_cut():
    assert len(run("1 " * 400)) < 40


def test_a_word_for_a_number_stands_for_its_digits():
    assert [worth_of(piece) for piece in ("oh", "treinta", "quinientos", "4471", "table")] == [1, 2, 3, 4, 0]
