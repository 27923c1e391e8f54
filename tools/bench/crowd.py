"""A desk with very many notes, as on an organizer's laptop after some years."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Circle, GuideText, Session
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind, Spread, Theme
from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.domain.records.records import NO_OWNER, Stamp, guide_record, new_record
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tools.manual_clock import ManualClock

EVENING: Instant = 1_773_356_400_000
"""7:00 PM on 12 March 2026 in a room four hours behind UTC: the time of the bench."""
SESSIONS, NOTES, THEMES = 6, 50, 12
"""How many sessions each circle has, notes each session, and themes each circle."""

_DAY = 24 * 60 * MINUTE
_AT_ONCE = 20_000
_LEAST_SAID, _MOST_SAID = 8, 20


def opened(path: Path) -> Desk:
    """Open a desk at the time of the bench."""
    return Desk(DeskFile(path), ManualClock(EVENING, -240), RandomIds(6))


def crowd(path: Path, notes: int) -> RecordId:
    """Make a desk file with so many notes, and return the id of a session that is still to come.

    The notes are made of words of a guide, so that words are as frequent as in English.
    """
    desk = opened(path)
    shelf = GuideShelf(resource("guides"), Words())
    text = shelf.translations("safety-together")["en"]
    bodies = _bodies(desk, text, notes, random.Random(1))
    ticks = itertools.count(1)
    first = Change(Act.IMPORT, (Pair(None, guide_record(text)),))
    with desk.file.writing():
        desk.file.records.write(first)
    while batch := list(itertools.islice(bodies, _AT_ONCE)):
        pairs = tuple(
            Pair(None, new_record(record_id, owner, body, Stamp(desk.device, next(ticks), EVENING)))
            for record_id, owner, body in batch
        )
        with desk.file.writing():
            desk.file.records.write(Change(Act.IMPORT, pairs))
    coming = Folders(desk, shelf).entries()[-1].id
    desk.file.close()
    return coming


def _bodies(
    desk: Desk, text: GuideText, notes: int, chance: random.Random
) -> Iterator[tuple[RecordId, RecordId, Body]]:
    said = text.text.split()
    parts = [part.id for part in GuideShelf(resource("guides"), Words()).guide(text).sessions[0].parts]
    sessions = notes // NOTES
    for number in range(sessions):
        start = EVENING - (sessions - 1 - number) * (_DAY // 4)
        if number % SESSIONS == 0:
            circle = desk.ids.new(start)
            yield circle, NO_OWNER, Circle(f"C{number // SESSIONS:05}", "Library")
            themes = [desk.ids.new(start) for _ in range(THEMES)]
            for theme in themes:
                yield theme, circle, Theme(" ".join(chance.sample(said, 2)))
        session = desk.ids.new(start)
        yield (
            session,
            circle,
            Session(
                number % SESSIONS + 1,
                "s1",
                (text.id,),
                start,
                start + 120 * MINUTE,
                11,
                title="An evening of the bench",
            ),
        )
        if number < sessions - 1:
            for place, kind in enumerate(
                [MoveKind.START, *[MoveKind.NEXT] * (len(parts) - 1), MoveKind.CLOSE]
            ):
                at = start + place * 10 * MINUTE
                yield desk.ids.new(at), session, Move(kind, at, session, place + 1)
        for place in range(NOTES):
            begin = chance.randrange(len(said) - _MOST_SAID)
            words = " ".join(said[begin : begin + chance.randint(_LEAST_SAID, _MOST_SAID)])
            yield (
                desk.ids.new(start + place * MINUTE),
                session,
                Note(
                    NoteKind.CONCERN,
                    words,
                    parts[place * len(parts) // NOTES],
                    Spread.A_FEW,
                    (chance.choice(themes),),
                    "en",
                    start + place * MINUTE,
                ),
            )
