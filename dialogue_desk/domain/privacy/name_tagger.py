"""Tells how likely each word of a text is part of a person's name: a small linear model of our own.

``python -m tools.privacy train`` makes the weights; ``resources/privacy/README.md`` says from what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dialogue_desk.domain.privacy.name_features import Line
from dialogue_desk.domain.privacy.tokens import Word
from dialogue_desk.domain.privacy.word_facts import WordBook

Weights = Mapping[str, int]
"""What each feature says for a name, or against it, in hundredths."""

NEVER = -10_000
BEGINNING = "^"
NAME, NO_NAME = "1", "0"


def weights_of(text: str) -> dict[str, int]:
    """Return the weights of a file: a line for each, with the features that have it behind tabs."""
    weights: dict[str, int] = {}
    for line in text.removesuffix("\n").split("\n"):
        weight, *features = line.split("\t")
        weights.update(dict.fromkeys(features, int(weight)))
    return weights


class NameTagger:
    """Scores the words of texts: above 0 a word is rather a name than not."""

    def __init__(self, book: WordBook, weights: Weights) -> None:
        self._book, self._weights = book, weights

    def scores(self, text: str, words: Sequence[Word]) -> list[int]:
        """Return the score of each word."""
        line, found = Line(text, words, self._book), []
        before = BEGINNING
        weight = self._weights.get
        for at in range(len(words)):
            score = NEVER
            if line.worth_asking(at, behind_name=before == NAME):
                score = sum([weight(feature, 0) for feature in line.features(at, before)])
            found.append(score)
            before = NAME if score > 0 else NO_NAME
        return found
