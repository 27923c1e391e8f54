"""Words and phrases that mean the same, in groups of English and Spanish, as a person can write them.

A line is a group: words with commas between them, English before a bar, Spanish behind it.  ``#`` begins a
remark.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_GROUPS = 5_000
LONGEST_GROUP = 2_000
"""How many signs the line of a group may have."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """One group: phrases that mean the same, in English and in Spanish."""

    english: tuple[str, ...]
    spanish: tuple[str, ...] = ()


class SynonymsUnreadable(Exception):
    """A list that is none: ``line`` is the first line that is too long, or one line too many."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is no group of synonyms")
        self.line = line


def synonyms_in(text: str) -> tuple[Synonyms, ...]:
    """Return the groups of a list, in its order.

    Raises:
        SynonymsUnreadable: when a line is too long to be a group, or there are too many of them.
    """
    groups: list[Synonyms] = []
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.partition("#")[0].strip()
        if not said:
            continue
        if len(line) > LONGEST_GROUP or len(groups) == MOST_GROUPS:
            raise SynonymsUnreadable(number)
        english, _, spanish = said.partition("|")
        groups.append(Synonyms(_phrases(english), _phrases(spanish)))
    return tuple(groups)


def _phrases(side: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in side.split(",") if phrase.strip())
