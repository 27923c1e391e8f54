"""A practice in a program of its own, to be killed: takes notes of an invented circle until that happens."""

import itertools
import sys
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.session.note_entry import EntryDefaults, add_entry
from dialogue_desk.desk.session.note_practice import NotePractice
from dialogue_desk.exchange.practice_files import practices_in
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.words import Words
from tests.shelf import GUIDES
from tools.manual_clock import ManualClock

SECRET = "a note of a practice"

if __name__ == "__main__":
    clock = ManualClock(1_773_356_400_000)
    desk = Desk(DeskFile(Path(sys.argv[1])), clock, RandomIds(5))
    script = practices_in(resource("practice"), Words()).scripts[0]
    practice = NotePractice(desk, GuideShelf(GUIDES, Words()), script)
    practice.go_on()
    for number in itertools.count():
        clock.advance(1_000)
        defaults = EntryDefaults(part=script.parts[0].id, said_at=practice.said_at())
        add_entry(practice.rehearsal.desk, practice.folder, f"{SECRET} {number}", defaults)
        sys.stdout.write("written\n")
        sys.stdout.flush()
