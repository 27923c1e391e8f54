"""The pulse of a running session: a few bytes beside the desk file that say how far it had come.

Moves are on disk as they are made; between two of them only time passes.  The pulse is written over in
place each second, with no wait for the disk, so that after a kill the session is found at the second.
After a power cut it may be some seconds old, which costs those seconds and nothing else.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.ids import Instant, RecordId

_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Beat:
    """A sign of life: when it was, by the clock as it was set after the move of this number."""

    number: int
    at: Instant


class Pulse:
    """The pulse of the session that this desk runs.

    Args:
        desk_path: where the desk file lies.
        felt: whether it is kept; that of a desk in memory, or one that is only looked at, is not.
    """

    def __init__(self, desk_path: Path, *, felt: bool = True) -> None:
        self._path = desk_path.with_name(desk_path.name + ".pulse")
        self._felt = felt

    def beat(self, run: RecordId, beat: Beat) -> None:
        """Say that ``run`` is alive.  A disk that takes no more is no reason to stop a circle."""
        if not self._felt:
            return
        line = f"{beat.at} {beat.number} {run}".ljust(_LENGTH).encode()
        with contextlib.suppress(OSError):
            mode = "r+b" if self._path.exists() else "wb"
            with self._path.open(mode) as file:
                file.write(line)

    def last(self, run: RecordId) -> Beat | None:
        """Return the last sign of life of ``run``; nothing when that is not known."""
        with contextlib.suppress(OSError, ValueError):
            at, number, name = self._path.read_bytes().decode().split()
            if name == run:
                return Beat(int(number), int(at))
        return None

    def stop(self) -> None:
        """Forget it: the session was closed as it should be."""
        if not self._felt:
            return
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
