"""What came of what circles asked for: the answer of whoever was asked, and what became of it since.

Both are about one line, a proposal or a question, and stand under its code.  Who answered is an office, never
a person.  Days are written as 2027-06-30, or "" where nobody said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desk.domain.model.ids import RecordId


class Reply(StrEnum):
    """What whoever was asked says to an ask: one of the words on the answer sheet."""

    YES = "yes"
    IN_PART = "in part"
    ALREADY_SO = "already so"
    LATER = "later"
    NO = "no"


class Status(StrEnum):
    """What has become of an ask or a proposal."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    ON_HOLD = "on hold"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_final(self) -> bool:
        """Whether nothing more is waited for."""
        return self in (Status.DONE, Status.DROPPED)


class Standing(StrEnum):
    """How far an ask is: what became of it or, until anybody says that, whether it has an answer."""

    WAITING = "waiting"
    ANSWERED = "answered"
    PLANNED = "planned"
    UNDER_WAY = "under way"
    ON_HOLD = "on hold"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to the line ``about``: why, from which office (``by``), and when people hear more."""

    about: RecordId
    reply: Reply
    why: str = ""
    by: str = ""
    next_day: str = ""

    def __post_init__(self) -> None:
        _check(self.next_day)


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of the line ``about``: what changed, by which evidence, and when there is more."""

    about: RecordId
    status: Status
    changed: str = ""
    evidence: str = ""
    next_day: str = ""

    def __post_init__(self) -> None:
        _check(self.next_day)


def _check(day: str) -> None:
    if day:
        date.fromisoformat(day)
