"""The lists of words that the search for names goes by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from dialogue_desk.domain.privacy.tokens import name_key


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list: parted by spaces, lines that begin with ``#`` left out."""
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(name_key(word) for line in lines for word in line.split())


@dataclass(frozen=True)
class NameLists:
    """What is known of names, all of it folded.

    ``given`` and ``surnames`` are names that many bear.  ``also_words`` are names that are words too (Rose,
    Will, Cruz): they need more than a capital.  ``usual`` are words written with a capital that point at
    nobody.  ``small_words`` are names that are other words when they are written small (sean, linda).
    """

    given: frozenset[str]
    surnames: frozenset[str]
    also_words: frozenset[str]
    usual: frozenset[str]
    small_words: frozenset[str] = frozenset()

    def with_usual(self, texts: Iterable[str]) -> NameLists:
        """Return these lists, in which the words of ``texts`` point at nobody: the place of a circle."""
        more = frozenset(name_key(word) for text in texts for word in text.split())
        return replace(self, usual=self.usual | (more - self.plain_given))

    @cached_property
    def plain_given(self) -> frozenset[str]:
        """Given names that are nothing else."""
        return self.given - self.also_words

    @cached_property
    def small_given(self) -> frozenset[str]:
        """Given names that are nothing else, in small letters too."""
        return self.plain_given - self.small_words

    @cached_property
    def plain_surnames(self) -> frozenset[str]:
        """Surnames that are nothing else."""
        return self.surnames - self.also_words

    def is_name(self, word: str) -> bool:
        """Whether a folded word is a given name or a surname, and nothing else."""
        return word in self.plain_given or word in self.plain_surnames

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that is known."""
        return self.given | self.surnames | self.also_words
