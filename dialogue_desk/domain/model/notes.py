"""What is caught while people talk: notes, the themes they gather under, and action ideas."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.ids import Instant, RecordId, possible

MOST_PROMPTS = 1_000
MOST_DOTS_GIVEN = 100_000


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
    """Whether those who said it let a quote be repeated outside the circle.

    ``WITHDRAWN`` is what a laptop of before may still say: withdrawing takes the words out for good.
    """

    NOT_ASKED = "not asked"
    YES = "yes"
    WITHDRAWN = "withdrawn"


class Parked(StrEnum):
    """What became of a note in the parking lot."""

    OPEN = "open"
    NEXT_TIME = "next time"
    DEALT_WITH = "dealt with"


@dataclass(frozen=True, slots=True)
class Note:
    """One line caught in a session.  There is no place for who said it.

    ``part`` is the id of the guide's part in which it was said, empty when outside any, and ``prompt`` the
    question of that part which was on, from 1; 0 when none was.  ``said_at`` is missing for notes typed up
    from paper.  ``sensitive``: for the organizer's eyes, and never for everyone's.  ``parked`` says what
    became of a note in the parking lot.
    """

    kind: NoteKind
    text: str
    part: str = ""
    spread: Spread | None = None
    themes: tuple[RecordId, ...] = ()
    language: str = ""
    said_at: Instant | None = None
    consent: Consent = Consent.NOT_ASKED
    prompt: int = 0
    sensitive: bool = False
    parked: Parked = Parked.OPEN

    def __post_init__(self) -> None:
        if not possible(self.said_at):
            raise ValueError("a note is said at an instant that has a date")
        if not 0 <= self.prompt <= MOST_PROMPTS:
            raise ValueError("a part has at most 1000 questions")


@dataclass(frozen=True, slots=True)
class Theme:
    """What notes are gathered under.

    It lies under the program (a starter theme, the same in every circle) or under the circle that made it.
    """

    name: str


@dataclass(frozen=True, slots=True)
class ActionIdea:
    """What the circle proposes.  One line is enough to begin; the rest may come later.

    ``who`` is who would have to act, never a person's name; ``strengths`` is what there is to build on.
    ``dots`` is what the circle gave it when it weighed its ideas, none when it did not.
    """

    what: str
    part: str = ""
    themes: tuple[RecordId, ...] = ()
    who: str = ""
    first_step: str = ""
    level: Level | None = None
    horizon: Horizon | None = None
    language: str = ""
    said_at: Instant | None = None
    why: str = ""
    strengths: str = ""
    obstacles: str = ""
    dots: int | None = None
    prompt: int = 0

    def __post_init__(self) -> None:
        if not possible(self.said_at):
            raise ValueError("an action idea is said at an instant that has a date")
        if not 0 <= (self.dots or 0) <= MOST_DOTS_GIVEN or not 0 <= self.prompt <= MOST_PROMPTS:
            raise ValueError("dots and questions are counted from none")
