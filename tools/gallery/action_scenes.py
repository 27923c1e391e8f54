"""Scenes of proposals and open questions: none, few, 550 of 48 circles, one that is edited, two compared."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.closing import DotVote
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Horizon, Level, Note, NoteKind, Theme
from dialogue_desk.domain.model.organizing import Card, Rung, card_id, likeness, program_fact_id
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.proposals.ideas import IdeasTab
from tools.gallery.scene import ALL_SIZES, FEW, Scene
from tools.gallery.stage import Stage
from tools.season.season_words import ENDS, PLACES, STARTER

CIRCLES, SESSIONS, IDEAS = 48, 6, 2
ACTORS = ("City council", "Police department", "School board", "Congregations", "County health", "Ourselves")
_WROTE = ("the city", "police dept.", "School board", "churches", "", "", "County Health", "ourselves", "")
_ASKED = (
    "Who reads the complaint forms, and when do people hear back?",
    "How much of the budget goes to night shifts?",
    "Why does the clinic close at four?",
    "Who decides where the patrol cars stand?",
    "¿Quién paga a los intérpretes?",
)
_DAY = 24 * 60 * MINUTE


def _bodies(stage: Stage, program: RecordId) -> Iterator[Write]:
    """Yield a program of 48 circles with some 550 ideas and their votes, and questions."""
    chance, start = random.Random(48), stage.clock.now() - 200 * _DAY
    yield Write.of(program, NO_OWNER, Program("Porch Lights, Alder Bend", "ALDER", SESSIONS, actors=ACTORS))
    themes = [RecordId(f"{program}-theme-{place:02}") for place in range(len(STARTER))]
    for theme, topic in zip(themes, STARTER, strict=True):
        yield Write.of(theme, program, Theme(topic.name))
    for number, held in itertools.product(range(CIRCLES), range(1, SESSIONS + 1)):
        circle = RecordId(f"{program}-circle-{number:02}")
        session = RecordId(f"{circle}-{held}")
        language = "es" if number % 5 == 3 else "en"
        if held == 1:
            room = PLACES[number % len(PLACES)]
            yield Write.of(circle, NO_OWNER, Circle(f"C{number + 1:02}", room, program, language))
        at = start + (28 * held + number % 5) * _DAY
        yield Write.of(session, circle, Session(held, "s1", (), at, at + 120 * MINUTE, 12))
        yield Write.of(RecordId(f"move-{session}"), session, Move(MoveKind.START, at, RecordId("run"), 1))
        yield Write.of(RecordId(f"vote-{session}"), session, DotVote(chance.choice((3, 3, 5)), 9))
        for place in range(IDEAS):
            idea = _idea(themes, language, chance)
            yield Write.of(RecordId(f"idea-{session}-{place}"), session, idea)
        if chance.random() < 0.4:
            note = Note(NoteKind.QUESTION, chance.choice(_ASKED), language=language, said_at=at)
            yield Write.of(RecordId(f"note-{session}"), session, note)


def _idea(themes: list[RecordId], language: str, chance: random.Random) -> ActionIdea:
    place = chance.randrange(len(STARTER))
    english, spanish = chance.choice(STARTER[place].asks)
    what = spanish if language == "es" else english
    if chance.random() < 0.6:
        where = ("en " if language == "es" else "at the ") + chance.choice(PLACES).lower()
        what = f"{what} {where}, {chance.choice(ENDS[language])}"
    return ActionIdea(
        what,
        themes=(themes[place],),
        who=chance.choice(_WROTE),
        first_step="" if chance.random() < 0.5 else "Ask who decides, and invite them",
        why="" if chance.random() < 0.7 else "It is the first thing people ask for",
        level=chance.choice((None, *Level)),
        horizon=chance.choice((None, *Horizon)),
        language=language,
        dots=chance.choice((None, *range(1, 12))),
    )


_PROGRAM = RecordId("alder")


def season_of_proposals(stage: Stage) -> RecordId:
    """Put a program of 48 circles and their proposals on the desk, and return it."""
    stage.desk.perform(Edit(Act.PREPARE, tuple(_bodies(stage, _PROGRAM))))
    return _PROGRAM


def _many(stage: Stage) -> IdeasTab:
    stage.go(PageName.PROGRAM, season_of_proposals(stage))
    return _tab(stage)


def _tab(stage: Stage) -> IdeasTab:
    page = stage.the(ProgramPage)
    page.open_section(page.sections.ideas)
    stage.settle()
    return stage.the(IdeasTab)


def _empty(stage: Stage) -> None:
    program = stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    stage.desk.add(NO_OWNER, Circle("F01", "Grange hall", program))
    stage.go(PageName.PROGRAM, program)
    _tab(stage)


def _small(stage: Stage) -> None:
    stage.go(PageName.PROGRAM, stage.program)
    _tab(stage)


def _season(stage: Stage) -> None:
    _many(stage)


def _by_actor(stage: Stage) -> None:
    tab = _many(stage)
    rows = tab.proposals.list.rows()[:5]
    tab.proposals.list.choose([row.id for row in rows])
    tab.proposals.filters.order.choose("who")
    tab.proposals.filters.changed.emit()
    tab.proposals.panes.open_detail()
    stage.settle()


def _edited(stage: Stage) -> None:
    """Open a proposal that was joined from two, with one beside it."""
    tab = _many(stage)
    first, second, third, *_ = tab.proposals.list.rows()
    card = Card(
        RecordId(first.id), "City council", ("Congregations", "Ourselves"), first_step="Count what is there"
    )
    facts = (
        likeness(RecordId(first.id), RecordId(second.id), Rung.NEAR),
        likeness(RecordId(first.id), RecordId(third.id), Rung.CONFLICT, "Both want the same room on Fridays"),
    )
    writes = [Write.of(card_id(_PROGRAM, card.about), _PROGRAM, card)]
    writes += [Write.of(program_fact_id(_PROGRAM, fact), _PROGRAM, fact) for fact in facts]
    stage.desk.perform(Edit(Act.WRITE, tuple(writes)))
    stage.settle()
    tab.proposals.list.choose([first.id])
    tab.proposals.panes.open_detail()
    stage.settle()


def _joining(stage: Stage) -> None:
    tab = _many(stage)
    tab.proposals.list.choose([row.id for row in tab.proposals.list.rows()[:2]])
    tab.proposals.several.join.click()
    stage.settle()


def _questions(stage: Stage) -> None:
    tab = _many(stage)
    tab.views.choose("questions")
    tab.views.chosen.emit("questions")
    stage.settle()


def _alike(stage: Stage) -> None:
    tab = _many(stage)
    tab.views.choose("alike")
    tab.views.chosen.emit("alike")
    stage.settle()


SCENES = (
    Scene("actions-empty", "Actions, none", _empty, FEW, with_sample=False),
    Scene("actions-small", "Actions, few", _small, ALL_SIZES),
    Scene("actions-season", "Actions, 48 circles", _season, ALL_SIZES, with_sample=False),
    Scene("actions-several", "Actions, several chosen, by actor", _by_actor, FEW, with_sample=False),
    Scene("actions-edited", "Actions, one proposal", _edited, ALL_SIZES, with_sample=False),
    Scene("actions-join", "Actions, how two compare", _joining, ALL_SIZES, with_sample=False),
    Scene("actions-questions", "Actions, open questions", _questions, ALL_SIZES, with_sample=False),
    Scene("actions-alike", "Actions, perhaps the same", _alike, FEW, with_sample=False),
)
