"""The words by which names of themes are compared: groups of synonyms, and how much single words say."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Self

from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.domain.notes.theme_synonyms import Synonyms

Grade = Callable[[str], int]
"""How common a word with plain letters is in a language; 0 when it is no word of it."""


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """What names of themes are compared by.

    ``silent`` words say nothing, ``between`` parts one thing from the next, but not behind words that are
    ``joining`` two.  ``slight`` words add little, and ``turning`` words say the opposite of a name without
    them.  ``apart`` are pairs of words that only their accents tell apart.  ``english`` and ``spanish`` say
    which words exist.
    """

    synonyms: tuple[Synonyms, ...]
    silent: frozenset[str]
    between: frozenset[str]
    joining: frozenset[str]
    slight: frozenset[str]
    turning: frozenset[str]
    apart: frozenset[frozenset[str]]
    english: Grade
    spanish: Grade

    @classmethod
    def of(cls, weights: str, synonyms: Iterable[Synonyms], english: Grade, spanish: Grade) -> Self:
        """Return the words of a TOML text that says how much they weigh."""
        said = tomllib.loads(weights)
        silent, between, joining, slight, turning = (
            frozenset(plain_letters(said[name]).split())
            for name in ("silent", "between", "joining", "slight", "turning")
        )
        apart = frozenset(frozenset(pair.split()) for pair in said["apart"])
        return cls(tuple(synonyms), silent, between, joining, slight, turning, apart, english, spanish)

    def with_synonyms(self, groups: Iterable[Synonyms]) -> Self:
        """Return the same with groups of a program's own, which come before those that are there."""
        return replace(self, synonyms=(*groups, *self.synonyms))
