"""The pulse of running sessions: a line each, next to the desk file, that says how far a session has come.

Moves are on disk as they are made; between two moves only time passes.  The line of the session that runs
is overwritten in place each second, without waiting for the disk, so that after a kill the session resumes
at the right second.  The lines of sessions that were left before stay, so that each is found where it was
left.  After a power cut the pulse may be some seconds old, which costs those seconds and nothing else.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from dialogue_desk.domain.model.ids import Instant, RecordId, possible
from dialogue_desk.whole_file import open_private

_LENGTH = 80
_MOST = 64
"""So many sessions that were left in the middle are remembered; the one left longest ago gives way."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A sign of life: its instant, by the clock as it was set after the move of this number."""

    number: int
    at: Instant


class Pulse:
    """The pulse of the sessions that run, or were left in the middle, on this desk.

    Without ``kept``, as for a desk in memory or one that is open read-only, nothing is written.
    """

    def __init__(self, desk_path: Path, *, kept: bool = True) -> None:
        self._path = desk_path.with_name(desk_path.name + ".pulse")
        self._kept = kept

    def beat(self, run: RecordId, beat: Beat) -> None:
        """Write that ``run`` is alive.  A full disk is no reason to stop a circle, so errors are ignored."""
        if self._kept:
            self._write(run, f"{beat.at} {beat.number} {run}")

    def last(self, run: RecordId) -> Beat | None:
        """Return the last sign of life of ``run``, or None when it is not known."""
        with contextlib.suppress(OSError):
            lines = self._lines(self._path.read_bytes())
            return next((beat for line in lines if (beat := _beat_in(line, run)) is not None), None)
        return None

    def stop(self, run: RecordId) -> None:
        """Forget one run: the session was closed as it should be, or erased."""
        if not self._kept or self.last(run) is None:
            return
        self._write(run, "")
        with contextlib.suppress(OSError):
            if not self._path.read_bytes().strip():
                self._path.unlink()

    def clear(self) -> None:
        """Forget all runs."""
        if self._kept:
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _write(self, run: RecordId, line: str) -> None:
        with contextlib.suppress(OSError):
            mode = "r+b" if self._path.exists() else "w+b"
            with open(self._path, mode, opener=open_private) as file:
                place = _place_of(run, self._lines(file.read(_MOST * _LENGTH)))
                file.seek(place * _LENGTH)
                file.write(line.ljust(_LENGTH).encode()[:_LENGTH])

    @staticmethod
    def _lines(written: bytes) -> list[bytes]:
        whole = written[: _MOST * _LENGTH]
        return [whole[at : at + _LENGTH] for at in range(0, len(whole), _LENGTH)]


def _beat_in(line: bytes, run: RecordId) -> Beat | None:
    """Return the sign of life in ``line``, or None when it is not one of ``run``."""
    with contextlib.suppress(ValueError):
        told, number, name = line.decode().split()
        at = int(told)
        if name == run and possible(at):
            return Beat(int(number), at)
    return None


def _place_of(run: RecordId, lines: list[bytes]) -> int:
    """Return the line of ``run``, or one that is free, or that of the run that was left longest ago."""
    for place, line in enumerate(lines):
        if _beat_in(line, run) is not None:
            return place
    for place, line in enumerate(lines):
        if not line.strip():
            return place
    if len(lines) < _MOST:
        return len(lines)
    return min(range(len(lines)), key=lambda place: lines[place])
