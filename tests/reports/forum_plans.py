"""Report plans of a program whose forum votes on options, with ballots and teams."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.forum import ActionTeam, BallotEntry, Forum, ForumOption, ForumStage
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.domain.overview.session_folder import Stored
from tests.domain.overview.circle_ideas import ideas_picture, proposed

LONG = (
    "Ask the city to put a lamp at every bus stop on the north side that has none today, to repair those "
    "that are broken within two weeks, and to say each month on one page which ones still wait and why"
)
LONG_ES = (
    "Pedir a la ciudad una lámpara en cada parada de autobús del lado norte que hoy no tiene, reparar en dos "
    "semanas las que están descompuestas y decir cada mes en una página cuáles faltan todavía y por qué"
)
COUNTED = Forum(5, 2, ballots=42, stage=ForumStage.COUNTED)
PROGRAM = Program("Bridges", languages=("en", "es"), forum="2027-06-12")


def option(number: int, en: str = "", es: str = "") -> ForumOption:
    """Return an option with words in two languages, those of its number unless others are given."""
    texts = (("en", en or f"Lights on street {number}"), ("es", es or f"Luces en la calle {number}"))
    return ForumOption(RecordId(f"idea {number}"), number, texts)


def some(count: int, *, long: bool = False) -> list[ForumOption]:
    """Return so many options, every other one with as many words as people write."""
    wordy = [long and number % 2 for number in range(1, count + 1)]
    return [option(n, LONG if w else "", LONG_ES if w else "") for n, w in enumerate(wordy, 1)]


def ballot(number: int, dots: dict[int, int], entry: int = 1, **more) -> BallotEntry:
    """Return a ballot with these dots."""
    return BallotEntry(entry, number, tuple(dots.items()), **more)


def team(number: int, name: str = "Lamp team", **more) -> ActionTeam:
    """Return a team that goes on with an option."""
    return ActionTeam(RecordId(f"idea {number}"), name, **more)


def forum_plan(*bodies, forum: Forum | None = COUNTED, program: Program = PROGRAM) -> ReportPlan:
    """Return the plan of a program that has these options, ballots and teams."""

    def kept(cls):
        found = [one for one in bodies if isinstance(one, cls)]
        return tuple(
            Stored(RecordId(f"{cls.__name__} {at}"), RecordId("p"), one) for at, one in enumerate(found)
        )

    picture = ideas_picture(proposed("C1", "Lights on street 1"))
    work = replace(
        picture.work,
        forum=forum,
        options=kept(ForumOption),
        ballots=kept(BallotEntry),
        teams={one.body.about: one for one in kept(ActionTeam)},
    )
    return report_plan(replace(picture, program=program, work=work))
