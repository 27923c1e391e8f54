"""A session in a process of its own, to be killed at any moment.

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

import pyrage  # noqa: F401 - so that no child has to, like the next
import sqlite_utils  # noqa: F401

from dialogue_desk.desk.clock import SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import erase, erase_from_copies, withdraw_quote
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.desk.leaving.session_files import ExportChoices, export_files
from dialogue_desk.desk.opening import open_desk
from dialogue_desk.desk.program.forum_edits import choose_options, forum_of, lock, type_ballot
from dialogue_desk.desk.program.found_files import files_found
from dialogue_desk.desk.program.imports import import_packages, read_packages
from dialogue_desk.desk.session.closing_edits import set_dot_vote, set_read_back, set_step_state
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry
from dialogue_desk.desk.session.session_runner import SessionRunner
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.closing import CloseStep, DotVote, StepState
from dialogue_desk.domain.model.forum import BallotEntry, ForumOption, ForumStage
from dialogue_desk.domain.model.ids import SECOND, RecordId
from dialogue_desk.domain.model.live_session import MoveKind
from dialogue_desk.domain.model.notes import ActionIdea, Note, NoteKind
from dialogue_desk.domain.notes.note_edits import joined, split, turned_into_ideas, turned_into_notes
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.exchange.package import PackageReader
from dialogue_desk.exchange.sealing import NOT_SEALED, Keyring, Seal
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.places import choose_place
from dialogue_desk.storage.pulse import Pulse
from dialogue_desk.storage.restore import erased_in, restore_copy
from dialogue_desk.words import Words
from dialogue_desk.words.idea_labels import labels_in
from tests.desk.evening import a_shelf, begun

LABELS = labels_in(Words())
OFTEN = (MoveKind.NEXT, MoveKind.BACK, MoveKind.PAUSE, MoveKind.RESUME, MoveKind.ADD_TIME)


def say(**told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def say_where(desk: Desk, live: SessionRunner) -> None:
    reading = live.read()
    moves = sum(1 for _ in desk.file.records.under(live.session_id, Kind.MOVE))
    say(part=reading.part, session_elapsed=reading.session_elapsed, moves=moves)


class Evening:
    """One session of one desk, and what is done in it between two moves of the clock.

    ``number`` tells the deeds of one life apart; every text says of which life and deed it is.
    """

    def __init__(self, desk: Desk, session_id: RecordId, seed: int) -> None:
        self.desk, self.session_id, self.seed = desk, session_id, seed
        self.chance = random.Random(seed)
        self.folders = Folders(desk, a_shelf(desk.file.path.parent))
        self.name = ""

    def do(self, number: int) -> None:
        """Do something that people do, and say so once it is on disk."""
        self.name = f"{self.seed}.{number}"
        deeds = (self.type, self.type, self.catch, self.split, self.turn, self.take_back, self.close)
        self.chance.choice(deeds)()

    def type(self) -> None:
        text = f"note {self.name}"
        self.write(text + " word" * self.chance.randrange(200))
        say(note=text)

    def catch(self) -> None:
        folder = self.folders.session(self.session_id)
        assert folder is not None
        add_entry(self.desk, folder, f"~ caught {self.name} #theme_{self.name}x /2", EntryDefaults())
        say(caught=self.name)

    def split(self) -> None:
        """Split a line in two, and sometimes put it together again."""
        note_id = self.write(f"pair {self.name} half {self.name}")
        say(pair=self.name)
        whole = self.kept(note_id)
        self.desk.perform(split(whole, f"pair {self.name}", f"half {self.name}", self.desk.new_id))
        if self.chance.random() < 0.5:
            half = next(one for one in self.all() if one.body.text == f"half {self.name}")
            self.desk.perform(joined([self.kept(note_id), half], LABELS))
        say(pair=self.name)

    def turn(self) -> None:
        """Make an action idea of a note, and sometimes a note of it again."""
        note_id = self.write(f"idea {self.name}")
        say(idea=self.name)
        self.desk.perform(turned_into_ideas([self.kept(note_id)], LABELS, self.desk.new_id))
        if self.chance.random() < 0.5:
            ideas = stored(self.desk.file.records.under(self.session_id, Kind.ACTION), ActionIdea)
            idea = next(one for one in ideas if one.body.what == f"idea {self.name}")
            self.desk.perform(turned_into_notes([idea], NoteKind.HOPE, LABELS, self.desk.new_id))
        say(idea=self.name)

    def take_back(self) -> None:
        text = f"undone {self.name}"
        self.write(text)
        self.desk.undo()
        say(undone=text)

    def close(self) -> None:
        """Save a fact of the wrap-up: each fact is there once, and the latest counts."""
        set_dot_vote(self.desk, self.session_id, DotVote(self.chance.randrange(100), 9))
        said = self.write(f"note {self.name}")
        say(note=f"note {self.name}")
        set_read_back(self.desk, self.session_id, said)
        say(ticked=said)
        if self.chance.random() < 0.5:
            set_step_state(self.desk, self.session_id, CloseStep.DEBRIEF, StepState.LATER)

    def write(self, text: str) -> RecordId:
        return self.desk.add(self.session_id, Note(NoteKind.CONCERN, text))

    def kept(self, note_id: RecordId) -> Stored[Note]:
        record = self.desk.get(note_id)
        assert record is not None
        return stored([record], Note)[0]

    def all(self) -> tuple[Stored[Note], ...]:
        return stored(self.desk.file.records.under(self.session_id, Kind.NOTE), Note)


def play(folder: Path, seed: int) -> None:
    """Take notes, work on them and move the clock until killed."""
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds())
    sessions = list(desk.file.records.of_kind(Kind.SESSION))
    session_id = sessions[0].id if sessions else begun(desk)
    say(session=session_id)
    evening = Evening(desk, session_id, seed)
    session = evening.folders.session(session_id)
    assert session is not None
    live = SessionRunner(desk, session, Pulse(folder / "desk.db"))
    left = live.interruption()
    if left is None:
        live.make_move(MoveKind.START)
    else:
        live.resume(left, count_the_time_away=evening.chance.random() < 0.5)
    for number in itertools.count(1):
        act = evening.chance.random()
        if act < 0.2:
            kind = evening.chance.choice(sorted(live.live.allowed.intersection(OFTEN)))
            live.make_move(kind, by=60 * SECOND if kind is MoveKind.ADD_TIME else 0)
            say_where(desk, live)
        elif act < 0.3:
            live.tick()
            say_where(desk, live)
        else:
            evening.do(number)


def take_in_again_and_again(folder: Path, seed: int) -> None:
    """Import packages, sealed ones among them, and undo that until killed."""
    words = Words()
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds(seed))
    secret = (folder / "organizer.age-key").read_text()
    plan = read_packages(
        files_found([folder / "packages"]).files, PackageReader(words, Keyring((secret,))), words
    )
    say(looked=len(plan.packages))
    while True:
        taken = import_packages(desk, plan, words)
        say(taken=len(taken.imported))
        desk.undo()
        say(taken=0)


def export_again_and_again(folder: Path, seed: int) -> None:
    """Save what leaves a session as the window does, sealed and open, papers and all, until killed."""
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds(seed))
    (session,) = desk.file.records.of_kind(Kind.SESSION)
    key = (folder / "organizer.age").read_text()
    words = Words()
    for number in itertools.count(seed):
        desk.add(session.id, Note(NoteKind.CONCERN, f"line {seed}.{number} " + "word " * 200))
        told = Folders(desk, a_shelf(folder)).session(session.id)
        assert told is not None
        seal = Seal(to=(key,)) if number % 2 else NOT_SEALED
        papers = SummaryOptions((".md", ".txt", ".html", *((".pdf",) if number % 5 == 0 else ())))
        leavers = export_files(desk, told, words, ExportChoices(seal=seal, papers=papers))
        pending_export = leavers.begin(desk, folder / "out")
        written = leavers.save(folder / "out", lambda done, total: None)
        say(written=[file.name for file in written], revision=leavers.package.revision)
        pending_export.done()


def copy_again_and_again(folder: Path, seed: int) -> None:
    """Make the day's copy until killed."""
    desk = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds(seed))
    (session,) = desk.file.records.of_kind(Kind.SESSION)
    choose_place(folder / "stick", desk.file.erasures)
    for day in itertools.count():
        desk.add(session.id, Note(NoteKind.CONCERN, "word " * 2_000))
        made = Backups(folder / "desk.db", folder / "stick").make(date(2026, 3, 1) + timedelta(days=day))
        say(copied=made.path.name)


