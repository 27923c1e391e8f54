"""What is written down at the wrap-up of a session, beside notes: each fact is a record of its own.

Two laptops may wrap up one session.  A fact that a session has only once (the counts of a category, the
top themes) has an id made of the session's, so that both laptops write the same record, and a person chooses
where they differ.

What a person did about things that were there (a step, a line read aloud, a choice of themes) carries
``saw``: the marks of what was there at that moment.  A mark is a digest of an id and a version, never of
words, and two facts that say the same and saw different things are no conflict: together they saw both.
None is what earlier versions of the app wrote.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from dialogue_desk.domain.model.ids import LONGEST_ID, RecordId

MOST_COUNTED = 1_000
MOST_DOTS = 100

Marks: TypeAlias = tuple[str, ...]

TOP_THEMES = "themes"
DOT_VOTE = "dot vote"
"""The names of facts that belong to the session as a whole."""


class CloseStep(StrEnum):
    """The steps of wrapping up, in the order they are offered; they can be done in any order."""

    READ_BACK = "read-back"
    TOP_THEMES = "top themes"
    ACTIONS = "actions"
    PARKING_LOT = "parking lot"
    ATTENDANCE = "attendance"
    TALLIES = "tallies"
    DEBRIEF = "debrief"
    PRIVACY = "privacy"
    EXPORT = "export"


class StepState(StrEnum):
    """What a person said about a step."""

    OPEN = "open"
    DONE = "done"
    LATER = "later"


class PrivacyAnswer(StrEnum):
    """What a person decided about something that may point to one person."""

    KEEP = "keep"
    REPLACE = "replace"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class ClosingStep:
    """A step of wrapping up, what a person said about it, and what they saw when they said it.

    ``answered`` is of the privacy check: every match had an answer when it was called done.
    """

    step: CloseStep
    state: StepState = StepState.DONE
    saw: Marks | None = field(default=None, compare=False)
    answered: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class TopThemes:
    """The themes that the circle wants to share first, in its order, and among which it chose."""

    themes: tuple[RecordId, ...] = ()
    saw: Marks | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Whether a note or an action idea was read to the circle, and in which words.

    It is a record of its own, so that ticking a note here and editing its words elsewhere is no conflict.
    """

    said: RecordId
    read: bool = True
    saw: Marks | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class TallyCategory:
    """One question of an organizer's tally sheet and its answers.  Its owner is the program."""

    name: str
    answers: tuple[str, ...]
    place: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people of a session gave each answer of a category: counts, never a name."""

    category: RecordId
    counts: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        if any(not 0 <= count <= MOST_COUNTED for _, count in self.counts):
            raise ValueError("a tally counts from none to 1000")


@dataclass(frozen=True, slots=True)
class DotVote:
    """How a circle voted on its action ideas: the dots each person had, and how many people voted."""

    dots_each: int
    voters: int

    def __post_init__(self) -> None:
        if not 0 <= self.dots_each <= MOST_DOTS or not 0 <= self.voters <= MOST_COUNTED:
            raise ValueError("up to 1000 people vote with up to 100 dots each")

    @property
    def budget(self) -> int:
        """How many dots there are in all."""
        return self.dots_each * self.voters


@dataclass(frozen=True, slots=True)
class Overrule:
    """Why notes were taken in a part where the guide asks for none, or for themes only."""

    part: str
    reason: str


@dataclass(frozen=True, slots=True)
class PrivacyDecision:
    """What a person decided about one find, so that the app does not ask again.

    ``mark`` is a digest of what was found, salted with the session's id: only the note has the words
    themselves.  ``words`` are those that replaced them.
    """

    mark: str
    answer: PrivacyAnswer
    words: str = ""


Fact: TypeAlias = ClosingStep | TopThemes | ReadBack | Tally | DotVote | Overrule | PrivacyDecision
"""What a session has once of each."""


def fact_of(body: Fact) -> str:
    """Return which fact of its session ``body`` states, for :func:`fact_id`."""
    match body:
        case ClosingStep(step=about) | ReadBack(said=about) | Tally(category=about):
            return about
        case TopThemes():
            return TOP_THEMES
        case DotVote():
            return DOT_VOTE
        case Overrule():
            return f"notes:{hashlib.sha256(body.part.encode()).hexdigest()[:16]}"
        case PrivacyDecision():
            return f"privacy:{body.mark}"


def fact_id(session: RecordId, fact: str) -> RecordId:
    """Return the id of a fact that a session has once: the same on every laptop.

    ``fact`` is a step's name, or the id of a note or a category.  When both together are too long for an
    id, as for half of a split note, a digest takes the place of the fact.
    """
    whole = f"{session}:{fact}"
    if len(whole) <= LONGEST_ID:
        return RecordId(whole)
    return RecordId(f"{session}:{hashlib.sha256(fact.encode()).hexdigest()[:32]}")
