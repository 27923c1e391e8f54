"""Tells the second place for copies from another one at the same path.

Another person's stick gets the letter or the folder that one's own had.  So a place carries a random mark,
in a small file that is written when a person chooses it, and a folder without the mark is not that place.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable
from pathlib import Path

from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.pending_erasures import Erasures
from dialogue_desk.whole_file import write_atomically

MARK_FILE = ".dialogue-desk-place"
"""The file with the mark of a place."""

_MOST_BYTES = 64


def choose_place(folder: Path, erasures: Erasures) -> None:
    """Give a folder that a person chose its mark, unless it has one, and remember it.

    What is pending for the same place at another path is pending here from now on.

    Raises:
        OSError: when it could not be written.
    """
    mark = mark_in(folder)
    if not mark:
        mark = secrets.token_hex(16)
        write_atomically(folder / MARK_FILE, mark.encode())
    moved = {
        known
        for known, its in erasures.pending().marks.items()
        if its == mark and known != str(folder) and mark_in(Path(known)) != mark
    }
    erasures.recognize(str(folder), mark, moved)


def is_there(folder: Path, erasures: Erasures, holds_copies: Callable[[], bool]) -> bool:
    """Whether a place is there now.  One of an earlier version has no mark, but ``holds_copies`` tells it."""
    if not folder.is_dir():
        return False
    known = erasures.pending().marks.get(str(folder))
    if known:
        return mark_in(folder) == known
    try:
        if not holds_copies():
            return False
    except DeskTrouble:
        return False  # a desk that cannot be read knows no copy
    with contextlib.suppress(OSError):  # it may only be read; its copies tell the next time too
        choose_place(folder, erasures)
    return True


def mark_in(folder: Path) -> str:
    """Return the mark of a place, or "" when it has none."""
    try:
        with (folder / MARK_FILE).open("rb") as file:
            return file.read(_MOST_BYTES).decode().strip()
    except (OSError, ValueError):
        return ""
