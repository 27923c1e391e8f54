"""Which names of themes probably mean the same, and why; a person decides.

Names are not compared one with each other: those that mean the same meet under one key, so the work grows
with the number of names.  A name that differs in one word that counts is another theme, however alike the
two look: *street lights* and *traffic lights*, *more police* and *fewer police*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.notes.theme_meanings import Meaning, Piece, meanings_of
from dialogue_desk.domain.notes.theme_vocabulary import Key, ThemeVocabulary
from dialogue_desk.domain.notes.word_stems import singular

MOST_SUGGESTED = 10
_MOST_BESIDE = 30
"""With how many names of one meaning each is compared: those that are next to it in a list."""


class Why(StrEnum):
    """Why two names probably mean the same, from the smallest difference to the largest."""

    LETTERS = "letters"
    SPACING = "spacing"
    SMALL_WORDS = "small words"
    ORDER = "order"
    PLURAL = "plural"
    TYPING = "typing"
    STEM = "stem"
    SYNONYM = "synonym"
    TRANSLATION = "translation"
    PART_OF = "part of"


_SCORES = {
    Why.LETTERS: 1.0,
    Why.SPACING: 0.98,
    Why.SMALL_WORDS: 0.98,
    Why.ORDER: 0.97,
    Why.PLURAL: 0.96,
    Why.TYPING: 0.92,
    Why.STEM: 0.92,
    Why.SYNONYM: 0.88,
    Why.TRANSLATION: 0.88,
    Why.PART_OF: 0.85,
}
_RANK = {why: rank for rank, why in enumerate(Why)}
_SLIGHT = 0.25
"""What a word that adds little weighs beside one that counts."""
_FEWEST_SHARED = 3
"""How many words that count two names share of which one has one more."""
_ONE_MORE = 0.8
"""What is left of the score of such two."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another name that probably means the same.

    ``score`` is from 0 to 1.  ``words`` are those that ``why`` is about: of the name itself, and of the other
    one; "" where one has no such words.
    """

    name: str
    score: float
    why: Why
    words: tuple[str, str] = ("", "")


def theme_suggestions(
    names: Iterable[str], vocabulary: ThemeVocabulary, most: int = MOST_SUGGESTED
) -> dict[str, tuple[Suggestion, ...]]:
    """Return for each name those among the others that probably mean the same, the likeliest first."""
    in_order = sorted(dict.fromkeys(names), key=look_up_order)
    place = {name: at for at, name in enumerate(in_order)}
    meanings = meanings_of(in_order, vocabulary)
    beside = _beside(meanings)
    suggested: dict[str, tuple[Suggestion, ...]] = {}
    for one in meanings:
        others = (other for other in beside[one.name].values() if other.name != one.name)
        found = [
            it for other in others if (it := _suggestion(one, other, vocabulary.words.apart)) is not None
        ]
        suggested[one.name] = tuple(sorted(found, key=lambda it: (-it.score, place[it.name]))[:most])
    return suggested


def _beside(meanings: Sequence[Meaning]) -> dict[str, dict[str, Meaning]]:
    """Return for each name those that are worth comparing with it."""
    met: dict[object, list[Meaning]] = defaultdict(list)
    for one in meanings:
        for key in filter(None, (one.core, one.letters, one.twin)):
            met[key].append(one)
    beside: dict[str, dict[str, Meaning]] = {one.name: {} for one in meanings}
    for together in met.values():
        for at, one in enumerate(together):
            near = together[max(0, at - _MOST_BESIDE // 2) : at + _MOST_BESIDE // 2 + 1]
            beside[one.name].update((other.name, other) for other in near)
    for one in meanings:
        for shorter in _one_less(one.core):
            for other in met.get(shorter, ())[:_MOST_BESIDE]:
                beside[one.name][other.name] = other
                beside[other.name][one.name] = one
    return beside


def _one_less(core: frozenset[Key]) -> list[frozenset[Key]]:
    """Return what is left of a meaning without each of its parts, if that is still enough."""
    return [core - {key} for key in core] if len(core) > _FEWEST_SHARED else []


def _suggestion(one: Meaning, other: Meaning, apart: frozenset[frozenset[str]]) -> Suggestion | None:
    if _parted_by_accent(one, other, apart):
        return None
    if one.twin == other.twin:
        return Suggestion(other.name, _SCORES[Why.LETTERS], Why.LETTERS)
    if one.letters == other.letters and len(one.written) != len(other.written):
        return Suggestion(other.name, _SCORES[Why.SPACING], Why.SPACING)
    mine, theirs = ({piece.key: piece for piece in meaning.pieces} for meaning in (one, other))
    shared = [(piece, theirs[key]) for key, piece in mine.items() if key in theirs]
    more = [piece for key, piece in mine.items() if key not in theirs]
    fewer = [piece for key, piece in theirs.items() if key not in mine]
    if not shared or any(piece.turning for piece in (*more, *fewer)):
        return None
    reasons = [(why, pair) for pair in shared if (why := _difference(*pair)) is not None]
    told = [(why, (first.said, second.said)) for why, (first, second) in reasons]
    if more or fewer:
        told.append((Why.PART_OF, (_said(more), _said(fewer))))
    if not told:
        told.append((Why.SMALL_WORDS if _said(one.pieces) == _said(other.pieces) else Why.ORDER, ("", "")))
    why, words = max(told, key=lambda reason: _RANK[reason[0]])
    score = min(_SCORES[reason] for reason, _ in told) * _overlap(shared, (*more, *fewer))
    return Suggestion(other.name, round(score, 2), why, words)


def _parted_by_accent(one: Meaning, other: Meaning, apart: frozenset[frozenset[str]]) -> bool:
    """Whether two names are one word each, and an accent makes it another word.

    In a longer name the other words say which is meant, and people leave accents out.
    """
    if len(one.written) > 1 or len(other.written) > 1:
        return False
    pair = (*one.written, *other.written)
    return frozenset(pair) in apart or frozenset(map(singular, pair)) in apart


def _overlap(shared: Iterable[tuple[Piece, Piece]], rest: Iterable[Piece]) -> float:
    """Return how much of what two names say is in both."""
    both = sum(_SLIGHT if piece.slight else 1.0 for piece, _ in shared)
    slight = sum(_SLIGHT for piece in rest if piece.slight)
    counts = any(not piece.slight for piece in rest)
    return both / (both + slight) * (_ONE_MORE if counts else 1.0)


def _said(pieces: Iterable[Piece]) -> str:
    return " ".join(piece.said for piece in pieces)


def _difference(mine: Piece, theirs: Piece) -> Why | None:
    """Return how two names say one thing differently; None when they say it with the same words."""
    ours, others = (sorted(piece.words, key=lambda word: word.plain) for piece in (mine, theirs))
    if [word.plain for word in ours] == [word.plain for word in others]:
        return None
    if mine.mistyped or theirs.mistyped:
        return Why.TYPING
    if [singular(word.plain) for word in ours] == [singular(word.plain) for word in others]:
        return Why.PLURAL
    if mine.tongue is not theirs.tongue:
        return Why.TRANSLATION
    same_stems = sorted(word.stem for word in ours) == sorted(word.stem for word in others)
    return Why.STEM if same_stems else Why.SYNONYM
