"""The lists of words that the search for names uses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dialogue_desk.domain.privacy.tokens import name_key
from dialogue_desk.domain.privacy.word_lists import WordLists


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
    saying: frozenset[str] = frozenset()
    spoke: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    nicknaming: frozenset[str] = frozenset()
    dotted: frozenset[str] = frozenset()
    lettered: frozenset[str] = frozenset()
    dotted_letters: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> Cues:
        """Return the cues of lists in TOML, in which spaces separate words.

        Raises:
            TypeError: when a list is none of those above.
        """
        return cls(**{name: word_set(words) for name, words in tomllib.loads(text).items()})


NO_CUES = Cues()


@dataclass(frozen=True)
class NameLists:
    """The known names and words, as ``name_key`` makes them.

    ``given`` and ``surnames`` are our own lists; ``grades`` are long ones, and hold ours too.  ``usual``
    are words with a
    capital that point to nobody, ``chat`` short forms that people type in a hurry.
    """

    given: frozenset[str]
    surnames: frozenset[str] = frozenset()
    usual: frozenset[str] = frozenset()
    cues: Cues = field(default=NO_CUES, kw_only=True)
    grades: WordLists = field(default=WordLists(), kw_only=True)
    chat: frozenset[str] = field(default=frozenset(), kw_only=True)

    def with_usual(self, texts: Iterable[str]) -> NameLists:
        """Return these lists with the words of ``texts``, such as the place of a circle, as usual ones."""
        more = frozenset(name_key(word) for text in texts for word in text.split())
        return replace(self, usual=self.usual | (more - self.given))
