"""Names of people in letters that have capitals.

A name that is nothing else is found wherever it stands, in small letters too.  Any other word needs a sign
beside it: a title, an initial, a word of kin before it, a word of saying after it.  What is left over,
capitals in the middle of a sentence that no list knows, is called no more than maybe a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.cues import (
    FAMILY,
    FORE_PLACES,
    NAMING,
    NAMING_PAIRS,
    NOBODY,
    OWNED,
    PARTICLES,
    PLACES,
    SAYING,
    SAYING_BEFORE,
    SPOKE,
    STARTERS,
    TITLES,
    TOWARDS,
    WHOSE,
)
from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.tokens import Word, tokenize

_MOST_WORDS = 6
_MOST_TITLES = 3
_MOST_INITIALS = 4
_ALSO_WORDS = "IAYOÀÉ"
"""Letters that are words by themselves: as initials they need a dot."""
_INITIAL_GAP = re.compile(r"\.? ?")
_AND = frozenset(("y", "and", "e", "or", "o", "u"))
_TO_WHOM = frozenset(("who", "que", "nos", "me", "le", "les", "also", "just", "has", "had"))
_BEFORE_NAMES = frozenset((" ", ", ", ": ", ' "', " “", " '", "\u00a0"))
_WITH = frozenset(("a", "con", "with"))
_OF_THE = frozenset(("de", "del", "la", "el", "los", "las", "of", "the"))


class People:
    """The words of one text, searched for names.

    Args:
        text: the text.
        lists: what is known of names.
    """

    def __init__(self, text: str, lists: NameLists) -> None:
        self._text, self._lists = text, lists
        self._words = tokenize(text)

    def finds(self) -> Iterator[Find]:
        """Yield the names."""
        at = 0
        found_last = False
        while at < len(self._words):
            end, kind = self._titled(at) or self._named(at, beside_a_name=found_last) or (at, None)
            if kind is None:
                found_last = found_last and self._words[at].folded in _AND
                at += 1
            else:
                yield self._find(at, end, kind)
                found_last = kind is not FindKind.MAYBE_NAME
                at = end

    def _find(self, first: int, end: int, kind: FindKind) -> Find:
        """Return the find of the words ``first`` up to ``end``; ``Maria's`` is found as ``Maria``."""
        start, last = self._words[first].start, self._words[end - 1]
        stop = last.end - 2 if last.possessive else last.end
        if len(last.text) == 1 and self._text[stop : stop + 1] == "." and self._text[stop + 1 :].strip():
            stop += 1
        return Find(start, stop, kind)

    def _titled(self, at: int) -> tuple[int, FindKind] | None:
        """Return where a title with a name ends: Officer J. Ruiz, doña Lupe."""
        word = self._words[at]
        if word.folded not in TITLES or (word.folded in {"don", "dona"} and word.text.endswith("t")):
            return None
        first = at + 1
        last = min(len(self._words), at + _MOST_TITLES)
        while first < last and self._words[first].folded in TITLES and self._adjoins_previous(first):
            first += 1
        if first == len(self._words) or not self._adjoins_previous(first):
            return None
        name = self._words[first]
        may_be = name.folded not in self._lists.usual if name.capital else self._is_name(first)
        end = self._name_end(first, small=not name.capital) if may_be or self._is_name(first) else first
        return None if end == first or self._is_place(first, end) else (end, FindKind.TITLED_NAME)

    def _named(self, at: int, *, beside_a_name: bool) -> tuple[int, FindKind] | None:
        word, lists = self._words[at], self._lists
        if not word.capital:
            if word.folded not in lists.small_given or len(word.folded) < 3:
                return None
            return self._name_end(at, small=True), FindKind.NAME
        end = self._name_end(at)
        if end == at or self._is_place(at, end):
            return None
        if self._with_initial(at, end):
            return end, FindKind.INITIALS
        return self._judged(at, end, beside_a_name=beside_a_name)

    def _judged(self, at: int, end: int, *, beside_a_name: bool) -> tuple[int, FindKind] | None:
        word, lists = self._words[at], self._lists
        several = end - at > 1
        by_itself = (
            word.folded in lists.plain_given
            or (word.camel and word.folded not in lists.usual)
            or (word.folded in lists.plain_surnames and not word.starts_sentence)
            or (several and self._any_is_name(at, end))
        )
        by_itself = by_itself or self._beside_another(at, end)
        if (
            by_itself
            or self._introduced_as_name(at)
            or (beside_a_name and self._continues_list(at))
            or self._followed_as_person(at, end)
        ):
            return end, FindKind.NAME
        if word.starts_sentence or word.folded in lists.usual or word.folded in STARTERS:
            return None
        if not several and (
            word.shouted or (word.folded in lists.also_words and word.folded not in lists.given)
        ):
            return None
        return end, FindKind.MAYBE_NAME

    def _any_is_name(self, at: int, end: int) -> bool:
        """Whether one of several words is a name, so that they all are."""
        names = [word.folded for word in self._words[at:end]]
        if names[0] in self._lists.given:
            return True
        if not self._lists.plain_surnames.isdisjoint(names[1:]):
            return True
        if not self._words[at].starts_sentence and not self._lists.plain_given.isdisjoint(names[1:]):
            return True
        return names[0] in self._lists.names and not self._lists.names.isdisjoint(names[1:])

    def _beside_another(self, at: int, end: int) -> bool:
        """Whether a name that is a word too stands before another name: Consuelo and Bao."""
        if end + 1 >= len(self._words) or self._words[end].folded not in _AND:
            return False
        other = self._words[end + 1]
        if other.gap != " " or not other.capital or other.folded in self._lists.usual:
            return False
        return self._words[at].folded in self._lists.given and self._words[at].folded not in self._lists.usual

    def _followed_as_person(self, at: int, end: int) -> bool:
        """Whether what stands behind says that it is somebody: said, told us, 's brother."""
        word = self._words[at]
        doubtful = word.folded in STARTERS or (word.starts_sentence and word.folded in self._lists.also_words)
        if doubtful and not self._proves_a_person(end):
            return False
        return self._followed_by_speech(end) or self._followed_by_possession(end)

    def _name_end(self, at: int, *, small: bool = False) -> int:
        """Return where the name that begins with the word ``at`` ends: its particles and surnames with it."""
        if not small and not self._can_begin(at):
            return at
        end = at + 1
        while end < min(len(self._words), at + _MOST_WORDS):
            ahead = end
            if self._words[end - 1].possessive:
                break
            while ahead < len(self._words) and ahead < end + 2 and self._particle(ahead):
                ahead += 1
            if (
                ahead == len(self._words)
                or not self._joins_previous(ahead)
                or not self._may_continue(ahead, small=small)
            ):
                break
            if ahead > end and self._words[end].folded in {"y", "e"} and not small:
                before = self._words[end - 1].folded
                if self._words[ahead].folded in self._lists.given or before in self._lists.given:
                    break
            end = ahead + 1
        return end

    def _can_begin(self, at: int) -> bool:
        word = self._words[at]
        if len(word.text) == 1:
            return self._initial(word) and at + 1 < len(self._words) and self._after_initial(at + 1)
        if word.folded in self._lists.usual and word.folded not in self._lists.names:
            return False
        if word.starts_sentence and word.folded in STARTERS:
            return word.folded in self._lists.names and self._proves_a_person(at + 1)
        return not (word.shouted and word.folded not in self._lists.names)

    def _proves_a_person(self, after: int) -> bool:
        """Whether the word ``after`` one that may only begin a sentence makes a name of it: Will said."""
        if after >= len(self._words) or self._words[after].gap != " ":
            return False
        if self._words[after].folded in _TO_WHOM and after + 1 < len(self._words):
            after += 1
        word = self._words[after]
        return word.folded in SPOKE or (word.capital and self._is_name(after))

    def _after_initial(self, at: int) -> bool:
        """Whether a name goes on after an initial: with its surname, or with some more initials first."""
        for word in self._words[at : at + _MOST_INITIALS]:
            if not _INITIAL_GAP.fullmatch(word.gap):
                return False
            if len(word.text) > 1:
                known = word.folded in self._lists.plain_given or word.folded in self._lists.plain_surnames
                usual = word.folded in self._lists.usual or word.folded in STARTERS
                return word.capital and not word.shouted and (known or not usual)
            if not self._initial(word):
                return False
        return False

    def _initial(self, word: Word) -> bool:
        if len(word.text) > 1 or not word.capital:
            return False
        return word.text not in _ALSO_WORDS or self._text[word.end : word.end + 1] == "."

    def _may_continue(self, at: int, *, small: bool) -> bool:
        word = self._words[at]
        if small:
            return not word.capital and word.folded in (self._lists.plain_surnames | self._lists.plain_given)
        if len(word.text) == 1:
            return word.capital and word.text not in _ALSO_WORDS
        if not word.capital or (word.shouted and not self._words[at - 1].shouted):
            return False
        if word.folded in STARTERS and word.folded not in self._lists.names:
            return False
        if word.folded in PLACES:
            return True
        return word.folded not in self._lists.usual or word.folded in self._lists.names

    def _is_name(self, at: int) -> bool:
        return self._words[at].folded in self._lists.plain_given or (
            self._words[at].folded in self._lists.plain_surnames
        )

    def _particle(self, at: int) -> bool:
        return self._words[at].text in PARTICLES and self._words[at].gap == " "

    def _joins_previous(self, at: int) -> bool:
        gap = self._words[at].gap
        if gap in {" ", "-", "\u00a0"}:
            return True
        before = self._words[at - 1]
        return len(before.text) == 1 and before.capital and bool(_INITIAL_GAP.fullmatch(gap))

    def _adjoins_previous(self, at: int) -> bool:
        return self._words[at].gap in {" ", ". ", ".", "\u00a0", ": "}

    def _with_initial(self, at: int, end: int) -> bool:
        """Whether one of several words is an initial: J. Ruiz, Maria L."""
        words = self._words[at:end]
        single = [word for word in words if len(word.text) == 1 and word.capital]
        if not single or len(single) == len(words):
            return False
        first, last = words[0], words[-1]
        if len(first.text) == 1 or first.folded in self._lists.names or not first.starts_sentence:
            return True
        return self._text[last.end : last.end + 1] == "." and first.folded not in STARTERS

    def _is_place(self, at: int, end: int) -> bool:
        """Whether the words name a place or a house rather than a person: Lincoln Park, calle Hidalgo."""
        if not self._followed_by_speech(end) and self._ends_as_place(at, end):
            return True
        before = at - 1
        while before >= 0 and at - before < 4 and self._words[before].folded in _OF_THE:
            before -= 1
        named_after = before >= 0 and self._words[before].folded in FORE_PLACES
        return named_after and not self._proves_a_person(end)

    def _ends_as_place(self, at: int, end: int) -> bool:
        if any(word.folded in PLACES for word in self._words[at + 1 : end]):
            return True
        if end == len(self._words) or not self._joins_previous(end):
            return False
        return self._words[end].capital and self._words[end].folded in PLACES

    def _followed_by_speech(self, end: int) -> bool:
        if end >= len(self._words):
            return False
        word = self._words[end]
        if word.gap != " " and (word.gap != ", " or word.folded not in _TO_WHOM):
            return False
        return word.folded in SAYING or (
            word.folded in _TO_WHOM and end + 1 < len(self._words) and self._words[end + 1].folded in SAYING
        )

    def _followed_by_possession(self, end: int) -> bool:
        return self._words[end - 1].possessive and end < len(self._words) and self._words[end].folded in OWNED

    def _introduced_as_name(self, at: int) -> bool:
        """Whether what stands before says that a name follows: my son, se llama, dijo, thanks to."""
        name = self._words[at]
        if not at or name.gap not in _BEFORE_NAMES or name.folded in NOBODY:
            return False
        before = self._words[at - 1].folded
        if before in NAMING or before in SAYING_BEFORE:
            return True
        if before in _WITH and name.folded in self._lists.names and name.folded not in self._lists.usual:
            return True
        earlier = self._words[at - 2].folded if at > 1 else ""
        pair = f"{earlier} {before}"
        return pair in NAMING_PAIRS or pair in TOWARDS or (before in FAMILY and earlier in WHOSE)

    def _continues_list(self, at: int) -> bool:
        return self._words[at].folded not in STARTERS and self._words[at].gap in {" ", ", "}
