"""How far a desk had come when something last left it, kept beside the desk file.

A desk file that was put back from an older copy, by hand or by a sync service, does not know what it did
since.  The mark does.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.whole_file import BRIEF, write_atomically


class ExportMark:
    """The mark of one desk file.  Without ``kept``, as for a desk in memory, nothing is written."""

    def __init__(self, desk_path: Path, *, kept: bool = True) -> None:
        self._path = desk_path.with_name(f"{desk_path.name}.exported")
        self._kept = kept

    def write(self, device: DeviceId, count: int) -> None:
        """Save how many edits this desk had made.  An export is as good without it: errors are ignored."""
        if self._kept:
            with contextlib.suppress(OSError):
                write_atomically(self._path, f"{device} {count}".encode(), private=True, patience=BRIEF)

    def count(self, device: DeviceId) -> int:
        """Return how many edits the desk of this name had made at its last export, at least; 0 for none."""
        if self._kept:
            with contextlib.suppress(OSError, ValueError):
                name, count = self._path.read_bytes().decode().split()
                if name == device:
                    return int(count)
        return 0
