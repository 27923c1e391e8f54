"""What leaves the laptop: packages, named so that a person knows them again, and never more than said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.bodies import Kind
from dialogue_desk.domain.circles import Session
from dialogue_desk.domain.ids import RecordId
from dialogue_desk.domain.leaving import Profile, lets, may_leave
from dialogue_desk.domain.notes import NoteKind
from dialogue_desk.domain.records import Record
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.domain.tallies import Counting, counting
from dialogue_desk.exchange.package import PACKAGE_SUFFIX, About, package_bytes
from dialogue_desk.whole_file import write_whole

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Leaving:
    """What a session's package will contain, and what stays here.  Shown before anything is written."""

    notes: int
    actions: int
    ground_rules: int
    debrief: int
    quotes_without_consent: int
    clashes: int


@dataclass(frozen=True, slots=True)
class ReadyPackage:
    """A package and its file's name.  It asks nothing more of the desk."""

    name: str
    data: bytes


def leaving(folder: SessionFolder) -> Leaving:
    """Return what would leave with a session's package."""
    leaves = [note for note in folder.notes if lets(Profile.ORGANIZER, note.body)]
    stays = [note.body for note in folder.notes if not lets(Profile.ORGANIZER, note.body)]
    return Leaving(
        notes=len(leaves),
        actions=len(folder.actions),
        ground_rules=len(folder.ground_rules),
        debrief=sum(note.kind is NoteKind.DEBRIEF for note in stays),
        quotes_without_consent=sum(note.kind is NoteKind.QUOTE for note in stays),
        clashes=folder.clashes,
    )


def session_records(desk: Desk, folder: SessionFolder) -> Iterator[Record]:
    """Yield the records of a session's package: its own, its circle's rules and themes, its program's.

    A record leaves only when every edition of it may; tallies of few people stay here.
    """
    above = [folder.id, folder.circle_id, *([folder.program_id] if folder.program_id else [])]
    yield from desk.file.records.known([*above, *folder.session.guides]).values()
    counts = counting(folder) is Counting.COUNTS
    inside = [one for one in desk.file.records.under(folder.id) if counts or one.kind is not Kind.TALLY]
    yield from (record for record in inside if may_leave(record, Profile.ORGANIZER))
    yield from desk.file.records.under(folder.circle_id, Kind.GROUND_RULE, Kind.THEME)
    if folder.program_id:
        yield from desk.file.records.under(folder.program_id, Kind.THEME, Kind.TALLY_CATEGORY)


def session_package(desk: Desk, folder: SessionFolder) -> ReadyPackage:
    """Return the package of a session, to be written wherever and whenever it suits."""
    about = About(
        "session",
        folder.program.name if folder.program else "",
        folder.circle.code,
        folder.session.number,
        date_of(folder.session),
    )
    return _ready(package_bytes(session_records(desk, folder), about), stem(folder))


def export_session(desk: Desk, folder: SessionFolder, to: Path) -> Path:
    """Write the package of a session into the folder ``to`` and return its path.

    Raises:
        OSError: when it could not be written whole; then there is no new file.
    """
    return _written(session_package(desk, folder), to)


def export_program(desk: Desk, program_id: RecordId, to: Path) -> Path:
    """Write the file that facilitators open first: the program, its circles and starter themes.

    Raises:
        KeyError: when there is no such program.
        OSError: when it could not be written whole; then there is no new file.
    """
    program = desk.get(program_id)
    if program is None or program.body is None:
        raise KeyError(program_id)
    circles = [
        record
        for record in desk.file.records.of_kind(Kind.CIRCLE)
        if getattr(record.body, "program", None) == program_id
    ]
    records = [program, *circles, *desk.file.records.under(program_id, Kind.THEME, Kind.TALLY_CATEGORY)]
    name = str(getattr(program.body, "name", ""))
    return _written(_ready(package_bytes(records, About("program", name)), plain_name(name)), to)


def stem(folder: SessionFolder) -> str:
    """Return how a session's files begin: program or place, circle, session and date."""
    first = folder.program.code or folder.program.name if folder.program else ""
    first = first or folder.session.place or folder.circle.place
    parts = (plain_name(first), plain_name(folder.circle.code), f"s{folder.session.number}")
    return "-".join((*parts, date_of(folder.session)))


def date_of(session: Session) -> str:
    """Return the day of the room on which a session was held, as 2026-03-12."""
    local = datetime.fromtimestamp(session.start / 1000, UTC) + timedelta(minutes=session.zone)
    return local.date().isoformat()


def plain_name(text: str) -> str:
    """Return text for a file's name on any system: lower-case ASCII letters, digits and hyphens."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", ascii_only).strip("-")[:40].strip("-") or "circle"


def _ready(package: tuple[bytes, str], name: str) -> ReadyPackage:
    data, identity = package
    return ReadyPackage(f"{name}-{identity[:8]}{PACKAGE_SUFFIX}", data)


def _written(package: ReadyPackage, to: Path) -> Path:
    to.mkdir(parents=True, exist_ok=True)
    path = to / package.name
    write_whole(path, package.data)
    return path
