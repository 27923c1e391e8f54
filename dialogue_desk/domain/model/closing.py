"""What a circle leaves behind at the close, beside what was said: each fact a record of its own.

Two laptops may close one session.  A fact that a session has once only (the head-count of a category, the
top themes) has an id drawn from the session's, so that both write the same record and a difference between
them is put before a person.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.ids import RecordId

_LONGEST_ID = 80

MOST_COUNTED = 1_000
MOST_DOTS = 100


class CloseStep(StrEnum):
    """The steps of a close, in the order in which they are offered; they can be done in any."""

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
    """What a person said of a step."""

    OPEN = "open"
    DONE = "done"
    LATER = "later"


class PrivacyAnswer(StrEnum):
    """What a person decided about something that may point at somebody."""

    KEEP = "keep"
    REPLACE = "replace"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class ClosingStep:
    """A step of the close, and what was said of it."""

    step: CloseStep
    state: StepState = StepState.DONE


@dataclass(frozen=True, slots=True)
class TopThemes:
    """The themes that the circle chose to pass on first, in its order."""

    themes: tuple[RecordId, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadBack:
    """Whether a note or an action idea was read to the circle.

    Apart from the note, so that ticking one while another laptop mends its words is no clash.
    """

    said: RecordId
    read: bool = True


@dataclass(frozen=True, slots=True)
class TallyCategory:
    """One question of an organizer's tally sheet and its answers.  It lies under the program."""

    name: str
    answers: tuple[str, ...]
    place: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people of a session gave each answer of a category: counts, and never a name."""

    category: RecordId
    counts: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        if any(not 0 <= count <= MOST_COUNTED for _, count in self.counts):
            raise ValueError("a tally counts from none to 1000")


@dataclass(frozen=True, slots=True)
class DotVote:
    """How a circle weighed its action ideas: the dots each person had, and how many people voted."""

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
    """What a person decided about one find, so that it is not asked again.

    ``mark`` is a digest of what was found, salted with the session's id: the words themselves are kept
    nowhere but in the note.  ``words`` stand in their place when they were replaced.
    """

    mark: str
    answer: PrivacyAnswer
    words: str = ""


def fact_id(session: RecordId, fact: str) -> RecordId:
    """Return the id of a fact that a session has once: the same on every laptop.

    ``fact`` is a step's name, the id of a note or of a category.  Where both together are too long for an
    id, as with half of a note that was split, a digest stands for it.
    """
    whole = f"{session}:{fact}"
    if len(whole) <= _LONGEST_ID:
        return RecordId(whole)
    return RecordId(f"{session}:{hashlib.sha256(fact.encode()).hexdigest()[:32]}")