def erase_again_and_again(folder: Path, seed: int) -> None:
    """Write secrets, mend, join and copy them, and erase them, until killed."""
    desk = open_desk(folder / "desk.db", SystemClock(), RandomIds()).desk
    (session,) = desk.file.records.of_kind(Kind.SESSION)
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    choose_place(stick, desk.file.erasures)
    evening = Evening(desk, session.id, seed)
    for number in itertools.count():
        secret = f"secret {seed}.{number}."
        written = desk.add(session.id, Note(NoteKind.QUOTE, secret + " word" * 300))
        desk.rewrite(written, Note(NoteKind.QUOTE, f"{secret} again" + " word" * 300))
        if number % 3 == 1:
            other = desk.add(session.id, Note(NoteKind.QUOTE, f"{secret} too"))
            desk.perform(joined([evening.kept(written), evening.kept(other)], LABELS))
        desk.add(session.id, Note(NoteKind.CONCERN, f"kept {seed}.{number}."))
        backups = Backups(folder / "desk.db", stick, desk.file.erasures)
        backups.make(date(2026, 3, 1) + timedelta(days=number % 3))
        say(kept=f"kept {seed}.{number}.", secret=secret)
        if number % 3 == 2:
            withdraw_quote(desk, written, f"kept own words {seed}.{number}.")
        else:
            desk.erase([written])
        say(gone_from_desk=secret)
        erase_from_copies(desk)
        say(reached=secret)


