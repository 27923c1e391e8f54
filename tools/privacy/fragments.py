"""Makes labelled fragments, as people type notes in a hurry, from templates and lists of names.

The same seed makes the same fragments on every machine: all chance comes from one generator, and lists
are sorted.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.tokens import name_key

FOLDER = Path(__file__).parent / "fragments"
_SLOT = re.compile(r"\{(\w+)\}")
_SPANISH_ENDINGS = ("ez", "os", "as", "o", "a", "es", "al", "in", "on", "ar")
_GRADES = ((4, 0.35), (3, 0.6), (2, 0.8), (1, 1.0))
_LEAST_AMBIGUOUS, _AMBIGUOUS_NAME = 3, 2
_CLEARLY_A_WORD, _CLEARLY_A_NAME = 4, 3
_COMMON_VERB = 3
_FOREIGN_SHARE = 0.07
_SMALL_HAND, _CAREFUL_HAND, _SHOUTING_HAND = 0.42, 0.66, 0.68
"""How many write in small letters, begin with a capital, shout; the rest gives capitals to names alone."""
_ENDED_MOSTLY, _ENDED_SELDOM = 0.7, 0.1
"""Who begins with a capital mostly ends with a full stop."""
_WORD_SHARES = ((6, 0.25), (5, 0.5), (4, 0.75), (3, 0.93), (2, 1.0))


_LETTERS = "ABCDEFGHJKLMNPRSTVWYZ"
_PARTICLES = ("de la", "del", "de", "al", "bin", "van")
_AS_NAME = {
    "{g}": 50,
    "{g} {s}": 20,
    "{g} {s}-{s}": 7,
    "{g} {g} {s}": 8,
    "{g} {I}. {s}": 5,
    "{g} {adjective} {noun}": 2,
    "{g} {s} {s}": 3,
    "{g} {of} {s}": 3,
    "{s}": 2,
}
_BEHIND_TITLE = {"{s}": 60, "{g}": 25, "{I}. {s}": 7, "{g} {s}": 8}
_AS_INITIALS = {
    "{I}.{I}.": 33,
    "{I}. {I}.": 15,
    "{I}{I}": 10,
    "{I}. {of} {I}.": 4,
    "{I}": 5,
    "{I}.": 8,
    "{I}. {s}": 14,
    "{g} {I}.": 11,
}
"""How people write a name, with the shares in a hundred."""
_NICKNAMED, _SHORT_ALONE, _SHORT_INSIDE = 0.12, 0.5, 0.6
_MOST_OF_SHORT_TITLE, _DOTTED = 5, 0.3
_COMMON_SHARE = 0.6


@dataclass(frozen=True)
class Fragment:
    """A text, and where the names of people in it are."""

    text: str
    names: tuple[tuple[int, int], ...]


def sections(text: str) -> dict[str, list[str]]:
    """Return the lines of a file under their headings: ``= heading``."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("= "):
            current = found.setdefault(line[2:], [])
        elif line.strip():
            current.append(line.strip())
    return found


def own_sections(text: str) -> dict[str, list[str]]:
    """Return the words of one of our own lists under their comments."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("#"):
            current = found.setdefault(line[1:].strip(), [])
        else:
            current.extend(line.split())
    return found


class NameSource:
    """Draws the names of people, common and rare, of one language's neighborhood."""

    def __init__(self, chance: random.Random, lists: NameLists, own: Sequence[str], *, spanish: bool) -> None:
        self._chance, self._own, self._spanish = chance, list(own), spanish
        grades = lists.grades
        home = grades.spanish if spanish else grades.english
        self._given = _by_grade(grades.given)
        self._surnames = _by_grade(grades.surnames)
        if spanish:
            self._surnames = {
                grade: [name for name in names if name.endswith(_SPANISH_ENDINGS)]
                for grade, names in self._surnames.items()
            }
        both = {name for name, grade in grades.given.items() if grade >= _AMBIGUOUS_NAME}
        self.ambiguous = sorted(name for name in both if home.get(name, 0) >= _LEAST_AMBIGUOUS)
        late = {name for name, grade in grades.surnames.items() if grade > _AMBIGUOUS_NAME}
        self.ambiguous_surnames = sorted(name for name in late if home.get(name, 0) >= _LEAST_AMBIGUOUS)

        self.doubtful = self.ambiguous + self.ambiguous_surnames
        self.everyday = [name for name in self.doubtful if home.get(name, 0) > _LEAST_AMBIGUOUS]

    def given(self) -> str:
        """Return a given name."""
        draw = self._chance.random()
        if draw < 0.25:
            return self._chance.choice(self.ambiguous)
        if draw < (0.75 if self._spanish else 0.55):
            return self._chance.choice(self._own)
        return self._graded(self._given)

    def surname(self) -> str:
        """Return a surname."""
        if self._chance.random() < 0.2:
            return self._chance.choice(self.ambiguous_surnames)
        return self._graded(self._surnames)

    def _graded(self, names: Mapping[int, Sequence[str]]) -> str:
        draw = self._chance.random()
        grade = next(grade for grade, up_to in _GRADES if draw < up_to)
        return self._chance.choice(names[grade])


