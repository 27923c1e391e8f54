"""Notes and action ideas for Talk to the City: one comment a row.

It needs ``comment``, reads ``id``, and reads ``interview`` as the speaker: here that is the circle, so
that it counts circles and names nobody.  What could be only one person's has no circle, stands last, and has
an id that does not tell when it was said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from dialogue_desk.domain.closing.leaving import Profile, may_be_placed
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import printable
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.exchange.csv_table import BOM, DataTable, csv_bytes

COLUMNS = ("id", "interview", "comment")
_Comment: TypeAlias = tuple[str, str, str]
LONGEST_COMMENT = 5_000
"""It warns of longer ones, and refuses those of twice the length."""


def comments_csv(folders: Iterable[SessionFolder]) -> bytes:
    """Return what sessions said as CSV, without the mark for Excel: a web page reads it, not a spreadsheet.

    The caller leaves out what may not leave.
    """
    placed: list[_Comment] = []
    alone: list[_Comment] = []
    folders = sorted(folders, key=lambda folder: folder.id)
    # A program that only some of them belong to would tell which.
    programs = {_program(folder) for folder in folders}
    shared = "".join(programs) if len(programs) == 1 else ""
    for folder in folders:
        for note in folder.notes:
            if may_be_placed(note.body, folder.session.officers, Profile.EVERYONE):
                placed.append((note.id, _circle(folder), note.body.text))
            else:
                alone.append((_hidden(note.id), shared, note.body.text))
        placed += [(action.id, _circle(folder), action.body.what) for action in folder.actions]
    rows = (
        (name, speaker, piece)
        for number, speaker, said in (*placed, *sorted(alone))
        for name, piece in _pieces(number, printable(said))
        if piece.strip()  # it takes no empty comment
    )
    return csv_bytes(DataTable("comments", COLUMNS, tuple(rows))).removeprefix(BOM.encode())


def _hidden(note_id: RecordId) -> str:
    """Return a name for a note that sorts by chance: its id begins with the time it was written."""
    return hashlib.sha256(note_id.encode()).hexdigest()[:32]


def _program(folder: SessionFolder) -> str:
    return folder.program.called if folder.program else ""


def _circle(folder: SessionFolder) -> str:
    return " ".join(part for part in (_program(folder), folder.circle.code) if part)


def _pieces(name: str, text: str) -> Iterator[tuple[str, str]]:
    yield name, text[:LONGEST_COMMENT]
    for number, begin in enumerate(range(LONGEST_COMMENT, len(text), LONGEST_COMMENT), start=2):
        yield f"{name}-{number}", text[begin : begin + LONGEST_COMMENT]
