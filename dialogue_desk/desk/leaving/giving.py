"""Puts the app onto a stick for another facilitator, reads it back, and touches nothing of anybody else's."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from dialogue_desk.desk.leaving.build_manifest import (
    CHUNK,
    NAME,
    BuildFile,
    ManifestUnreadable,
    is_direct,
    is_same,
    read,
)
from dialogue_desk.desk.leaving.given_content import GivenFile
from dialogue_desk.desk.leaving.giving_plan import CannotGive, GivingPlan, GivingTrouble, Progress
from dialogue_desk.whole_file import PATIENT, sync_file, sync_folder, write_atomically

_Step = Callable[[int], None]


def give(
    plan: GivingPlan,
    *,
    replace_older: bool = False,
    progress: Progress = lambda _done, _total: None,
    sync: Callable[[int], None] = sync_file,
) -> tuple[str, ...]:
    """Write what is missing, read it back, and put it in its place; then remove older versions if asked.

    Until all of it was read back, it lies in a folder whose name says that it is unfinished.  ``progress`` is
    told how many bytes are done of all, and may raise to stop.  ``sync`` waits until what was written to a
    file descriptor is on the stick.  Returns the names of older folders that stay because there is something
    else in them.

    Raises:
        CannotGive: A file of the app was changed, the stick reads back differently, or somebody's own file
            is in a folder that an earlier giving left unfinished.
        OSError: It could not be written, or the stick is gone.  What was there before is there.
    """
    if not plan.is_there:
        if not clear_given(plan.unfinished, whole=False):
            raise CannotGive(GivingTrouble.IN_THE_WAY, plan.unfinished.name)
        try:
            _write(plan, progress, sync)
            _put_in_place(plan, sync)
        except BaseException:
            with contextlib.suppress(OSError):  # a stick that is gone
                clear_given(plan.unfinished, whole=False)
            raise
    if not replace_older:
        return ()
    return tuple(one.folder.name for one in plan.older if not clear_given(one.folder, whole=True))


def clear_given(folder: Path, *, whole: bool) -> bool:
    """Delete what a giving put into ``folder``, and return whether the folder is gone.

    Nothing that it did not list is touched; where it was ``whole``, neither is a file that was changed since.

    Raises:
        OSError: when a file could not be deleted.
    """
    try:
        listed = tuple(file for file in read(folder).files if is_direct(folder, file.path))
    except ManifestUnreadable:
        listed = ()
    _delete(folder, listed, whole=whole)
    if listed and not any(os.path.lexists(folder / file.path) for file in listed):
        PATIENT.do((folder / NAME).unlink)
    with contextlib.suppress(OSError):  # something else is in it, or it is not there
        folder.rmdir()
    return not folder.exists()


def _delete(folder: Path, files: Iterable[BuildFile], *, whole: bool) -> None:
    """Delete files and then empty folders; of what was ``whole``, a file that was changed since stays."""
    files = tuple(files)
    for file in files:
        path = folder / file.path
        if is_same(path, file) or (not whole and path.is_file()):
            PATIENT.do(path.unlink)
    parents = {parent for file in files for parent in PurePosixPath(file.path).parents if parent.name}
    for parent in sorted(parents, reverse=True):
        with contextlib.suppress(OSError):  # something else is in it, or it is not there
            folder.joinpath(parent).rmdir()


def _write(plan: GivingPlan, progress: Progress, sync: Callable[[int], None]) -> None:
    """Write the files into the unfinished folder, the list first, so that it can always be cleared."""
    folder, total, done = plan.unfinished, 2 * sum(file.file.size for file in plan.missing), 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        progress(done, total)

    step(0)
    folder.mkdir()
    write_atomically(folder / NAME, b"".join(_chunks(plan.listed)), sync=sync)
    for file in plan.missing:
        _write_file(folder, file, step, sync)
    for parent in {folder.joinpath(file.path).parent for file in plan.missing}:
        sync_folder(parent, sync)
    for file in plan.missing:
        if not is_same(folder / file.path, file.file, step):
            raise CannotGive(GivingTrouble.READS_DIFFERENTLY, file.path)


def _write_file(folder: Path, given: GivenFile, step: _Step, sync: Callable[[int], None]) -> None:
    path, digest = folder / given.path, hashlib.sha256()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as target:
        for chunk in _chunks(given):
            target.write(chunk)
            digest.update(chunk)
            step(len(chunk))
        target.flush()
        sync(target.fileno())
        # What is read back is to come from the stick, and not from the memory it went through.
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(target.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    if digest.hexdigest() != given.file.sha256:
        raise CannotGive(GivingTrouble.APP_CHANGED, given.path)
    if given.file.executable:
        with contextlib.suppress(OSError):  # most sticks know no such thing
            path.chmod(path.stat().st_mode | 0o111)


def _chunks(given: GivenFile) -> Iterator[bytes]:
    if isinstance(given.source, bytes):
        yield given.source
        return
    try:
        source = given.source.open("rb")
    except OSError as why:
        raise CannotGive(GivingTrouble.APP_CHANGED, given.path) from why
    with source:
        while chunk := source.read(CHUNK):
            yield chunk


def _put_in_place(plan: GivingPlan, sync: Callable[[int], None]) -> None:
    """Rename the whole folder; into an earlier giving file by file, the start files and the list last."""
    unfinished, target = plan.unfinished, plan.target
    if target.exists():
        for path in (*(file.path for file in plan.missing), NAME):
            target.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
            PATIENT.do(unfinished.joinpath(path).replace, target / path)
        _delete(unfinished, (file.file for file in plan.missing), whole=True)
        PATIENT.do(unfinished.rmdir)
        _delete(target, plan.stale, whole=True)
        for parent in {target.joinpath(file.path).parent for file in plan.missing}:
            sync_folder(parent, sync)
    else:
        PATIENT.do(unfinished.rename, target)
    sync_folder(target, sync)
    sync_folder(target.parent, sync)
