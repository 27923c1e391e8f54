"""For how many people a document says it is: "8-12 people", "entre 10 y 15 participantes"."""

from __future__ import annotations

import re

_PEOPLE = re.compile(
    r"\b(\d{1,3})\s*(?:-|–|—|to|a|y|and|or|o)\s*(\d{1,3})\s+(?:people|participants|neighbou?rs|persons"
    r"|participantes|personas|vecin[ao]s)\b",
    re.IGNORECASE,
)
_MOST_PEOPLE = 500
_MOST_WORDS = 10


def people_told(text: str) -> tuple[int, int] | None:
    """Return the fewest and the most people that a text names, or None when it names none."""
    found = _PEOPLE.search(text)
    if found and 1 <= int(found[1]) <= int(found[2]) <= _MOST_PEOPLE:
        return int(found[1]), int(found[2])
    return None


def is_about_people(text: str) -> bool:
    """Whether a line says for how many people the guide is, and little else."""
    return len(text.split()) <= _MOST_WORDS and people_told(text) is not None
