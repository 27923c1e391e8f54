"""The letter that says what a line of a document is, and the menu of them all."""

from __future__ import annotations

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.ui.core.actions import Action
from dialogue_desk.words import Words
from dialogue_desk.words.guide_names import guide_name_of

LETTERS = {
    Meaning.SESSION: "S",
    Meaning.PART: "P",
    Meaning.STEP: "E",
    Meaning.SAY: "A",
    Meaning.ASK: "Q",
    Meaning.TIP: "T",
    Meaning.NOTE_TAKER: "N",
    Meaning.MATERIAL: "M",
    Meaning.GOAL: "G",
    Meaning.BEFORE: "B",
    Meaning.GROUND_RULE: "R",
    Meaning.MINUTES: "I",
    Meaning.CARD: "C",
    Meaning.CARD_TEXT: "X",
    Meaning.TITLE: "H",
    Meaning.LEFT_OUT: "O",
}
"""What a person can choose, in the order of the menu."""

NEXT_LETTER = "L"
"""The letter that leads to the next line to look at."""

SPLIT_LETTER = "D"
"""The letter that divides a line into its sentences."""

_BY_LETTER = {letter: meaning for meaning, letter in LETTERS.items()}


def meaning_of(letter: str) -> Meaning | None:
    """Return what a letter says that a line is, or None when it says nothing."""
    return _BY_LETTER.get(letter.upper())


def meaning_choices(words: Words) -> list[tuple[str, str, str]]:
    """Return each meaning by its id, its name and its letter."""
    return [(meaning, guide_name_of(meaning, words), letter) for meaning, letter in LETTERS.items()]


def line_keys(words: Words) -> list[Action]:
    """Return the keys of the lines, for the sheet of keys."""
    group = words.tr("Lines of the document")
    acts = [
        Action("line menu", words.tr("Choose what the line is"), ("Enter",), "", group),
        Action("line right", words.tr("Right as it is, and on"), ("Space",), "", group),
        Action("line split", words.tr("Split into sentences"), (SPLIT_LETTER,), "", group),
        Action("line next", words.tr("Next line to look at"), (NEXT_LETTER,), "", group),
    ]
    named = ((meaning, guide_name_of(meaning, words), letter) for meaning, letter in LETTERS.items())
    return acts + [Action(f"line {meaning}", name, (letter,), "", group) for meaning, name, letter in named]
