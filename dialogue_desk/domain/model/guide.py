"""The script of a dialogue: a guide, its sessions and their parts.

Only the texts of a guide differ between its languages: the ids, the minutes and the kinds are the same.
How long parts take is in ``guide_lengths``, what will go wrong in ``guide_concerns``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.guide_extras import Card, CardKind, CarryOver, FillIn, Moment, Term
from dialogue_desk.domain.model.notes import NoteKind


class PartKind(StrEnum):
    """What the circle does in a part."""

    WELCOME = "welcome"
    PRIVACY_NOTICE = "privacy-notice"
    INTRODUCTIONS = "introductions"
    ICEBREAKER = "icebreaker"
    CHECK_IN = "check-in"
    GROUND_RULES = "ground-rules"
    RECAP = "recap"
    SILENCE = "silence"
    GO_ROUND = "go-round"
    PAIRS = "pairs"
    TRIOS = "trios"
    FOURS = "fours"
    VIEWS = "views"
    CASES = "cases"
    FACTS = "facts"
    OPEN_TALK = "open-talk"
    CURIOUS_QUESTIONS = "curious-questions"
    CAUCUS = "caucus"
    FISHBOWL = "fishbowl"
    GALLERY = "gallery"
    REPORT = "report"
    BRAINSTORM = "brainstorm"
    CLUSTER = "cluster"
    BALLOT = "ballot"
    ACTION_PLANNING = "action-planning"
    READ_BACK = "read-back"
    REFLECTION = "reflection"
    CLOSING = "closing"
    EVALUATION = "evaluation"
    BREAK = "break"


class Cut(StrEnum):
    """When a part may be shortened or dropped by a session that runs late."""

    NEVER = "never"
    LAST = "last"
    FIRST = "first"


class NotesPolicy(StrEnum):
    """What may be written down in a part."""

    ON = "on"
    THEMES_ONLY = "themes only"
    OFF = "off"


class Mode(StrEnum):
    """How people sit and talk in a part."""

    OPEN = "open"
    GO_ROUND = "go-round"
    POPCORN = "popcorn"
    SILENT = "silent"
    PAIRS = "pairs"
    TRIOS = "trios"
    FOURS = "fours"
    ONE_TWO_FOUR_ALL = "one-two-four-all"
    FISHBOWL = "fishbowl"
    CAUCUS = "caucus"
    ROTATION = "rotation"
    GALLERY = "gallery"
    BALLOT = "ballot"
    TALKING_PIECE = "talking-piece"


class Lead(StrEnum):
    """Who leads a part."""

    FIRST = "first"
    SECOND = "second"
    NOTE_TAKER = "note-taker"


class Hosts(StrEnum):
    """What the host of a table does when people change tables."""

    STAY = "stay"
    MOVE = "move"


class Audience(StrEnum):
    """For whom a guide is written."""

    ADULTS = "adults"
    YOUTH = "youth"
    MIXED = "mixed"


class Measure(StrEnum):
    """What gives a part its minutes when its guide names none."""

    SHARE = "share"
    EQUAL = "equal"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a part is when that depends on the session or on the people who came.

    ``percent`` is a part's share of the session.  ``floor`` is the one that is written; without it the floor
    is as many minutes as the part has.
    """

    measure: Measure
    percent: int = 0
    floor: int | None = None


