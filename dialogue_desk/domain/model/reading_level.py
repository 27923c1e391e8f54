"""How many years of school it takes to follow a text by ear, by formulas that are well known.

Neither says whether a text is good; a long sentence of long words is hard to follow, and that they find.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

FEWEST_WORDS = 30
"""Of fewer words a formula says nothing."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:;]+[\s”\"')]*|$")
_VOWELS = re.compile("[aeiouyáéíóúüàèìòùâêîôû]+")
_STRONG = re.compile("[aeoáéóíú]")
_SILENT_E = re.compile("(?<![aeiouyl])e$|es$|ed$")


@lru_cache(maxsize=512)
def grade(text: str, language: str) -> int | None:
    """Return the school grade of a text, or None when it is too short or in a language without a formula.

    English: Flesch and Kincaid.  Spanish: Fernández Huerta, whose scale of 0 to 100 is told in grades.
    It is kept: an editor asks for the parts of a session again with each key.
    """
    words = _WORD.findall(text.casefold())
    if len(words) < FEWEST_WORDS:
        return None
    sentences = max(1, sum(bool(_WORD.search(piece)) for piece in _SENTENCE_END.split(text)))
    long = len(words) / sentences
    match language.partition("-")[0]:
        case "en":
            return round(0.39 * long + 11.8 * _syllables(words, _english) - 15.59)
        case "es":
            ease = 206.84 - 60 * _syllables(words, _spanish) - 1.02 * long
            # 80 to 90 is the fifth grade, 70 to 80 the sixth, 60 to 70 the seventh and the eighth.
            return round(13.5 - ease / 10)
        case _:
            return None


def _syllables(words: list[str], count: Callable[[str], int]) -> float:
    return sum(map(count, words)) / len(words)


def _english(word: str) -> int:
    return max(1, len(_VOWELS.findall(_SILENT_E.sub("", word))))


def _spanish(word: str) -> int:
    """Count one syllable for each strong or accented vowel, and one for a run of weak ones alone."""
    return max(1, sum(max(1, len(_STRONG.findall(run))) for run in _VOWELS.findall(word)))
