"""Saving what leaves a session: all of its files, or none that was not there before."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Sequence
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.exports import session_package
from dialogue_desk.desk.file_to_save import FileToSave
from dialogue_desk.desk.papers import USUAL_PAPERS, Papers, paper_document, paper_files
from dialogue_desk.domain.document import Document
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.whole_file import write_whole
from dialogue_desk.words import Words

_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENXIO, errno.ENODEV}


def files_of_session(
    desk: Desk, folder: SessionFolder, words: Words, papers: Papers = USUAL_PAPERS
) -> tuple[FileToSave, ...]:
    """Return the files that a session leaves behind: its package, and its summary for people.

    The desk is read here and now; making and saving the files may be done on another thread.
    """
    package = session_package(desk, folder)
    return (FileToSave(package.name, lambda: package.data), *paper_files(folder, papers, words))


def save_all(files: Sequence[FileToSave], to: Path, progress: Callable[[int, int], None]) -> tuple[Path, ...]:
    """Make the files, then write them into the folder ``to``.

    Args:
        files: what is to be saved.
        to: a folder that is there.
        progress: told how many steps of how many are done.

    Raises:
        OSError: when one of them could not be written; then none that is new is left.
    """
    steps = 2 * len(files)
    ready: list[tuple[Path, bytes]] = []
    for file in files:
        progress(len(ready), steps)
        ready.append((to / file.name, file.made()))
    if not to.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder", str(to))
    new: list[Path] = []
    try:
        for number, (path, data) in enumerate(ready):
            progress(len(files) + number, steps)
            if not path.exists():
                new.append(path)
            write_whole(path, data)
    except BaseException:
        for path in new:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        raise
    progress(steps, steps)
    return tuple(path for path, _ in ready)


def saving_trouble(error: BaseException, to: Path, words: Words) -> str:
    """Say why nothing was saved, what was kept, and what to do."""
    folder = to.name or str(to)
    if not isinstance(error, OSError):
        return words.tr(
            "The files could not be made, so nothing was written. Everything is still on this laptop, "
            "and the log says what went wrong."
        )
    if error.errno in _FULL:
        return words.tr(
            "There is no room left in “{folder}”. Nothing was left there half written, and everything is "
            "still on this laptop. Make room, or choose another folder.",
            folder=folder,
        )
    if error.errno in _CLOSED:
        return words.tr(
            "“{folder}” may only be read, so nothing was written there. Everything is still on this laptop. "
            "Choose another folder, or a stick that is not locked.",
            folder=folder,
        )
    if error.errno in _GONE:
        return words.tr(
            "“{folder}” is not there any more, so nothing was written. Everything is still on this laptop. "
            "Put the stick back, or choose another folder.",
            folder=folder,
        )
    return words.tr(
        "“{folder}” could not be written to. Nothing was left there half written, and everything is still "
        "on this laptop. Choose another folder.",
        folder=folder,
    )


def summary_document(folder: SessionFolder, words: Words) -> Document:
    """Return what people will read of a session: in its circle's language where the app speaks it."""
    return paper_document(folder, USUAL_PAPERS, words)
