"""Proposals that may mean the same, and the words that say so; a person decides.

A word counts by its meaning, also across English and Spanish, and the more the fewer proposals have it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeAlias

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.order import by_lot
from dialogue_desk.domain.model.organizing import Likeness
from dialogue_desk.domain.notes.theme_meanings import Piece, meanings_of
from dialogue_desk.domain.notes.theme_vocabulary import Key, ThemeVocabulary
from dialogue_desk.domain.overview.proposals import Proposal

Pieces: TypeAlias = Mapping[Key, Piece]
"""What a text says, by its meaning."""

MOST_OFFERED = 10
_LEAST_ALIKE = 0.5
"""How much of what two proposals say has to be in both, from 0 to 1."""
_FEWEST_SHARED = 2
_MOST_WITH_A_WORD = 60
"""A word that so many proposals have brings no two of them together."""
_SLIGHT = 0.25


@dataclass(frozen=True, slots=True)
class LikeProposals:
    """Two proposals that may mean the same.

    ``score`` is how much of what they say is in both, from 0 to 1.  ``shared`` are the words that mean the
    same, of the one and of the other, those that few proposals have first.
    """

    one: Proposal
    other: Proposal
    score: float
    shared: tuple[tuple[str, str], ...]

    def among(self, home: Mapping[RecordId, Proposal]) -> LikeProposals:
        """Return the same two as they are now, by an idea of each."""
        return replace(self, one=home[self.one.id], other=home[self.other.id])


def like_proposals(
    proposals: Sequence[Proposal],
    likenesses: Iterable[Likeness],
    vocabulary: ThemeVocabulary,
    most: int = MOST_OFFERED,
) -> tuple[LikeProposals, ...]:
    """Return the pairs that most probably mean the same, without those on which a person gave an answer."""
    answered = {frozenset((it.one, it.other)) for it in likenesses}
    texts = [one.sources[0].idea.what for one in proposals]
    meanings = {one.name: one for one in meanings_of(texts, vocabulary)}
    said = [{piece.key: piece for piece in meanings[text].pieces} for text in texts]
    rarity = _rarity(said)
    found = []
    for mine, theirs in _worth_comparing(said):
        one, other = proposals[mine], proposals[theirs]
        score, shared = _compared(said[mine], said[theirs], rarity)
        if score >= _LEAST_ALIKE and len(shared) >= _FEWEST_SHARED and not _is_answered(one, other, answered):
            found.append(LikeProposals(one, other, round(score, 2), shared))
    found.sort(key=lambda like: (-like.score, -like.one.circles - like.other.circles, by_lot(like.one.id)))
    return tuple(found[:most])


def _rarity(said: Sequence[Pieces]) -> dict[Key, float]:
    """Return how much each meaning counts: the more, the fewer proposals have it."""
    used = Counter(key for pieces in said for key in pieces)
    return {key: math.log(1 + len(said) / count) for key, count in used.items()}


def _worth_comparing(said: Sequence[Pieces]) -> set[tuple[int, int]]:
    """Return the places of those that share words, of which one at least is none that many have."""
    have: dict[Key, list[int]] = defaultdict(list)
    for place, pieces in enumerate(said):
        for key, piece in pieces.items():
            if not piece.slight:
                have[key].append(place)
    few = (places for places in have.values() if len(places) <= _MOST_WITH_A_WORD)
    return {pair for places in few for pair in combinations(places, 2)}


def _compared(
    mine: Pieces, theirs: Pieces, rarity: Mapping[Key, float]
) -> tuple[float, tuple[tuple[str, str], ...]]:
    """Return how much of what two say is in both, and the words that are; 0 where one turns the other."""

    def weight(pieces: Pieces, keys: Iterable[Key]) -> float:
        return sum(rarity[key] * (_SLIGHT if pieces[key].slight else 1) for key in keys)

    shared = mine.keys() & theirs.keys()
    if any(piece.turning for both in (mine, theirs) for key, piece in both.items() if key not in shared):
        return 0.0, ()
    both = weight(mine, shared)
    rest = weight(mine, mine.keys() - shared) + weight(theirs, theirs.keys() - shared)
    words = sorted((key for key in shared if not mine[key].slight), key=lambda key: (-rarity[key], key))
    return both / (both + rest) if both else 0.0, tuple((mine[key].said, theirs[key].said) for key in words)


def _is_answered(one: Proposal, other: Proposal, answered: Collection[frozenset[RecordId]]) -> bool:
    """Whether a person said how an idea of the one stands to an idea of the other."""
    return any(frozenset((mine, theirs)) in answered for mine in one.ids for theirs in other.ids)
