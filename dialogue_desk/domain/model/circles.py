"""Who meets, where and by which guide: programs, circles, sessions and ground rules."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dialogue_desk.domain.model.ids import HOUR, Instant, Milliseconds, RecordId, possible

LONGEST_SESSION: Milliseconds = 30 * HOUR
MOST_PEOPLE = 1_000
MOST_SESSIONS = 1_000
MOST_ROUNDS = 100
AS_SPOKEN = 100
"""The interpretation factor, in percent, of a session where everyone speaks one language."""
MOST_INTERPRETED = 300
LONGEST_PART = 30 * 60
"""Minutes."""
LONGEST_TURN = 60 * 60
"""Seconds."""
USUAL_SMALLEST_TOTAL = 10
LEAST_SMALLEST_TOTAL = 5
"""Below this many people a count may point at one of them (``field.md`` section 5.2)."""
LONGEST_NAME, LONGEST_CODE = 120, 24
"""So many letters of a program's name and of a code are taken where they are typed."""
USUAL_LICENSE = (
    "All rights stay with the circles. Use this for the purpose of their program, and do not publish it."
)
"""On what terms data of a program may be used, where its organizers say nothing else."""


class Officers(StrEnum):
    """Whether police officers were in the room."""

    PRESENT = "present"
    PARTLY = "partly"
    NOT_PRESENT = "not present"


class Round(NamedTuple):
    """The circles of one season: their days, as 2027-03-01, and the id of their guide; "" where not set."""

    name: str
    first_day: str = ""
    last_day: str = ""
    guide: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """A community's whole effort.

    ``sessions`` is how many each circle has.  ``sample`` marks the made-up community to try
    things on.  A circle of fewer than ``smallest_total`` people keeps no tallies, and
    no smaller total is shown.  ``keep_until`` is the day on which the notes are to be erased, as
    2027-06-30, or empty.  ``seal_to`` is the organizer's public key, ``seal_to_also`` that of a second one:
    packages are sealed to both.  ``actors`` are who could act on what circles propose.  ``organizer`` and
    ``contact`` stand on paper.  ``answers`` is who will answer the report, by the day ``answer_by``;
    ``forum`` is the day of the action forum.  ``data_license`` says on what terms data may be used; "" means
    ``USUAL_LICENSE``.
    """

    name: str
    code: str = ""
    sessions: int = 1
    languages: tuple[str, ...] = ("en",)
    sample: bool = False
    smallest_total: int = USUAL_SMALLEST_TOTAL
    keep_until: str = ""
    seal_to: str = ""
    seal_to_also: str = ""
    rounds: tuple[Round, ...] = ()
    actors: tuple[str, ...] = ()
    organizer: str = ""
    contact: str = ""
    answers: str = ""
    answer_by: str = ""
    forum: str = ""
    data_license: str = ""

    @property
    def called(self) -> str:
        """What it is called where there is little room: its code, or else its name."""
        return self.code or self.name

    @property
    def contact_line(self) -> str:
        """Who organizes it and how to reach them, as far as that is known: "Porch Lights · 555 0134"."""
        return " · ".join(filter(None, (self.organizer.strip(), self.contact.strip())))

    def __post_init__(self) -> None:
        if not 0 <= self.sessions <= MOST_SESSIONS:
            raise ValueError("a program has at most 1000 sessions")
        if not LEAST_SMALLEST_TOTAL <= self.smallest_total <= MOST_PEOPLE:
            raise ValueError("totals are hidden below 5 or more people")
        days = (day for one in self.rounds for day in (one.first_day, one.last_day))
        _check_days(self.keep_until, self.answer_by, self.forum, *days)


@dataclass(frozen=True, slots=True)
class Circle:
    """A small group that meets through a guide, known by a code such as C07.

    ``keep_until`` is the day on which its notes are to be erased, as 2027-06-30; "" means its program's day.
    ``about`` says what sort of circle it is, ``youth`` that it is one of young people, ``affinity`` for whom
    it is where it is for one group only.  ``round`` is its place among the rounds of the program, from 1; 0
    where it has none.  ``formerly`` are the codes it had before; ``into`` is the circle with which it goes on
    since they merged, ``out_of`` the one it was split from.
    """

    code: str
    place: str = ""
    program: RecordId | None = None
    language: str = "en"
    keep_until: str = ""
    about: str = ""
    youth: bool = False
    affinity: str = ""
    round: int = 0
    formerly: tuple[str, ...] = ()
    into: RecordId | None = None
    out_of: RecordId | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.round <= MOST_ROUNDS:
            raise ValueError("a program has at most 100 rounds")
        _check_days(self.keep_until)


