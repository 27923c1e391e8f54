"""A program of 48 circles after four of six sessions, with some of all that an organizer looks for."""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.domain.model.bodies import Body
from dialogue_desk.domain.model.circles import Circle, GuideText, Program, Session
from dialogue_desk.domain.model.ids import MINUTE, DeviceId, RecordId
from dialogue_desk.domain.model.live_session import Move, MoveKind
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.domain.records.records import (
    NO_OWNER,
    Edition,
    Record,
    Stamp,
    Version,
    guide_record,
    new_record,
)

CIRCLES, SESSIONS, HELD = 48, 6, 4

_PLACES = (
    "Eastside clinic",
    "Union hall",
    "Fire house",
    "Rec center",
    "Church hall",
    "Mosque hall",
    "Day center",
    "High school",
    "Grange hall",
    "Centro comunitario",
    "VFW post",
    "Library",
)
_MISSING = {(4, 4), (9, 3), (9, 4), (15, 4), (21, 4), (26, 3), (26, 4), (30, 4), (36, 3), (36, 4), (41, 4)}
_SMALLER = {12: (12, 9, 7, 6), 24: (13, 11, 9, 8), 38: (11, 9, 8, 6), 44: (12, 10, 8, 7)}
_CHOICES = {(7, 2), (19, 1), (33, 3)}
_NOT_COUNTED, _SILENT, _OPEN, _OTHER_GUIDE = {(28, 2)}, {(11, 3), (34, 2)}, {(31, 4)}, {(23, 3), (23, 4)}
_WEEK = 7 * 24 * 60 * MINUTE


def add_half_season(desk: Desk, shelf: GuideShelf) -> RecordId:
    """Write the program with all that has arrived of it, and return its id."""
    text = shelf.translations("safety-together")["en"]
    older = GuideText(text.guide, "0.9", "en", text.text.replace(f"version: {text.version}", "version: 0.9"))
    program = desk.ids.new(desk.clock.now())
    bodies = [(program, NO_OWNER, Program("Porch Lights, Alder Bend", "ALDER", SESSIONS))]
    records = [
        new_record(record_id, owner, body, Stamp(desk.device, number, desk.clock.now()))
        for number, (record_id, owner, body) in enumerate((*bodies, *_circles(desk, program, text, older)), 1)
    ]
    guides = [guide_record(one) for one in (text, older)]
    known = desk.file.records.known([one.id for one in guides])
    new = [one for one in guides if one.id not in known] + [_split(one) for one in records]
    change = Change(Act.IMPORT, tuple(Pair(None, one) for one in new))
    with desk.file.writing():
        desk.file.records.write(change)
    return program


def _circles(
    desk: Desk, program: RecordId, text: GuideText, older: GuideText
) -> Iterator[tuple[RecordId, RecordId, Body]]:
    for number in range(1, CIRCLES + 1):
        circle = desk.ids.new(desk.clock.now())
        place = _PLACES[(number - 1) % len(_PLACES)]
        language = "es" if place.startswith("Centro") else "en"
        yield circle, NO_OWNER, Circle(f"C{number:02}", place, program, language)
        for session in range(1, HELD + 1):
            if (number, session) not in _MISSING:
                guide = older if (number, session) in _OTHER_GUIDE else text
                yield from _session(desk, circle, (number, session), guide)


def _session(
    desk: Desk, circle: RecordId, at: tuple[int, int], guide: GuideText
) -> Iterator[tuple[RecordId, RecordId, Body]]:
    number, session = at
    start = desk.clock.now() - (HELD + 1 - session) * _WEEK
    came = 8 + (number * 7 + (number + session) % 3) % 7
    people = _SMALLER[number][session - 1] if number in _SMALLER else came
    own = desk.ids.new(start)
    present = None if at in _NOT_COUNTED else people
    plan = f"s{min(session, 2)}"
    yield own, circle, Session(session, plan, (guide.id,), start, start + 120 * MINUTE, 12, present=present)
    ends = () if at in _OPEN else (MoveKind.CLOSE,)
    for place, kind in enumerate((MoveKind.START, *ends), 1):
        yield desk.ids.new(start), own, Move(kind, start + place * 60 * MINUTE, own, place)
    for text in () if at in _SILENT else ("Half the lamps behind the rink are out.",):
        said = f"{text} Two people said so." if at in _CHOICES else text
        yield desk.ids.new(start), own, Note(NoteKind.CONCERN, said)


def _split(record: Record) -> Record:
    """Return a note that was changed on another laptop with both versions; any other record as it is."""
    body = record.body
    if not isinstance(body, Note) or not body.text.endswith("said so."):
        return record
    changed = Note(body.kind, f"{body.text} One of them works there.")
    other = DeviceId("elsewhere")
    edition = Edition(Version(((other, 1),)), record.shown.at + MINUTE, other, changed)
    return Record(record.id, record.kind, record.owner, (*record.editions, edition))
