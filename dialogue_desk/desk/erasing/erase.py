"""Erasing for good: what goes, what could not be reached, and what is taken up again later.

The desk file loses the words at once.  Its copies, beside it and elsewhere, lose them by
:func:`reach_copies`, which may be done beside the window; what cannot be reached then stays due, over
restarts, until it can.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.leaving.packages import ReadyPackage, ready_package
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER, Record
from dialogue_desk.exchange.package import About, contents_of
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.erase_copies import (
    CopyErasure,
    UnerasedCopy,
    UnerasedReason,
    erase_due_copies,
    set_aside_files,
)
from dialogue_desk.storage.erasures import BESIDE

__all__ = ["CopyErasure", "ErasePreview", "UnerasedCopy", "UnerasedReason"]


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """What an erasure would take, told before it is done.

    ``absent`` are places with copies that cannot be reached now; ``aside`` how many desk files that were set
    aside lose the words too, or go.  ``saved`` are the files that were written elsewhere, as far as known.
    ``keys`` is how many keys go that open sealed packages.
    """

    circles: int = 0
    sessions: int = 0
    notes: int = 0
    actions: int = 0
    absent: tuple[Path, ...] = ()
    aside: int = 0
    saved: tuple[Path, ...] = ()
    keys: int = 0


def erase_targets(desk: Desk, target: RecordId) -> tuple[RecordId, ...]:
    """Return what is erased with a program, circle, session or note: itself, and the circles of a program.

    What lies under these goes by itself.
    """
    record = desk.get(target)
    if record is None or record.kind is not Kind.PROGRAM:
        return (target,)
    circles = (one.id for one in desk.file.records.of_kind(Kind.CIRCLE) if _is_of(one, target))
    return (target, *circles)


def erase_preview(desk: Desk, target: RecordId | None) -> ErasePreview:
    """Return what erasing ``target`` would take; everything, when nothing is named."""
    records = desk.file.records
    found = list(records.everything() if target is None else _all_of(desk, target))
    handed_out = [one for one in found if one.kind in (Kind.PROGRAM, Kind.SESSION)]
    counts = {kind: sum(one.kind is kind and one.body is not None for one in found) for kind in Kind}
    return ErasePreview(
        counts[Kind.CIRCLE],
        counts[Kind.SESSION],
        counts[Kind.NOTE],
        counts[Kind.ACTION],
        absent_copy_folders(desk),
        len(set_aside_files(desk.file.path)),
        tuple(sorted({export.path for one in handed_out for export in desk.file.exports.of(one.id)})),
        len(desk.file.keys.opening()) if target is None else 0,
    )


def absent_copy_folders(desk: Desk) -> tuple[Path, ...]:
    """Return the places with copies of this desk that are not there now: a stick that is not plugged in."""
    return _away(desk.file.erasures.pending().copied)


def unerased_copy_folders(desk: Desk) -> tuple[Path, ...]:
    """Return the places that are not there now, and whose copies hold words that were erased."""
    return _away(desk.file.erasures.pending().places)


def forget_copy_folder(desk: Desk, place: Path) -> None:
    """Wait no more for a place with copies: its stick is lost, or was wiped."""
    desk.file.erasures.forget_place(str(place))


def erase(desk: Desk, target: RecordId | None) -> Outcome:
    """Erase a program, circle, session or note for good, or everything when nothing is named.

    Raises:
        DeskTrouble: when it could not be written; then nothing was erased.
    """
    if target is None:
        outcome = desk.erase_everything()
        desk.file.pulse().stop()
        return outcome
    runs = {record.body.run for record in _all_of(desk, target) if isinstance(record.body, Move)}
    outcome = desk.erase(erase_targets(desk, target))
    pulse = desk.file.pulse()
    if any(pulse.last(run) is not None for run in runs):
        pulse.stop()
    return outcome


def withdraw_quote(
    desk: Desk, quote: RecordId, own_words: str = "", kind: NoteKind = NoteKind.EXPERIENCE
) -> Outcome:
    """Take a quote's words out for good, and keep its sense in the circle's own words if there are any.

    Raises:
        KeyError: when there is no such quote.
        DeskTrouble: when it could not be written; then the quote is as it was.
    """
    record = desk.get(quote)
    if record is None or not isinstance(record.body, Note):
        raise KeyError(quote)
    if own_words.strip():
        told = replace(record.body, kind=kind, text=own_words, consent=Consent.NOT_ASKED)
        desk.perform(Edit(Act.WRITE, (Write.of(desk.new_id(), record.owner, told),)))
    return desk.erase([quote])


def resume_erasing(desk: Desk) -> None:
    """Finish in the desk file what a kill, a full disk or a reader left unfinished there."""
    file = desk.file
    due = file.erasures.pending().desk
    with contextlib.suppress(DeskTrouble):  # then it stays due
        if any(desk.device.endswith(mark) for mark in due.marks):
            erase(desk, None)
        left = [one.id for one in file.records.known(due.ids).values() if not one.erased]
        if left:
            desk.erase(left)
        if file.scrub():
            file.erasures.done_in_desk(due)


def erase_from_copies(desk: Desk, progress: Callable[[int, int], None] | None = None) -> CopyErasure:
    """Take what is due out of the copies that can be reached."""
    return erase_due_copies(desk.file.path, desk.file.erasures, progress)


def erasure_notice(desk: Desk, ids: Sequence[RecordId]) -> ReadyPackage:
    """Return a package without words that tells other laptops what was erased: they lose the words by it."""
    traces = (one for one in desk.file.records.known(ids).values() if one.erased)
    return ready_package(desk, NO_OWNER, "erased", contents_of(traces, About("erased")))


def _all_of(desk: Desk, target: RecordId) -> Iterator[Record]:
    records = desk.file.records
    owners = list(erase_targets(desk, target))
    yield from records.known(owners).values()
    while owners:
        below = [record for owner in owners for record in records.under(owner)]
        yield from below
        owners = [record.id for record in below if record.kind is Kind.SESSION]


def _away(places: Iterable[str]) -> tuple[Path, ...]:
    return tuple(Path(place) for place in places if place != BESIDE and not Path(place).is_dir())


def _is_of(record: Record, program: RecordId) -> bool:
    said = (edition.body for edition in record.editions)
    return any(isinstance(body, Circle) and body.program == program for body in said)
