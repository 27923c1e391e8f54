"""Reads one narrow kind of zip: entries end to end, their directory, the end, and no other byte.

A file of that shape has only one meaning.  It cannot have overlapping entries, bytes before, between or after
them, a second directory, or sizes that differ between the two places where a zip keeps them; so this one rule
replaces the many that ``zipfile`` would need.
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass

from dialogue_desk.exchange.limits import LIMITS, Limits
from dialogue_desk.exchange.refusals import PackageRefused, Refusal

ENTRY = b"PK\x03\x04"
DIRECTORY = b"PK\x01\x02"
END = b"PK\x05\x06"

_ENTRY = struct.Struct("<4s5H3I2H")
_DIRECTORY = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_SHARED = slice(4, 30)
_SHARED_IN_DIRECTORY = slice(6, 32)
"""The directory repeats all that an entry's header says except its name, in the same order."""

_STORED, _DEFLATED = 0, 8
_HARMLESS_FLAGS = 0x0806
"""The level of compression (bits 1 and 2), and that the name is UTF-8 (bit 11)."""

_ORDINARY_FILE = (0, 0o100000)
_DOS_DIRECTORY = 0x10
_NAME = re.compile(rb"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*(?:/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*){0,2}")


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """One member as the zip describes it; ``content`` checks whether that is true.

    Its packed bytes are from ``begin`` to ``end``; ``size`` is their size unpacked.
    """

    name: str
    deflated: bool
    checksum: int
    size: int
    begin: int
    end: int


def entry_at(data: bytes, start: int, limits: Limits = LIMITS) -> ZipEntry:
    """Read the entry whose header begins at ``start``.

    Raises:
        PackageRefused: ``CUT_SHORT`` when the file ends within it, ``TOO_LARGE`` or ``UNSAFE``.
    """
    named = start + _ENTRY.size
    if named > len(data):
        raise PackageRefused(Refusal.CUT_SHORT, "the file ends within a header")
    signature, _, flags, method, _, _, checksum, packed, size, name_length, extra = _ENTRY.unpack_from(
        data, start
    )
    if signature != ENTRY or flags & ~_HARMLESS_FLAGS or method not in (_STORED, _DEFLATED) or extra:
        raise PackageRefused(Refusal.UNSAFE, f"the entry at {start} has something packages do not use")
    begin = named + name_length
    if begin + packed > len(data):
        raise PackageRefused(Refusal.CUT_SHORT, "the file ends within a member")
    name = data[named:begin]
    if name_length > limits.name or not _NAME.fullmatch(name):
        raise PackageRefused(Refusal.UNSAFE, f"a member is named {name[: limits.name]!r}")
    if size > limits.member:
        raise PackageRefused(Refusal.TOO_LARGE, f"{name!r} would be {size} bytes")
    return ZipEntry(name.decode("ascii"), method == _DEFLATED, checksum, size, begin, begin + packed)


def entries(data: bytes, limits: Limits = LIMITS) -> list[ZipEntry]:
    """Return the entries of the whole file, in their order, without unpacking any.

    Raises:
        PackageRefused: ``CUT_SHORT``, ``UNSAFE`` or ``TOO_LARGE``.
    """
    end = data.rfind(END)
    if not 0 <= end <= len(data) - _END.size:
        raise PackageRefused(Refusal.CUT_SHORT, "the end of the zip is not there")
    *_, count, _, directory, _ = _END.unpack_from(data, end)
    if count > limits.members:
        raise PackageRefused(Refusal.TOO_LARGE, f"{count} members")
    found: list[ZipEntry] = []
    start, listed = 0, directory
    for _ in range(count):
        entry = entry_at(data, start, limits)
        _refuse_contradiction(data, listed, start, entry)
        found.append(entry)
        start, listed = entry.end, listed + _DIRECTORY.size + len(entry.name)
    last = _END.pack(END, 0, 0, count, count, listed - directory, directory, 0)
    if start != directory or data[listed:] != last:
        raise PackageRefused(Refusal.UNSAFE, "entries, directory and end do not follow one another")
    if sum(entry.size for entry in found) > limits.total:
        raise PackageRefused(Refusal.TOO_LARGE, "the members together are too large")
    if len({entry.name.casefold() for entry in found}) != count:
        raise PackageRefused(Refusal.UNSAFE, "two members have names that some systems take for one")
    return found


def content(data: bytes, entry: ZipEntry) -> bytes:
    """Return one unpacked member, unpacking at most one byte more than the size it claims.

    Raises:
        PackageRefused: ``DAMAGED`` when its size or checksum is wrong.
    """
    packed = data[entry.begin : entry.end]
    unpacked = _inflated(packed, entry.size) if entry.deflated else packed
    if len(unpacked) != entry.size or zlib.crc32(unpacked) != entry.checksum:
        raise PackageRefused(Refusal.DAMAGED, f"{entry.name} is not what the zip says of it")
    return unpacked


def _refuse_contradiction(data: bytes, listed: int, start: int, entry: ZipEntry) -> None:
    """Compare the directory's record at ``listed`` with the entry that begins at ``start``."""
    named = listed + _DIRECTORY.size
    record, name = data[listed:named], data[named : named + len(entry.name)]
    header = data[start : start + _ENTRY.size]
    if record[_SHARED_IN_DIRECTORY] != header[_SHARED] or name != entry.name.encode("ascii"):
        raise PackageRefused(Refusal.UNSAFE, f"the directory and {entry.name} contradict each other")
    signature, *_, comment, disk, _, attributes, offset = _DIRECTORY.unpack(record)
    ordinary = attributes >> 16 & 0o170000 in _ORDINARY_FILE and not attributes & _DOS_DIRECTORY
    if (signature, comment, disk, offset) != (DIRECTORY, 0, 0, start) or not ordinary:
        raise PackageRefused(Refusal.UNSAFE, f"the directory tells of {entry.name} what packages do not use")


def _inflated(packed: bytes, size: int) -> bytes:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacked = inflating.decompress(packed, size + 1)
    except zlib.error as error:
        raise PackageRefused(Refusal.DAMAGED, str(error)) from error
    if not inflating.eof or inflating.unused_data:
        raise PackageRefused(Refusal.DAMAGED, "a packed member does not end where it should")
    return unpacked
