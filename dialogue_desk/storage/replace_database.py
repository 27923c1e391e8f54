"""Puts a whole database in the place of another, so that a kill at any step leaves one of the two.

SQLite plays the log beside a database (``-wal``, ``-journal``) onto whatever file has its name.  So a
database is never moved, overwritten or made anew but with what lies beside it.
"""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from dialogue_desk.whole_file import PATIENT, sync_file, sync_folder

_BESIDE = ("-wal", "-shm", "-journal")


class Replacement(Enum):
    """Why a desk file is replaced: the ending of the new one, and the word in the old one's new name."""

    REPAIR = (".rebuilt", "damaged")
    RESTORE = (".restored", "set-aside")

    def half_made(self, path: Path) -> Path:
        """Return where the new file for ``path`` is made; what a kill left of an earlier one is removed."""
        part = path.with_name(f"{path.name}{self.value[0]}.part")
        clear(part)
        return part

    def made(self, path: Path) -> Path:
        """Return where the new file for ``path`` is once it is whole and about to take its place."""
        return path.with_name(path.name + self.value[0])


def beside(path: Path) -> list[Path]:
    """Return the paths of what SQLite keeps beside a database, whether it is there or not."""
    return [path.with_name(path.name + end) for end in _BESIDE]


def clear(path: Path) -> None:
    """Delete a database with what lies beside it: its own last, so that no log is left without it.

    Raises:
        OSError: when something could not be deleted.
    """
    for one in (*beside(path), path):
        PATIENT.do(one.unlink, missing_ok=True)


def put_in_place(part: Path, path: Path) -> None:
    """Put the finished database ``part`` in the place of the one at ``path``, of which nothing is left.

    Raises:
        OSError: when that did not work; then the one at ``path`` is as it was, in one file.
    """
    _write_through(part)
    _make_one_file(path)
    PATIENT.do(part.replace, path)
    sync_folder(path.parent)


def set_aside_and_replace(part: Path, path: Path, why: Replacement) -> Path | None:
    """Put ``part`` in the place of the desk file, and return where that is now, or None if there was none.

    Once ``part`` has its new name it will be the desk file: :func:`finish_replacing` does the rest, now or
    at the next start.

    Raises:
        OSError: when that did not work; then the desk file is as it was.
    """
    _write_through(part)
    made = why.made(path)
    for log in beside(_free_name(path, part, why)):
        # Left without its database, it can only harm the next one of that name.
        PATIENT.do(log.unlink, missing_ok=True)
    for log in beside(made):
        PATIENT.do(log.unlink, missing_ok=True)
    PATIENT.do(part.replace, made)
    sync_folder(path.parent)
    return finish_replacing(path)


def finish_replacing(path: Path) -> Path | None:
    """Put a desk file that is made and whole in its place, and return where the old one is now.

    Returns None when there is none to put in place, or no old one.  It goes on where a kill left off.

    Raises:
        OSError: when that did not work; then everything is as it was.
    """
    aside = None
    for why in Replacement:
        made = why.made(path)
        if made.exists():
            to = _free_name(path, made, why)
            # The old one's log goes first: until it has its new name, its path tells that name again.
            old = zip([*beside(path), path], [*beside(to), to], strict=True)
            _move_all([*((one, there) for one, there in old if one.exists()), (made, path)])
            aside = to if to.exists() else None
            sync_folder(path.parent)
    return aside


def _write_through(part: Path) -> None:
    """Wait until a finished database is on disk; what lies beside it, if anything, is folded into it."""
    if any(log.exists() for log in beside(part)):
        _fold(part)
    with part.open("r+b") as file:
        sync_file(file.fileno())


def _make_one_file(path: Path) -> None:
    """Fold into a database what lies beside it, or drop that when the database cannot be read anymore.

    Only then can it be replaced in one step: a log that was deleted first would be missed after a kill.
    """
    if any(log.exists() for log in beside(path)):
        if path.exists():
            with contextlib.suppress(sqlite3.DatabaseError):
                _fold(path)
        for log in beside(path):
            PATIENT.do(log.unlink, missing_ok=True)


def _fold(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()


def _move_all(moves: Sequence[tuple[Path, Path]]) -> None:
    """Rename files; when one fails, rename all back."""
    done: list[tuple[Path, Path]] = []
    try:
        for one, to in moves:
            PATIENT.do(one.rename, to)
            done.append((one, to))
    except OSError:
        for one, to in reversed(done):
            with contextlib.suppress(OSError):
                PATIENT.do(to.rename, one)
        raise


def _free_name(path: Path, made: Path, why: Replacement) -> Path:
    """Return a free path next to ``path`` whose name says when ``path`` was last written."""
    try:
        written = path.stat().st_mtime
    except FileNotFoundError:
        written = made.stat().st_mtime
    day = datetime.fromtimestamp(written, UTC).strftime("%Y-%m-%d")
    again = itertools.chain(("",), (f"-{number}" for number in itertools.count(2)))
    names = (f"{path.stem}-{why.value[1]}-{day}{ending}{path.suffix}" for ending in again)
    return next(free for name in names if not (free := path.with_name(name)).exists())
