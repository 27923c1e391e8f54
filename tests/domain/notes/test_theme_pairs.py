"""How well the suggestions tell names that mean the same from others, on pairs that people labelled.

Half of the pairs were written before there were rules (``own-…``), half by somebody who was never shown them
(``blind-…``).  Others were written when the rules stood, to see how they do on what is new (``later-…``).
"""

import pytest

from tools.bench.theme_pairs import LABELS, best_of_rapidfuzz, ours, pairs_of, score


@pytest.fixture(scope="module")
def suggests():
    return ours()


def test_every_pair_is_two_names_and_a_label():
    pairs = pairs_of("*")
    assert len(pairs) >= 410
    assert all(pair.label in LABELS and pair.one != pair.other for pair in pairs)


@pytest.mark.parametrize(
    ("kind", "precision", "recall"), [("own", 0.98, 0.95), ("blind", 0.93, 0.65), ("later", 0.95, 0.8)]
)
def test_most_that_mean_the_same_are_found_and_nearly_nothing_else(kind, precision, recall, suggests):
    found = score(suggests, pairs_of(kind))
    assert found.precision >= precision
    assert found.recall >= recall


@pytest.mark.parametrize("kind", ["own", "blind"])
def test_where_looks_deceive_they_are_clearly_ahead_of_comparing_letters(kind, suggests):
    pytest.importorskip("rapidfuzz")
    hard = [pair for pair in pairs_of(kind) if pair.hard]
    mine, theirs = score(suggests, hard), best_of_rapidfuzz(hard)
    assert mine.both > theirs.both + 0.2
    assert mine.precision > theirs.precision + 0.2
