"""For how many people a document says it is: "8-12 people", "a circle of eight to ten neighbors"."""

from __future__ import annotations

import re

_COUNTED = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18,
    "twenty": 20, "twenty-four": 24, "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "dieciséis": 16, "dieciseis": 16,
    "dieciocho": 18, "veinte": 20, "veinticuatro": 24, "veinticinco": 25, "treinta": 30,
    "cuarenta": 40, "cincuenta": 50,
}  # fmt: skip
_NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(_COUNTED, key=len, reverse=True))})"
_PEOPLE = re.compile(
    rf"\b{_NUMBER}\s*(?:-|–|—|\b(?:to|a|y|and|or|o)\b)\s*{_NUMBER}\s+"
    r"(?:people|participants|neighbou?rs|persons|residents|participantes|personas|vecin[ao]s)\b",
    re.IGNORECASE,
)
_MOST_PEOPLE = 500
_SMALL_GROUP = 5
"""Prose says "three or four people" of a small group, and not of the circle."""
_MOST_WORDS = 10


def people_told(text: str) -> tuple[int, int] | None:
    """Return the fewest and the most people that a text names, or None when it names none."""
    for found in _PEOPLE.finditer(text):
        fewest, most = (_COUNTED.get(number.lower()) or int(number) for number in found.groups())
        in_words = not found[1].isdecimal()
        if 1 <= fewest <= most <= _MOST_PEOPLE and not (in_words and most <= _SMALL_GROUP):
            return fewest, most
    return None


def is_about_people(text: str) -> bool:
    """Whether a line says for how many people the guide is, and little else."""
    return len(text.split()) <= _MOST_WORDS and people_told(text) is not None
