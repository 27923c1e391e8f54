"""Reads what this desk holds: of circles and programs, in copies, what waits, and what was erased."""

from __future__ import annotations

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.erase import absent_copy_folders
from dialogue_desk.desk.erasing.holds import open_holds
from dialogue_desk.desk.trust.waiting_changes import waiting_changes
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.overview.holdings import DeskHolding, circle_holdings
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.erase_copies import set_aside_files
from dialogue_desk.storage.slip_drafts import SlipDrafts

_READ = (Kind.CIRCLE, Kind.SESSION)


def desk_holding(desk: Desk) -> DeskHolding:
    """Return what this desk holds now."""
    records, path, now = desk.file.records, desk.file.path, desk.clock.now()
    programs = list(records.of_kind(Kind.PROGRAM))
    found = [*programs, *(record for kind in _READ for record in records.of_kind(kind))]
    return DeskHolding(
        now,
        desk.clock.zone(now),
        tuple(sorted(stored(programs, Program), key=lambda one: one.body.name)),
        circle_holdings(found, desk.file.holds.lines()),
        open_holds(desk),
        desk.file.erasure_log.all(),
        _copies(desk),
        len(absent_copy_folders(desk)),
        0 if path == IN_MEMORY else len(set_aside_files(path)),
        sum(len(one.claims) for one in waiting_changes(desk)),
        _many(desk, Kind.POOLED_COUNTS),
        SlipDrafts.beside(desk.file).count(),
        _many(desk, Kind.BALLOT_ENTRY),
    )


def _many(desk: Desk, kind: Kind) -> int:
    return sum(one.body is not None for one in desk.file.records.of_kind(kind))


def _copies(desk: Desk) -> int:
    if desk.file.path == IN_MEMORY:
        return 0
    backups = Backups(desk.file.path, erasures=desk.file.erasures)
    return len(backups.copies()) + len(backups.before_schemas())
