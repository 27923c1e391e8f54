"""Trains the name tagger on made fragments and labelled lines, repeatably to the byte.

Only sums, products and quotients are used, which every machine computes alike; the sigmoid is made of
them too.
A third of the names is hidden from the lists while training, so that the tagger learns to do without them.
"""

from __future__ import annotations

import math
import random
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.name_features import Line
from dialogue_desk.domain.privacy.name_tagger import BEGINNING, NAME, NO_NAME
from dialogue_desk.domain.privacy.tokens import Word, tokenize
from dialogue_desk.domain.privacy.word_facts import WordBook
from tools.privacy.fragments import Fragment

_HIDDEN_OF_TEN = 2
_ROUNDS = 4
_RATE = 0.4
_SMALLEST = 6
_SQUARINGS = 8


def without_hidden(lists: NameLists) -> NameLists:
    """Return the lists with a part of the names taken out, always the same ones."""
    grades = lists.grades
    seen = replace(grades, given=_shown(grades.given), surnames=_shown(grades.surnames))
    return replace(lists, grades=seen)


def _shown(names: Mapping[str, int]) -> dict[str, int]:
    return {name: grade for name, grade in names.items() if zlib.crc32(name.encode()) % 10 >= _HIDDEN_OF_TEN}


@dataclass(frozen=True)
class _Example:
    line: Line
    asked: tuple[tuple[int, bool], ...]


def trained(fragments: Sequence[Fragment], lists: NameLists, seed: int = 1) -> dict[str, int]:
    """Return the weights that tell the names in ``fragments`` from the other words, in hundredths."""
    book = WordBook(lists)
    examples = [_example(fragment, book) for fragment in fragments]
    weights: defaultdict[str, float] = defaultdict(float)
    slopes: defaultdict[str, float] = defaultdict(lambda: 1.0)
    order = random.Random(seed)
    for _ in range(_ROUNDS):
        order.shuffle(examples)
        for example in examples:
            _learn(example, weights, slopes)
    rounded = {feature: round(weight * 100) for feature, weight in weights.items()}
    return {feature: weight for feature, weight in rounded.items() if abs(weight) >= _SMALLEST}


def _example(fragment: Fragment, book: WordBook) -> _Example:
    words = tokenize(fragment.text)
    line = Line(fragment.text, words, book)
    asked = tuple(
        (at, _is_name(word, fragment.names)) for at, word in enumerate(words) if line.worth_asking(at)
    )
    return _Example(line, asked)


def _is_name(word: Word, names: Iterable[tuple[int, int]]) -> bool:
    return any(word.start < end and start < word.end for start, end in names)


def _learn(example: _Example, weights: defaultdict[str, float], slopes: defaultdict[str, float]) -> None:
    before, last = BEGINNING, -1
    for at, is_name in example.asked:
        if at != last + 1 and at:
            before = NO_NAME
        features = example.line.features(at, before)
        score = sum(weights[feature] for feature in features)
        miss = (1.0 if is_name else 0.0) - _sigmoid(score)
        if abs(miss) > 0.02:
            for feature in features:
                slopes[feature] += miss * miss
                weights[feature] += _RATE * miss / math.sqrt(slopes[feature])
        before, last = (NAME if score > 0 else NO_NAME), at


def _sigmoid(score: float) -> float:
    """Return 1 / (1 + exp(-score)), by squaring, which is the same everywhere."""
    power: float = 1.0 - max(-30.0, min(30.0, score)) / 2**_SQUARINGS
    for _ in range(_SQUARINGS):
        power *= power
    return 1.0 / (1.0 + power)


def written(weights: Mapping[str, int]) -> Iterator[str]:
    """Yield the lines of a weights file."""
    features: defaultdict[int, list[str]] = defaultdict(list)
    for feature in sorted(weights):
        features[weights[feature]].append(feature)
    for weight in sorted(features):
        yield "\t".join((str(weight), *features[weight]))
