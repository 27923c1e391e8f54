"""Erases from the copies of the desk what was erased from the desk, in every folder where there are copies.

Each copy is a desk file of its own: the erasures are merged into it as on another laptop, and it is scrubbed.
A copy that cannot be opened anymore is deleted: nobody can restore it, and it may hold the words.
"""

from __future__ import annotations

import contextlib
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
from dialogue_desk.storage.migrations import SCHEMA
from dialogue_desk.storage.pending_erasures import BESIDE, Erasures, ErasureTask
from dialogue_desk.storage.record_table import RecordRows
from dialogue_desk.storage.typed_rows import first_row

_NEXT_TO_A_DESK = ("-wal", "-shm", "-journal", ".lock", ".erasing")


class UnerasedReason(StrEnum):
    """Why a folder or a copy still holds what was erased."""

    ABSENT = "absent"
    READ_ONLY = "read-only"
    FULL = "full"
    IN_USE = "in use"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class UnerasedCopy:
    """A folder, or a file in one, that still holds what was erased."""

    path: Path
    why: UnerasedReason


@dataclass(frozen=True, slots=True)
class CopyErasure:
    """What was done with copies: how many lost the words, how many were deleted, which are still to do."""

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
    """Erase from every copy that is there now what is still pending; the rest stays pending.

    It reads the desk file over its own connection, so it can run on another thread.

    Raises:
        DeskTrouble: when the desk file cannot be read.
    """
    result = CopyErasure()
    pending = erasures.pending()
    files = {place: list(_copies_in(place, desk, task)) for place, task in pending.places.items()}
    total, done = sum(map(len, files.values())), 0
    for place, task in pending.places.items():
        if not (folder := _folder_of(place, desk)).is_dir() and place != BESIDE:
            result = result.joined(CopyErasure(unerased=(UnerasedCopy(folder, UnerasedReason.ABSENT),)))
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
        result = result.joined(here)
    return result


def set_aside_files(desk: Path) -> list[Path]:
    """Return the files set aside next to the desk file ``desk``: damaged ones, and those before a restore."""
    name = re.compile(
        rf"{re.escape(desk.stem)}-(?:damaged|set-aside)-\d{{4}}-\d\d-\d\d(?:-\d+)?{re.escape(desk.suffix)}"
    )
    return sorted(path for path in _listed(desk.parent) if name.fullmatch(path.name))


def erase_in_file(copy: Path, traces: Records) -> None:
    """Erase from a desk file that nobody has open what ``traces`` say, and scrub it.

    Raises:
        DeskTrouble: when that did not work.
    """
    file = DeskFile(copy, watched=False)
    try:
        with file.writing():
            file.records.write(merge(file.records.known(traces), traces))
            file.imports.forget(traces)
            file.exports.forget(traces)
            file.forget_history(list(traces))
        if not file.scrub():
            raise DeskTrouble(Trouble.FULL, copy)
        file.make_one_file()
    finally:
        file.close()
        for end in (".lock", ".erasing"):
            with contextlib.suppress(OSError):
                copy.with_name(copy.name + end).unlink(missing_ok=True)


def _copies_in(place: str, desk: Path, task: ErasureTask) -> Iterator[Path]:
    """Yield the files in a folder that may hold the words: copies, files set aside, half-written files."""
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
    """Yield what a kill left of files that were being written: a package, a copy, a rebuilt desk."""
    stem, name = re.escape(desk.stem), re.escape(desk.name)
    journal = "|".join(map(re.escape, _NEXT_TO_A_DESK))
    part = re.compile(
        rf"(?:\.[0-9a-f]{{16}}|\.{stem}[-.].+|{name}\.rebuilt|{name}\.restored)\.part(?:{journal})?"
    )
    yield from (path for path in _listed(folder) if part.fullmatch(path.name))


def _erase_in_copy(copy: Path, desk: Path, task: ErasureTask, traces: Records) -> CopyErasure:
    try:
        if not copy.exists():
            return CopyErasure()
        if not _must_delete(copy, desk, task):
            try:
                erase_in_file(copy, traces)
                return CopyErasure(mended=1)
            except DeskTrouble as trouble:
                if trouble.trouble is not Trouble.DAMAGED:
                    raise
        _remove(copy)
        return CopyErasure(removed=1)
    except DeskTrouble as trouble:
        why = _REASONS.get(trouble.trouble, UnerasedReason.FAILED)
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
    with as_desk_trouble(copy):
        copy.unlink()
        for end in _NEXT_TO_A_DESK:
            copy.with_name(copy.name + end).unlink(missing_ok=True)


def _folder_of(place: str, desk: Path) -> Path:
    return backups_of(desk) if place == BESIDE else Path(place)


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


_REASONS = {
    Trouble.READ_ONLY: UnerasedReason.READ_ONLY,
    Trouble.FULL: UnerasedReason.FULL,
    Trouble.LOCKED: UnerasedReason.IN_USE,
}
