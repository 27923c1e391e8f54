"""What a desk holds of each circle: how much, since when, under which rule, and until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program, Session
from dialogue_desk.domain.model.hold import HeldLines, LoggedErasure, OpenHold
from dialogue_desk.domain.model.ids import Instant, RecordId, made_at
from dialogue_desk.domain.model.notes import NoteKind
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.overview.session_folder import Stored, stored
from dialogue_desk.domain.records.records import Record


class KeepRule(StrEnum):
    """Whose day says until when a circle is kept."""

    CIRCLE = "circle"
    PROGRAM = "program"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class HeldCounts:
    """How much of each kind there is.  ``notes`` are all but debriefs, also quotes and sensitive ones."""

    sessions: int = 0
    notes: int = 0
    quotes: int = 0
    sensitive: int = 0
    debriefs: int = 0
    actions: int = 0
    tallies: int = 0


@dataclass(frozen=True, slots=True)
class CircleHolding:
    """What is held of one circle.  ``until`` is a day as 2027-06-30; "" for none."""

    id: RecordId
    code: str
    program_id: RecordId | None
    program: str
    counts: HeldCounts
    since: Instant | None
    rule: KeepRule
    until: str


@dataclass(frozen=True, slots=True)
class DeskHolding:
    """What a desk holds at an instant.

    ``copies`` are those next to the desk file, ``away`` the folders with copies that are not there now;
    ``set_aside`` are desk files that were replaced, ``waiting`` changes of other laptops without an answer.
    ``piles`` of slips and ``ballots`` are of whole programs, not of one circle; piles that are ``begun`` are
    not saved yet.
    """

    at: Instant
    zone: int
    programs: tuple[Stored[Program], ...]
    circles: tuple[CircleHolding, ...]
    holds: tuple[OpenHold, ...]
    log: tuple[LoggedErasure, ...]
    copies: int = 0
    away: int = 0
    set_aside: int = 0
    waiting: int = 0
    piles: int = 0
    begun: int = 0
    ballots: int = 0

    def holds_on(self, circle: CircleHolding) -> tuple[OpenHold, ...]:
        """Return the holds on a circle: its own, and its program's."""
        return tuple(one for one in self.holds if one.id in (circle.id, circle.program_id))


def circle_holdings(records: Iterable[Record], lines: Iterable[HeldLines]) -> tuple[CircleHolding, ...]:
    """Return what is held of each circle, by program and code.

    ``records`` are programs, circles and sessions; ``lines`` are what the sessions have.
    """
    known = list(records)
    programs = {one.id: one.body for one in stored(known, Program)}
    circles = {one.id: one for one in stored(known, Circle)}
    sessions = {one.id: one.owner for one in stored(known, Session)}
    counts: dict[RecordId, Counter[str]] = {circle: Counter() for circle in circles}
    since: dict[RecordId, Instant] = {}
    made = [*((circle, circle) for circle in circles), *sessions.items()]
    for owner in sessions.values():
        counts.setdefault(owner, Counter())["sessions"] += 1
    for line in lines:
        circle = sessions.get(line.session)
        if circle is not None:
            made.append((line.first, circle))
            for name in _counted(line):
                counts[circle][name] += line.count
    for record, circle in made:
        if at := made_at(record):
            since[circle] = min(at, since.get(circle, at))
    found = (_holding(one, programs, counts, since) for one in circles.values())
    return tuple(sorted(found, key=lambda one: (look_up_order(one.program), look_up_order(one.code), one.id)))


def _holding(
    circle: Stored[Circle],
    programs: dict[RecordId, Program],
    counts: dict[RecordId, Counter[str]],
    since: dict[RecordId, Instant],
) -> CircleHolding:
    program = programs.get(circle.body.program) if circle.body.program else None
    rule, until = KeepRule.NONE, ""
    if circle.body.keep_until:
        rule, until = KeepRule.CIRCLE, circle.body.keep_until
    elif program is not None and program.keep_until:
        rule, until = KeepRule.PROGRAM, program.keep_until
    return CircleHolding(
        circle.id,
        circle.body.code,
        circle.body.program if program is not None else None,
        program.name if program is not None else "",
        HeldCounts(**counts[circle.id]),
        since.get(circle.id),
        rule,
        until,
    )


def _counted(line: HeldLines) -> tuple[str, ...]:
    if line.kind is not Kind.NOTE:
        return ("actions",) if line.kind is Kind.ACTION else ("tallies",)
    if line.sort == NoteKind.DEBRIEF:
        return ("debriefs",)
    marks = (("quotes", line.sort == NoteKind.QUOTE), ("sensitive", line.sensitive))
    return ("notes", *(name for name, true in marks if true))
