"""What is caught while people talk: notes, the themes they gather under, and action ideas."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.ids import Instant, RecordId, possible


class NoteKind(StrEnum):
    """What sort of line was said (``product.md`` section 2)."""

    EXPERIENCE = "experience"
    CONCERN = "concern"
    HOPE = "hope"
    COMMON_GROUND = "common ground"
    DISAGREEMENT = "disagreement"
    STRENGTH = "strength"
    QUESTION = "question"
    QUOTE = "quote"
    PARKING_LOT = "parking lot"
    DEBRIEF = "debrief"

    @property
    def private(self) -> bool:
        """Whether notes of this kind stay with the facilitators."""
        return self is NoteKind.DEBRIEF


class Spread(StrEnum):
    """How widely a note was held in the circle."""

    ONE_VOICE = "one voice"
    A_FEW = "a few"
    MOST = "most"
    EVERYONE = "everyone"
    CONTESTED = "contested"


class Level(StrEnum):
    """Where a change would have to happen (Everyday Democracy's four)."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    INSTITUTION = "institution"
    POLICY = "policy"


class Horizon(StrEnum):
    """When an action could be taken up."""

    NOW = "now"
    THIS_YEAR = "this year"
    LONGER = "longer"


class Consent(StrEnum):
    """Whether those who said it let a quote be repeated outside the circle."""

    NOT_ASKED = "not asked"
    YES = "yes"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Note:
    """One line caught in a session.  There is no place for who said it.

    ``part`` is the id of the guide's part in which it was said, empty when outside any.  ``said_at`` is
    missing for notes typed up from paper.
    """

    kind: NoteKind
    text: str
    part: str = ""
    spread: Spread | None = None
    themes: tuple[RecordId, ...] = ()
    language: str = ""
    said_at: Instant | None = None
    consent: Consent = Consent.NOT_ASKED

    def __post_init__(self) -> None:
        if not possible(self.said_at):
            raise ValueError("a note is said at an instant that has a date")

    @property
    def may_leave(self) -> bool:
        """Whether it may leave the laptop: no debrief, and a quote only with consent."""
        return not self.kind.private and (self.kind is not NoteKind.QUOTE or self.consent is Consent.YES)


@dataclass(frozen=True, slots=True)
class Theme:
    """What notes are gathered under.

    It lies under the program (a starter theme, the same in every circle) or under the circle that made it.
    """

    name: str


@dataclass(frozen=True, slots=True)
class ActionIdea:
    """What the circle proposes.  One line is enough to begin; the rest may come later."""

    what: str
    part: str = ""
    themes: tuple[RecordId, ...] = ()
    who: str = ""
    first_step: str = ""
    level: Level | None = None
    horizon: Horizon | None = None
    language: str = ""
    said_at: Instant | None = None

    def __post_init__(self) -> None:
        if not possible(self.said_at):
            raise ValueError("an action idea is said at an instant that has a date")
