"""Reads one narrow kind of zip: entries end to end, their directory, the end, and not a byte besides.

A file of that shape has one meaning only.  Overlapping entries, bytes before, between or
after them, a second directory, and sizes that differ between the two places a zip keeps
them cannot be written in it; so one rule stands where ``zipfile`` would need many.
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
"""All that an entry's own header says, its name apart, the directory says too, in the same order."""

_STORED, _DEFLATED = 0, 8
_HARMLESS_FLAGS = 0x0806
"""How hard the packer tried (bits 1 and 2), and that the name is UTF-8 (bit 11)."""

_ORDINARY_FILE = (0, 0o100000)
_DOS_DIRECTORY = 0x10
_NAME = re.compile(rb"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*(?:/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*){0,2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One member as the zip tells of it; ``content`` finds out whether that is true.

    ``begin`` to ``end`` is where its packed bytes lie; ``size`` is what they unpack to.
    """

    name: str
    deflated: bool
    checksum: int
    size: int
    begin: int
    end: int


def entry_at(data: bytes, start: int, limits: Limits = LIMITS) -> Entry:
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
    if size > limits.member or size > max(limits.always_fine, limits.ratio * packed):
        raise PackageRefused(Refusal.TOO_LARGE, f"{name!r} would be {size} bytes")
    return Entry(name.decode("ascii"), method == _DEFLATED, checksum, size, begin, begin + packed)


def entries(data: bytes, limits: Limits = LIMITS) -> list[Entry]:
    """Walk the whole file, and return its entries in the order they stand in it.

    Raises:
        PackageRefused: ``CUT_SHORT``, ``UNSAFE`` or ``TOO_LARGE``; nothing was unpacked yet.
    """
    directory, count = _directory(data, limits)
    found: list[Entry] = []
    start, listed = 0, directory
    for _ in range(count):
        entry = entry_at(data, start, limits)
        listed = _agreed(data, listed, start, entry)
        found.append(entry)
        start = entry.end
    if start != directory or listed != len(data) - _END.size:
        raise PackageRefused(Refusal.UNSAFE, "entries, directory and end do not follow one another")
    if sum(entry.size for entry in found) > limits.total:
        raise PackageRefused(Refusal.TOO_LARGE, "the members together are too large")
    if len({entry.name.casefold() for entry in found}) != count:
        raise PackageRefused(Refusal.UNSAFE, "two members have names that some systems take for one")
    return found


def content(data: bytes, entry: Entry) -> bytes:
    """Unpack one member, never holding more than one byte beyond the size it claims.

    Raises:
        PackageRefused: ``DAMAGED`` when size or checksum are not as claimed.
    """
    packed = data[entry.begin : entry.end]
    unpacked = _inflated(packed, entry.size) if entry.deflated else packed
    if len(unpacked) != entry.size or zlib.crc32(unpacked) != entry.checksum:
        raise PackageRefused(Refusal.DAMAGED, f"{entry.name} is not what the zip says of it")
    return unpacked


def _directory(data: bytes, limits: Limits) -> tuple[int, int]:
    """Find where the directory begins and how many entries it lists, from the last bytes of the file."""
    end = data.rfind(END)
    if end < 0 or end + _END.size > len(data):
        raise PackageRefused(Refusal.CUT_SHORT, "the end of the zip is not there")
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(data, end)
    if comment or end + _END.size != len(data):
        raise PackageRefused(Refusal.UNSAFE, "something follows the end of the zip")
    if disk or first_disk or here != count or start + size != end:
        raise PackageRefused(Refusal.UNSAFE, "the end of the zip contradicts itself")
    if count > limits.members:
        raise PackageRefused(Refusal.TOO_LARGE, f"{count} members")
    return start, count


def _agreed(data: bytes, listed: int, start: int, entry: Entry) -> int:
    """Hold the directory's record at ``listed`` against the entry; return where the next record begins."""
    named = listed + _DIRECTORY.size
    if named > len(data):
        raise PackageRefused(Refusal.UNSAFE, "the directory runs over the end")
    signature, *_, extra, comment, disk, _, attributes, offset = _DIRECTORY.unpack_from(data, listed)
    ordinary = attributes >> 16 & 0o170000 in _ORDINARY_FILE and not attributes & _DOS_DIRECTORY
    if signature != DIRECTORY or extra or comment or disk or offset != start or not ordinary:
        raise PackageRefused(Refusal.UNSAFE, f"the directory tells of {entry.name} what packages do not use")
    name = entry.name.encode("ascii")
    header, record = data[start : start + _ENTRY.size], data[listed:named]
    if header[_SHARED] != record[_SHARED_IN_DIRECTORY] or data[named : named + len(name)] != name:
        raise PackageRefused(Refusal.UNSAFE, f"the directory and {entry.name} contradict each other")
    return named + len(name)


def _inflated(packed: bytes, size: int) -> bytes:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacked = inflating.decompress(packed, size + 1)
    except zlib.error as error:
        raise PackageRefused(Refusal.DAMAGED, str(error)) from error
    if not inflating.eof or inflating.unused_data:
        raise PackageRefused(Refusal.DAMAGED, "a packed member does not end where it should")
    return unpacked
