"""Reads the log beside a desk file (``-wal``), in which is what was written last, in SQLite's format.

SQLite plays it up to the first frame that is not as it was written, and leaves out the rest without a word.
After a kill or a power cut that is right: the rest was not finished.  After damage it was.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from pathlib import Path

_HEADER, _FRAME_HEADER = 32, 24
_MAGIC, _VERSION = 0x377F0682, 3007000
_PAGE_SIZES = tuple(1 << power for power in range(9, 17))
_FLIPPED = 4
"""Salts that differ in so few bits are the same, damaged; those of two logs differ in more."""

_Sums = tuple[int, int]


class LogState(Enum):
    """What SQLite makes of a log.

    Of a log that is ``CUT``, the last transaction is not as it was written.  A power cut in its midst leaves
    that, and so does damage to it once it was finished; nobody can tell which.
    """

    WHOLE = "whole"
    CUT = "cut"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class _Log:
    """The header of a log, and where its frames begin."""

    data: bytes
    big_endian: bool
    page_size: int
    generation: int
    salts: _Sums

    def frames(self) -> Iterator[bytes]:
        """Yield the frames that are there as a whole, also those that an earlier generation left behind."""
        length = _FRAME_HEADER + self.page_size
        for start in range(_HEADER, len(self.data) - length + 1, length):
            yield self.data[start : start + length]


def state_of(wal: Path) -> LogState:
    """Return whether SQLite will play everything that was finished in a log; without one, that is nothing."""
    return state_of_log(wal.read_bytes()) if wal.exists() else LogState.WHOLE


def state_of_log(data: bytes) -> LogState:
    """Return whether SQLite will play everything in the bytes of a log that was finished."""
    if len(data) < _HEADER:
        return LogState.WHOLE  # nothing was finished yet
    log = _log(data)
    sums = _checksum(data[:24], log.big_endian, (0, 0))
    if not _magic_is_sound(data) or struct.unpack(">II", data[24:32]) != sums:
        return LogState.DAMAGED
    frames = log.frames()
    for frame in frames:
        summed = _checksum(frame[:8] + frame[_FRAME_HEADER:], log.big_endian, sums)
        if _salts(frame) != log.salts or struct.unpack(">II", frame[16:24]) != summed:
            return _state_from(log, [frame, *frames])
        sums = summed
    return LogState.WHOLE


def _state_from(log: _Log, rest: list[bytes]) -> LogState:
    """Return the state of a log of which ``rest`` is what begins with the first frame that is not sound.

    The next transaction is begun only when one is on disk: with more behind its end, it was finished.
    """
    end = next((number for number, frame in enumerate(rest) if _was_finished(log, frame)), None)
    if end is None:
        return LogState.WHOLE if _is_left_over(log, rest[0]) else LogState.CUT
    later = any(_distance(_salts(frame), log.salts) <= _FLIPPED for frame in rest[end + 1 :])
    return LogState.DAMAGED if later else LogState.CUT


def resealed(data: bytes) -> bytes:
    """Return the bytes of a damaged log with all its checksums right, so that SQLite plays all of it.

    What its pages then say has to be checked like all that is damaged.  A log that is cut stays as it is.
    """
    if len(data) < _HEADER:
        return b""
    if state_of_log(data) is LogState.CUT:
        return data
    log = _log(data)
    salts = _salts_of(log)
    head = struct.pack(">IIII", _MAGIC | log.big_endian, _VERSION, log.page_size, log.generation)
    head += struct.pack(">II", *salts)
    sums = _checksum(head, log.big_endian, (0, 0))
    out = [head, struct.pack(">II", *sums)]
    for frame in log.frames():
        if _distance(_salts(frame), salts) <= _FLIPPED and any(frame[:4]):
            sums = _checksum(frame[:8] + frame[_FRAME_HEADER:], log.big_endian, sums)
            out += (frame[:8], struct.pack(">IIII", *salts, *sums), frame[_FRAME_HEADER:])
    return b"".join(out)


def _log(data: bytes) -> _Log:
    magic, _, size, generation, *salts = struct.unpack(">IIIIII", data[:24])
    return _Log(
        data, bool(magic & 1), size if size in _PAGE_SIZES else 4096, generation, (salts[0], salts[1])
    )


def _magic_is_sound(data: bytes) -> bool:
    magic, version, size = struct.unpack(">III", data[:12])
    return magic & ~1 == _MAGIC and version == _VERSION and size in _PAGE_SIZES


def _salts(frame: bytes) -> _Sums:
    first, second = struct.unpack(">II", frame[8:16])
    return first, second


def _distance(some: _Sums, others: _Sums) -> int:
    return sum((one ^ other).bit_count() for one, other in zip(some, others, strict=True))


def _salts_of(log: _Log) -> _Sums:
    """Return the salts of the header, or of the first frames, which follow it, when they agree on others."""
    told = [log.salts, *map(_salts, islice(log.frames(), 3))]
    return max(told, key=lambda one: sum(_distance(one, other) <= _FLIPPED for other in told))


def _is_left_over(log: _Log, frame: bytes) -> bool:
    """Whether a frame is of an earlier generation, so that nothing was written over it yet."""
    ago = (log.salts[0] - _salts(frame)[0]) % (1 << 32)
    return _distance(_salts(frame), log.salts) > _FLIPPED and 0 < ago <= log.generation


def _was_finished(log: _Log, frame: bytes) -> bool:
    """Whether a frame of this generation ends a transaction: then all before it was on disk."""
    return _distance(_salts(frame), log.salts) <= _FLIPPED and any(frame[4:8])


def _checksum(data: bytes, big_endian: bool, sums: _Sums) -> _Sums:
    first, second = sums
    words = iter(struct.unpack(f"{'>' if big_endian else '<'}{len(data) // 4}I", data))
    for one in words:
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + next(words) + first) & 0xFFFFFFFF
    return first, second
