"""What happens to files."""

from __future__ import annotations

import random
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.storage.desk_file import DeskFile
from tools.manual_clock import ManualClock

SESSION = RecordId("session")
PAGE = 4096


def a_desk(path: Path, seed: int = 1) -> Desk:
    return Desk(DeskFile(path), ManualClock(1_000_000), RandomIds(seed))


def note(text: str) -> Note:
    return Note(NoteKind.CONCERN, text)


def with_notes(path: Path, count: int, seed: int = 1) -> Path:
    """A desk file that holds ``count`` notes, each written in a step of ten, and was closed."""
    desk = a_desk(path, seed)
    for first in range(0, count, 10):
        texts = [f"note {number} " + "word " * 40 for number in range(first, min(first + 10, count))]
        desk.perform(Edit(Act.WRITE, tuple(Write.of(desk.new_id(), SESSION, note(text)) for text in texts)))
    desk.file.close()
    return path


def texts(desk: Desk) -> list[str]:
    return [record.body.text for record in desk.file.records.under(SESSION, Kind.NOTE) if record.body]


def smash(path: Path, pages: list[int], seed: int = 1) -> None:
    """Write chance over whole pages of a file."""
    chance = random.Random(seed)
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE)
            file.write(chance.randbytes(PAGE))


def fill_up(ballast: Path) -> None:
    """Write until the disk takes no more."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(PAGE)):
                pass
        except OSError:
            return
