"""A practice script: an invented conversation, line by line, and what a practiced note-taker wrote of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dialogue_desk.domain.model.notes import NoteKind

WORDS_A_MINUTE = 130
"""An ordinary pace of speech in a circle."""

BETWEEN_PARTS_S = 5
"""The seconds of quiet between two parts."""


FACILITATOR = "F"
"""The letter of whoever facilitates; the others only show where the voice changes."""


class MarkKind(StrEnum):
    """By what some words of a line could tell who is meant."""

    NAME = "name"
    PLACE = "place"
    ROLE = "role"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a line that belong in no note, exactly as they are said."""

    kind: MarkKind
    words: str


@dataclass(frozen=True, slots=True)
class Written:
    """What a practiced note-taker wrote about a line."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """One line of talk, ``at`` so many seconds from the start of its part.

    ``voice`` is a letter that only shows where the voice changes.  ``written`` is None for a line that is
    worth no note.
    """

    at: int
    voice: str
    text: str
    written: Written | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticePart:
    """The talk in one part of a session; ``id`` is that of the part in the guide."""

    id: str
    title: str
    lines: tuple[PracticeLine, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line where it comes in the whole practice: from which second to which, at the ordinary pace.

    ``part`` and ``place`` count from 0; ``place`` goes on through all parts.
    """

    place: int
    part: int
    line: PracticeLine
    begins: int
    ends: int


@dataclass(frozen=True)
class PracticeScript:
    """An invented conversation in the parts of one session of a guide."""

    id: str
    version: str
    language: str
    title: str
    summary: str
    guide: str
    session: str
    parts: tuple[PracticePart, ...]

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """Every line in the order of the practice.

        A line ends when its words are said, or when the next one cuts in.
        """
        found: list[Spoken] = []
        begun = 0
        for number, part in enumerate(self.parts):
            for place, line in enumerate(part.lines):
                ends = line.at + _seconds_of(line.text)
                if place + 1 < len(part.lines):
                    ends = min(ends, part.lines[place + 1].at)
                found.append(Spoken(len(found), number, line, begun + line.at, begun + ends))
            if part.lines:
                begun = found[-1].ends + BETWEEN_PARTS_S
        return tuple(found)

    @cached_property
    def seconds(self) -> int:
        """How long all of it takes at the ordinary pace."""
        return self.spoken[-1].ends if self.spoken else 0


def _seconds_of(text: str) -> int:
    """Return how long it takes to say ``text``: at least a second."""
    return max(1, round(len(text.split()) * 60 / WORDS_A_MINUTE))
