"""Notes and action ideas for Talk to the City: one comment a row.

It needs ``comment``, reads ``id``, and reads ``interview`` as the speaker: here that is the circle, so
that it counts circles and names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import printable
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.exchange.csv_table import BOM, DataTable, csv_bytes

COLUMNS = ("id", "interview", "comment")
LONGEST_COMMENT = 5_000
"""It warns of longer ones, and refuses those of twice the length."""


def comments_csv(folders: Iterable[SessionFolder]) -> bytes:
    """Return what sessions said as CSV, without the mark for Excel: a web page reads it, not a spreadsheet.

    The caller leaves out what may not leave.
    """
    rows = (
        (name, _circle(folder), piece)
        for folder in sorted(folders, key=lambda folder: folder.id)
        for number, said in _said(folder)
        for name, piece in _pieces(number, printable(said))
    )
    return csv_bytes(DataTable("comments", COLUMNS, tuple(rows))).removeprefix(BOM.encode())


def _said(folder: SessionFolder) -> Iterator[tuple[RecordId, str]]:
    yield from ((note.id, note.body.text) for note in folder.notes)
    yield from ((action.id, action.body.what) for action in folder.actions)


def _circle(folder: SessionFolder) -> str:
    program = folder.program.called if folder.program else ""
    return " ".join(part for part in (program, folder.circle.code) if part)


def _pieces(name: str, text: str) -> Iterator[tuple[str, str]]:
    yield name, text[:LONGEST_COMMENT]
    for number, begin in enumerate(range(LONGEST_COMMENT, len(text), LONGEST_COMMENT), start=2):
        yield f"{name}-{number}", text[begin : begin + LONGEST_COMMENT]