@dataclass(frozen=True, slots=True)
class PartStep:
    """A piece of a part with its own minutes, such as the first listener of a pair.

    ``floor`` is the fewest minutes, None as many as ``minutes``.  Steps with the same word in ``equal``
    always get the same minutes as each other.
    """

    title: str
    minutes: int
    text: str = ""
    floor: int | None = None
    equal: str = ""

    @property
    def fewest(self) -> int:
        """The fewest minutes it is still worth."""
        return self.minutes if self.floor is None else self.floor


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a part; an optional one may be left out."""

    text: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a session: what it is for, what to say, what to ask.

    ``minutes`` is how long it is planned to take, ``floor`` the shortest that still makes sense; with a
    ``length`` they depend on the session or the people, and are those for the circle the guide is made for.
    Without ``clock`` only the time that has passed is shown.  ``at`` is the minute of the day at which it
    begins.  With a ``track`` it is for those of this track alone, while the others do theirs.
    ``optional`` are the places, from 0, of questions in ``ask`` that may be left out; ``choose`` is how many
    of the questions to ask, None means all of them; ``local`` is how many more the place may add.
    ``seconds_each`` makes it a go-round; ``silence`` (before it) and ``pause`` (between two
    speakers) are seconds too.  ``table`` is how many sit at one, at least and at most.
    """

    id: str
    kind: PartKind
    title: str
    minutes: int
    floor: int
    cut: Cut
    purpose: str = ""
    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    choose: int | None = None
    tips: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    notes: NotesPolicy = NotesPolicy.ON
    wanted: tuple[NoteKind, ...] = ()
    seconds_each: int | None = None
    silence: int = 0
    pause: int = 0
    steps: tuple[PartStep, ...] = ()
    length: Length | None = None
    clock: bool = True
    at: int | None = None
    track: str = ""
    mode: Mode | None = None
    lead: Lead | None = None
    table: tuple[int, int] | None = None
    hosts: Hosts | None = None
    local: int = 0
    dots: int | None = None
    optional: tuple[int, ...] = ()
    note_taker: tuple[str, ...] = ()
    carry_over: tuple[CarryOver, ...] = ()
    fill_in: tuple[FillIn, ...] = ()
    cards: tuple[Card, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, each with whether it may be left out."""
        return tuple(Question(text, place in self.optional) for place, text in enumerate(self.ask))

    def cards_of(self, kind: CardKind) -> tuple[Card, ...]:
        """Return the cards of one kind, in order."""
        return tuple(card for card in self.cards if card.kind is kind)


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """One session of a guide.  ``minutes`` is what people were promised.

    ``before`` is what to do before the meeting.  In a ``joint`` session all circles meet together; an
    ``optional`` one is beside the series.
    """

    id: str
    title: str
    minutes: int
    goal: str
    parts: tuple[Part, ...]
    before: tuple[str, ...] = ()
    joint: bool = False
    optional: bool = False

    def part(self, part_id: str) -> Part:
        """Return the part with this id.

        Raises:
            KeyError: when the session has no such part.
        """
        return {part.id: part for part in self.parts}[part_id]

    @property
    def options(self) -> dict[tuple[str, str], str]:
        """The titles of the options, in order, each by the id of its part and its own."""
        return {
            (part.id, card.id): card.title for part in self.parts for card in part.cards_of(CardKind.OPTION)
        }

    @property
    def tracks(self) -> tuple[str, ...]:
        """The tracks of its parts, in the order they begin."""
        return tuple(dict.fromkeys(part.track for part in self.parts if part.track))


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide in one language.

    ``people`` is the smallest and the largest circle it is made for, ``best`` the one it suits best.
    Without sessions it is a deck of moments, which go with every guide.
    """

    id: str
    version: str
    language: str
    title: str
    summary: str
    people: tuple[int, int]
    ground_rules: tuple[str, ...]
    sessions: tuple[SessionPlan, ...]
    best: int | None = None
    audience: Audience | None = None
    license: str = ""
    credit: str = ""
    glossary: tuple[Term, ...] = ()
    moments: tuple[Moment, ...] = ()

    def session(self, plan_id: str) -> SessionPlan:
        """Return the session plan with this id.

        Raises:
            KeyError: when the guide has no such session.
        """
        return {plan.id: plan for plan in self.sessions}[plan_id]


def version_order(version: str) -> tuple[int, ...]:
    """Return what puts versions such as 1.9 and 1.10 in their order; what is no version comes first."""
    numbers = version.split(".")
    return tuple(map(int, numbers)) if all(one.isdecimal() for one in numbers) else ()
