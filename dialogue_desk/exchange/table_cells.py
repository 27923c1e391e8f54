"""What tables are made from, and the forms of their cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import MINUTE, Instant, Milliseconds, RecordId
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.overview.voices_picture import VoicesPicture
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.csv_table import Cell
from dialogue_desk.words.times import local_datetime

Rows: TypeAlias = Iterator[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class TableSource:
    """Records and sessions in the order in which people look them up, with their programs and circles.

    ``voices`` are who took part in each program.
    """

    records: Sequence[Record]
    folders: Sequence[SessionFolder]
    programs: Mapping[RecordId, Program]
    circles: Mapping[RecordId, Circle]
    voices: Mapping[RecordId, VoicesPicture] = field(default_factory=dict)

    def program_name(self, program_id: RecordId | None) -> str:
        """Return the code of a program, or its name when it has no code."""
        program = self.programs.get(program_id) if program_id else None
        return program.called if program else ""

    def circle_code(self, circle_id: RecordId | None) -> str:
        """Return the code of a circle; "" where it is not known."""
        circle = self.circles.get(circle_id) if circle_id else None
        return circle.code if circle else ""

    def whose(self, folder: SessionFolder) -> tuple[str, str, int]:
        """Return the program, the circle and the number of a session."""
        return self.program_name(folder.circle.program), folder.circle.code, folder.session.number


RowsOf: TypeAlias = tuple[str, str, Callable[[TableSource], Rows]]
"""A table's name, the names of its columns with spaces between, and what yields its rows."""


def decimal_minutes(length: Milliseconds) -> float:
    """Return a length in minutes, to a tenth."""
    return round(length / MINUTE, 1)


def room_time(folder: SessionFolder, at: Instant | None) -> str:
    """Return an instant as the time in the room; "" for None."""
    return "" if at is None else clock_time(local_datetime(at, folder.session.zone))


def clock_time(moment: datetime) -> str:
    """Return a moment in the form that spreadsheets read, without its zone."""
    return moment.replace(tzinfo=None).isoformat(" ", "seconds")


def several(values: Iterable[str]) -> str:
    """Return several values in one cell."""
    return "; ".join(values)


def yes(value: object) -> str:
    """Return "yes" or "no"."""
    return "yes" if value else "no"
