"""Taking what was erased out of the copies of the desk, wherever they lie.

Each copy is a desk file of its own, so it hears of what was erased as another laptop would, and is scrubbed.
A copy that cannot be opened any more goes: nobody can go back to it, and it may hold the words.
"""

from __future__ import annotations

import contextlib
import errno
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import Records
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.database import backups_of, open_for_reading
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble, as_desk_trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.erasures import BESIDE, Erasures, ErasureTask
from dialogue_desk.storage.migrations import SCHEMA
from dialogue_desk.storage.record_table import RecordRows
from dialogue_desk.storage.typed_rows import first_row

_BESIDE_A_DESK = ("-wal", "-shm", "-journal", ".lock", ".erasing")
_ITS_JOURNAL = "(?:-wal|-shm|-journal|\\.lock|\\.erasing)?"


class UnerasedReason(StrEnum):
    """Why a place could not be rid of what was erased."""

    ABSENT = "absent"
    READ_ONLY = "read-only"
    FULL = "full"
    IN_USE = "in use"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class UnerasedCopy:
    """A place, or a file in it, that still holds what was erased."""

    path: Path
    why: UnerasedReason


@dataclass(frozen=True, slots=True)
class CopyErasure:
    """What was done with copies: how many lost the words, how many went whole, and what is still due."""

    mended: int = 0
    removed: int = 0
    unerased: tuple[UnerasedCopy, ...] = ()

    def joined(self, other: CopyErasure) -> CopyErasure:
        """Return both as one."""
        return CopyErasure(
            self.mended + other.mended, self.removed + other.removed, (*self.unerased, *other.unerased)
        )


def erase_due_copies(
    desk: Path, erasures: Erasures, progress: Callable[[int, int], None] | None = None
) -> CopyErasure:
    """Take what is due out of every place that can be reached; what is left is due for the next time.

    It reads the desk file over a connection of its own, so it may be done beside the window.

    Raises:
        DeskTrouble: when the desk file cannot be read.
    """
    told = CopyErasure()
    due = erasures.pending()
    files = {place: list(_copies_in(place, desk, task)) for place, task in due.places.items()}
    total, done = sum(map(len, files.values())), 0
    for place, task in due.places.items():
        if not (folder := _folder_of(place, desk)).is_dir() and place != BESIDE:
            told = told.joined(CopyErasure(unerased=(UnerasedCopy(folder, UnerasedReason.ABSENT),)))
            continue
        with closing(open_for_reading(desk)) as connection:
            traces = RecordRows(connection).known(task.ids)
        here = CopyErasure()
        for copy in files[place]:
            if progress is not None:
                progress(done, total)
            here = here.joined(_erase_in_copy(copy, desk, task, traces))
            done += 1
        if not here.unerased:
            erasures.done_in(place, task)
        told = told.joined(here)
    return told


def set_aside_files(desk: Path) -> list[Path]:
    """Return the desk files beside ``desk`` that were set aside: damaged ones, and those gone back from."""
    name = re.compile(
        rf"{re.escape(desk.stem)}-(?:damaged|set-aside)-\d{{4}}-\d\d-\d\d(?:-\d+)?{re.escape(desk.suffix)}"
    )
    return sorted(path for path in _listed(desk.parent) if name.fullmatch(path.name))


def erase_in_file(copy: Path, traces: Records) -> None:
    """Let a desk file that nobody has open hear of what was erased, and scrub it.

    Raises:
        DeskTrouble: when that could not be done.
    """
    file = DeskFile(copy)
    try:
        with file.writing():
            file.records.write(merge(file.records.known(traces), traces))
            file.forget_packages(list(traces))
            file.exports.forget(traces)
            file.forget_history(list(traces))
        if not file.scrub():
            raise DeskTrouble(Trouble.FULL, copy)
        file.be_one_file()
    finally:
        file.close()
        for end in (".lock", ".erasing"):
            with contextlib.suppress(OSError):
                copy.with_name(copy.name + end).unlink(missing_ok=True)


def _copies_in(place: str, desk: Path, task: ErasureTask) -> Iterator[Path]:
    """Yield what may hold the words there: copies, what was set aside, what a kill left half done."""
    folder = _folder_of(place, desk)
    copies = Backups(desk, None if place == BESIDE else folder)
    if place == BESIDE:
        yield from copies.copies()
        yield from copies.before_schemas()
        yield from set_aside_files(desk)
        yield from _half_written(desk.parent, desk)
    else:
        yield from copies.ours_in(folder, task.marks)
    yield from _half_written(folder, desk)


def _half_written(folder: Path, desk: Path) -> Iterator[Path]:
    """Yield what a kill left of a file that was being written: a package, a copy, a desk made anew."""
    stem, name = re.escape(desk.stem), re.escape(desk.name)
    part = re.compile(
        rf"(?:\.[0-9a-f]{{16}}|\.{stem}[-.].+|{name}\.rebuilt|{name}\.restored)\.part{_ITS_JOURNAL}"
    )
    yield from (path for path in _listed(folder) if part.fullmatch(path.name))


def _erase_in_copy(copy: Path, desk: Path, task: ErasureTask, traces: Records) -> CopyErasure:
    try:
        if not copy.exists():
            return CopyErasure()
        if _must_delete(copy, desk, task):
            _remove(copy)
            return CopyErasure(removed=1)
        try:
            erase_in_file(copy, traces)
        except DeskTrouble as trouble:
            if trouble.trouble is not Trouble.DAMAGED:
                raise
            _remove(copy)
            return CopyErasure(removed=1)
        return CopyErasure(mended=1)
    except DeskTrouble as trouble:
        return CopyErasure(unerased=(UnerasedCopy(copy, _WHY.get(trouble.trouble, UnerasedReason.FAILED)),))
    except OSError as error:
        why = (
            UnerasedReason.READ_ONLY
            if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM)
            else UnerasedReason.FAILED
        )
        return CopyErasure(unerased=(UnerasedCopy(copy, why),))


def _must_delete(copy: Path, desk: Path, task: ErasureTask) -> bool:
    if ".part" in copy.name or "-damaged-" in copy.name or "-before-schema-" in copy.name:
        return True
    if task.marks and (copy.stem.rpartition("-")[2] in task.marks or copy in set_aside_files(desk)):
        return True
    try:
        with as_desk_trouble(copy), closing(open_for_reading(copy)) as connection:
            return first_row(connection, "PRAGMA user_version") != (SCHEMA,)
    except DeskTrouble as trouble:
        return trouble.trouble is Trouble.DAMAGED


def _remove(copy: Path) -> None:
    copy.unlink()
    for end in _BESIDE_A_DESK:
        copy.with_name(copy.name + end).unlink(missing_ok=True)


def _folder_of(place: str, desk: Path) -> Path:
    return backups_of(desk) if place == BESIDE else Path(place)


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


_WHY = {
    Trouble.READ_ONLY: UnerasedReason.READ_ONLY,
    Trouble.FULL: UnerasedReason.FULL,
    Trouble.LOCKED: UnerasedReason.IN_USE,
}
