"""Slips that somebody began to count and has not saved: a file for each pile, next to the desk file.

After a kill the pile is taken up from here.  It never travels, and counts nowhere until it is saved.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.storage.desk_errors import as_desk_trouble
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.whole_file import BRIEF, make_private_folder, write_atomically

_SUFFIX = ".slips.json"


class SlipDrafts:
    """The piles that were begun on one desk, each under a key.

    Without ``kept``, as for a desk in memory or one that is open read-only, nothing is written.  They are in
    the folder of the guides' drafts, which is deleted when everything is erased.
    """

    def __init__(self, desk_path: Path, *, kept: bool = True) -> None:
        self._path = desk_path
        self._folder = desk_path.with_name(desk_path.name + ".drafts")
        self._kept = kept

    @classmethod
    def beside(cls, file: DeskFile) -> SlipDrafts:
        """Return the piles that were begun on a desk."""
        return cls(file.path, kept=not file.read_only and file.path != IN_MEMORY)

    def write(self, key: str, text: str) -> None:
        """Write a pile as it is typed now.

        Raises:
            DeskTrouble: when it could not be written; then the draft before it is there.
        """
        if self._kept:
            with as_desk_trouble(self._path):
                make_private_folder(self._folder)
                write_atomically(self._file(key), text.encode(), private=True, patience=BRIEF)

    def of(self, key: str) -> str:
        """Return the pile under a key; "" where there is none, or where it cannot be read."""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return self._file(key).read_bytes().decode() if self._kept else ""
        return ""

    def count(self) -> int:
        """Return how many piles are begun."""
        return sum(1 for _ in self._folder.glob(f"*{_SUFFIX}")) if self._kept else 0

    def forget(self, key: str) -> None:
        """Delete the pile under a key: it is saved, or not wanted."""
        if self._kept:
            self._unlink([self._file(key)])

    def forget_naming(self, ids: Iterable[RecordId]) -> None:
        """Delete the piles that name one of these records, because it is erased for good."""
        named = [one.encode() for one in ids]
        if self._kept:
            self._unlink(path for path in self._folder.glob(f"*{_SUFFIX}") if _holds(path, named))

    def _unlink(self, paths: Iterable[Path]) -> None:
        for path in paths:
            with contextlib.suppress(OSError):
                path.unlink()
        with contextlib.suppress(OSError):
            self._folder.rmdir()

    def _file(self, key: str) -> Path:
        return self._folder / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}{_SUFFIX}"


def _holds(path: Path, named: list[bytes]) -> bool:
    try:
        held = path.read_bytes()
    except OSError:
        return False
    return any(one in held for one in named)
