"""What organizers make of what many circles said, beside it: nothing here changes what a circle wrote.

Each belongs to a program.  What can be said once of a thing (under which themes a note counts, which office
a proposal is for) has an id made of the program's and the thing's, so that two organizers who say it write
one record, and where they differ a person chooses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from dialogue_desk.domain.model.answers import Answer, Progress
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Horizon, Level
from dialogue_desk.domain.model.questionnaire import Questionnaire
from dialogue_desk.domain.model.voices import PooledCounts


@dataclass(frozen=True, slots=True)
class Coding:
    """Under which themes organizers count a note; it stands before those that the note has."""

    note: RecordId
    themes: tuple[RecordId, ...] = ()


class Rung(StrEnum):
    """How two action ideas, or two themes, stand to each other; the first two count as one.

    ``DIFFERENT`` says no more than that they are not one: an offer that was refused, or a proposal that was
    taken apart.  ``RELATED`` is a word for readers, who see the one beside the other.
    """

    DUPLICATE = "duplicate"
    NEAR = "near"
    RELATED = "related"
    CONFLICT = "conflict"
    DIFFERENT = "different"

    @property
    def merges(self) -> bool:
        """Whether two such ideas or themes are counted as one."""
        return self in (Rung.DUPLICATE, Rung.NEAR)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two action ideas, or two themes, stand to each other, the lesser id first, and why."""

    one: RecordId
    other: RecordId
    rung: Rung
    why: str = ""

    def __post_init__(self) -> None:
        if not self.one < self.other:
            raise ValueError("two different things are named in the order of their ids")


@dataclass(frozen=True, slots=True)
class Card:
    """What organizers add to a proposal or an open question: whom it is for, and their words for it.

    ``about`` is an action idea, or a note that asks.  ``actor`` is the office that has to act or can answer,
    ``joins`` are others that would take part.  "" and None leave what the circle wrote.
    """

    about: RecordId
    actor: str = ""
    joins: tuple[str, ...] = ()
    what: str = ""
    first_step: str = ""
    horizon: Horizon | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Star:
    """That a line is wanted in the report.

    ``with_circle``: its circle and place may stand beside it, though it could be one person's.
    """

    line: RecordId
    with_circle: bool = False


class SentenceRole(StrEnum):
    """What a sentence of the report is for."""

    QUESTION = "question"
    FINDING = "finding"
    ASK = "ask"
    TITLE = "title"


class FindingKind(StrEnum):
    """What a finding counts: in how many circles people did this on a theme."""

    RAISED = "raised"
    AGREED = "agreed"
    DIFFERED = "differed"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class ReportSentence:
    """A sentence of the report as organizers want it: the question, a finding, an ask, a theme's title.

    ``texts`` are pairs of a language and the sentence in it; in another language, or where there are none,
    the sentence that the counts propose stands.  ``about`` are the themes it speaks of, or one idea for an
    ask; ``kind`` says what a finding counts of them.  ``place`` orders findings and asks, with gaps for new
    ones between; one that is ``left_out`` is not proposed again.  An ask says by whom (``actor``) and by when
    (``by``, a day as 2027-06-30).

    When a person last read it, ``counted`` circles of the ``met`` that had met stood behind it; where themes
    of a finding were not level, ``each`` counts them in the order of ``about``.
    """

    role: SentenceRole
    texts: tuple[tuple[str, str], ...] = ()
    about: tuple[RecordId, ...] = ()
    place: int = 0
    actor: str = ""
    by: str = ""
    kind: FindingKind | None = None
    left_out: bool = False
    counted: int = 0
    met: int = 0
    each: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.by:
            date.fromisoformat(self.by)

    def text(self, language: str) -> str:
        """Return the sentence in a language; "" where nobody wrote it."""
        return dict(self.texts).get(language, "")


@dataclass(frozen=True, slots=True)
class ReportOutline:
    """Which sections a report has, in their order, and which a person left out.

    ``headings`` are a person's own: each the section, the language, and the heading in it.
    """

    sections: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    headings: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words that mean the same in a program, in any of its languages, beside those the app knows."""

    words: tuple[str, ...] = ()


ProgramFact: TypeAlias = (
    Coding
    | Likeness
    | Card
    | Star
    | ReportSentence
    | ReportOutline
    | Answer
    | Progress
    | Questionnaire
    | Forum
    | ForumOption
    | BallotEntry
    | ActionTeam
)
"""What can be said once of a thing in a program."""

OUTLINE = "report outline"
QUESTIONNAIRE = "questionnaire"
FORUM = "forum"
"""What a program has once: the end of its record's id."""


def program_fact_id(program: RecordId, fact: ProgramFact) -> RecordId:
    """Return the id of the record in which a program says ``fact``: the same on every laptop."""
    return RecordId(f"{program}:{_said_of(fact)}")


def coding_id(program: RecordId, note: RecordId) -> RecordId:
    """Return the id of the record that says under which themes a note counts."""
    return program_fact_id(program, Coding(note))


def card_id(program: RecordId, about: RecordId) -> RecordId:
    """Return the id of the card of a proposal or a question."""
    return program_fact_id(program, Card(about))


def star_id(program: RecordId, line: RecordId) -> RecordId:
    """Return the id of the star of a line."""
    return program_fact_id(program, Star(line))


def likeness(one: RecordId, other: RecordId, rung: Rung, why: str = "") -> Likeness:
    """Return how two ideas or themes stand to each other, whichever is named first."""
    return Likeness(min(one, other), max(one, other), rung, why)


def spoken_of(body: object) -> tuple[RecordId, ...]:
    """Return what a record of organizers is about; when one of these is erased, it goes too.

    Sums of several circles are about none of them; what was written on open lines is about each.
    """
    match body:
        case Coding(note=line) | Star(line=line):
            return (line,)
        case Likeness(one=one, other=other):
            return one, other
        case Card() | Answer() | Progress() | ForumOption() | ActionTeam():
            return (body.about,)
        case PooledCounts(said=said, circles=circles) if said:
            return circles
        case ReportSentence(about=several):
            return several
        case _:
            return ()


def _said_of(fact: ProgramFact) -> str:
    match fact:
        case ReportSentence(role=role, about=about, kind=kind):
            return f"sentence:{_digest(role, kind or '', *about)}"
        case ReportOutline():
            return OUTLINE
        case Questionnaire():
            return QUESTIONNAIRE
        case Forum():
            return FORUM
        case BallotEntry(entry=entry, number=number):
            return f"ballot:{entry}:{number}"
        case _:
            return f"{_CALLED[type(fact)]}:{_digest(*spoken_of(fact))}"


_CALLED: Mapping[type[ProgramFact], str] = {
    Coding: "coding",
    Likeness: "likeness",
    Card: "card",
    Star: "star",
    Answer: "answer",
    Progress: "progress",
    ForumOption: "option",
    ActionTeam: "team",
}
"""What the ids of facts begin with that are drawn from what they speak of alone."""


def _digest(*ids: str) -> str:
    return hashlib.sha256("\0".join(ids).encode()).hexdigest()[:24]
