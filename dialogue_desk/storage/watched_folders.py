"""The folders that this laptop watches, one for each program, next to the desk file.

They are no records: where a folder is on one laptop is nothing to the others.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from dialogue_desk.storage.database import IN_MEMORY
from dialogue_desk.whole_file import BRIEF, write_atomically

_MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileState:
    """How large a file is, in bytes, and when it was changed, in nanoseconds."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder that a sync service or a shared drive fills.

    ``by_itself``: what is plain is opened without asking.  ``done`` are the files of it that a person has
    dealt with, by their paths in the folder, as they were then; ``taken_back`` are those that were opened
    and then undone: they wait for a person again.
    """

    path: str
    by_itself: bool = False
    done: Mapping[str, FileState] = field(default_factory=dict)
    taken_back: Mapping[str, FileState] = field(default_factory=dict)


class WatchedFolders:
    """The folders by the id of their program.  Without ``kept``, as for a read-only desk, none are saved."""

    def __init__(self, desk_path: Path, *, kept: bool = True) -> None:
        self._path = desk_path.with_name(desk_path.name + ".watched")
        self._kept = kept and desk_path != IN_MEMORY

    def read(self) -> dict[str, WatchedFolder]:
        """Return the folders; none where the file is damaged, so that a person names them again."""
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            if self._path.stat().st_size <= _MOST_BYTES:
                return msgspec.json.decode(self._path.read_bytes(), type=dict[str, WatchedFolder])
        return {}

    def write(self, folders: Mapping[str, WatchedFolder]) -> None:
        """Save the folders.

        Raises:
            OSError: they could not be written; what was saved before is still there.
        """
        if not self._kept:
            return
        if folders:
            write_atomically(self._path, msgspec.json.encode(folders), private=True, patience=BRIEF)
        else:
            BRIEF.do(self._path.unlink, missing_ok=True)
