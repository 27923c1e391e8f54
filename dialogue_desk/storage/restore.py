"""Restores a copy of the desk: the present desk file is set aside whole, and the copy takes its place."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogue_desk.domain.model.ids import DeviceId, Instant, RecordId
from dialogue_desk.domain.records.records import Record, Records
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.database import (
    add_former_devices,
    bring_up_to_date,
    copy_database,
    copy_is_sound,
    open_for_reading,
)
from dialogue_desk.storage.desk_errors import DeskTrouble, as_desk_trouble
from dialogue_desk.storage.erase_copies import erase_in_file
from dialogue_desk.storage.file_lock import FileLock
from dialogue_desk.storage.record_table import RecordRows
from dialogue_desk.storage.replace_database import Replacement, clear, set_aside_and_replace
from dialogue_desk.storage.trust_handover import hand_over_trust
from dialogue_desk.storage.typed_rows import number, rows


@dataclass(frozen=True, slots=True)
class BackupCopy:
    """A copy that can be restored, and how much is in it.

    ``elsewhere``: it is in the second folder.  A copy that is not ``sound`` is not whole, is damaged, or was
    made by a newer version of Dialogue Desk, and cannot be restored.
    """

    path: Path
    day: date
    at: Instant
    elsewhere: bool = False
    sessions: int = 0
    notes: int = 0
    sound: bool = True


def list_copies(
    backups: Backups, progress: Callable[[int, int], None] | None = None
) -> tuple[BackupCopy, ...]:
    """Return the copies that are there now, each checked, the latest first.

    A copy that is in both folders is returned once; the one in the second folder when only that is sound.
    """
    beside = [(path, False) for path in backups.copies()]
    second = [(path, True) for path in backups.second_copies()]
    found: dict[str, BackupCopy] = {}
    for done, (path, elsewhere) in enumerate((*beside, *second)):
        if progress is not None:
            progress(done, len(beside) + len(second))
        known = found.get(path.name)
        if known is None or not known.sound:
            found[path.name] = _checked(path, elsewhere)
    return tuple(sorted(found.values(), key=lambda copy: (copy.day, copy.at), reverse=True))


def restore_copy(path: Path, copy: Path, erased: Records, devices: Iterable[DeviceId]) -> Path | None:
    """Put a copy in the place of the desk file, and return where the whole old desk file is now.

    ``copy`` is a sound one.  What was erased since it was made stays erased: ``erased`` are the traces in the
    present desk.  What was decided about other laptops and their files stays decided.  The restored desk
    takes another device name than ``devices``, which the present one has or had.  Nobody may have the desk
    file open.

    Raises:
        DeskTrouble: when that did not work; then the desk file is as it was.
    """
    with as_desk_trouble(path), closing(FileLock(path)):
        part, made = Replacement.RESTORE.half_made(path), Replacement.RESTORE.made(path)
        try:
            with as_desk_trouble(copy), closing(open_for_reading(copy)) as source:
                copy_database(source, part)
            bring_up_to_date(part)
            if erased:
                erase_in_file(part, erased)
            if path.exists():
                hand_over_trust(path, part)
            add_former_devices(part, devices)
            return set_aside_and_replace(part, path, Replacement.RESTORE)
        except BaseException:
            # When the desk is no longer in its place, the next start puts the copy there.
            for left in (part, made) if path.exists() else (part,):
                with contextlib.suppress(OSError):
                    clear(left)
            raise


def erased_in(path: Path) -> dict[RecordId, Record]:
    """Return the traces of all erased records, by id.

    Raises:
        DeskTrouble: when the desk file cannot be read.
    """
    with as_desk_trouble(path), closing(open_for_reading(path)) as connection:
        return {record.id: record for record in RecordRows(connection).erased()}


def _checked(path: Path, elsewhere: bool) -> BackupCopy:
    *_, day = re.findall(r"\d{4}-\d\d-\d\d", path.name)  # the desk may be named after a day too
    try:
        at = int(path.stat().st_mtime * 1000)
        named = date.fromisoformat(day)
    except (OSError, ValueError):
        return BackupCopy(path, date.min, 0, elsewhere, sound=False)
    counts: list[int] = []
    with contextlib.suppress(DeskTrouble), as_desk_trouble(path), closing(open_for_reading(path)) as copy:
        if copy_is_sound(copy):
            sql = "SELECT count(*) FROM record WHERE body IS NOT NULL AND kind = ?"
            counts = [number(row[0]) for kind in ("session", "note") for row in rows(copy, sql, (kind,))]
    sessions, notes = counts or (0, 0)
    return BackupCopy(path, named, at, elsewhere, sessions, notes, sound=bool(counts))
