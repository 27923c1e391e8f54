"""Names of people in letters that have capitals.

A word that can only be a name is found everywhere, in small letters too.  Any other word needs a sign
beside it: a title, an initial, a word of kin before it, a word of saying after it.  The rest, capitals in
the middle of a sentence that no list knows, is only maybe a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.name_signs import AND, INITIAL_GAP, NameSigns, joins_previous
from dialogue_desk.domain.privacy.tokens import Word, tokenize

_MOST_WORDS = 6
_MOST_TITLES = 3
_MOST_INITIALS = 4
_AFTER_TITLES = frozenset((" ", ". ", ".", "\u00a0", ": "))
_ALSO_WORDS = "IAYOÀÉ"
"""Letters that are also words; as initials they need a dot."""


class NameEnds:
    """Finds where a name that begins with one word of a text ends."""

    def __init__(self, text: str, words: Sequence[Word], lists: NameLists, signs: NameSigns) -> None:
        self._text, self._words, self._signs = text, words, signs
        self._lists, self._cues = lists, lists.cues

    def end(self, at: int, *, small: bool = False) -> int:
        """Return where the name that begins with the word ``at`` ends, with its particles and surnames."""
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
                or not joins_previous(self._words, ahead)
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
        if word.starts_sentence and word.folded in self._cues.starters:
            return word.folded in self._lists.names and self._signs.proves_a_person(at + 1)
        return not (word.shouted and word.folded not in self._lists.names)

    def _after_initial(self, at: int) -> bool:
        """Whether a name goes on after an initial: with its surname, or with some more initials first."""
        for word in self._words[at : at + _MOST_INITIALS]:
            if not INITIAL_GAP.fullmatch(word.gap):
                return False
            if len(word.text) > 1:
                known = self._lists.is_name(word.folded)
                usual = word.folded in self._lists.usual or word.folded in self._cues.starters
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
            return not word.capital and self._lists.is_name(word.folded)
        if len(word.text) == 1:
            return word.capital and word.text not in _ALSO_WORDS
        if not word.capital or (word.shouted and not self._words[at - 1].shouted):
            return False
        if word.folded in self._cues.starters and word.folded not in self._lists.names:
            return False
        if word.folded in self._cues.places:
            return True
        return word.folded not in self._lists.usual or word.folded in self._lists.names

    def _particle(self, at: int) -> bool:
        return self._words[at].text in self._cues.particles and self._words[at].gap == " "


class People:
    """Finds the names in one text."""

    def __init__(self, text: str, lists: NameLists) -> None:
        self._text, self._lists, self._cues = text, lists, lists.cues
        self._words = tokenize(text)
        self._signs = NameSigns(self._words, lists)
        self._names = NameEnds(text, self._words, lists, self._signs)

    def finds(self) -> Iterator[Find]:
        """Yield the names."""
        at = 0
        found_last = False
        while at < len(self._words):
            end, kind = self._titled(at) or self._named(at, beside_a_name=found_last) or (at, None)
            if kind is None:
                found_last = found_last and self._words[at].folded in AND
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
        if word.folded not in self._cues.titles or (
            word.folded in {"don", "dona"} and word.text.endswith("t")
        ):
            return None
        first = at + 1
        last = min(len(self._words), at + _MOST_TITLES)
        while first < last and self._words[first].folded in self._cues.titles and self._follows_title(first):
            first += 1
        if first == len(self._words) or not self._follows_title(first):
            return None
        name = self._words[first]
        if not (self._lists.is_name(name.folded) or (name.capital and name.folded not in self._lists.usual)):
            return None
        end = self._names.end(first, small=not name.capital)
        return None if end == first or self._signs.is_place(first, end) else (end, FindKind.TITLED_NAME)

    def _follows_title(self, at: int) -> bool:
        return self._words[at].gap in _AFTER_TITLES

    def _named(self, at: int, *, beside_a_name: bool) -> tuple[int, FindKind] | None:
        word, lists = self._words[at], self._lists
        if not word.capital:
            if word.folded not in lists.small_given or len(word.folded) < 3:
                return None
            return self._names.end(at, small=True), FindKind.NAME
        end = self._names.end(at)
        if end == at or self._signs.is_place(at, end):
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
        by_itself = by_itself or self._signs.beside_another(at, end)
        if (
            by_itself
            or self._signs.introduced_as_name(at)
            or (beside_a_name and self._signs.continues_list(at))
            or self._signs.followed_as_person(at, end)
        ):
            return end, FindKind.NAME
        if word.starts_sentence or word.folded in lists.usual or word.folded in self._cues.starters:
            return None
        if not several and (
            word.shouted or (word.folded in lists.also_words and word.folded not in lists.given)
        ):
            return None
        return end, FindKind.MAYBE_NAME

    def _any_is_name(self, at: int, end: int) -> bool:
        """Whether one of several words is a name, which makes names of them all."""
        names = [word.folded for word in self._words[at:end]]
        if names[0] in self._lists.given:
            return True
        if not self._lists.plain_surnames.isdisjoint(names[1:]):
            return True
        if not self._words[at].starts_sentence and not self._lists.plain_given.isdisjoint(names[1:]):
            return True
        return names[0] in self._lists.names and not self._lists.names.isdisjoint(names[1:])

    def _with_initial(self, at: int, end: int) -> bool:
        """Whether one of several words is an initial: J. Ruiz, Maria L."""
        words = self._words[at:end]
        single = [word for word in words if len(word.text) == 1 and word.capital]
        if not single or len(single) == len(words):
            return False
        first, last = words[0], words[-1]
        if len(first.text) == 1 or first.folded in self._lists.names or not first.starts_sentence:
            return True
        return self._text[last.end : last.end + 1] == "." and first.folded not in self._cues.starters
