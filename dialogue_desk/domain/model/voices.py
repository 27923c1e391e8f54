"""Whom a program wants in its circles, whom it invited, and what slips on paper said of who came: sums alone.

None of this is about one circle: people of a small circle could be known by a count.  So the slips of small
circles are put on one pile, counted together, and typed in as sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desk.domain.model.ids import RecordId

MOST_HOPED = 100_000
MOST_SLIPS = 10_000


class VoiceKind(StrEnum):
    """What sort of people a program wants to hear from."""

    GROUP = "group"
    NEIGHBORHOOD = "neighborhood"
    SECTOR = "sector"
    POLICE = "police"
    OFFICIALS = "officials"
    YOUNG = "young people"
    BRIDGE = "bridge-building organizations"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a program wants in its circles: people of this ``name``, as many as are ``hoped`` for.

    ``category`` and ``answer`` are the question and the answer on the tally sheet by which they are counted;
    None and "" where no question asks for them.  ``hoped`` is 0 where nobody said how many.
    """

    name: str
    kind: VoiceKind = VoiceKind.GROUP
    hoped: int = 0
    category: RecordId | None = None
    answer: str = ""
    place: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.hoped <= MOST_HOPED:
            raise ValueError("up to 100,000 people are hoped for")


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who was asked to bring people in: an organization or a role, never a person.

    ``to`` is whom, ``asked`` what for, and ``voices`` are those they are close to.  ``invited`` and
    ``signed_up`` are numbers of people they told of.
    """

    to: str
    asked: str = ""
    voices: tuple[RecordId, ...] = ()
    invited: int = 0
    signed_up: int = 0
    day: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.invited <= MOST_HOPED or not 0 <= self.signed_up <= MOST_HOPED:
            raise ValueError("up to 100,000 people are invited or sign up")
        if self.day:
            date.fromisoformat(self.day)


class SlipKind(StrEnum):
    """What a pile of slips is: the tally sheet's questions, or a questionnaire before or after."""

    TALLY = "tally"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class PooledCounts:
    """What a pile of ``slips`` from several circles says, added up: never what one slip says.

    ``counts`` are how many slips gave which answer to which question: the id of a category and one of its
    answers or, on a questionnaire, the key of a statement and a step of its scale.  A question that some left
    empty has fewer answers than there are slips.  ``said`` is what was written on open lines, in no order.
    """

    kind: SlipKind
    circles: tuple[RecordId, ...]
    slips: int
    counts: tuple[tuple[str, str, int], ...] = ()
    said: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.circles or len(set(self.circles)) < len(self.circles):
            raise ValueError("slips are of circles, each named once")
        if not 0 < self.slips <= MOST_SLIPS or any(count < 0 for _, _, count in self.counts):
            raise ValueError("up to 10,000 slips are counted")
        asked = [(question, answer) for question, answer, _ in self.counts]
        if len(set(asked)) < len(asked) or len(self.said) > self.slips:
            raise ValueError("each answer is counted once, and each slip has one open line")
        if any(self.answered(question) > self.slips for question, _ in asked):
            raise ValueError("a question has no more answers than there are slips")

    def answered(self, question: str) -> int:
        """Return how many slips answer a question."""
        return sum(count for one, _, count in self.counts if one == question)
