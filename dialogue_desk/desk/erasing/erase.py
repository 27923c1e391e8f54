"""Erases for good: programs, circles, sessions, notes, or everything.

The desk file loses the words at once.  Its copies, next to it and elsewhere, lose them by
:func:`erase_from_copies`, which can run on another thread.  Copies that are not there then stay pending, over
restarts, until they are.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.holds import OnHold, holds_over, open_holds
from dialogue_desk.desk.erasing.quote_trail import files_with
from dialogue_desk.desk.leaving.packages import ReadyPackage, ready_package
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle
from dialogue_desk.domain.model.hold import ErasureRule, LoggedErasure, OpenHold
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Move
from dialogue_desk.domain.model.notes import Consent, Note, NoteKind
from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.domain.records.changes import Act, Edit, Write
from dialogue_desk.domain.records.records import NO_OWNER, Record
from dialogue_desk.exchange.package import About, contents_of
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.database import mark_of
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.erase_copies import (
    CopyErasure,
    UnerasedCopy,
    UnerasedReason,
    erase_due_copies,
    set_aside_files,
)
from dialogue_desk.storage.guide_drafts import GuideDrafts
from dialogue_desk.storage.kept_review import KeptReview
from dialogue_desk.storage.pending_erasures import BESIDE, ErasureTask

__all__ = ["CopyErasure", "ErasePreview", "UnerasedCopy", "UnerasedReason"]


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """What an erasure would erase, to be told before it is done.

    ``absent`` are folders with copies that are not there now; ``aside`` is how many desk files that were set
    aside lose the words or are deleted.  ``saved`` are the known files that were written elsewhere.  ``keys``
    is how many keys that open sealed packages are deleted.
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

    Everything under these is erased with them.
    """
    record = desk.get(target)
    if record is None or record.kind is not Kind.PROGRAM:
        return (target,)
    circles = (one.id for one in desk.file.records.of_kind(Kind.CIRCLE) if _is_of(one, target))
    return (target, *circles)


def erase_preview(desk: Desk, target: RecordId | None) -> ErasePreview:
    """Return what erasing ``target`` would erase; None stands for everything."""
    records = desk.file.records
    found = list(records.everything() if target is None else _all_of(desk, target))
    handed_out = [one for one in found if one.kind in (Kind.PROGRAM, Kind.SESSION)]
    files = {export.path for one in handed_out for export in desk.file.exports.of(one.id)}
    files |= {
        path
        for one in found
        if one.id == target and one.kind is Kind.NOTE
        for path in files_with(desk, one.id)
    }
    counts = {kind: sum(one.kind is kind and one.body is not None for one in found) for kind in Kind}
    return ErasePreview(
        counts[Kind.CIRCLE],
        counts[Kind.SESSION],
        counts[Kind.NOTE],
        counts[Kind.ACTION],
        absent_copy_folders(desk),
        len(set_aside_files(desk.file.path)),
        tuple(sorted(files, key=lambda path: look_up_order(str(path)))),
        len(desk.file.keys.opening()) if target is None else 0,
    )


def absent_copy_folders(desk: Desk) -> tuple[Path, ...]:
    """Return the folders with copies of this desk that are not there now, as on an unplugged USB stick."""
    return _absent(desk, desk.file.erasures.pending().copied)


def unerased_copy_folders(desk: Desk) -> tuple[Path, ...]:
    """Return the folders that are not there now and whose copies hold erased words."""
    return _absent(desk, desk.file.erasures.pending().places)


def forget_copy_folder(desk: Desk, folder: Path) -> None:
    """Stop waiting for a folder with copies: its USB stick is lost or was wiped."""
    desk.file.erasures.forget_place(str(folder))


def erase(desk: Desk, target: RecordId | None, *, although_held: bool = False) -> Outcome:
    """Erase a program, circle, session or note for good; None stands for everything.

    ``although_held``: a person was asked a second time, because a public-records request is open.

    Raises:
        OnHold: when it is on hold and nobody was asked a second time; a quote goes all the same.
        DeskTrouble: when it could not be written; then nothing was erased.
    """
    if not although_held and asks_twice(desk, target):
        raise OnHold
    if target is None:
        return _erase_everything(desk)
    runs = {record.body.run for record in _all_of(desk, target) if isinstance(record.body, Move)}
    outcome = desk.erase(erase_targets(desk, target))
    pulse = desk.file.pulse()
    for run in runs:
        pulse.stop(run)
    return outcome


def asks_twice(desk: Desk, target: RecordId | None) -> tuple[OpenHold, ...]:
    """Return the holds for which a person is asked a second time; a quote that is withdrawn just goes."""
    record = None if target is None else desk.get(target)
    body = record.body if record is not None else None
    if isinstance(body, Note) and body.kind is NoteKind.QUOTE:
        return ()
    return holds_over(desk, target)


def _erase_everything(desk: Desk) -> Outcome:
    """Erase the whole desk for good, and start again under a device name that no laptop knows."""
    file = desk.file
    task = ErasureTask(marks=tuple(mark_of(name) for name in sorted(desk.names())))
    gone = erase_preview(desk, None)
    line = LoggedErasure(
        desk.clock.now(),
        ErasureRule.EVERYTHING,
        circles=gone.circles,
        sessions=gone.sessions,
        notes=gone.notes,
        actions=gone.actions,
        on_hold=bool(open_holds(desk)),
    )
    with file.erasing(task):
        file.wipe(line)
    desk.rename()
    if file.scrub():
        file.erasures.done_in_desk(task)
    outcome = desk.changes.tell(Outcome.of_everything())
    file.pulse().clear()
    KeptReview(file.path, kept=not file.read_only).forget()
    GuideDrafts.beside(file).clear()
    return outcome


def withdraw_quote(
    desk: Desk, quote: RecordId, own_words: str = "", kind: NoteKind = NoteKind.EXPERIENCE
) -> Outcome:
    """Erase a quote for good, and add its sense in the circle's own words as a note unless they are "".

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
    """Finish the erasures that a kill, a full disk or a reader left unfinished in the desk file."""
    file = desk.file
    task = file.erasures.pending().desk
    with contextlib.suppress(DeskTrouble):  # then they stay pending
        if any(desk.device.endswith(mark) for mark in task.marks):
            erase(desk, None, although_held=True)
        left = [one.id for one in file.records.known(task.ids).values() if not one.erased]
        if left:
            desk.erase(left)
        if file.scrub():
            file.erasures.done_in_desk(task)


def erase_from_copies(desk: Desk, progress: Callable[[int, int], None] | None = None) -> CopyErasure:
    """Erase what is pending from the copies that are there now."""
    return erase_due_copies(desk.file.path, desk.file.erasures, progress)


def erasure_notice(desk: Desk, ids: Sequence[RecordId]) -> ReadyPackage:
    """Return a package without words that makes other laptops erase these records too."""
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


def _absent(desk: Desk, places: Mapping[str, object]) -> tuple[Path, ...]:
    """Return which folders are not there; another one at the path of a folder does not count."""
    backups, due = Backups(desk.file.path, erasures=desk.file.erasures), desk.file.erasures.pending().places
    away = (place for place in places if place != BESIDE)
    return tuple(
        Path(place)
        for place in away
        if not backups.is_there(Path(place), due.get(place, ErasureTask()).marks)
    )


def _is_of(record: Record, program: RecordId) -> bool:
    said = (edition.body for edition in record.editions)
    return any(isinstance(body, Circle) and body.program == program for body in said)
