"""Opens the desk when the app starts, and repairs a damaged one."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desk.desk.clock import Clock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.trust.own_name import this_machine, wakes_elsewhere
from dialogue_desk.storage.database import backups_of
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.file_watch import kept_elsewhere
from dialogue_desk.storage.replace_database import Replacement

if TYPE_CHECKING:
    from dialogue_desk.storage.repair import RepairReport


@dataclass(frozen=True, slots=True)
class Opened:
    """An open desk.  ``mended`` says what was saved, or is None when nothing had to be repaired.

    ``twin``: this desk may go on elsewhere under the name it had, or went on from here before it was put back
    from an older copy, so it has a new name.  ``cut``: the laptop stopped while something was being saved,
    which may be missing.
    """

    desk: Desk
    mended: RepairReport | None = None
    twin: bool = False
    cut: bool = False


def open_desk(path: Path, clock: Clock, ids: RandomIds, machine: str | None = None) -> Opened:
    """Open the desk file at ``path``; create it when there is none, and repair it when it is damaged.

    ``machine`` tells this machine from every other; None finds out.
    On a full disk it is opened read-only: everything can be read, and every edit says that the disk is full.

    Raises:
        DeskTrouble: when it cannot be opened or repaired; nothing is lost.
    """
    try:
        return _resumed(path, clock, ids, machine)
    except DeskTrouble as trouble:
        if trouble.trouble is Trouble.FULL and path.exists():
            return open_desk_read_only(path, clock, ids, Trouble.FULL)
        if trouble.trouble is not Trouble.DAMAGED:
            raise
    # Most starts repair nothing.
    from dialogue_desk.storage.backups import Backups  # noqa: PLC0415
    from dialogue_desk.storage.repair import repair  # noqa: PLC0415

    try:
        report = repair(path, *Backups(path).copies())
        return replace(_resumed(path, clock, ids, machine), mended=report)
    except DeskTrouble as trouble:
        if trouble.trouble is Trouble.DAMAGED:
            raise DeskTrouble(Trouble.BEYOND_REPAIR, path) from trouble
        raise


def is_lost(path: Path, second: Path | None) -> bool:
    """Whether there is no desk file at ``path``, although there may be copies of it.

    ``second`` is the second folder for copies, if one is set.
    """
    try:
        if not (backups_of(path).is_dir() or second or kept_elsewhere(path)):
            return False
        about_to_be = (why.made(path) for why in Replacement)
        there = path.exists() and (path.is_dir() or path.stat().st_size > 0)
        return not there and not any(one.exists() for one in about_to_be)
    except OSError:
        return False  # nobody may look there, and opening it says so


def open_desk_read_only(path: Path, clock: Clock, ids: RandomIds, why: Trouble = Trouble.LOCKED) -> Opened:
    """Open a desk file read-only that another program has open: every edit is refused, and told ``why``.

    Raises:
        DeskTrouble: when it cannot be read, and from every edit.
    """
    return Opened(_desk_of(DeskFile.opened_read_only(path, why), clock, ids))


def _resumed(path: Path, clock: Clock, ids: RandomIds, machine: str | None) -> Opened:
    cut = _is_cut(path.with_name(f"{path.name}-wal"))
    desk = _desk_of(DeskFile(path), clock, ids)
    try:
        twin = wakes_elsewhere(desk.file, this_machine() if machine is None else machine)
        if twin:
            with contextlib.suppress(DeskTrouble):  # a full disk is no reason not to open
                desk.rename()
        _go_on_erasing(desk)
    except BaseException:
        desk.file.close()
        raise
    return Opened(desk, twin=twin, cut=cut)


def _is_cut(wal: Path) -> bool:
    if not os.path.exists(wal):  # noqa: PTH110  # unlike a path's own, it says no where nobody may look
        return False
    from dialogue_desk.storage.write_ahead_log import LogState, state_of  # noqa: PLC0415  # only after a kill

    return state_of(wal) is LogState.CUT


def _go_on_erasing(desk: Desk) -> None:
    """Finish what was cut short, and erase what has had its days; most starts have nothing to erase."""
    if desk.file.way_back.until():
        from dialogue_desk.desk.trust.way_back import let_go_what_is_due  # noqa: PLC0415

        let_go_what_is_due(desk)
    if desk.file.erasures.pending().desk:
        from dialogue_desk.desk.erasing.erase import resume_erasing  # noqa: PLC0415

        resume_erasing(desk)


def _desk_of(file: DeskFile, clock: Clock, ids: RandomIds) -> Desk:
    try:
        return Desk(file, clock, ids)
    except BaseException:
        file.close()
        raise
