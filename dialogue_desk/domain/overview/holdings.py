"""What a desk holds of each circle: how much, since when, under which rule, and until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.hold import LoggedErasure, OpenHold
from dialogue_desk.domain.model.ids import Instant, RecordId, made_at
from dialogue_desk.domain.model.notes import Note, NoteKind
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

    def holds_on(self, circle: CircleHolding) -> tuple[OpenHold, ...]:
        """Return the holds on a circle: its own, and its program's."""
        return tuple(one for one in self.holds if one.id in (circle.id, circle.program_id))


def circle_holdings(records: Iterable[Record]) -> tuple[CircleHolding, ...]:
    """Return what is held of each circle, by program and code."""
    known = list(records)
    programs = {one.id: one.body for one in stored(known, Program)}
    circle_of = {one.id: one.owner for one in known if one.kind is Kind.SESSION}
    counts: dict[RecordId, Counter[str]] = {}
    since: dict[RecordId, Instant] = {}
    for record in known:
        if record.erased or record.body is None:
            continue
        circle = record.id if record.kind is Kind.CIRCLE else circle_of.get(record.id, record.owner)
        circle = circle_of.get(circle, circle)
        counts.setdefault(circle, Counter()).update(_counted(record))
        if at := made_at(record.id):
            since[circle] = min(at, since.get(circle, at))
    found = (_holding(one, programs, counts, since) for one in stored(known, Circle))
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
        HeldCounts(**counts.get(circle.id, Counter())),
        since.get(circle.id),
        rule,
        until,
    )


def _counted(record: Record) -> Iterable[str]:
    body = record.body
    if isinstance(body, Note):
        if body.kind is NoteKind.DEBRIEF:
            return ("debriefs",)
        marks = (("quotes", body.kind is NoteKind.QUOTE), ("sensitive", body.sensitive))
        return ("notes", *(name for name, true in marks if true))
    name = {Kind.SESSION: "sessions", Kind.ACTION: "actions", Kind.TALLY: "tallies"}.get(record.kind)
    return (name,) if name else ()
