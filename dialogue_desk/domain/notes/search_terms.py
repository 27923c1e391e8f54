"""How notes are found by their words, in any case, with or without accents, in any script.

A text becomes a row of words.  Case, accents, vowel points and invisible marks do not count; full-width
and ligature forms are read as the letters they stand for.  In scripts that put no spaces between words
each letter is a word of its own, and so is each emoji, so that any piece of such a text can be found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dialogue_desk.domain.model.text import ACCENTS, folded

MOST_LETTERS, MOST_WORDS = 400, 24
"""The most letters and words of a query that are read: a pasted page finds what its first lines find."""

_LOOKED_AT = 20_000
"""The most letters of a text that are read to make an excerpt, because a person is typing meanwhile."""
_EVEN = 10
"""The words added to each text's length when it is weighed; without them the shortest would always win."""
_SPACED = 20
"""The letters shown before the first word found, in a text too long to be shown whole."""

_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x109F),  # Tibetan, Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # Chinese and Japanese from here on
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3040, 0x31FF),
    (0x3400, 0x9FFF),
    (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


class _Letters(dict[int, str]):
    """What each letter becomes in a row of words, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = made = _made(code)
        return made


def _made(code: int) -> str:
    letter = chr(code)
    category = unicodedata.category(letter)
    if category == "Cf" or unicodedata.combining(letter) >= ACCENTS or 0xFE00 <= code <= 0xFE0F:
        return ""
    if 0x1F3FB <= code <= 0x1F3FF:
        return ""  # the skin of an emoji
    if category == "So" or any(first <= code <= last for first, last in _UNSPACED):
        return f" {letter} " if category[0] in "LMNS" else " "
    return letter if category[0] in "LMN" or category == "Co" else " "


_LETTERS = _Letters()


@cache
def _alone(letter: str) -> str:
    """Return what one letter by itself adds to a row of words."""
    return folded(letter).translate(_LETTERS)


def search_words(text: str) -> list[str]:
    """Return the words of a text in the form in which they are compared."""
    return folded(text).translate(_LETTERS).split()


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a person looks for: ``phrases`` of adjacent words, all of which must be in the text.

    ``unfinished``: the last word is still being typed, so it may be the beginning of a longer one.
    """

    phrases: tuple[tuple[str, ...], ...]
    unfinished: bool = True

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def found_in(self, words: Sequence[str]) -> list[range]:
        """Return where each phrase is in a row of words; [] when one of them is missing."""
        found: list[range] = []
        for number, phrase in enumerate(self.phrases, start=1):
            may_go_on = self.unfinished and number == len(self.phrases)
            places = [at for at in range(len(words)) if _phrase_at(phrase, words, at, may_go_on=may_go_on)]
            if not places:
                return []
            found += [range(at, at + len(phrase)) for at in places]
        return found

    def weight(self, row: str) -> float:
        """Return what part of a row of words the query asks for; a word that goes on counts half."""
        words = row[:_LOOKED_AT].split()
        found = self.found_in(words)
        whole = [tuple(words[at] for at in span) in self.phrases for span in found]
        return sum(1.0 if one else 0.5 for one in whole) / (len(words) + _EVEN)


def parse_query(text: str) -> SearchQuery:
    """Return the query that ``text`` is.  It has no operators: all of it is words."""
    text = text[:MOST_LETTERS]
    phrases: list[tuple[str, ...]] = []
    left = MOST_WORDS
    for piece in text.split():
        words = tuple(search_words(piece)[:left])
        left -= len(words)
        if words:
            phrases.append(words)
    # A single letter begins too many words; in some scripts it is a word.
    unfinished = bool(phrases) and not text[-1].isspace() and len(phrases[-1][-1]) > 1
    return SearchQuery(tuple(phrases), unfinished)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text, or the part of it with the words found; ``marks`` are the places of those words."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def excerpt(text: str, query: SearchQuery, most: int = 240) -> Excerpt:
    """Return what to show of ``text``: all of it, or ``most`` letters around the first word found."""
    words = _placed(text[:_LOOKED_AT])
    spans = query.found_in([word for word, _, _ in words])
    marks = sorted({words[number][1:] for span in spans for number in span})
    if len(text) <= most:
        return Excerpt(text, tuple(marks))
    first = marks[0][0] if marks else 0
    begin = _word_begins(text, first - _SPACED) if first > most - _SPACED else 0
    end = _word_begins(text, begin + most)
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    moved = len(before) - begin
    kept = tuple((start + moved, stop + moved) for start, stop in marks if begin <= start and stop <= end)
    return Excerpt(before + text[begin:end].rstrip() + after, kept)


def _phrase_at(phrase: tuple[str, ...], words: Sequence[str], at: int, *, may_go_on: bool) -> bool:
    if not may_go_on:
        return tuple(words[at : at + len(phrase)]) == phrase
    *whole, last = phrase
    end = at + len(whole)
    return list(words[at:end]) == whole and end < len(words) and words[end].startswith(last)


def _placed(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text, each with its place: its first letter and the one behind its last."""
    found: list[tuple[str, int, int]] = []
    open_word, begun = "", 0
    for at, letter in enumerate(text):
        for piece in _alone(letter):
            if piece == " ":
                if open_word:
                    found.append((open_word, begun, at + 1 if begun == at else at))
                open_word = ""
            else:
                begun = begun if open_word else at
                open_word += piece
    if open_word:
        found.append((open_word, begun, len(text)))
    return found


def _word_begins(text: str, at: int) -> int:
    """Return where a word near ``at`` begins; in a text without spaces, ``at`` itself."""
    at = max(0, min(at, len(text)))
    space = max(text.rfind(mark, max(0, at - _SPACED), at) for mark in " \n\t")
    return space + 1 if space >= 0 and at < len(text) else at
