"""What organizers made of a program, from one to the other: two who coded halves bring them together so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.keyring import seal_keys
from dialogue_desk.desk.leaving.packages import ReadyPackage, plain_name, ready_package, write_package
from dialogue_desk.domain.closing.leaving import Profile, may_leave, private_themes
from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.records import Record
from dialogue_desk.exchange.package import ORGANIZERS_WORK, About, contents_of
from dialogue_desk.exchange.sealing import Seal

_MADE = (*ORGANIZING, Kind.THEME, Kind.THEMES_APART)
_WITH_THEMES = (Kind.NOTE, Kind.ACTION, Kind.TOP_THEMES)


def work_package(desk: Desk, program_id: RecordId) -> ReadyPackage:
    """Return the package of what organizers made of a program: no note of a circle is in it.

    Themes of circles go along, because organizers join them, and with them the circles that had them; not
    those that only a debrief has, or a quote that may not be repeated.

    Raises:
        KeyError: when there is no such program.
        PackageRefused: ``TOO_LARGE``, when no laptop would open that much.
        DeskTrouble: when a new signing key could not be saved.
    """
    program = desk.get(program_id)
    if program is None or not isinstance(program.body, Program):
        raise KeyError(program_id)
    name = program.body.name
    contents = contents_of(_work_records(desk, program), About(ORGANIZERS_WORK, name))
    return ready_package(desk, program_id, f"{plain_name(name)}-work", contents, ORGANIZERS_WORK)


def write_work(desk: Desk, program_id: RecordId, to: Path) -> Path:
    """Write what organizers made of a program into the folder ``to``, sealed to their keys, if they have any.

    Raises:
        OSError: when it could not be written whole; then there is no new file.
        KeyError, PackageRefused, DeskTrouble: as for ``work_package``.
    """
    package = work_package(desk, program_id)
    program = desk.get(program_id)
    body = program.body if program is not None else None
    seal = Seal(to=seal_keys(body)) if isinstance(body, Program) else Seal()
    return write_package(desk, package, to, seal)


def _work_records(desk: Desk, program: Record) -> Iterator[Record]:
    records = desk.file.records
    yield program
    yield from records.under(program.id, *_MADE)
    for circle in records.of_kind(Kind.CIRCLE):
        if isinstance(circle.body, Circle) and circle.body.program == program.id:
            themes = list(records.under(circle.id, Kind.THEME, Kind.THEMES_APART))
            if themes:
                private = _private_themes(desk, circle)
                yield circle
                yield from (theme for theme in themes if theme.id not in private)


def _private_themes(desk: Desk, circle: Record) -> frozenset[RecordId]:
    """Return the themes of a circle that only lines have which no organizer is to read."""
    records = desk.file.records
    sessions = records.under(circle.id, Kind.SESSION)
    said = [line for one in sessions for line in records.under(one.id, *_WITH_THEMES)]
    leaves = {line.id: line for line in said if may_leave(line, Profile.ORGANIZER)}
    return private_themes((line for line in said if line.id not in leaves), leaves.values())
