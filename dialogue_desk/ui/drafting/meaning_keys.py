"""The letter that says what a line of a document is, and the menu of them all."""

from __future__ import annotations

from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

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

_BY_LETTER = {letter: meaning for meaning, letter in LETTERS.items()}


def meaning_of(letter: str) -> Meaning | None:
    """Return what a letter says that a line is, or None when it says nothing."""
    return _BY_LETTER.get(letter.upper())


def meaning_choices(words: Words) -> list[tuple[str, str, str]]:
    """Return each meaning by its id, its name and its letter."""
    return [(meaning, name_of(meaning, words), letter) for meaning, letter in LETTERS.items()]
