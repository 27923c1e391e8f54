"""What the name tagger sees of each word of a text: its facts, its letters, and its neighbors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogue_desk.domain.privacy.tokens import Word
from dialogue_desk.domain.privacy.word_facts import WordBook, WordFacts

_FUNCTION_WORD = 5
_SURE_WORD = 4
_EVERYWHERE = 6
_OFTEN_A_NAME = 3
_GAPS = {
    " ": " ",
    "": "",
    "\u00a0": " ",
    "-": "-",
    ". ": ".",
    ".": ".",
    ", ": ",",
    ",": ",",
    " & ": "&",
    " + ": "&",
}
_VIETNAMESE = re.compile("[ăơưđ\u1ea0-\u1ef9]", re.IGNORECASE)
"""Letters of Vietnamese: names in lines of it are found by ``scripts``."""
_SHORT_FORM, _SAYING = "K", "S"
_NO_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]{3,9}")
"""Short forms of words, which lists cannot hold all: shd, nbhd."""
_NEVER_NAMES = frozenset("TP")
"""Cues of titles and particles, which in small letters are never the name itself."""
_ENDS = frozenset(".!?…")
_ACCENTED = frozenset("óíéá")
_BEFORE, _AFTER = "<<", ">>"


class Line:
    """The words of one text as the tagger sees them."""

    def __init__(self, text: str, words: Sequence[Word], book: WordBook) -> None:
        self._words = words
        self._facts = [book.facts(word.folded) for word in words]
        self._english = self._leans_english()
        self._elsewhere = bool(_VIETNAMESE.search(text)) and self._mostly_unknown()
        self._shapes = [_shape(word) for word in words]
        self._types = [self._type(fact) for fact in self._facts]
        self._shown = [
            fact.shown if len(word.text) > 1 or word.text.islower() else "<i>"
            for fact, word in zip(self._facts, words, strict=True)
        ]
        tail = text[words[-1].end :] if words else ""
        self._gaps = [_gap(word.gap) for word in words] + [_gap(tail) if tail.strip() else "$"]
        # A capital at the head of a line without an end is more often a name than one at the head of a
        # sentence.
        plain = text.strip()
        self._style = "s" if plain[:1].islower() else "S" if plain[-1:] in _ENDS else "C"

    def worth_asking(self, at: int, *, behind_name: bool = True) -> bool:
        """Whether the word ``at`` may be a name at all: common words in small letters are not.

        What few bear as a surname is asked about only ``behind_name``: terrell dark.
        """
        facts = self._facts[at]
        if self._elsewhere or not self._words[at].folded.isascii() or self._words[at].gap[-1:].isdigit():
            return False
        if self._shapes[at] != "x":
            return True
        if len(self._words[at].text) == 1:
            return self._gaps[at + 1] == "."
        if self._never_a_name(at):
            return False
        if facts.word >= _SURE_WORD and not facts.given and facts.surname < _OFTEN_A_NAME:
            return behind_name and bool(facts.surname)
        return bool(facts.named) or facts.word < _SURE_WORD

    def _never_a_name(self, at: int) -> bool:
        """Whether the word ``at``, in small letters, is so common in this language that it names nobody."""
        facts = self._facts[at]
        if facts.given < _OFTEN_A_NAME and (facts.word >= _EVERYWHERE or _SHORT_FORM in facts.cues):
            return True
        if facts.spanish >= _EVERYWHERE and self._english is False:
            return True
        if facts.word >= _FUNCTION_WORD and _SAYING in facts.cues:
            return True
        return not _NEVER_NAMES.isdisjoint(facts.cues) or bool(_NO_VOWEL.fullmatch(self._words[at].text))

    def features(self, at: int, before: str) -> list[str]:
        """Return the features of the word ``at``; ``before`` is the tag of the word before it."""
        facts, shape, kind = self._facts[at], self._shapes[at], self._types[at]
        home, other = self._home(facts)
        place = self._place(at)
        seen = kind + shape
        last, earlier = self._seen(at - 1), self._seen(at - 2)
        ahead, later = self._seen(at + 1), self._seen(at + 2)
        last_cues, ahead_cues = self._cues(at - 1), self._cues(at + 1)
        gap_before, gap_after = self._gaps[at], self._gaps[at + 1]
        own = "'" if self._words[at].possessive else ""
        found = [
            f"a{facts.given}{facts.surname}{home}{other}{shape}{place}",
            f"b{facts.given}{home}{shape}{place}{self._style}",
            f"c{facts.surname}{home}{shape}",
            f"d{facts.given}{facts.surname}{home}{other}",
            f"e{seen}{place}{self._style}",
            f"f{last}|{seen}",
            f"g{last}|{kind}",
            f"h{ahead}|{seen}",
            f"i{ahead}|{kind}",
            f"j{earlier} {last}|{kind}",
            f"l{ahead} {later}|{kind}",
            f"m{self._kind_of(at - 1)}{seen}{self._kind_of(at + 1)}",
            f"n{gap_before}|{seen}",
            f"o{gap_after}|{seen}",
            f"q{before}{self._kind_of(at - 1)}{gap_before}|{seen}",
            f"r{self._ending(at + 1)}{gap_after}|{kind}{place}",
            f"s{last_cues}{gap_before}|{seen}",
            f"t{ahead_cues}{gap_after}|{seen}",
            f"u{self._cues(at - 2)} {last_cues}|{kind}",
            f"v{own}{ahead_cues}|{kind}",
            f"w{facts.cues}{shape}{kind}{before}",
            f"x{last} {ahead}",
            f"k{facts.near}{shape}{kind}{place}",
            f"E{facts.ending}|{kind}{place}",
            f"G{_accent(self._words[at].text)}{kind}",
        ]
        if facts.spelling:
            found.extend(facts.spelling)
        if facts.named and facts.word:
            found.append(f"F{self._words[at].text.casefold()}{shape}")
        return found

    def _mostly_unknown(self) -> bool:
        return sum(not facts.word for facts in self._facts) > len(self._facts) / 2

    def _leans_english(self) -> bool | None:
        """Whether the text is in English, when its common words tell."""
        lean = 0
        for facts in self._facts:
            if max(facts.english, facts.spanish) >= _FUNCTION_WORD:
                lean += (facts.english > facts.spanish) - (facts.spanish > facts.english)
        return lean > 0 if lean else None

    def _home(self, facts: WordFacts) -> tuple[int, int]:
        """Return how common a word is in the language of the text, and in the other."""
        if self._english is None:
            return max(facts.english, facts.spanish), min(facts.english, facts.spanish)
        return (facts.english, facts.spanish) if self._english else (facts.spanish, facts.english)

    def _type(self, facts: WordFacts) -> str:
        home, other = self._home(facts)
        if facts.named:
            if facts.capital:
                return "c"
            if home:
                return "D" if home > _SURE_WORD else "B" if home == _SURE_WORD else "b"
            return "M" if other else "N"
        if facts.capital:
            return "C"
        return "W" if home else "O" if other else "K" if facts.cues else "U"

    def _place(self, at: int) -> str:
        if at == 0:
            return "^"
        return "." if self._words[at].starts_sentence else "_"

    def _seen(self, at: int) -> str:
        if at < 0:
            return _BEFORE
        return self._shown[at] if at < len(self._words) else _AFTER

    def _kind_of(self, at: int) -> str:
        if at < 0:
            return "^"
        return self._types[at] + self._shapes[at] if at < len(self._words) else "$"

    def _cues(self, at: int) -> str:
        return self._facts[at].cues if 0 <= at < len(self._words) else ""

    def _ending(self, at: int) -> str:
        if at >= len(self._words):
            return "$"
        # An accent at the end makes a Spanish past of it, which the facts, without accents, do not tell.
        return "ó" if self._words[at].text.endswith("ó") else self._facts[at].ending


def _accent(word: str) -> str:
    return "ó" if word[-1] in _ACCENTED else "ñ" if "ñ" in word else ""


def _gap(gap: str) -> str:
    known = _GAPS.get(gap)
    if known is not None:
        return known
    sign = gap.strip()[:1]
    return "#" if sign.isdigit() else sign


def _shape(word: Word) -> str:
    if len(word.text) == 1:
        return "I" if word.capital else "x"
    if not word.capital:
        return "x"
    if word.shouted:
        return "S" if len(word.text) > 2 else "2"
    return "c" if word.camel else "C"
