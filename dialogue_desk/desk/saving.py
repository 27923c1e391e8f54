"""Saving what leaves a session: all of its files, or none that was not there before."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.exports import session_package, stem
from dialogue_desk.domain.document import Document
from dialogue_desk.domain.session_folder import SessionFolder
from dialogue_desk.domain.summary import summary_of
from dialogue_desk.reports.papers import USUAL_ENDINGS, written
from dialogue_desk.reports.session_summary import session_document
from dialogue_desk.whole_file import write_whole
from dialogue_desk.words import LANGUAGES, Words

_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENXIO, errno.ENODEV}


@dataclass(frozen=True, slots=True)
class FileToSave:
    """A file by name, and what makes its bytes."""

    name: str
    made: Callable[[], bytes]


def files_of_session(desk: Desk, folder: SessionFolder, words: Words) -> tuple[FileToSave, ...]:
    """Return the files that a session leaves behind: its package, and its summary for people.

    The desk is read here and now; making and saving the files may be done on another thread.
    """
    package = session_package(desk, folder)
    return (FileToSave(package.name, lambda: package.data), *_summary_files(folder, words))


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
    own = folder.circle.language
    return session_document(summary_of(folder), Words(own) if own in LANGUAGES else words)


def _summary_files(folder: SessionFolder, words: Words) -> Iterator[FileToSave]:
    document = summary_document(folder, words)
    in_its_language = Words(document.language)
    for ending in USUAL_ENDINGS:
        yield FileToSave(f"{stem(folder)}{ending}", partial(written, document, ending, in_its_language))
