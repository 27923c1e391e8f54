"""How well the suggestions tell names that mean the same from others, on pairs that people labelled.

Half of the pairs were written before there were rules, half by somebody who was never shown them
(``blind-…``).  What is only related may be suggested or not.
"""

from pathlib import Path

import pytest

from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.notes.theme_suggestions import theme_suggestions
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary

PAIRS = Path(__file__).parent / "theme_pairs"
LABELS = {"same", "related", "different"}


def pairs_of(kind):
    found = []
    for path in sorted(PAIRS.glob(f"{kind}-*.tsv")):
        found += [tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines()]
    return found


def precision_and_recall(pairs):
    vocabulary = ThemeVocabulary(theme_words())
    said = [
        (any(found.name == other for found in theme_suggestions((one, other), vocabulary)[one]), label)
        for one, other, label in pairs
        if label != "related"
    ]
    right = said.count((True, "same"))
    return right / max(1, sum(yes for yes, _ in said)), right / sum(label == "same" for _, label in said)


def test_every_pair_is_two_names_and_a_label():
    for pair in pairs_of("*"):
        assert len(pair) == 3 and pair[2] in LABELS and pair[0] != pair[1], pair


@pytest.mark.parametrize("kind", ["own"])
def test_most_that_mean_the_same_are_found_and_nearly_nothing_else(kind):
    precision, recall = precision_and_recall(pairs_of(kind))
    assert precision >= 0.98
    assert recall >= 0.95
