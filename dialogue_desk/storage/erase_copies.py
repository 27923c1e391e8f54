"""Erases from the copies of the desk what was erased from the desk, in every folder where there are copies.

Each copy is a desk file of its own: the erasures are merged into it as on another laptop, and it is scrubbed.
A copy that cannot be opened anymore is deleted: nobody can restore it, and it may hold the words.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from pathlib import Path

from dialogue_desk.domain.records.merging import merge
from dialogue_desk.domain.records.records import Records
from dialogue_desk.storage.backups import Backups
from dialogue_desk.storage.copy_names import CopyNames, listed
from dialogue_desk.storage.database import backups_of, open_for_reading
from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble, as_desk_trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.file_lock import FileLock
from dialogue_desk.storage.file_watch import kept_elsewhere
from dialogue_desk.storage.migrations import SCHEMA
from dialogue_desk.storage.pending_erasures import BESIDE, Erasures, ErasureTask
from dialogue_desk.storage.record_table import RecordRows
from dialogue_desk.storage.typed_rows import first_row
from dialogue_desk.whole_file import PATIENT, is_unfinished

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
    backups = Backups(desk, None, erasures)
    there = {
        place: task
        for place, task in pending.places.items()
        if place == BESIDE or backups.is_there(Path(place), task.marks)
    }
    files = {place: list(_copies_in(place, desk, task)) for place, task in there.items()}
    total, done = sum(map(len, files.values())), 0
    for place, task in pending.places.items():
        if place not in there:
            result = result.joined(CopyErasure(unerased=(UnerasedCopy(Path(place), UnerasedReason.ABSENT),)))
            continue
        with closing(open_for_reading(desk)) as connection:
            traces = RecordRows(connection).known(task.ids)
        here = CopyErasure()
        for copy in files[place]:
            if progress is not None:
                progress(done, total)
            here = here.joined(_erase_in_copy(copy, task, traces))
            done += 1
        # A stick that was pulled out or swapped in the middle is not done.
        if not here.unerased and (place == BESIDE or backups.is_there(Path(place), task.marks)):
            erasures.done_in(place, task)
        result = result.joined(here)
    return result


def set_aside_files(desk: Path) -> list[Path]:
    """Return the files set aside next to the desk file ``desk``: damaged ones, and those before a restore."""
    names = CopyNames(desk)
    return [path for path in listed(desk.parent) if names.set_aside(path.name)]


def erase_in_file(copy: Path, traces: Records) -> None:
    """Erase from a desk file that nobody has open what ``traces`` say, and scrub it.

    Raises:
        DeskTrouble: when that did not work.
    """
    beside = [copy.with_name(copy.name + end) for end in (".lock", ".erasing")]
    made = [path for path in beside if not path.exists()]
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
        for path in made:
            with contextlib.suppress(OSError):
                PATIENT.do(path.unlink, missing_ok=True)


class _Origin(Enum):
    """Where a file with copies of words comes from; a name alone does not tell."""

    DATED = auto()
    """A copy of a day, or from before a change of schema."""
    ASIDE = auto()
    """A whole desk file that was set aside, and that somebody may have gone on with since."""
    UNFINISHED = auto()
    """A file that a kill left half written."""


@dataclass(frozen=True, slots=True)
class _Copy:
    path: Path
    origin: _Origin
    mark: str = ""


def _copies_in(place: str, desk: Path, task: ErasureTask) -> Iterator[_Copy]:
    """Yield the files in a folder that may hold the words: copies, files set aside, half-written files."""
    backups, names, folder = Backups(desk), CopyNames(desk), Path(place)
    if place == BESIDE:
        folder = backups_of(desk)
        dated = backups.copies()
        unfinished = [*backups.unfinished(), *filter(is_unfinished, listed(desk.parent))]
        yield from (_Copy(path, _Origin.DATED) for path in backups.before_schemas())
        yield from (_Copy(path, _Origin.ASIDE) for path in (*set_aside_files(desk), *kept_elsewhere(desk)))
    else:
        dated = backups.ours_in(folder, task.marks)
        unfinished = backups.unfinished(folder, task.marks)
    for path in dated:
        name = names.dated(path.name)
        yield _Copy(path, _Origin.DATED, name.mark if name else "")
    unfinished += filter(is_unfinished, listed(folder))
    yield from (_Copy(path, _Origin.UNFINISHED) for path in unfinished)


def _erase_in_copy(copy: _Copy, task: ErasureTask, traces: Records) -> CopyErasure:
    path = copy.path
    try:
        if not path.exists():
            return CopyErasure()
        if not _must_delete(copy, task):
            try:
                erase_in_file(path, traces)
                return CopyErasure(mended=1)
            except DeskTrouble as trouble:
                if trouble.trouble is not Trouble.DAMAGED:
                    raise
        _remove(copy)
        return CopyErasure(removed=1)
    except DeskTrouble as trouble:
        why = _REASONS.get(trouble.trouble, UnerasedReason.FAILED)
        return CopyErasure(unerased=(UnerasedCopy(path, why),))


def _must_delete(copy: _Copy, task: ErasureTask) -> bool:
    if copy.origin is _Origin.UNFINISHED:
        return True
    if task.marks and (copy.mark in task.marks or copy.origin is _Origin.ASIDE):
        return True
    try:
        with as_desk_trouble(copy.path), closing(open_for_reading(copy.path)) as connection:
            return first_row(connection, "PRAGMA user_version") != (SCHEMA,)
    except DeskTrouble as trouble:
        return trouble.trouble is Trouble.DAMAGED


def _remove(copy: _Copy) -> None:
    """Delete a copy with what is next to it; not a desk file that another program has open."""
    path = copy.path
    with as_desk_trouble(path), ExitStack() as holding:
        if copy.origin is _Origin.ASIDE:
            holding.enter_context(closing(FileLock(path)))
        PATIENT.do(path.unlink)
        for end in _NEXT_TO_A_DESK:
            PATIENT.do(path.with_name(path.name + end).unlink, missing_ok=True)


_REASONS = {
    Trouble.READ_ONLY: UnerasedReason.READ_ONLY,
    Trouble.FULL: UnerasedReason.FULL,
    Trouble.LOCKED: UnerasedReason.IN_USE,
}
