"""The way back from an erasing that another laptop's file brought, with a person's leave: for some days.

What is erased here, by laptops that are known, or as a quote that was withdrawn, goes at once and for good.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import HOUR, Instant, RecordId
from dialogue_desk.domain.model.notes import Note, NoteKind
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.records.changes import Act, Change, Pair
from dialogue_desk.domain.records.records import Record, Stamp
from dialogue_desk.domain.records.trust import Claim
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.history import PastChange
from dialogue_desk.storage.pending_erasures import task_of
from dialogue_desk.storage.trust_tables import Erased

USUAL_DAYS, MOST_DAYS = 7, 90
DAY = 24 * HOUR
_DAYS = "days to bring back"


@dataclass(frozen=True, slots=True)
class KeptWords:
    """Keeps what a change erases until an instant, except quotes: a withdrawn quote goes at once."""

    until: Instant
    claims: Sequence[Claim]

    @classmethod
    def of(cls, desk: Desk, claims: Sequence[Claim]) -> KeptWords | None:
        """Return what keeps the words that ``claims`` erase; None when this desk keeps none."""
        days = days_to_bring_back(desk)
        return cls(desk.clock.now() + days * DAY, claims) if days else None

    def keep(self, file: DeskFile, seq: int, change: Change, lost: Sequence[RecordId]) -> list[RecordId]:
        """Keep the words of the change of this number, and return which of ``lost`` go at once."""
        gone = [pair for pair in change.pairs if pair.record.id in lost and pair.before is not None]
        kept = [pair.before for pair in gone if pair.before is not None and _can_come_back(pair.before)]
        if kept:
            quotes = (pair.after for pair in gone if pair.before is not None and _is_quote(pair.before))
            traces = [trace for trace in quotes if trace is not None]
            file.way_back.keep(seq, self.until, [*kept, *traces], self.claims)
        ids = {record.id for record in kept}
        return [one for one in lost if one not in ids]


def days_to_bring_back(desk: Desk) -> int:
    """Return for how many days this desk keeps what another laptop's file erased."""
    said = desk.file.remembered(_DAYS)
    return min(int(said), MOST_DAYS) if said.isdigit() else USUAL_DAYS


def set_days_to_bring_back(desk: Desk, days: int) -> None:
    """Set for how many days this desk keeps what another laptop's file erases from now on; 0 for not at all.

    Raises:
        DeskTrouble: when that could not be saved.
    """
    desk.file.remember(_DAYS, str(max(0, min(days, MOST_DAYS))))


def erased_lately(desk: Desk) -> tuple[Erased, ...]:
    """Return what can be brought back, the earliest first."""
    return desk.file.way_back.all()


def circles_of(desk: Desk, erased: Iterable[Erased]) -> tuple[str, ...]:
    """Return the codes of the circles of which something was erased."""
    records = {record.id: record for one in erased for record in (*one.quotes, *one.records)}
    codes: set[str] = set()
    for record in records.values():
        here: Record | None = record
        while here is not None and not isinstance(here.body, Circle):
            here = records.get(here.owner) or desk.get(here.owner)
        if here is not None and isinstance(here.body, Circle):
            codes.add(here.body.code)
    return tuple(sorted(codes, key=look_up_order))


def bring_back(desk: Desk, erased: Erased) -> Outcome:
    """Bring back what another laptop's file erased; that file never asks for it again.

    Laptops that heard of the erasing meanwhile stay without the words.

    Raises:
        DeskTrouble: when it could not be written; then it can still be brought back.
    """

    def change_of(_: Stamp) -> Change:
        now = desk.file.records.known(record.id for record in erased.records)
        pairs = (Pair(now.get(record.id), record) for record in erased.records)
        return Change(Act.BRING_BACK, tuple(pair for pair in pairs if pair.before != pair.after))

    def remember(_: PastChange) -> None:
        desk.file.waiting.leave_out(erased.claims)
        desk.file.way_back.forget(erased.seq)

    return desk.changes.make(Act.BRING_BACK, desk.name, change_of, remember)


def let_go(desk: Desk, erased: Erased) -> None:
    """Erase for good what could still be brought back; its copies are due then, as after every erasing.

    Raises:
        DeskTrouble: when it could not be written; then it can still be brought back.
    """
    file = desk.file
    here = file.records.known(record.id for record in erased.records)
    ids = [record.id for record in erased.records if record.id in here and here[record.id].erased]
    with file.erasing(task_of(ids)), file.writing():
        if any(record.kind in (Kind.PROGRAM, Kind.CIRCLE, Kind.SESSION) for record in erased.records):
            file.imports.forget(ids)
            file.exports.forget(ids)
        file.way_back.forget(erased.seq)
        file.forget_history(ids)
    if file.scrub():
        file.erasures.done_in_desk(task_of(ids))


def let_go_what_is_due(desk: Desk) -> None:
    """Erase for good what has had its days.  What cannot be erased now is tried again at the next start."""
    ends = desk.file.way_back.until()
    now, latest = desk.clock.now(), desk.clock.now() + (MOST_DAYS + 1) * DAY
    # A clock that was years ahead for a while must not keep words for years.
    if not any(until <= now or until > latest for until in ends):
        return
    with contextlib.suppress(DeskTrouble):
        for erased in erased_lately(desk):
            if erased.until <= now or erased.until > latest:
                let_go(desk, erased)


def _can_come_back(record: Record) -> bool:
    return not record.erased and not _is_quote(record)


def _is_quote(record: Record) -> bool:
    said = (edition.body for edition in record.editions)
    return any(isinstance(body, Note) and body.kind is NoteKind.QUOTE for body in said)