def _check_days(*days: str) -> None:
    for day in filter(None, days):
        date.fromisoformat(day)


@dataclass(frozen=True, slots=True)
class PartFit:
    """What one session changes of a part of its guide, so that it fits; 0 leaves it as the guide has it."""

    part: str
    minutes: int = 0
    seconds_each: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    """One meeting of one circle.

    ``guides`` are the texts of the guide it began with, the spoken language first; it keeps them even when
    the files change.  ``plan`` is the id of the session in the guide, and ``title`` is what the guide
    calls it, so that lists need not read the guide.  ``zone`` is the room's distance
    from UTC in minutes, so that a session reads the same wherever its package is opened.  ``present``
    is a count, never a list; ``officers`` says whether police were in the room.  ``factor`` is how long
    speech takes with its interpretation, in percent.  ``fitted`` names the parts that have other ``minutes``
    or other ``seconds_each`` here than in the guide; 0 is as in the guide.  ``track`` is which of the plan's
    tracks this circle follows, "" where it has none.
    """

    number: int
    plan: str
    guides: tuple[RecordId, ...]
    start: Instant
    hard_end: Instant
    people: int
    place: str = ""
    zone: int = 0
    languages: tuple[str, ...] = ("en",)
    present: int | None = None
    title: str = ""
    factor: int = AS_SPOKEN
    officers: Officers | None = None
    fitted: tuple[str, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds_each: tuple[int, ...] = ()
    track: str = ""

    @property
    def fits(self) -> tuple[PartFit, ...]:
        """What it changes of the parts of its guide."""
        return tuple(map(PartFit, self.fitted, self.minutes, self.seconds_each))

    @property
    def head_count(self) -> int:
        """How many people a session has: those who were counted or, until somebody counts, those expected."""
        return self.people if self.present is None else self.present

    def __post_init__(self) -> None:
        if not possible(self.start) or not 0 <= self.number <= MOST_SESSIONS:
            raise ValueError("a session has a date, and a number up to 1000")
        if not 0 < self.hard_end - self.start <= LONGEST_SESSION:
            raise ValueError("a session ends after it starts, and within 30 hours")
        if not 1 <= self.people <= MOST_PEOPLE or not 0 <= (self.present or 0) <= MOST_PEOPLE:
            raise ValueError("a head-count lies between 1 and 1000")
        if not -1_440 <= self.zone <= 1_440:
            raise ValueError("a time zone lies within a day of UTC")
        if not AS_SPOKEN <= self.factor <= MOST_INTERPRETED:
            raise ValueError("interpretation takes from no time more to three times as long")
        _check_fits(self)


def _check_fits(session: Session) -> None:
    fitted, minutes, seconds = session.fitted, session.minutes, session.seconds_each
    if not len(set(fitted)) == len(fitted) == len(minutes) == len(seconds):
        raise ValueError("a session names each fitted part once, with its minutes and its turns")
    if not all(0 <= one <= LONGEST_PART for one in minutes) or not all(
        0 <= one <= LONGEST_TURN for one in seconds
    ):
        raise ValueError("a part has at most 30 hours, and a turn at most one")


@dataclass(frozen=True, slots=True)
class GroundRule:
    """One thing the circle agreed on.  ``place`` orders the rules, with gaps for new ones between."""

    text: str
    place: int


@dataclass(frozen=True, slots=True)
class GuideText:
    """The text of a guide's file in one language, as it was when a session began."""

    guide: str
    version: str
    language: str
    text: str

    @property
    def id(self) -> RecordId:
        """The id of its record: a digest of the text, so that it is the same on every laptop."""
        return RecordId(f"guide-{hashlib.sha256(self.text.encode()).hexdigest()[:32]}")