def erase_everything_again_and_again(folder: Path, seed: int) -> None:
    """Write on an empty desk, copy it, and erase all of it, until killed."""
    desk = open_desk(folder / "desk.db", SystemClock(), RandomIds()).desk
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    choose_place(stick, desk.file.erasures)
    for number in itertools.count():
        secret = f"secret {seed}.{number}."
        desk.add(begun(desk), Note(NoteKind.QUOTE, secret + " word" * 300))
        Backups(folder / "desk.db", stick, desk.file.erasures).make(date(2026, 3, 1))
        say(secret=secret)
        erase(desk, None)
        say(gone_from_desk=secret)
        erase_from_copies(desk)
        say(reached=secret)


def go_back_again_and_again(folder: Path, seed: int) -> None:
    """Copy the desk, write on, and restore the copy, until killed."""
    path = folder / "desk.db"
    for number in itertools.count():
        desk = Desk(DeskFile(path), SystemClock(), RandomIds())
        (session,) = desk.file.records.of_kind(Kind.SESSION)
        made = Backups(path).make(date(2026, 3, 1))
        desk.add(session.id, Note(NoteKind.CONCERN, f"after {seed}.{number}."))
        names = desk.names()
        desk.file.close()
        say(written=f"after {seed}.{number}.")
        restore_copy(path, made.path, erased_in(path), names)
        say(back=number)


def vote_again_and_again(folder: Path, seed: int) -> None:
    """Type ballots one after another as the Forum tab does, until killed; it goes on after the last one."""
    desk, words = Desk(DeskFile(folder / "desk.db"), SystemClock(), RandomIds(seed)), Words()
    programs = list(desk.file.records.of_kind(Kind.PROGRAM))
    program = programs[0].id if programs else desk.add(NO_OWNER, Program("Porch Lights", "PL"))
    if forum_of(desk, program).stage is ForumStage.CHOOSING:
        texts = (("en", "An option"),)
        options = [ForumOption(RecordId(f"idea-{number}"), number, texts) for number in range(1, 21)]
        choose_options(desk, program, options, words)
        lock(desk, program, words)
    typed = [one.body.number for one in desk.file.records.under(program, Kind.BALLOT_ENTRY) if one.body]
    for number in itertools.count(max(typed, default=0) + 1):
        entry = BallotEntry(1, number, ((number % 20 + 1, 3), (20 - number % 20, 2)))
        type_ballot(desk, program, entry, words)
        say(ballot=number)


DEEDS = {
    "erase": erase_again_and_again,
    "erase everything": erase_everything_again_and_again,
    "go back": go_back_again_and_again,
    "play": play,
    "take in": take_in_again_and_again,
    "export": export_again_and_again,
    "copy": copy_again_and_again,
    "vote": vote_again_and_again,
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
