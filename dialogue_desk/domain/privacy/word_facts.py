"""What is known of a word by itself: which lists hold it, what it tells of its neighbors, its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogue_desk.domain.privacy.lists import Cues, NameLists

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_LEAST_MISTYPED, _MOST_MISTYPED = 4, 14
_COMMON = 4
_ENDINGS = (
    "aron", "ieron", "aban", "ando", "iendo", "mente", "cion", "aba", "ian", "ing", "ed", "ies", "ly", "os",
    "as", "es", "an", "en", "ia", "s", "o", "a", "e",
)  # fmt: skip
_CLITIC = re.compile(r"(?<=[aei]r)(?:[mts]e|nos)?(?:l[aeo]s?)?$(?<!r)")
"""Pronouns that Spanish writes on the end of a verb: darle, contarnos."""
_SMALL_ONE = re.compile(r"(?<=[a-z]{3})(?:c?it[oa]s?|ot[ea]s?|az[oa]s?)$")
_LEAST_SURE, _LEAST_STEM, _SPANISH_FORM = 2, 3, 4
_PRONOUNS = re.compile(r"(?<=[a-z]{4})(?:(?:me|te|se|nos)(?:l[aeo]s?)?|l[aeo]s?)$")
_DOING = re.compile(r"[a-z]{2,}(?:ando|iendo|yendo)(?:(?:me|te|se|nos)?l[aeo]s?|me|te|se|nos)$")
"""What somebody is doing to somebody: siguiendola."""
_CONJUGATED = re.compile(r"(?<=[a-z]{3})(?:aron|aban|ando|amos|aste|abamos|arian?|ar[ae]n?)$")
_CONJUGATED_OTHERWISE = re.compile(r"(?<=[a-z]{3})(?:ieron|iendo|iste|iamos|[ei]mos|[ei]rian?|[ei]r[ae]n?)$")
_SHORTLY = re.compile(r"(?<=[a-z]{4})(?:an?|as|o|en?|es|ad[oa]s?)$")
"""Ends of Spanish verbs; the short ones are ends of names too."""
_DERIVED = re.compile(r"(?<=[a-z]{3})(?:ers?|ings?|ed|s|es|ish|ly|less|ness|y|able|like)$")
_BEFORE_WORDS = re.compile(r"(?:un|re|non|pre|anti|over|under|mis|out)(?=[a-z]{4})")
_MOST_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What is known of one word.

    ``near`` is the grade of the most common word that it may be a slip of, when no list knows it.
    ``shown`` is what
    its neighbors see of it: the word itself when it is common, what kind of word it is otherwise.
    """

    given: int
    surname: int
    english: int
    spanish: int
    capital: bool
    cues: str
    ending: str
    near: int
    spelling: tuple[str, ...]
    shown: str

    @property
    def named(self) -> int:
        """How many bear it as a name."""
        return max(self.given, self.surname)

    @property
    def word(self) -> int:
        """How common it is as a word."""
        return max(self.english, self.spanish)

    @property
    def unknown(self) -> bool:
        """Whether no list knows it."""
        return not (self.named or self.word or self.capital or self.cues)


