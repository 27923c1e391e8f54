"""A text as words, each with its place and what is before it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dialogue_desk.domain.model.text import folded

_JOINED = "\u00ad\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u0963\u200b-\u200f\u2060\ufeff"
"""Signs on or between the letters of one word: separate accents, vowel signs, invisible signs."""
_WORD = re.compile(rf"[^\W\d_]+(?:(?:[{_JOINED}]+|['’\-])[^\W\d_]+|[{_JOINED}]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BREAKS = frozenset('.!?…:\n¿¡"“”«([—–•;')
_OWN = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Word:
    """One word.  ``folded`` is its ``name_key``; ``gap`` is the text between it and the word before."""

    start: int
    end: int
    text: str
    folded: str
    gap: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper() or self.text[0].istitle()

    @property
    def shouted(self) -> bool:
        """Whether it is all capitals, as NAACP is."""
        return len(self.text) > 1 and self.text.isupper()

    @property
    def camel(self) -> bool:
        """Whether it has a capital inside, as DeShawn and McCoy have."""
        name = self.text.replace("’", "'").partition("'")[0].partition("-")[0]
        return self.capital and len(name) > 4 and name[1].islower() and not name[1:].islower()

    @property
    def possessive(self) -> bool:
        """Whether it is possessive: Maria's."""
        return self.text.endswith(_OWN)

    @property
    def starts_sentence(self) -> bool:
        """Whether it begins a sentence or a quotation."""
        return self.start <= len(self.gap) or not _BREAKS.isdisjoint(self.gap)


def tokenize(text: str) -> list[Word]:
    """Return the words of ``text``."""
    found = []
    last = 0
    for match in _WORD.finditer(text):
        word = match.group()
        found.append(Word(match.start(), match.end(), word, name_key(word), text[last : match.start()][-40:]))
        last = match.end()
    return found


@lru_cache(maxsize=8)
def words_in(text: str) -> frozenset[str]:
    """Return the words of ``text`` without capitals, by which patterns know whether to try."""
    return frozenset(_LETTERS.findall(text.casefold()))


def name_key(word: str) -> str:
    """Return ``word`` as the lists know it: its first 40 letters, no capitals, no accents, no possessive."""
    return _name_key(word.removesuffix("'s").removesuffix("’s")[:40])


@lru_cache(maxsize=20_000)
def _name_key(word: str) -> str:
    if word.isascii():
        return word.casefold()
    # Unlike in search, all marks go, also those that a letter needs: people type names without them.
    letters = (sign for sign in folded(_UNSEEN.sub("", word)) if unicodedata.category(sign) != "Mn")
    return "".join(letters)
