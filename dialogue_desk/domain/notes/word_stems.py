"""The words of a name, and what the forms of a word have in common, in English and Spanish."""

from __future__ import annotations

import re
from enum import StrEnum

from snowballstemmer import stemmer

from dialogue_desk.domain.model.text import plain_letters

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[&+/,;]")
_PREFIX = re.compile(r"\b(anti|bi|co|de|inter|mid|multi|non|post|pre|re|un)[-‐‑](?=[^\W_])")
"""What begins a word that some people write with a hyphen; a hyphen elsewhere stands between two words."""
_POSSESSIVE = re.compile(r"['’]s?$")


class Tongue(StrEnum):
    """The languages whose forms of words are known."""

    ENGLISH = "en"
    SPANISH = "es"


def words_of(name: str) -> list[str]:
    """Return the words of a name as they are written, and the signs that part them, without capitals."""
    return [_POSSESSIVE.sub("", word) for word in _WORD.findall(_PREFIX.sub(r"\1", name.casefold()))]


_COGNATES = {
    "cion": "tion",
    "sion": "sion",
    "idad": "ity",
    "ismo": "ism",
    "encia": "ence",
    "ancia": "ance",
    "tad": "ty",
    "ia": "y",
}
"""How endings of Spanish nouns are written in English."""

_SOUNDS_BEFORE_E_I = re.compile("[cg](?=[ei])")
_SOUNDS = str.maketrans({"v": "b", "z": "s", "c": "k", "h": None})
_NO_PLURAL = ("ss", "us", "is")
_PLURAL_ES = ("ches", "shes", "sses", "xes", "yes")


def english_forms(word: str) -> list[str]:
    """Return how a Spanish word would be written in English if it is one of those that both have."""
    return [*singulars(word)[1:]] + [
        one.removesuffix(spanish) + english
        for one in singulars(word)
        for spanish, english in _COGNATES.items()
        if one.endswith(spanish)
    ]


def singular(word: str) -> str:
    """Return a word without what makes a plural in English; other forms stay as they are."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    whole = word.endswith(_PLURAL_ES) or (word.endswith("uses") and word[-5] not in "ao")
    return word[:-2] if whole else word[:-1]


def singulars(word: str) -> tuple[str, ...]:
    """Return a word, and what it may be the plural of in English or Spanish, the likeliest first."""
    found = [word, singular(word)]
    if len(word) > 4 and word.endswith("es"):
        found += [word[:-2], f"{word[:-3]}z"] if word.endswith("ces") else [word[:-2]]
    return tuple(dict.fromkeys(found))


def spoken(word: str) -> str:
    """Return a word as Spanish says it: people write *b* for *v*, *s* for *z* and *c*, and leave out *h*."""
    return _SOUNDS_BEFORE_E_I.sub(_sound, word).translate(_SOUNDS).replace("ll", "y").replace("qu", "k")


def _sound(found: re.Match[str]) -> str:
    return {"c": "s", "g": "j"}[found[0]]


class WordStems:
    """Tells the stem of a word; one is for one thread, because a stemmer keeps the word it works on."""

    def __init__(self) -> None:
        self._stemmers = {
            Tongue.ENGLISH: stemmer("english"),
            Tongue.SPANISH: stemmer("spanish"),
        }
        self._known: dict[tuple[str, Tongue], str] = {}

    def stem(self, word: str, tongue: Tongue) -> str:
        """Return the stem of a word that has plain letters."""
        stem = self._known.get((word, tongue))
        if stem is None:
            # Without its accent the stemmer does not know the ending.
            whole = re.sub("cion$", "ción", word) if tongue is Tongue.SPANISH else word
            stem = plain_letters(self._stemmers[tongue].stemWord(whole))
            self._known[word, tongue] = stem
        return stem
