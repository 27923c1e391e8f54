"""The lists of words that the search for names uses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from dialogue_desk.domain.privacy.tokens import name_key


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list, which spaces separate; lines that begin with ``#`` are left out."""
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(name_key(word) for line in lines for word in line.split())


@dataclass(frozen=True)
class Cues:
    """Words that say what the word beside them is, as ``name_key`` makes them.

    ``resources/privacy/cues.toml`` holds them, and says of each list what its words tell.
    """

    titles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    fore_places: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()
    whose: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    naming_pairs: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    spoke: frozenset[str] = frozenset()
    saying_before: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> Cues:
        """Return the cues of lists in TOML, in which spaces separate words, and commas groups of words.

        Raises:
            TypeError: when a list is none of those above.
        """
        return cls(**{name: _groups(words) for name, words in tomllib.loads(text).items()})


def _groups(text: str) -> frozenset[str]:
    if "," not in text:
        return word_set(text)
    return frozenset(" ".join(group.split()) for group in text.split(","))


NO_CUES = Cues()


@dataclass(frozen=True)
class NameLists:
    """The known names, as ``name_key`` makes them.

    ``given`` and ``surnames`` are names that many people have.  ``also_words`` are names that are words too
    (Rose, Will, Cruz): they need more than a capital.  ``usual`` are words with a capital that point to
    nobody.  ``small_words`` are names that are words when written in small letters (sean, linda).
    """

    given: frozenset[str]
    surnames: frozenset[str]
    also_words: frozenset[str]
    usual: frozenset[str]
    small_words: frozenset[str] = frozenset()
    cues: Cues = field(default=NO_CUES, kw_only=True)

    def with_usual(self, texts: Iterable[str]) -> NameLists:
        """Return these lists with the words of ``texts``, such as the place of a circle, as usual ones."""
        more = frozenset(name_key(word) for text in texts for word in text.split())
        return replace(self, usual=self.usual | (more - self.plain_given))

    @cached_property
    def plain_given(self) -> frozenset[str]:
        """Given names that are not words too."""
        return self.given - self.also_words

    @cached_property
    def small_given(self) -> frozenset[str]:
        """Given names that are not words too, even in small letters."""
        return self.plain_given - self.small_words

    @cached_property
    def plain_surnames(self) -> frozenset[str]:
        """Surnames that are not words too."""
        return self.surnames - self.also_words

    def is_name(self, word: str) -> bool:
        """Whether ``word``, a ``name_key``, is a given name or a surname that is not a word too."""
        return word in self.plain_given or word in self.plain_surnames

    @cached_property
    def names(self) -> frozenset[str]:
        """Every known name."""
        return self.given | self.surnames | self.also_words
