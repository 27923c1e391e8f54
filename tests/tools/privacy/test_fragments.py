"""Labelled fragments made from templates."""

import random

from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.word_lists import WordLists
from tools.privacy.fragments import FOLDER, Fragments, NameSource, WordStock, own_sections, sections

MANY = {f"{first}{second}a": grade for grade in (1, 2, 3, 4) for first in "bdg" for second in "aeio"}
WORDS = {
    f"w{letter}{end}": grade
    for letter in "abcdefgh"
    for end in ("", "ed", "ing")
    for grade in (2, 3, 4, 5, 6)
}
WORDS |= {f"grade{word}": word for word in range(1, 7)} | {
    "rose": 4,
    "hope": 5,
    "walk": 4,
    "walked": 4,
    "walking": 4,
}
LISTS = NameLists(
    given=frozenset(),
    usual=frozenset(("monday",)),
    grades=WordLists(
        english=WORDS,
        spanish={"casa": 5, "luz": 4},
        given={f"{name}{grade}".replace("1", "n").replace("2", "m").replace("3", "l").replace("4",
            "r"): grade for name in MANY for grade in (1, 2, 3, 4)} | {
            "rose": 3, "hope": 3},
        surnames={f"{name}{grade}".replace("1", "z").replace("2", "x").replace("3", "t").replace("4",
            "s"): grade for name in MANY for grade in (1, 2, 3, 4)} | {
            "rose": 4, "hope": 3},
        capitals={"texas": 1},
    ),
)  # fmt: skip


def made(seed, count):
    chance = random.Random(seed)
    templates = sections((FOLDER / "english.txt").read_text(encoding="utf-8"))
    names = NameSource(chance, LISTS, ["lupe"], spanish=False)
    fragments = Fragments(chance, templates, names, WordStock(LISTS, spanish=False), spanish=False)
    return [(fragments.named(), fragments.clean(), fragments.salad()) for _ in range(count)]


def test_the_same_seed_makes_the_same_fragments():
    assert made(3, 40) == made(3, 40)


def test_names_stand_where_they_are_said_to_stand():
    for named, clean, salad in made(5, 200):
        assert named.names and not clean.names and not salad.names
        for start, end in named.names:
            assert named.text[start:end].strip() == named.text[start:end] != ""


def test_lists_are_read_by_their_headings():
    assert sections("= one\na\nb\n\n= two\nc") == {"one": ["a", "b"], "two": ["c"]}
    assert own_sections("# one\na b\n# two\nc") == {"one": ["a", "b"], "two": ["c"]}
