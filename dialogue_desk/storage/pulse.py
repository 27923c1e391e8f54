"""The pulse of a running session: a few bytes next to the desk file that say how far the session has come.

Moves are on disk as they are made; between two moves only time passes.  The pulse is overwritten in place
each second, without waiting for the disk, so that after a kill the session resumes at the right second.
After a power cut the pulse may be some seconds old, which costs those seconds and nothing else.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.ids import Instant, RecordId, possible
from dialogue_desk.whole_file import open_private

_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Beat:
    """A sign of life: its instant, by the clock as it was set after the move of this number."""

    number: int
    at: Instant


class Pulse:
    """The pulse of the session that runs on this desk.

    Without ``kept``, as for a desk in memory or one that is open read-only, nothing is written.
    """

    def __init__(self, desk_path: Path, *, kept: bool = True) -> None:
        self._path = desk_path.with_name(desk_path.name + ".pulse")
        self._kept = kept

    def beat(self, run: RecordId, beat: Beat) -> None:
        """Write that ``run`` is alive.  A full disk is no reason to stop a circle, so errors are ignored."""
        if not self._kept:
            return
        line = f"{beat.at} {beat.number} {run}".ljust(_LENGTH).encode()
        with contextlib.suppress(OSError):
            mode = "r+b" if self._path.exists() else "wb"
            with open(self._path, mode, opener=open_private) as file:
                file.write(line)

    def last(self, run: RecordId) -> Beat | None:
        """Return the last sign of life of ``run``, or None when it is not known."""
        with contextlib.suppress(OSError, ValueError):
            with self._path.open("rb") as file:
                told, number, name = file.read(2 * _LENGTH).decode().split()
            at = int(told)
            if name == run and possible(at):
                return Beat(int(number), at)
        return None

    def stop(self) -> None:
        """Delete the pulse: the session was closed as it should be."""
        if not self._kept:
            return
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