class WordBook:
    """Tells the facts of words, and remembers them."""

    def __init__(self, lists: NameLists) -> None:
        self._lists, self._grades = lists, lists.grades
        self._cues = tuple(
            (sign, words) for sign, words in zip(_CUE_SIGNS, _cue_sets(lists.cues, lists), strict=True)
        )
        self._known: dict[str, WordFacts] = {}

    def facts(self, word: str) -> WordFacts:
        """Return the facts of ``word``, a ``name_key``."""
        facts = self._known.get(word)
        if facts is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            facts = self._known[word] = self._looked_up(word)
        return facts

    def _looked_up(self, word: str) -> WordFacts:
        given, surname, english, spanish = self._graded(word)
        cues = "".join(sign for sign, words in self._cues if word in words)
        capital = word in self._lists.usual or word in self._grades.capitals
        unknown = not (given or surname or english or spanish or capital or cues)
        near = self._near(word) if unknown else 0
        common = max(english, spanish)
        return WordFacts(
            given,
            surname,
            english,
            spanish,
            capital,
            cues,
            _ending(word),
            near,
            _spelling(word) if not common or given or surname else (),
            word if common >= _COMMON or cues else _kind(given or surname, common, capital=capital),
        )

    def _graded(self, word: str) -> tuple[int, int, int, int]:
        grades = self._grades
        lists = (grades.given, grades.surnames, grades.english, grades.spanish)
        known = tuple(one.get(word, 0) for one in lists)
        if max(known) < _LEAST_SURE and self._is_spanish_form(word):
            return 0, 0, 0, _SPANISH_FORM
        if not known[3] and (plural := self._spanish_plural(word)):
            known = (*known[:3], plural)
        if not any(known) and self._is_derived(word):
            return 0, 0, _LEAST_SURE + 1, 0
        if not any(known) and word.endswith("s") and len(word) > _LEAST_MISTYPED:
            # People type possessives and families without a sign: keonnas mom, the garcias.
            known = (lists[0].get(word[:-1], 0), lists[1].get(word[:-1], 0), 0, 0)
        if any(known) or "-" not in word:
            return known[0], known[1], known[2], known[3]
        parts = [part for part in word.split("-") if part]
        names = [max(one.get(part, 0) for part in parts) for one in lists[:2]]
        words = [min(one.get(part, 0) for part in parts) for one in lists[2:]]
        return names[0], names[1], words[0], words[1]

    def _is_spanish_form(self, word: str) -> bool:
        """Whether a word is a Spanish verb with pronouns, or a word made small: dar-le, perr-ito."""
        spanish = self._grades.spanish
        if _DOING.fullmatch(word) or (_CLITIC.search(word) and _CLITIC.sub("", word) in spanish):
            return True
        stem = _SMALL_ONE.sub("", word)
        if stem != word and any(spanish.get(stem + end, 0) >= _LEAST_STEM for end in ("o", "a", "", "e")):
            return True
        return self._is_spanish_verb(word) or self._is_spanish_verb(_PRONOUNS.sub("", word))

    def _is_spanish_verb(self, word: str) -> bool:
        """Whether a word is a verb in one of its forms: cuadr-aron, trape-a."""
        spanish = self._grades.spanish
        for ends, infinitives in (
            (_CONJUGATED, ("ar",)),
            (_CONJUGATED_OTHERWISE, ("er", "ir")),
            (_SHORTLY, ("ar", "er", "ir")),
        ):
            stem = ends.sub("", word)
            if stem != word and any(stem + end in spanish for end in infinitives):
                return ends is not _SHORTLY or not self._is_named(word)
        return False

    def _is_named(self, word: str) -> bool:
        return word in self._grades.given or word in self._grades.surnames

    def _spanish_plural(self, word: str) -> int:
        """Return how common the word is of which this is the plural: mexicano-s, flor-es, luc-es."""
        if not word.endswith("s") or len(word) < _LEAST_MISTYPED:
            return 0
        singulars = (
            word[:-1],
            word[:-2] if word.endswith("es") else "",
            word[:-3] + "z" if word.endswith("ces") else "",
        )
        grade = max(self._grades.spanish.get(one, 0) for one in singulars)
        return grade if grade >= _LEAST_STEM else 0

    def _is_derived(self, word: str) -> bool:
        """Whether a word is made of an English word: braid-ers, un-paved."""
        english = self._grades.english
        stem = _DERIVED.sub("", word)
        stems = (stem, stem + "e", stem[:-1]) if stem != word else ()
        return any(english.get(one, 0) >= _LEAST_STEM for one in (*stems, _BEFORE_WORDS.sub("", word)))

    def _near(self, word: str) -> int:
        """Return the grade of the most common word that is one slip away."""
        if not _LEAST_MISTYPED <= len(word) <= _MOST_MISTYPED:
            return 0
        grade = self._grades.word_grade
        return max(map(grade, _slips(word)), default=0)


_CUE_SIGNS = "TPLRFWNSXOK"


def _cue_sets(cues: Cues, lists: NameLists) -> tuple[frozenset[str], ...]:
    return (
        cues.titles,
        cues.particles,
        cues.places,
        cues.fore_places,
        cues.family,
        cues.whose,
        cues.naming,
        cues.saying,
        cues.spoke,
        cues.owned,
        lists.chat,
    )


def _slips(word: str) -> set[str]:
    """Return the words from which ``word`` is one slip: a letter lost, added or changed, two swapped."""
    splits = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    found = {left + right[1:] for left, right in splits if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    found |= {left + letter + right for left, right in splits for letter in _ALPHABET}
    found |= {left + letter + right[1:] for left, right in splits if right for letter in "aeiou"}
    return found


def _ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


def _spelling(word: str) -> tuple[str, ...]:
    return (f"y{word[-3:]}", f"z{word[-2:]}", f"A{word[:2]}", f"B{word[:3]}", f"C{min(len(word), 11)}")


def _kind(name: int, word: int, *, capital: bool) -> str:
    if capital:
        return "<C>"
    if name:
        return "<B>" if word else "<N>"
    return "<W>" if word else "<U>"
