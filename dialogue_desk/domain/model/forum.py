"""The action forum of a program: what everybody votes on, the ballots as they were typed, and action teams.

A ballot is counted, never who gave it.  Ballots are typed twice, by two people who don't look at each other's
entries; where these differ, somebody takes the paper and looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dialogue_desk.domain.model.ids import RecordId

MOST_OPTIONS = 20
MOST_FORUM_DOTS = 100
MOST_VOTERS = 10_000
USUAL_FORUM_DOTS = 5


class ForumStage(StrEnum):
    """How far the vote is: options are chosen; they are locked and people vote; the result is out."""

    CHOOSING = "choosing"
    VOTING = "voting"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Forum:
    """How a program votes at its action forum: the dots on each ballot, and how far the vote is.

    At most ``most_on_one`` dots of a ballot can go to one option; 0 leaves that open.  ``ballots`` is how
    many were given out, 0 where nobody counted.  The day of the forum is the program's.
    """

    dots_each: int = USUAL_FORUM_DOTS
    most_on_one: int = 0
    ballots: int = 0
    stage: ForumStage = ForumStage.CHOOSING

    def __post_init__(self) -> None:
        if not 1 <= self.dots_each <= MOST_FORUM_DOTS or not 0 <= self.most_on_one <= self.dots_each:
            raise ValueError("a ballot has 1 to 100 dots, and no more of them go to one option")
        if not 0 <= self.ballots <= MOST_VOTERS:
            raise ValueError("up to 10,000 people vote")


@dataclass(frozen=True, slots=True)
class ForumOption:
    """A proposal that is voted on: the line ``about``, its ``number`` on the ballot, and the words there.

    ``texts`` are pairs of a language and what the ballot says in it: people voted on these words, whatever
    becomes of the proposal later.
    """

    about: RecordId
    number: int
    texts: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.number <= MOST_OPTIONS:
            raise ValueError("a ballot has 20 options")

    def text(self, language: str) -> str:
        """Return what the ballot says in a language; "" where nobody wrote it."""
        return dict(self.texts).get(language, "")

    def said_in(self, language: str) -> str:
        """Return what the ballot says in a language, or else in the first it has words in."""
        return self.text(language) or next((text for _, text in self.texts if text), "")


@dataclass(frozen=True, slots=True)
class BallotEntry:
    """A ballot as somebody typed it, or several added up on a tally sheet: the dots on each option's number.

    ``entry`` is whose typing it is, 1 or 2, and ``number`` the place of the paper in the pile.  ``spoiled``:
    it counts for nothing, because it has more dots than it may or nobody can read it.
    """

    entry: int
    number: int
    dots: tuple[tuple[int, int], ...] = ()
    ballots: int = 1
    spoiled: bool = False

    def __post_init__(self) -> None:
        if self.entry not in (1, 2) or not 1 <= self.number <= MOST_VOTERS:
            raise ValueError("a ballot has a number, and is typed once by each of two")
        if not 1 <= self.ballots <= MOST_VOTERS:
            raise ValueError("up to 10,000 people vote")
        options = [option for option, _ in self.dots]
        if len(set(options)) < len(options) or not all(1 <= one <= MOST_OPTIONS for one in options):
            raise ValueError("a ballot names each of its 20 options once")
        if any(not 0 <= given <= MOST_VOTERS * MOST_FORUM_DOTS for _, given in self.dots):
            raise ValueError("dots are counted from none")

    @property
    def given(self) -> int:
        """How many dots it gives."""
        return sum(dots for _, dots in self.dots)


@dataclass(frozen=True, slots=True)
class ActionTeam:
    """Who goes on with the line ``about``: roles and organizations, never a person.

    Convening and facilitating are two roles.  ``signed_up`` is how many people joined; their names are on
    paper alone.
    """

    about: RecordId
    name: str = ""
    convener: str = ""
    facilitator: str = ""
    support: str = ""
    signed_up: int = 0
    first_day: str = ""
    place: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.signed_up <= MOST_VOTERS:
            raise ValueError("up to 10,000 people join a team")
        if self.first_day:
            date.fromisoformat(self.first_day)
