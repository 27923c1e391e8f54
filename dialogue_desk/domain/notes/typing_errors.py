"""Which word somebody meant who typed one that does not exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dialogue_desk.domain.notes.word_stems import spoken

_FEWEST = 4
"""The fewest letters of a word in which an error shows: shorter ones are too much alike."""
_FEWEST_FOR_ONE, _FEWEST_FOR_TWO = 5, 8
"""From how many letters on one may be wrong, and two.

In a shorter word one of its last may be wrong, one left out, or two in each other's place.
"""


class KnownSpellings:
    """Finds, among words that exist, the one that a mistyped word is nearest to."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_piece: dict[str, list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word in words:
            self._by_sound[spoken(word)].append(word)
            for piece in _pieces(word):
                self._by_piece[piece].append(word)

    def nearest(self, word: str) -> str | None:
        """Return the word that was meant; None when none is near enough, or the word is too short."""
        if len(word) < _FEWEST:
            return None
        if same := [other for other in self._by_sound.get(spoken(word), ()) if other != word]:
            return min(same)
        near = {other for piece in _pieces(word) for other in self._by_piece.get(piece, ())} - {word}
        graded = ((typing_distance(word, other), other) for other in near if _begin_alike(word, other))
        fit = [(far, other) for far, other in graded if far <= _allowed(word, other)]
        return min(fit)[1] if fit else None


def typing_distance(one: str, other: str) -> int:
    """Return how many letters were left out, added, mistaken or put in each other's place."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            far = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                far = min(far, last[j - 2] + 1)
            row.append(far)
    return row[-1]


def _allowed(one: str, other: str) -> int:
    short = min(len(one), len(other))
    if short >= _FEWEST_FOR_TWO:
        return 2
    if short >= _FEWEST_FOR_ONE or one[:3] == other[:3] or len(one) < len(other):
        return 1
    return 1 if sorted(one) == sorted(other) else 0


def _begin_alike(typed: str, other: str) -> bool:
    """Whether both begin with one letter, or the first was left out of a word that is long enough."""
    return typed[0] == other[0] or (len(typed) >= _FEWEST_FOR_ONE and other[1:] == typed)


def _pieces(word: str) -> set[str]:
    """Return a word, and what is left of it without each of its letters."""
    return {word} | {word[:at] + word[at + 1 :] for at in range(len(word))}
