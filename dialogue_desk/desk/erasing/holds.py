"""A hold for a public-records request that is open: what it covers is not erased because its time is over.

It stays on this desk (``docs/decisions/0035-a-hold-stays-on-the-desk.md``).
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erasure_lines import subjects_over
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.hold import LONGEST_REFERENCE, Hold, NothingToHold, OpenHold
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.domain.records.records import Record
from dialogue_desk.storage.pending_erasures import BESIDE


class CannotHold(Exception):
    """Something cannot be put on hold; ``why`` says it."""

    def __init__(self, why: NothingToHold) -> None:
        super().__init__(why.value)
        self.why = why


class OnHold(Exception):
    """Something is on hold, and whoever wants it erased has not said so twice."""


def put_on_hold(desk: Desk, target: RecordId, reference: str = "") -> None:
    """Put a program or a circle on hold from now on; one that is on hold stays so since when it was.

    Raises:
        CannotHold: when it is not there, was erased, or is being erased.
        DeskTrouble: when it could not be saved.
    """
    record = desk.get(target)
    due = desk.file.erasures.pending()
    if target in due.desk.ids or (record is not None and record.erased):
        away = any(target in task.ids for place, task in due.places.items() if place != BESIDE)
        raise CannotHold(NothingToHold.STILL_IN_COPIES if away else NothingToHold.ERASED)
    if record is None or not isinstance(record.body, Program | Circle):
        raise CannotHold(NothingToHold.UNKNOWN)
    before = desk.file.holds.all().get(target)
    since = before.since if before is not None else desk.clock.now()
    with desk.file.writing():
        desk.file.holds.put(target, Hold(since, " ".join(reference.split())[:LONGEST_REFERENCE]))
    _tell(desk, record)


def lift_hold(desk: Desk, target: RecordId) -> None:
    """End the hold of a program or a circle.

    Raises:
        DeskTrouble: when it could not be saved; then the hold is as it was.
    """
    with desk.file.writing():
        desk.file.holds.lift([target])
    if (record := desk.get(target)) is not None:
        _tell(desk, record)


def open_holds(desk: Desk) -> tuple[OpenHold, ...]:
    """Return the holds on what is here, the earliest first."""
    holds = desk.file.holds.all()
    known = desk.file.records.known(holds)
    found = (_open(known[one], hold) for one, hold in holds.items() if one in known)
    return tuple(sorted((one for one in found if one), key=lambda one: (one.hold.since, one.id)))


def holds_over(desk: Desk, target: RecordId | None) -> tuple[OpenHold, ...]:
    """Return the holds that cover something, or anything in it; None stands for everything."""
    holds = open_holds(desk)
    record = None if target is None else desk.get(target)
    if target is None or record is None or not holds:
        return holds if target is None else ()
    over = set(subjects_over(desk.file, record))
    if record.kind is Kind.PROGRAM:
        over |= set(_circles_of(desk, target))
    return tuple(one for one in holds if one.id in over)


def _tell(desk: Desk, record: Record) -> None:
    """Let pages that show the record show it again; no record was changed."""
    none: frozenset[RecordId] = frozenset()
    kinds, ids = frozenset({record.kind}), frozenset({record.id})
    desk.changes.tell(Outcome(Act.PUT, kinds, ids, frozenset({record.owner}), none))


def _circles_of(desk: Desk, program: RecordId) -> Iterator[RecordId]:
    for record in desk.file.records.of_kind(Kind.CIRCLE):
        if isinstance(record.body, Circle) and record.body.program == program:
            yield record.id


def _open(record: Record, hold: Hold) -> OpenHold | None:
    match record.body:
        case Program(name=name):
            return OpenHold(record.id, name, hold, program=True)
        case Circle(code=code):
            return OpenHold(record.id, code, hold)
        case _:
            return None
