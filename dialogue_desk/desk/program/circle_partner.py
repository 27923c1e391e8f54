"""Which laptop a person is asked about after opening files: the other one of a circle, perhaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.imports import ReadPackage
from dialogue_desk.desk.trust.known_laptops import is_asked_about
from dialogue_desk.domain.closing.leaving import Profile
from dialogue_desk.domain.model.bodies import ORGANIZING, Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.exchange.signing import PackageOrigin


@dataclass(frozen=True, slots=True)
class PossiblePartner:
    """A laptop that handed over a session as the other laptop of its circle.

    ``file`` is the name of the package, ``circle`` the code of the circle whose session is in it; or else
    ``program`` is the name of the program that the package has organizers' work of.
    """

    origin: PackageOrigin
    file: str
    circle: str = ""
    program: str = ""


def possible_partner(desk: Desk, packages: Iterable[ReadPackage]) -> PossiblePartner | None:
    """Return the first laptop of ``packages`` to ask about; None when there is none.

    One opening asks one question at most: a folder of many laptops is not the other one of a circle.  Judged
    is what is in a package, never what it says of itself: only who hands over a session of a circle can be
    working on it, and only who made something of a program can be its organizer.
    """
    for one in packages:
        program = _program_worked_on(desk, one)
        if program and one.origin is not None and is_asked_about(desk, one.origin):
            return PossiblePartner(one.origin, one.path.name, program=program)
        if one.about.profile != Profile.OTHER_LAPTOP.value or one.origin is None:
            continue
        circle = _circle_of_session(desk, one)
        if circle and is_asked_about(desk, one.origin):
            return PossiblePartner(one.origin, one.path.name, circle)
    return None


def _program_worked_on(desk: Desk, package: ReadPackage) -> str:
    """Return the name of the program that a package has organizers' work of, and that is here."""
    for record in package.incoming.records.values():
        if record.kind in ORGANIZING and record.body is not None:
            program = desk.get(record.owner)
            return program.body.name if program is not None and isinstance(program.body, Program) else ""
    return ""


def _circle_of_session(desk: Desk, package: ReadPackage) -> str:
    records = package.incoming.records
    for record in records.values():
        if record.kind is Kind.SESSION and record.body is not None:
            owner = records.get(record.owner) or desk.get(record.owner)
            if owner is not None and isinstance(owner.body, Circle):
                return owner.body.code
    return ""
