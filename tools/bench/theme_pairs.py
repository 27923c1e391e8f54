"""``python -m tools.bench.theme_pairs``: how well names that mean the same are told from others.

Pairs that people labelled are asked of the app and, in the same run, of ``token_set_ratio`` of rapidfuzz,
which is given the threshold that serves it best.  What is only related may be suggested or not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.desk.program.theme_word_lists import theme_words
from dialogue_desk.domain.notes.theme_suggestions import theme_suggestions
from dialogue_desk.domain.notes.theme_vocabulary import ThemeVocabulary
from dialogue_desk.domain.notes.word_stems import words_of

PAIRS = Path(__file__).parents[2] / "tests" / "domain" / "notes" / "theme_pairs"
LABELS = ("same", "related", "different")
_LOWEST = 50
"""The lowest threshold that is tried: below it nearly everything is alike."""

Suggests: TypeAlias = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and what a person said of them."""

    one: str
    other: str
    label: str

    @property
    def hard(self) -> bool:
        """Whether looks deceive: the same without a common word, or not the same with one."""
        alike = not set(words_of(self.one)).isdisjoint(words_of(self.other))
        return alike is not (self.label == "same")


@dataclass(frozen=True, slots=True)
class Score:
    """Which part of what was suggested is right, and which part of what is right was suggested."""

    precision: float
    recall: float

    @property
    def both(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def pairs_of(kind: str) -> list[Pair]:
    """Return the pairs of the files ``own-…``, ``blind-…`` or ``later-…``."""
    files = sorted(PAIRS.glob(f"{kind}-*.tsv"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [Pair(*line.split("\t")) for line in lines]


def score(suggests: Suggests, pairs: Iterable[Pair]) -> Score:
    """Return how well ``suggests`` does on pairs."""
    said = [(suggests(pair.one, pair.other), pair.label) for pair in pairs if pair.label != "related"]
    right = said.count((True, "same"))
    suggested, same = sum(yes for yes, _ in said), sum(label == "same" for _, label in said)
    return Score(right / max(suggested, 1), right / max(same, 1))


def ours() -> Suggests:
    """Return what the app suggests."""
    vocabulary = ThemeVocabulary(theme_words())

    def suggests(one: str, other: str) -> bool:
        return any(found.name == other for found in theme_suggestions((one, other), vocabulary)[one])

    return suggests


def best_of_rapidfuzz(pairs: Sequence[Pair]) -> Score:
    """Return the score of ``token_set_ratio`` with the threshold that is best on these very pairs."""
    from rapidfuzz import fuzz, utils  # noqa: PLC0415  # only for this comparison

    def with_threshold(least: int) -> Suggests:
        return lambda one, other: fuzz.token_set_ratio(one, other, processor=utils.default_process) >= least

    scores = (score(with_threshold(least), pairs) for least in range(_LOWEST, 101))
    return max(scores, key=lambda found: found.both)


def main() -> int:
    """Print a table."""
    suggests = ours()
    sys.stdout.write(f"{'':24} {'pairs':>5}   {'ours':>20}   {'token_set_ratio':>20}\n")
    for kind in ("own", "blind", "later"):
        for half, pairs in (
            ("all", pairs_of(kind)),
            ("hard", [pair for pair in pairs_of(kind) if pair.hard]),
        ):
            figures = (score(suggests, pairs), best_of_rapidfuzz(pairs))
            told = "   ".join(f"P {one.precision:.2f} R {one.recall:.2f} F {one.both:.2f}" for one in figures)
            sys.stdout.write(f"{kind + ', ' + half:24} {len(pairs):5}   {told}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
