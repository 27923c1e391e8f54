"""The script of a dialogue: a guide, its sessions, their parts, and what will go wrong in a session.

Only the texts of a guide differ between its languages: the ids, the minutes and the kinds are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class PartStep:
    """A piece of a part with its own minutes, such as the first listener of a pair."""

    title: str
    minutes: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a session: what it is for, what to say, what to ask.

    ``minutes`` is how long it is planned to take, ``floor`` the shortest that still makes sense.
    ``choose`` is how many of the questions to ask; None means all of them.
    ``seconds_each`` makes it a go-round; ``silence`` (before it) and ``pause`` (between two
    speakers) are seconds too.
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


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """One session of a guide.  ``minutes`` is what people were promised."""

    id: str
    title: str
    minutes: int
    goal: str
    parts: tuple[Part, ...]

    def part(self, part_id: str) -> Part:
        """Return the part with this id.

        Raises:
            KeyError: when the session has no such part.
        """
        return {part.id: part for part in self.parts}[part_id]


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide in one language.  ``people`` is the smallest and the largest circle it is made for."""

    id: str
    version: str
    language: str
    title: str
    summary: str
    people: tuple[int, int]
    ground_rules: tuple[str, ...]
    sessions: tuple[SessionPlan, ...]

    def session(self, plan_id: str) -> SessionPlan:
        """Return the session plan with this id.

        Raises:
            KeyError: when the guide has no such session.
        """
        return {plan.id: plan for plan in self.sessions}[plan_id]


_WORDLESS = (PartKind.SILENCE, PartKind.BREAK)


def go_round_seconds(
    people: int, seconds_each: int, pause: int = 0, silence: int = 0, factor: int = 100
) -> int:
    """Return how many seconds a go-round takes: the silence before it, the turns, the pauses between.

    ``factor`` is how long a turn takes with its interpretation, in percent.
    """
    return -(-people * seconds_each * factor // 100) + max(people - 1, 0) * pause + silence


def fitting_seconds_each(part: Part, people: int, factor: int = 100) -> int:
    """Return the longest turn, in steps of 5 seconds, that lets everyone speak within the part, or 0."""
    left = part.minutes * 60 - go_round_seconds(people, 0, part.pause, part.silence)
    return max(left * 100 // (people * factor) // 5 * 5, 0)


def minutes_needed(plan: SessionPlan, factor: int) -> int:
    """Return how long the parts take when speech takes ``factor`` percent; silence takes no longer."""
    percent = sum(part.minutes * (100 if part.kind in _WORDLESS else factor) for part in plan.parts)
    return -(-percent // 100)


class ConcernKind(StrEnum):
    """A reason why a session will go wrong."""

    DOES_NOT_ADD_UP = "does not add up"
    FLOOR_ABOVE_MINUTES = "floor above minutes"
    STEPS_TOO_LONG = "steps too long"
    GO_ROUND_TOO_LONG = "go-round too long"
    NO_CLOSING = "no closing"
    NOTHING_TO_CUT = "nothing to cut"


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that will go wrong in a session.

    ``part`` is the id of the part, "" when it is the whole session.  ``planned`` is what the guide
    gives and ``needed`` what it takes, in minutes (begun minutes count as whole ones);
    ``seconds_each`` is the turn of a go-round that would fit, 0 when none does.
    """

    kind: ConcernKind
    part: str = ""
    planned: int = 0
    needed: int = 0
    seconds_each: int = 0


def concerns(plan: SessionPlan, people: int, factor: int = 100) -> tuple[Concern, ...]:
    """Return what will go wrong when ``people`` meet for this session, the whole session first.

    ``factor`` is how long a turn takes with its interpretation, in percent.
    """
    return (
        *_session_concerns(plan),
        *(found for part in plan.parts for found in _part_concerns(part, people, factor)),
    )


def _session_concerns(plan: SessionPlan) -> Iterator[Concern]:
    needed = sum(part.minutes for part in plan.parts)
    if needed != plan.minutes:
        yield Concern(ConcernKind.DOES_NOT_ADD_UP, planned=plan.minutes, needed=needed)
    if not any(part.kind in (PartKind.READ_BACK, PartKind.CLOSING) for part in plan.parts):
        yield Concern(ConcernKind.NO_CLOSING)
    if all(part.cut is Cut.NEVER for part in plan.parts):
        yield Concern(ConcernKind.NOTHING_TO_CUT)


def _part_concerns(part: Part, people: int, factor: int) -> Iterator[Concern]:
    if part.floor > part.minutes:
        yield Concern(ConcernKind.FLOOR_ABOVE_MINUTES, part.id, planned=part.minutes, needed=part.floor)
    steps = sum(step.minutes for step in part.steps)
    if steps > part.minutes:
        yield Concern(ConcernKind.STEPS_TOO_LONG, part.id, planned=part.minutes, needed=steps)
    if part.seconds_each is None:
        return
    seconds = go_round_seconds(people, part.seconds_each, part.pause, part.silence, factor)
    if seconds > part.minutes * 60:
        yield Concern(
            ConcernKind.GO_ROUND_TOO_LONG,
            part.id,
            planned=part.minutes,
            needed=-(-seconds // 60),
            seconds_each=fitting_seconds_each(part, people, factor),
        )
