"""Makes the season: 48 circles of six sessions, some 17,000 notes and 550 ideas, the same every time."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Circle, Officers, Program, Session
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import (
    ActionIdea,
    Consent,
    Horizon,
    Level,
    Note,
    NoteKind,
    Spread,
    Theme,
)
from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.domain.records.records import NO_OWNER, Stamp, guide_record, new_record
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.manual_clock import ManualClock
from tools.season.season_words import ENDS, MADE, PLACES, SENTENCES, STARTER

CIRCLES, SESSIONS, NOTES, IDEAS, SPELLINGS = 48, 6, 62, 2, 380
"""How many circles there are, sessions of each, notes and ideas of a session, and spellings of made names."""
FIRST_EVENING: Instant = 1_791_413_600_000
"""An evening in October 2026."""
ZONE = -240

_DAY = 24 * 60 * MINUTE
_AT_ONCE = 20_000
_PROGRAM = RecordId("season")
_KINDS = {
    NoteKind.EXPERIENCE: 24, NoteKind.CONCERN: 22, NoteKind.HOPE: 13, NoteKind.COMMON_GROUND: 13,
    NoteKind.DISAGREEMENT: 6, NoteKind.STRENGTH: 7, NoteKind.QUESTION: 6, NoteKind.QUOTE: 6,
    NoteKind.PARKING_LOT: 2, NoteKind.DEBRIEF: 1,
}  # fmt: skip
_SPREADS = {
    None: 34, Spread.A_FEW: 30, Spread.MOST: 16, Spread.EVERYONE: 1, Spread.ONE_VOICE: 9, Spread.CONTESTED: 5,
}  # fmt: skip
_AGREED = (0.6, 0.45, 0.75, 0.8, 0.3, 0.7, 0.5, 0.6, 0.4, 0.55, 0.5, 0.35)
_DIFFERED = (0.25, 0.5, 0.2, 0.08, 0.75, 0.1, 0.3, 0.1, 0.35, 0.4, 0.3, 0.6)
"""In how many of the circles that raise each starter theme people agree on it, and differ."""


class _Named(NamedTuple):
    """A theme as a circle has it: its record, what its lines are about, and whether people agreed on it."""

    id: RecordId
    english: tuple[str, ...]
    spanish: tuple[str, ...]
    agree: bool = True
    differ: bool = True


class _SeasonCircle(NamedTuple):
    """A circle of the season, with the starter themes it takes up and those it makes, as it writes them."""

    id: RecordId
    number: int
    language: str
    starters: tuple[_Named, ...]
    made: tuple[tuple[_Named, str], ...]


def season_desk(path: Path) -> RecordId:
    """Make a desk file with the whole season, and return the id of its program."""
    desk = Desk(DeskFile(path), ManualClock(FIRST_EVENING + 200 * _DAY, ZONE), RandomIds(48))
    program = add_season(desk, GuideShelf(resource("guides"), Words()))
    desk.file.close()
    return program


def add_season(desk: Desk, shelf: GuideShelf) -> RecordId:
    """Write the whole season to a desk, and return the id of its program."""
    text = shelf.translations("safety-together")["en"]
    parts = tuple(part.id for part in shelf.guide(text).sessions[0].parts)
    bodies = _bodies(text.id, parts, random.Random(48))
    ticks = itertools.count(1)
    if not desk.file.records.known([text.id]):
        with desk.file.writing():
            desk.file.records.write(Change(Act.IMPORT, (Pair(None, guide_record(text)),)))
    while batch := list(itertools.islice(bodies, _AT_ONCE)):
        pairs = tuple(
            Pair(None, new_record(record_id, owner, body, Stamp(desk.device, next(ticks), FIRST_EVENING)))
            for record_id, owner, body in batch
        )
        with desk.file.writing():
            desk.file.records.write(Change(Act.IMPORT, pairs))
    return _PROGRAM


def _bodies(
    guide: RecordId, parts: tuple[str, ...], chance: random.Random
) -> Iterator[tuple[RecordId, RecordId, Body]]:
    program = Program(
        "Porch Lights, Alder Bend",
        "porch",
        SESSIONS,
        ("en", "es"),
        actors=("Police Department", "School Board", "Parks Office", "Town Council"),
        organizer="Alder Bend Library Board\nCouncil of Congregations",
        contact="porchlights@alderbend.example",
        answers="Town Council",
        answer_by="2027-06-15",
        forum="2027-05-08",
    )
    yield _PROGRAM, NO_OWNER, program
    starters = [
        _Named(RecordId(f"starter-{place:02}"), topic.english, topic.spanish)
        for place, topic in enumerate(STARTER)
    ]
    for named, topic in zip(starters, STARTER, strict=True):
        yield named.id, _PROGRAM, Theme(topic.name)
    spellings = _all_spellings()
    for number in range(CIRCLES):
        circle = _circle(number, starters, spellings[number::CIRCLES], chance)
        body = Circle(f"C{number + 1:02}", PLACES[number % len(PLACES)], _PROGRAM, circle.language)
        yield circle.id, NO_OWNER, body
        for theme, name in circle.made:
            yield theme.id, circle.id, Theme(name)
        for session in range(1, SESSIONS + 1):
            if (number * SESSIONS + session) % 22 != 7:  # thirteen never arrived
                yield from _session(circle, session, guide, parts, chance)


def _circle(
    number: int, starters: list[_Named], spellings: list[str], chance: random.Random
) -> _SeasonCircle:
    themes = [
        one._replace(agree=chance.random() < agreed, differ=chance.random() < differed)
        for place, (one, agreed, differed) in enumerate(zip(starters, _AGREED, _DIFFERED, strict=True))
        if chance.random() < 0.98 - 0.055 * place
    ]
    made = []
    for place, spelling in enumerate(spellings):
        about = (spelling.lower().strip("#. "),)
        agree, differ = chance.random() < 0.5, chance.random() < 0.2
        made.append((_Named(RecordId(f"made-{number:02}-{place}"), about, about, agree, differ), spelling))
    language = "es" if number % 5 == 3 else "en"
    return _SeasonCircle(RecordId(f"circle-{number:02}"), number, language, tuple(themes), tuple(made))


def _session(
    circle: _SeasonCircle, session: int, guide: RecordId, parts: tuple[str, ...], chance: random.Random
) -> Iterator[tuple[RecordId, RecordId, Body]]:
    own = RecordId(f"session-{circle.number:02}-{session}")
    start = FIRST_EVENING + (circle.number % 5 + 28 * (session - 1)) * _DAY
    present = None if chance.random() < 0.03 else max(6, chance.randint(9, 14) - session // 3)
    yield (
        own,
        circle.id,
        Session(
            session,
            "s1",
            (guide,),
            start,
            start + 120 * MINUTE,
            12,
            PLACES[circle.number % len(PLACES)],
            ZONE,
            (circle.language,),
            present,
            "Meeting as neighbors",
            officers=chance.choice((Officers.PRESENT, Officers.PARTLY, Officers.NOT_PRESENT, None)),
        ),
    )
    for place, kind in enumerate((MoveKind.START, MoveKind.NEXT, MoveKind.CLOSE)):
        at = start + place * 55 * MINUTE
        yield RecordId(f"move-{own}-{place}"), own, Move(kind, at, own, place + 1)
    themes = (*circle.starters, *(theme for theme, _ in circle.made))
    weights = [_weight(one, session, chance) for one in themes]
    for place in range(NOTES):
        theme = chance.choices(themes, weights)[0]
        part = parts[place * len(parts) // NOTES]
        note = _note(theme, part, circle.language, start + place * MINUTE, chance)
        yield RecordId(f"note-{own}-{place:02}"), own, note
    for place in range(IDEAS):
        yield RecordId(f"idea-{own}-{place}"), own, _idea(circle.starters, circle.language, chance)


def _weight(theme: _Named, session: int, chance: random.Random) -> float:
    """Return how often a theme comes up: of the starters, some come later, and some are let go."""
    if not theme.id.startswith("starter"):
        return 0.7
    way = int(theme.id[-2:]) % 4
    there = {1: session / SESSIONS, 3: 1.1 - session / SESSIONS}.get(way, 0.9)
    return 3.0 if chance.random() < there else 0.0


def _note(theme: _Named, part: str, language: str, at: Instant, chance: random.Random) -> Note:
    kind = chance.choices(tuple(_KINDS), tuple(_KINDS.values()))[0]
    spread = chance.choices(tuple(_SPREADS), tuple(_SPREADS.values()))[0]
    if (kind is NoteKind.COMMON_GROUND and not theme.agree) or (
        kind is NoteKind.DISAGREEMENT and not theme.differ
    ):
        kind = NoteKind.CONCERN
    if spread is Spread.CONTESTED and not theme.differ:
        spread = Spread.A_FEW
    it = chance.choice(theme.spanish if language == "es" else theme.english)
    said = chance.choice(SENTENCES[language][kind]).format(
        it=it, It=it[:1].upper() + it[1:], end=chance.choice(ENDS[language])
    )
    return Note(
        kind,
        said,
        part,
        None if kind is NoteKind.QUOTE else spread,
        () if chance.random() < 0.06 else (theme.id,),
        language,
        at,
        Consent.YES if kind is NoteKind.QUOTE and chance.random() < 0.7 else Consent.NOT_ASKED,
    )


def _idea(themes: tuple[_Named, ...], language: str, chance: random.Random) -> ActionIdea:
    theme = chance.choice(themes)
    asked = chance.choice(STARTER[int(theme.id[-2:])].asks)
    what = asked[1] if language == "es" else asked[0]
    if chance.random() < 0.6:
        where = ("en " if language == "es" else "at the ") + chance.choice(PLACES).lower()
        what = f"{what} {where}, {chance.choice(ENDS[language])}"
    return ActionIdea(
        what,
        themes=(theme.id,),
        first_step="" if chance.random() < 0.5 else "Ask who decides, and invite them",
        level=chance.choice((None, *Level)),
        horizon=chance.choice((None, *Horizon, *Horizon)),
        language=language,
        dots=chance.choice((None, *range(1, 12))),
    )


def _all_spellings() -> list[str]:
    """Return the made names in all their spellings, so that neighbors in the list are different names."""
    ways = [
        [name, name.title(), name.upper(), f"#{name}", f"{name}.", name.replace(" ", "_"), name.capitalize(),
         f"# {name.title()}", f"{name.upper()}.", f"{name} "]
        for name in MADE
    ]  # fmt: skip
    return [way[place] for place in range(len(ways[0])) for way in ways][:SPELLINGS]
