"""A small circle and its evening, for tests of the desk."""

from __future__ import annotations

from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.session_edits import SessionDraft, create_session
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, GuideText
from dialogue_desk.domain.model.ids import MINUTE, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.words import Words
from tools.manual_clock import ManualClock

SEVEN_PM = 1_773_356_400_000
"""7:00 PM on 12 March 2026 in a room four hours behind UTC."""

GUIDE = GuideText(
    "evening",
    "1.0.0",
    "en",
    """\
---
id: evening
version: 1.0.0
language: en
title: An Evening
people: 6-9
---
# Our evening {#s1 minutes=30}
## Welcome {#welcome kind=welcome minutes=5 floor=3 cut=never}
## First round {#round kind=go-round minutes=15 floor=10 cut=last}
## Closing {#closing kind=closing minutes=10 floor=5 cut=never}
""",
)


def a_shelf(folder: Path) -> GuideShelf:
    return GuideShelf(folder, Words())


def a_desk(path: Path, seed: int = 1, at: int = SEVEN_PM, zone: int = -240) -> Desk:
    return Desk(DeskFile(path), ManualClock(at, zone), RandomIds(seed))


def begun(desk: Desk, code: str = "C07", **more: object) -> RecordId:
    """Begin an evening now and return its id."""
    now = desk.clock.now()
    told = {"circle": Circle(code, "Library"), "ground_rules": ("One voice at a time",)} | more
    return create_session(desk, SessionDraft((GUIDE,), "s1", 1, now, now + 40 * MINUTE, 9, **told))


def session_runner(desk: Desk, session_id: RecordId) -> SessionRunner:
    """Open the running of a session, as the app does when it starts."""
    folder = Folders(desk, a_shelf(desk.file.path.parent)).session(session_id)
    assert folder is not None
    return SessionRunner(desk, folder, Pulse(desk.file.path))


def note(text: str, kind: NoteKind = NoteKind.CONCERN, **more: object) -> Note:
    return Note(kind, text, **more)


def notes(desk: Desk, session_id: RecordId) -> list[str]:
    return [record.body.text for record in desk.file.records.under(session_id, Kind.NOTE) if record.body]
