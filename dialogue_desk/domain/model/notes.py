"""What is written down while people talk: notes, the themes they are gathered under, and action ideas."""

from __future__ import annotations

from dataclasses import dataclass, replace
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

    ``WITHDRAWN`` comes only from earlier versions: today, withdrawing erases the words for good.
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
    """One line written down in a session.  It has no field for who said it.

    ``part`` is the id of the guide's part in which it was said, "" when outside any, and ``prompt`` the
    question of that part that was on, from 1; 0 when none was.  ``option`` is the id of the option of that
    part that it is about, "" for none of them.  ``said_at`` is None for notes typed up from paper.
    ``sensitive``: only the organizer may read it.  ``parked`` says what became of a note in the parking lot.
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
    option: str = ""

    def __post_init__(self) -> None:
        if not possible(self.said_at):
            raise ValueError("a note is said at an instant that has a date")
        if not 0 <= self.prompt <= MOST_PROMPTS:
            raise ValueError("a part has at most 1000 questions")

    @property
    def lacks_consent(self) -> bool:
        """Whether it is a quote that nobody allowed to be repeated."""
        return self.kind is NoteKind.QUOTE and self.consent is not Consent.YES


@dataclass(frozen=True, slots=True)
class Theme:
    """What notes are gathered under.

    Its owner is the program (a starter theme, the same in every circle) or the circle that made it.
    ``into`` is the theme it was joined with, which stands for it; None for one that stands for itself.
    ``names`` are pairs of a language and what it is called there; "" stands for its name in the record, where
    it is shown under another (:meth:`named_in`).  Of a program's theme, ``starter`` says
    that circles are offered it; organizers make others while they bring notes together.  ``under`` is a wider
    theme that it belongs to, ``color`` its color among the app's, from 1; 0 for none.  ``aside`` keeps apart
    from the findings what is about the talk itself, such as ground rules and thanks.
    """

    name: str
    into: RecordId | None = None
    names: tuple[tuple[str, str], ...] = ()
    starter: bool = True
    under: RecordId | None = None
    color: int = 0
    aside: bool = False

    @property
    def every_name(self) -> tuple[str, ...]:
        """What it is called in any language: its name first, each once."""
        return tuple(dict.fromkeys((self.name, *(name for _, name in self.names if name))))

    def called(self, language: str) -> str:
        """Return what it is called in a language: its name where it has no other there."""
        names = dict(self.names)
        return names.get(language, "") or names.get("", self.name)

    def renamed(self, before: str, now: str) -> Theme:
        """Return it with another name in place of ``before``, in whichever language it has that."""
        if before not in dict(self.names).values():
            return replace(self, name=now)
        return replace(self, names=tuple((one, now if name == before else name) for one, name in self.names))

    def named_in(self, language: str) -> Theme:
        """Return it under the name it has in a language; all its names still find it."""
        name, names = self.called(language), dict(self.names)
        if name == self.name:
            return self
        return replace(self, name=name, names=tuple({**names, "": names.get("", self.name)}.items()))


@dataclass(frozen=True, slots=True)
class ThemesApart:
    """That a person said of two names of themes that they do not mean the same.

    ``mark`` is a digest of the two names, salted with the id of what it belongs to: it holds no words.
    """

    mark: str


@dataclass(frozen=True, slots=True)
class ActionIdea:
    """What the circle proposes.  One line is enough to begin with; the rest may come later.

    ``who`` is who would have to act, never a person's name; ``strengths`` is what there is to build on.
    ``dots`` is how many the circle gave it, None when it did not vote on its ideas.  ``option`` is the id of
    the option of its ``part`` that it is about, "" for none of them.
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
    option: str = ""

    def __post_init__(self) -> None:
        if not possible(self.said_at):
            raise ValueError("an action idea is said at an instant that has a date")
        if not 0 <= (self.dots or 0) <= MOST_DOTS_GIVEN or not 0 <= self.prompt <= MOST_PROMPTS:
            raise ValueError("dots and questions are counted from none")


def entry_text(body: Note | ActionIdea) -> str:
    """Return the words by which people know a note or an action idea."""
    return body.text if isinstance(body, Note) else body.what


def about(body: Note | ActionIdea) -> tuple[str, str]:
    """Return the ids of the part and of the option that an entry is about; "" for no option."""
    return body.part, body.option


def people_differ(kind: NoteKind, spread: Spread | None) -> bool:
    """Whether people disagreed about a note of this kind and spread."""
    return kind is NoteKind.DISAGREEMENT or spread is Spread.CONTESTED
