"""What a circle remembers of its privacy checks: confirmed names, and finds that were harmless.

A mark is a digest of a word, salted with the circle's id, so no word is kept.  The marks stand among the
decisions of the
session in which they were made, and count in every session of the circle.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from dialogue_desk.domain.model.closing import PrivacyAnswer, PrivacyDecision
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.privacy.finds import Find, FindKind, without_overlaps
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.tokens import Word, tokenize

WORDS_PREFIX = "words-"
"""How the marks begin that belong to words, and not to a position."""

NAME_KINDS = frozenset((FindKind.TITLED_NAME, FindKind.INITIALS, FindKind.NAME, FindKind.MAYBE_NAME))
_HARMLESS_KINDS = frozenset((FindKind.MAYBE_NAME, FindKind.ROLE))
"""What is asked about once in a circle: whether a word is a name, whether a role has one holder.

Whether a name may stay depends on what is said of whom, so that is asked in each line.
"""
_EVERYDAY = 5
_LEAST_LETTERS = 2


class CircleMemory:
    """Tells what the decisions of all sessions of one circle say of a word."""

    def __init__(self, circle: RecordId, decisions: Iterable[PrivacyDecision], lists: NameLists) -> None:
        self._circle, self._lists = circle, lists
        self._answers = {one.mark: one.answer for one in decisions if one.mark.startswith(WORDS_PREFIX)}
        self._known: dict[str, bool] = {}

    def with_names(self, text: str, finds: Sequence[Find]) -> tuple[Find, ...]:
        """Return the finds of ``text`` with every word in it that a person confirmed as a name."""
        if not self._answers:
            return tuple(finds)
        return without_overlaps((*finds, *self._names(text, finds)))

    def is_harmless(self, kind: FindKind, words: str) -> bool:
        """Whether a find like this one was kept before, and none of its words is a confirmed name."""
        if (
            kind not in _HARMLESS_KINDS
            or self._answers.get(self._mark(kind, words)) is not PrivacyAnswer.KEEP
        ):
            return False
        return not any(self._is_name(word.folded) for word in tokenize(words))

    def kept(self, kind: FindKind, words: str) -> Iterator[PrivacyDecision]:
        """Yield what to remember of a find that was kept."""
        if kind in _HARMLESS_KINDS:
            yield PrivacyDecision(self._mark(kind, words), PrivacyAnswer.KEEP)

    def confirmed(self, kind: FindKind, words: str) -> Iterator[PrivacyDecision]:
        """Yield what to remember of a find that was replaced or blanked: the names in it."""
        if kind in NAME_KINDS:
            for word in self._naming_words(words):
                yield PrivacyDecision(self._mark(FindKind.NAME, word), PrivacyAnswer.BLANK)

    def _names(self, text: str, finds: Sequence[Find]) -> Iterator[Find]:
        for word in tokenize(text):
            if any(one.start < word.end and word.start < one.end for one in finds):
                continue
            grade = self._lists.grades.word_grade(word.folded)
            if (grade < _EVERYDAY or word.capital) and self._is_name(word.folded):
                end = word.end - 2 * word.possessive
                yield Find(word.start, end, FindKind.MAYBE_NAME if grade else FindKind.NAME)

    def _naming_words(self, words: str) -> list[str]:
        """Return the words of a found name that name somebody: no titles, particles and initials."""
        found = [
            word for word in tokenize(words) if len(word.text) >= _LEAST_LETTERS and not self._is_small(word)
        ]
        telling = [word for word in found if self._lists.grades.word_grade(word.folded) < _EVERYDAY]
        return [word.folded for word in telling or found]

    def _is_small(self, word: Word) -> bool:
        cues = self._lists.cues
        return word.folded in cues.titles or word.folded in cues.particles or word.folded in cues.nicknaming

    def _is_name(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            spellings = (word, word.removesuffix("s"))
            known = self._known[word] = any(
                self._answers.get(self._mark(FindKind.NAME, one)) is PrivacyAnswer.BLANK for one in spellings
            )
        return known

    def _mark(self, kind: FindKind, words: str) -> str:
        return words_mark(self._circle, f"{kind}\0{words.casefold()}")


def words_mark(salt: RecordId, words: str) -> str:
    """Return the mark of ``words``, which nobody can read, for what ``salt`` names."""
    return WORDS_PREFIX + digest(salt, words.casefold())[:18]


def digest(*parts: str) -> str:
    """Return a digest of ``parts``."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]
