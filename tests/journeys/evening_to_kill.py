"""An evening in a process of its own, to be killed at any moment.

Says on its output what is on disk, one JSON object a line, only once it is.  Started with a folder; with
no Qt and little else, so that a hundred of them start quickly.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import sys
from datetime import date, timedelta
from pathlib import Path

import sqlite_utils  # noqa: F401 - so that no child has to

from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing import reach_copies
from dialogue_desk.desk.exports import export_session
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.ids import RandomIds
from dialogue_desk.desk.imports import look_at, packages_in, take_in
from dialogue_desk.desk.live import LiveDesk
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.ids import SECOND
from dialogue_desk.domain.live_session import MoveKind
from dialogue_desk.domain.notes import Note, NoteKind
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.going_back import erased_in, went_back
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.words import Words
from tests.desk.evening import a_shelf, begun

OFTEN = (MoveKind.NEXT, MoveKind.BACK, MoveKind.PAUSE, MoveKind.RESUME, MoveKind.ADD_TIME)


def say(**told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def say_where(desk: Desk, live: LiveDesk) -> None:
    reading = live.read()
    moves = sum(1 for _ in desk.file.records.under(live.session_id, Kind.MOVE))
    say(part=reading.part, on_session=reading.on_session, moves=moves)


def play(folder: Path, seed: int) -> None:
    """Take notes and move the clock until killed."""
    chance = random.Random(seed)
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds())
    sessions = list(desk.file.records.of_kind(Kind.SESSION))
    session_id = sessions[0].id if sessions else begun(desk)
    say(session=session_id)
    session = Folders(desk, a_shelf(folder)).session(session_id)
    assert session is not None
    live = LiveDesk(desk, session, Pulse(folder / "desk.db"))
    left = live.interruption()
    if left is None:
        live.make(MoveKind.START)
    else:
        live.resume(left, count_the_time_away=chance.random() < 0.5)
    number = 0
    while True:
        number += 1
        act = chance.random()
        if act < 0.2:
            kind = chance.choice(sorted(live.live.allowed.intersection(OFTEN)))
            live.make(kind, by=60 * SECOND if kind is MoveKind.ADD_TIME else 0)
            say_where(desk, live)
        elif act < 0.3:
            live.beat()
            say_where(desk, live)
        elif act < 0.35:
            text = f"undone {seed}.{number}"
            desk.add(session_id, Note(NoteKind.HOPE, text))
            desk.undo()
            say(undone=text)
        else:
            text = f"note {seed}.{number}"
            desk.add(session_id, Note(NoteKind.CONCERN, text + " word" * chance.randrange(200)))
            say(note=text)


def take_in_again_and_again(folder: Path, seed: int) -> None:
    """Take in packages and take them back until killed."""
    words = Words()
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds(seed))
    plan = look_at(packages_in([folder / "packages"]), PackageReader(words), words)
    say(looked=len(plan.looked))
    while True:
        taken = take_in(desk, plan, words)
        say(taken=len(taken.taken))
        desk.undo()
        say(taken=0)


def export_again_and_again(folder: Path, seed: int) -> None:
    """Write packages until killed."""
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds(seed))
    (session,) = desk.file.records.of_kind(Kind.SESSION)
    while True:
        desk.add(session.id, Note(NoteKind.CONCERN, "word " * 2_000))
        told = Folders(desk, a_shelf(folder)).session(session.id)
        assert told is not None
        say(written=export_session(desk, told, folder / "out").name)


def copy_again_and_again(folder: Path, seed: int) -> None:
    """Make the day's copy until killed."""
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds(seed))
    (session,) = desk.file.records.of_kind(Kind.SESSION)
    for day in itertools.count():
        desk.add(session.id, Note(NoteKind.CONCERN, "word " * 2_000))
        made = Backups(folder / "desk.db", folder / "stick").make(date(2026, 3, 1) + timedelta(days=day))
        say(copied=made.path.name)


def erase_again_and_again(folder: Path, seed: int) -> None:
    """Write secrets, copy them, and erase them, until killed."""
    desk = open_desk(folder / "desk.db", SystemClock(), RandomIds()).desk
    (session,) = desk.file.records.of_kind(Kind.SESSION)
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    for number in itertools.count():
        secret = f"secret {seed}.{number}."
        written = desk.add(session.id, Note(NoteKind.QUOTE, secret + " word" * 300))
        desk.rewrite(written, Note(NoteKind.QUOTE, f"{secret} again" + " word" * 300))
        desk.add(session.id, Note(NoteKind.CONCERN, f"kept {seed}.{number}."))
        backups = Backups(folder / "desk.db", stick, desk.file.erasures)
        backups.make(date(2026, 3, 1) + timedelta(days=number % 3))
        say(kept=f"kept {seed}.{number}.", secret=secret)
        desk.erase([written])
        say(gone_from_desk=secret)
        reach_copies(desk)
        say(reached=secret)


def go_back_again_and_again(folder: Path, seed: int) -> None:
    """Copy the desk, write on, and go back to the copy, until killed."""
    path = folder / "desk.db"
    for number in itertools.count():
        desk = Desk(DeskFile(path), SystemClock(), RandomIds())
        (session,) = desk.file.records.of_kind(Kind.SESSION)
        made = Backups(path).make(date(2026, 3, 1))
        desk.add(session.id, Note(NoteKind.CONCERN, f"after {seed}.{number}."))
        names = desk.names()
        desk.file.close()
        say(written=f"after {seed}.{number}.")
        went_back(path, made.path, erased_in(path), names)
        say(back=number)


DEEDS = {
    "erase": erase_again_and_again,
    "go back": go_back_again_and_again,
    "play": play,
    "take in": take_in_again_and_again,
    "export": export_again_and_again,
    "copy": copy_again_and_again,
}


def nursery() -> None:
    """Start deeds as they are asked for, each in a process of its own that has all it needs in memory."""
    for line in sys.stdin:
        deed, folder, seed = json.loads(line)
        child = os.fork()
        if child == 0:
            DEEDS[deed](Path(folder), seed)
        say(pid=child)
        os.waitpid(child, 0)
        say(gone=child)


if __name__ == "__main__":
    if sys.argv[1:]:
        DEEDS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    else:
        nursery()
