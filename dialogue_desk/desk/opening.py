"""Opens the desk when the app starts, and repairs a damaged one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desk.desk.clock import Clock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.storage.desk_file import DeskFile

if TYPE_CHECKING:
    from dialogue_desk.storage.repair import RepairReport


@dataclass(frozen=True, slots=True)
class Opened:
    """An open desk.  ``mended`` says what was saved, or is None when nothing had to be repaired."""

    desk: Desk
    mended: RepairReport | None = None


def open_desk(path: Path, clock: Clock, ids: RandomIds) -> Opened:
    """Open the desk file at ``path``; create it when there is none, and repair it when it is damaged.

    Raises:
        DeskTrouble: when it cannot be opened or repaired; nothing is lost.
    """
    try:
        return Opened(_resumed(path, clock, ids))
    except DeskTrouble as trouble:
        if trouble.trouble is not Trouble.DAMAGED:
            raise
    # Most starts repair nothing.
    from dialogue_desk.storage.backups import Backups  # noqa: PLC0415
    from dialogue_desk.storage.repair import repair  # noqa: PLC0415

    try:
        report = repair(path, *Backups(path).copies())
        return Opened(_resumed(path, clock, ids), report)
    except DeskTrouble as trouble:
        if trouble.trouble is Trouble.DAMAGED:
            raise DeskTrouble(Trouble.BEYOND_REPAIR, path) from trouble
        raise


def open_desk_read_only(path: Path, clock: Clock, ids: RandomIds) -> Desk:
    """Open a desk file that another program has open, read-only: every edit is refused.

    Raises:
        DeskTrouble: when it cannot be read, and from every edit.
    """
    return _desk_of(DeskFile.opened_read_only(path), clock, ids)


def _resumed(path: Path, clock: Clock, ids: RandomIds) -> Desk:
    desk = _desk_of(DeskFile(path), clock, ids)
    if desk.file.erasures.pending().desk:
        from dialogue_desk.desk.erasing.erase import resume_erasing  # noqa: PLC0415  # most starts have nothing to erase

        resume_erasing(desk)
    return desk


def _desk_of(file: DeskFile, clock: Clock, ids: RandomIds) -> Desk:
    try:
        return Desk(file, clock, ids)
    except BaseException:
        file.close()
        raise