def _by_grade(grades: Mapping[str, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {grade: [] for grade, _ in _GRADES}
    for name, grade in sorted(grades.items()):
        found[grade].append(name)
    return found


class WordStock:
    """Words of one language by how common they are, its verbs, and words with a capital that are nobody."""

    def __init__(self, lists: NameLists, *, spanish: bool) -> None:
        grades = lists.grades
        words = grades.spanish if spanish else grades.english
        self.verbs = sorted(_spanish_verbs(words) if spanish else _english_verbs(words))
        self.capitals = sorted(grades.capitals.keys() | {word for word in lists.usual if word.isascii()})
        self._foreign = sorted(
            word
            for word, grade in (grades.english if spanish else grades.spanish).items()
            if grade >= _CLEARLY_A_WORD and word not in words and word not in grades.given
        )
        self._words: dict[int, list[str]] = {grade: [] for grade in range(1, 7)}
        for word, grade in sorted(words.items()):
            if len(word) > 1 and not (
                grade < _CLEARLY_A_WORD and grades.given.get(word, 0) >= _CLEARLY_A_NAME
            ):
                self._words[grade].append(word)

    def word(self, chance: random.Random) -> str:
        """Return a word, a common one more often."""
        draw = chance.random()
        if chance.random() < _FOREIGN_SHARE:
            return chance.choice(self._foreign)
        return chance.choice(self._words[next(grade for grade, up_to in _WORD_SHARES if draw < up_to)])


def _english_verbs(words: Mapping[str, int]) -> set[str]:
    verbs = set()
    for word, grade in words.items():
        stem = word.removesuffix("e")
        if grade >= _COMMON_VERB and stem + "ed" in words and stem + "ing" in words:
            verbs |= {stem + "ed", word + "s"}
    return verbs


def _spanish_verbs(words: Mapping[str, int]) -> set[str]:
    verbs = set()
    for word, grade in words.items():
        if grade >= _COMMON_VERB and word.endswith(("ar", "er", "ir")) and len(word) > 4:
            first = word.endswith("ar")
            verbs |= {word[:-2] + ending for ending in (("ó", "a", "aba") if first else ("ió", "e", "ía"))}
    return verbs


class Fragments:
    """Fills the templates of one language."""

    def __init__(
        self,
        chance: random.Random,
        templates: Mapping[str, Sequence[str]],
        names: NameSource,
        stock: WordStock,
        *,
        spanish: bool,
    ) -> None:
        self._chance, self._templates, self._names, self._spanish = chance, templates, names, spanish
        self._stock = stock
        self._slots = {"k": "kin", "mo": "month", "c": "noun", "a": "adjective", "pl": "place", "x": "short"}
        self._people = {"n": self._person, "t": self._titled, "i": self._initials}
        self._others: dict[str, Callable[[], str]] = {
            "p": self._act,
            "amb": self._doubtful,
            "ty": self._mistyped,
            "cap": lambda: _capital(chance.choice(stock.capitals), chance),
            "st": lambda: _capital(names.surname(), chance),
            "L": lambda: chance.choice(_LETTERS),
        }

    def named(self) -> Fragment:
        """Return a fragment with names of people in it."""
        return self._styled(*self._filled(self._chance.choice(self._templates["named"])))

    def clean(self) -> Fragment:
        """Return a fragment that names nobody."""
        return self._styled(*self._filled(self._chance.choice(self._templates["clean"])))

    def salad(self) -> Fragment:
        """Return words that stand together by chance, each as often as it is common: none is a name."""
        return self._styled(
            " ".join(self._stock.word(self._chance) for _ in range(self._chance.randrange(3, 8))), ()
        )

    def _filled(self, template: str) -> tuple[str, list[tuple[int, int]]]:
        text, names, last = "", [], 0
        for slot in _SLOT.finditer(template):
            text += template[last : slot.start()]
            before, named = self._filling(slot[1])
            text += before
            if named:
                names.append((len(text), len(text) + len(named)))
                text += named
            last = slot.end()
        return text + template[last:], names

    def _filling(self, slot: str) -> tuple[str, str]:
        """Return the words of a slot: those that are no name, and the name."""
        if slot in self._people:
            return self._people[slot]()
        if slot in self._others:
            return self._others[slot](), ""
        return self._chance.choice(self._templates[self._slots[slot]]), ""

    def _person(self) -> tuple[str, str]:
        if self._chance.random() < _NICKNAMED:
            return "", self._nicknamed()
        return "", self._written(_AS_NAME)

    def _titled(self) -> tuple[str, str]:
        title = self._chance.choice(self._templates["title"])
        dot = "." if len(title) < _MOST_OF_SHORT_TITLE and self._chance.random() < _DOTTED else ""
        return f"{_capital(title, self._chance)}{dot} ", self._written(_BEHIND_TITLE)

    def _initials(self) -> tuple[str, str]:
        return "", self._written(_AS_INITIALS)

    def _doubtful(self) -> str:
        common = self._chance.random() < _COMMON_SHARE
        return self._chance.choice(self._names.everyday if common else self._names.doubtful)

    def _mistyped(self) -> str:
        return _slip(self._chance.choice(self._templates["noun"]), self._chance)

    def _act(self) -> str:
        """Return what somebody does: words written for this, or any verb with something behind it."""
        if self._chance.random() < _COMMON_SHARE:
            return self._chance.choice(self._templates["past"])
        verb = self._chance.choice(self._stock.verbs)
        if self._chance.random() < 0.3:
            return verb
        return f"{verb} {self._chance.choice(self._templates['behind'])} {self._stock.word(self._chance)}"

    def _written(self, patterns: Mapping[str, int]) -> str:
        """Return a name as one of ``patterns``, which have shares, writes it."""
        pattern = self._chance.choices(list(patterns), list(patterns.values()))[0]
        return _SLOT.sub(lambda slot: self._piece(slot[1]), pattern)

    def _piece(self, slot: str) -> str:
        match slot:
            case "g":
                return _capital(self._names.given())
            case "s":
                return _capital(self._names.surname())
            case "I":
                return self._chance.choice(_LETTERS)
            case "of":
                return self._chance.choice(_PARTICLES)
            case _:
                return _capital(self._chance.choice(self._templates[slot]))

    def _nicknamed(self) -> str:
        short = self._chance.choice(self._templates["short"])
        if self._chance.random() < _SHORT_ALONE:
            return _capital(short, self._chance)
        pattern = self._chance.choice(self._templates["nickname"])
        word = short if self._chance.random() < _SHORT_INSIDE else self._names.given()
        return _capital(pattern.replace("{x}", word), self._chance)

    def _styled(self, text: str, names: Sequence[tuple[int, int]]) -> Fragment:
        """Return the fragment as one of many hands types it; every letter stays in its place."""
        draw = self._chance.random()
        ended = _ENDED_MOSTLY if _SMALL_HAND <= draw < _CAREFUL_HAND else _ENDED_SELDOM
        if draw < _SMALL_HAND:
            text = _lowered(text)
        elif draw < _CAREFUL_HAND:
            text = text[:1].upper() + text[1:]
        elif draw < _SHOUTING_HAND:
            shouted = text.upper()
            text = shouted if len(shouted) == len(text) else text
        if self._chance.random() < ended and text[-1:].isalnum():
            text += self._chance.choice((".", ".", ".", "!", "..", ", again"))
        return Fragment(text, tuple(names))


def _lowered(text: str) -> str:
    small = text.lower()
    return small if len(small) == len(text) else text


def _capital(words: str, chance: random.Random | None = None) -> str:
    if chance is not None and chance.random() < 0.4:
        return words
    return re.sub(r"(?<![\w'])[^\W\d_]", lambda first: first[0].upper(), words)


def _slip(word: str, chance: random.Random) -> str:
    """Return ``word`` as a hurried hand types it: a letter lost, doubled, swapped, or all its vowels gone."""
    if len(word) < 4:
        return word
    at = chance.randrange(1, len(word) - 1)
    match chance.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case _:
            return word[0] + re.sub("[aeiouáéíóú]", "", word[1:])


def spoken(words: Sequence[str]) -> list[str]:
    """Return the words of a list as the lists know them, in order and once each."""
    return sorted({name_key(word) for word in words})
