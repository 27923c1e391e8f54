"""What the words beside a word say of it: that it is the name of a person, or of a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.tokens import Word

AND = frozenset(("y", "and", "e", "or", "o", "u"))
INITIAL_GAP = re.compile(r"\.? ?")
_TO_WHOM = frozenset(("who", "que", "nos", "me", "le", "les", "also", "just", "has", "had"))
_BEFORE_NAMES = frozenset((" ", ", ", ": ", ' "', " “", " '", "\u00a0"))
_WITH = frozenset(("a", "con", "with"))
_OF_THE = frozenset(("de", "del", "la", "el", "los", "las", "of", "the"))


class NameSigns:
    """Says what the words beside a word of one text tell about it."""

    def __init__(self, words: Sequence[Word], lists: NameLists) -> None:
        self._words, self._lists, self._cues = words, lists, lists.cues

    def proves_a_person(self, after: int) -> bool:
        """Whether the word ``after`` another makes a name of it that may only begin a sentence: Will said."""
        if after >= len(self._words) or self._words[after].gap != " ":
            return False
        if self._words[after].folded in _TO_WHOM and after + 1 < len(self._words):
            after += 1
        word = self._words[after]
        return word.folded in self._cues.spoke or (word.capital and self._lists.is_name(word.folded))

    def _followed_by_speech(self, end: int) -> bool:
        if end >= len(self._words):
            return False
        word = self._words[end]
        if word.gap != " " and (word.gap != ", " or word.folded not in _TO_WHOM):
            return False
        return word.folded in self._cues.saying or (
            word.folded in _TO_WHOM
            and end + 1 < len(self._words)
            and self._words[end + 1].folded in self._cues.saying
        )

    def _followed_by_possession(self, end: int) -> bool:
        return (
            self._words[end - 1].possessive
            and end < len(self._words)
            and self._words[end].folded in self._cues.owned
        )

    def introduced_as_name(self, at: int) -> bool:
        """Whether the words before say that a name follows: my son, se llama, dijo, thanks to."""
        name = self._words[at]
        if not at or name.gap not in _BEFORE_NAMES or name.folded in self._cues.nobody:
            return False
        before = self._words[at - 1].folded
        if before in self._cues.naming or before in self._cues.saying_before:
            return True
        if before in _WITH and name.folded in self._lists.names and name.folded not in self._lists.usual:
            return True
        earlier = self._words[at - 2].folded if at > 1 else ""
        pair = f"{earlier} {before}"
        return (
            pair in self._cues.naming_pairs
            or pair in self._cues.towards
            or (before in self._cues.family and earlier in self._cues.whose)
        )

    def is_place(self, at: int, end: int) -> bool:
        """Whether the words name a place or a house rather than a person: Lincoln Park, calle Hidalgo."""
        if not self._followed_by_speech(end) and self._ends_as_place(at, end):
            return True
        before = at - 1
        while before >= 0 and at - before < 4 and self._words[before].folded in _OF_THE:
            before -= 1
        named_after = before >= 0 and self._words[before].folded in self._cues.fore_places
        return named_after and not self.proves_a_person(end)

    def _ends_as_place(self, at: int, end: int) -> bool:
        if any(word.folded in self._cues.places for word in self._words[at + 1 : end]):
            return True
        if end == len(self._words) or not joins_previous(self._words, end):
            return False
        return self._words[end].capital and self._words[end].folded in self._cues.places

    def beside_another(self, at: int, end: int) -> bool:
        """Whether a name that is also a word comes before another name: Consuelo and Bao."""
        if end + 1 >= len(self._words) or self._words[end].folded not in AND:
            return False
        other = self._words[end + 1]
        if other.gap != " " or not other.capital or other.folded in self._lists.usual:
            return False
        return self._words[at].folded in self._lists.given and self._words[at].folded not in self._lists.usual

    def continues_list(self, at: int) -> bool:
        """Whether the word ``at`` may be one more name after a name: Lupe, Rose and Will."""
        return self._words[at].folded not in self._cues.starters and self._words[at].gap in {" ", ", "}

    def followed_as_person(self, at: int, end: int) -> bool:
        """Whether the words behind say that it is a person: said, told us, 's brother."""
        word = self._words[at]
        doubtful = word.folded in self._cues.starters or (
            word.starts_sentence and word.folded in self._lists.also_words
        )
        if doubtful and not self.proves_a_person(end):
            return False
        return self._followed_by_speech(end) or self._followed_by_possession(end)


def joins_previous(words: Sequence[Word], at: int) -> bool:
    """Whether the word ``at`` may continue the name that the word before it belongs to."""
    gap = words[at].gap
    if gap in {" ", "-", "\u00a0"}:
        return True
    before = words[at - 1]
    return len(before.text) == 1 and before.capital and bool(INITIAL_GAP.fullmatch(gap))
