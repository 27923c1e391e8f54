"""What the name tagger learns from: made fragments, labelled lines, and guides, which name nobody."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dialogue_desk.desk.session.privacy_words import name_lists
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.tokens import name_key, tokenize
from dialogue_desk.resources import resource
from tools.privacy.fragments import (
    FOLDER,
    Fragment,
    Fragments,
    NameSource,
    WordStock,
    own_sections,
    sections,
    spoken,
)
from tools.privacy.scoring import NAMES, Label, LabelledLine, lines_in

LINES = Path(__file__).parents[2] / "tests" / "domain" / "privacy" / "lines"
TAUGHT = (
    "tuned.en",
    "tuned.es",
    "tuned.others",
    "held.en",
    "held.es",
    "fragments.en",
    "fragments.es",
    "kinds.en",
    "kinds.es",
    "hurried.en",
    "hurried.es",
)
"""The files of labelled lines from which the tagger learns."""
_SEED = 20_26
_NAMED, _CLEAN = 8_000, 7_000
"""How many fragments of each language are made."""
_TIMES_SEEN = 3
"""How often each labelled line is seen: it was typed by a person."""
_ARTICLES = frozenset(("la", "el", "the", "old", "los", "las"))
_SENTENCE = re.compile(r"(?<=[.?!]) +|\n+")
_SPANISH_NAMES = ("Spanish", "More of them: English and Spanish")
_CODES = {"english": "en", "spanish": "es"}
_GUIDES = ("one-evening", "safety-together")


def lessons(lines: Sequence[LabelledLine]) -> list[Fragment]:
    """Return all fragments to learn from, always the same for the same ``lines``."""
    lists = name_lists()
    found: list[Fragment] = []
    for tongue, code in _CODES.items():
        found += _made(tongue, lists)
        found += _guide_sentences(code)
    return found + [fragment_of(line, lists) for line in lines for _ in range(_TIMES_SEEN)]


def labelled(names: Iterable[str]) -> list[LabelledLine]:
    """Return the labelled lines of the files ``names``."""
    return [line for name in names for line in lines_in(LINES / f"{name}.txt")]


def _made(tongue: str, lists: NameLists) -> Iterator[Fragment]:
    chance = random.Random(_SEED)
    spanish = tongue == "spanish"
    own = own_sections(resource("privacy", "given-names.txt").read_text(encoding="utf-8"))
    latin = {heading: words for heading, words in own.items() if not heading.startswith("Their own letters")}
    preferred = [name for heading in _SPANISH_NAMES for name in latin.get(heading, ())]
    drawn = spoken([name for words in latin.values() for name in words]) + spoken(preferred) * (4 * spanish)
    source = NameSource(chance, lists, drawn, spanish=spanish)
    templates = sections((FOLDER / f"{tongue}.txt").read_text(encoding="utf-8"))
    fragments = Fragments(chance, templates, source, WordStock(lists, spanish=spanish), spanish=spanish)
    for _ in range(_NAMED):
        yield fragments.named()
    for _ in range(_CLEAN):
        yield fragments.clean()
        yield fragments.salad()


def _guide_sentences(tongue: str) -> Iterator[Fragment]:
    for guide in _GUIDES:
        text = resource("guides", f"{guide}.{tongue}.guide.md").read_text(encoding="utf-8")
        for sentence in _SENTENCE.split(text):
            plain = sentence.strip(" -#*>|")
            if len(plain) > 12:
                yield Fragment(plain, ())
                yield Fragment(plain.casefold() if len(plain.casefold()) == len(plain) else plain, ())


def fragment_of(line: LabelledLine, lists: NameLists) -> Fragment:
    """Return a labelled line as something to learn from: the titles before a name are not part of it."""
    names = tuple(_bare(line.text, label, lists) for label in line.labels if label.kind in NAMES)
    return Fragment(line.text, names)


def _bare(text: str, label: Label, lists: NameLists) -> tuple[int, int]:
    start = label.start
    for word in tokenize(text[label.start : label.end]):
        key = name_key(word.text)
        if key not in _ARTICLES and key not in lists.cues.titles:
            return label.start + word.start, label.end
    return start, label.end
