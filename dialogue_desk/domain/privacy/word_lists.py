"""Graded lists: how common words are in English and Spanish, and how many people bear a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Grades = Mapping[str, int]
"""Words, as ``name_key`` makes them, with their grades; a word without one is not in the list."""


def grades_of(text: str) -> dict[str, int]:
    """Return the grades of a list, in which ``= 3`` stands before the words of grade 3; 1 is the rarest."""
    graded: dict[str, int] = {}
    for section in ("\n" + text).split("\n= ")[1:]:
        grade, _, words = section.partition("\n")
        graded.update(dict.fromkeys(words.split(), int(grade)))
    return graded


@dataclass(frozen=True)
class WordLists:
    """How common words and names are: words from 1 to 6, names from 1 to 4."""

    english: Grades = field(default_factory=dict)
    spanish: Grades = field(default_factory=dict)
    given: Grades = field(default_factory=dict)
    surnames: Grades = field(default_factory=dict)
    capitals: Grades = field(default_factory=dict)

    def word_grade(self, word: str) -> int:
        """Return how common ``word`` is in the language that knows it best; 0 when none does."""
        return max(self.english.get(word, 0), self.spanish.get(word, 0))
