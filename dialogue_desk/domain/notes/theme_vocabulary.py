"""What the words of themes mean: a word becomes the group of synonyms that it is in, or its stem.

Several words that are a phrase of a group become that group, in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from dialogue_desk.domain.model.text import plain_letters
from dialogue_desk.domain.notes.theme_synonyms import Synonyms
from dialogue_desk.domain.notes.theme_words import Grade, ThemeWords
from dialogue_desk.domain.notes.typing_errors import KnownSpellings
from dialogue_desk.domain.notes.word_stems import (
    Tongue,
    WordStems,
    english_forms,
    singular,
    singulars,
    words_of,
)

Key: TypeAlias = str
"""A group of synonyms, or the stem of a word that is in none."""

_LONGEST_PHRASE = 5
_FEWEST_OWN = 6
"""The fewest letters of a word that no language knows, of which another one may be a mistyped form."""
_FEWEST_RUN_TOGETHER, _FEWEST_OF_EACH = 8, 4
"""The fewest letters of two words that were written as one, and of each of them."""


@dataclass(frozen=True, slots=True)
class ThemeWord:
    """One word of a name: as it is ``written``, in ``plain`` letters, as it was ``meant``, and its meaning.

    ``tongue`` is the language whose word it is.
    """

    written: str
    plain: str
    meant: str
    stem: str
    key: Key
    tongue: Tongue

    @property
    def mistyped(self) -> bool:
        """Whether another word was meant than the one that stands there."""
        return self.meant != self.plain


Said: TypeAlias = tuple[Key, tuple[ThemeWord, ...]]
"""A meaning, and the words of a name that say it."""


@dataclass(slots=True)
class _Groups:
    """The groups of synonyms, by their words, by the stems of these, and by the meanings in a phrase."""

    of_word: dict[str, tuple[Key, Tongue]] = field(default_factory=dict)
    of_stem: dict[tuple[Tongue, str], tuple[int, Key]] = field(default_factory=dict)
    of_phrase: dict[frozenset[Key], Key] = field(default_factory=dict)


class ThemeVocabulary:
    """Knows the groups of synonyms, and which words exist.  One is for one thread, as its stems are."""

    def __init__(self, words: ThemeWords) -> None:
        self.words = words
        self._stems = WordStems()
        self._groups = _Groups()
        self._spelled: set[str] = set(words.slight)
        self._learn(words.synonyms)
        self._known = KnownSpellings(self._spelled)

    def says_nothing(self, word: str) -> bool:
        """Whether a word in plain letters is there for the grammar alone."""
        return word in self.words.silent or word in self.words.between

    def halves(self, word: str) -> tuple[str, ...]:
        """Return the two words that somebody wrote as one, as in a hashtag; else the word itself."""
        if len(word) >= _FEWEST_RUN_TOGETHER and not self._exists(word):
            for at in range(_FEWEST_OF_EACH, len(word) - _FEWEST_OF_EACH + 1):
                if all(half in self._spelled or half in self.words.silent for half in (word[:at], word[at:])):
                    return word[:at], word[at:]
        return (word,)

    def is_one_word(self, letters: str) -> bool:
        """Whether these letters, which somebody wrote as two words, are one that is in a group."""
        return letters in self._groups.of_word

    def word(self, plain: str, written: str = "", meant: str = "") -> ThemeWord:
        """Return a word in plain letters with its meaning.

        ``written`` is how it stands in the name, ``meant`` the word in its place if it was mistyped.
        """
        written, word = written or plain, meant or plain
        if (group := self._group_of(word)) is not None:
            key, tongue = group
            return ThemeWord(written, plain, word, self._stem(word, tongue), key, tongue)
        tongue = self._tongue(word)
        stem = self._stem(word, tongue)
        if tongue is Tongue.ENGLISH:
            return ThemeWord(written, plain, word, stem, stem, tongue)
        cognate = self._cognate(word)
        # "éxito" has the stem of "exit", and is another word.
        key = self._stem(cognate, Tongue.ENGLISH) if cognate else f"{stem} (es)"
        return ThemeWord(written, plain, word, stem, key, tongue)

    def meanings(self, words: Sequence[ThemeWord]) -> list[Said]:
        """Return what words mean together: the longest phrases first, then phrases of these, then words."""
        said: list[Said] = [(word.key, (word,)) for word in words]
        place = {word: at for at, word in enumerate(words)}
        while (phrase := self._phrase(said, place)) is not None:
            key, parts = phrase
            inside = tuple(word for word in words if any(word in part[1] for part in parts))
            said = [(key, inside), *(one for one in said if one not in parts)]
        return said

    def meant(self, words: Iterable[str]) -> dict[str, str]:
        """Return, for words in plain letters that do not exist, those that were meant.

        That is a word of a group, another word among these, or the form of the same unknown word that is
        used most.
        """
        used = Counter(words)
        strange = {word: count for word, count in used.items() if not self._exists(word)}
        others = KnownSpellings(word for word in used if word not in strange and len(word) >= _FEWEST_OWN)
        meant: dict[str, str] = {}
        for word in strange:
            if (found := self._known.nearest(word) or others.nearest(word)) is not None:
                meant[word] = found
        own = [word for word in strange if word not in meant and len(word) >= _FEWEST_OWN]
        rank = {word: place for place, word in enumerate(sorted(own, key=lambda one: (-strange[one], one)))}
        others = KnownSpellings(rank)
        for word, place in rank.items():
            found = others.nearest(word)
            if found is not None and rank[found] < place:
                meant[word] = meant.get(found, found)
        return meant

    def turns(self, word: ThemeWord) -> bool:
        """Whether a word says the opposite of a name without it."""
        return word.meant in self.words.turning or singular(word.meant) in self.words.turning

    def _learn(self, groups: Sequence[Synonyms]) -> None:
        """Learn single words first: phrases are made of what their words mean."""
        entries: list[tuple[tuple[str, ...], Key, Tongue]] = []
        group_of: dict[tuple[str, ...], Key] = {}
        for number, group in enumerate(groups):
            sides = ((Tongue.ENGLISH, group.english), (Tongue.SPANISH, group.spanish))
            said = [
                (words, tongue) for tongue, side in sides for one in side if (words := self._content(one))
            ]
            # A group that has a phrase of an earlier one says more of the same.
            key = next((group_of[words] for words, _ in said if words in group_of), f"={number}")
            group_of.update((words, key) for words, _ in said)
            entries += [(words, key, tongue) for words, tongue in said]
        for words, key, tongue in entries:
            self._spelled.update(one for word in words for one in (word, singular(word)))
            if len(words) == 1:
                self._groups.of_word.setdefault(words[0], (key, tongue))
                stem = (tongue, self._stem(words[0], tongue))
                # "Trabajar" is nearer to "trabajo" than to "trabajadores".
                self._groups.of_stem[stem] = min(
                    self._groups.of_stem.get(stem, (99, "")), (len(words[0]), key)
                )
        for word, found in list(self._groups.of_word.items()):
            self._groups.of_word.setdefault(singular(word), found)
        for words, key, _ in entries:
            keys = frozenset(self.word(word).key for word in words)
            if len(keys) > 1:
                self._groups.of_phrase.setdefault(keys, key)

    def _content(self, phrase: str) -> tuple[str, ...]:
        words = (plain_letters(word) for word in words_of(phrase))
        return tuple(word for word in words if not self.says_nothing(word))

    def _group_of(self, word: str) -> tuple[Key, Tongue] | None:
        """Return the group of a word, or the one that has another form of it."""
        of_word = self._groups.of_word
        if (listed := next((one for one in singulars(word) if one in of_word), None)) is not None:
            return of_word[listed]
        for tongue in self._tongues(word):
            if (found := self._groups.of_stem.get((tongue, self._stem(word, tongue)))) is not None:
                return found[1], tongue
        return None

    def _stem(self, word: str, tongue: Tongue) -> str:
        """Return the stem of what a word is the plural of, or of the word itself."""
        exists = self._exists_in(tongue)
        return self._stems.stem(next((one for one in singulars(word)[::-1] if exists(one)), word), tongue)

    def _exists_in(self, tongue: Tongue) -> Grade:
        return self.words.spanish if tongue is Tongue.SPANISH else self.words.english

    def _phrase(
        self, said: Sequence[Said], place: Mapping[ThemeWord, int]
    ) -> tuple[Key, tuple[Said, ...]] | None:
        """Return the longest phrase that some of these are."""
        of_phrase = self._groups.of_phrase

        def rank(found: tuple[Key, tuple[Said, ...]]) -> tuple[bool, bool, int, Key]:
            # A phrase with "no" or "more" turns what the others say; words side by side belong together.
            words = [word for _, some in found[1] for word in some]
            places = [place[word] for word in words]
            slight = any(word.meant in self.words.slight for word in words)
            apart = max(places) - min(places) - len(places)
            return not any(map(self.turns, words)), slight, apart, found[0]

        for length in range(min(_LONGEST_PHRASE, len(said)), 1, -1):
            found = [
                (of_phrase[keys], some)
                for some in combinations(said, length)
                if (keys := frozenset(key for key, _ in some)) in of_phrase and len(keys) == length
            ]
            if found:
                return min(found, key=rank)
        return None

    def _exists(self, word: str) -> bool:
        words = self.words
        return (
            not word.isalpha()
            or self.says_nothing(word)
            or word in words.turning
            or word in self._spelled
            or singular(word) in self._groups.of_word
            or any(words.english(one) or words.spanish(one) for one in singulars(word))
        )

    def _tongues(self, word: str) -> list[Tongue]:
        """Return the languages that have a word, the likelier first; of a strange one the likelier alone."""
        likely = self._tongue(word)
        others = [one for one in Tongue if one is not likely]
        return [likely, *(one for one in others if any(map(self._exists_in(one), singulars(word))))]

    def _tongue(self, word: str) -> Tongue:
        english, spanish = (
            self._exists_in(one)(word) or max(map(self._exists_in(one), singulars(word))) for one in Tongue
        )
        return Tongue.SPANISH if spanish > english else Tongue.ENGLISH

    def _cognate(self, word: str) -> str | None:
        """Return the English word that a Spanish one is but for its ending."""
        return next((form for form in english_forms(word) if self.words.english(form)), None)
