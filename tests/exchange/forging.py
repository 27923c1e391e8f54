"""Packages put together byte by byte, so that any one thing about them can be a lie."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dialogue_desk.exchange.canonical_json import JsonValue, canonical_json
from dialogue_desk.exchange.container import MIMETYPE, manifest_of

STORED, DEFLATED = 0, 8
SYMLINK = 0o120777 << 16
FOLDER = 0o040755 << 16
FILE = 0o100644 << 16


@dataclass(frozen=True)
class Forged:
    """One zip entry; what is None is told truthfully."""

    name: bytes
    data: bytes
    raw: bytes | None = None
    method: int = DEFLATED
    flags: int = 0
    attributes: int = FILE
    size: int | None = None
    packed_size: int | None = None
    checksum: int | None = None
    extra: bytes = b""
    listed_name: bytes | None = None
    listed_size: int | None = None
    listed_extra: bytes = b""
    listed_comment: bytes = b""
    listed_comment_length: int | None = None
    listed_disk: int = 0
    listed_at: int | None = None
    followed_by: bytes = b""

    @property
    def packed(self) -> bytes:
        if self.raw is not None:
            return self.raw
        return deflated(self.data) if self.method == DEFLATED else self.data

    @property
    def local(self) -> bytes:
        """Its part of the zip's body."""
        shared = self.fields(self.size, self.name, self.extra)
        return b"PK\x03\x04" + shared + self.name + self.extra + self.packed + self.followed_by

    def fields(self, size: int | None, name: bytes, extra: bytes) -> bytes:
        """The 26 bytes that an entry's header and its directory record share."""
        real = len(self.data) if size is None else size
        packed = len(self.packed) if self.packed_size is None else self.packed_size
        checksum = zlib.crc32(self.data) if self.checksum is None else self.checksum
        return struct.pack(
            "<5H3I2H", 20, self.flags, self.method, 0, 33, checksum, packed, real, len(name), len(extra)
        )

    def record(self, at: int) -> bytes:
        name = self.name if self.listed_name is None else self.listed_name
        size = self.size if self.listed_size is None else self.listed_size
        offset = at if self.listed_at is None else self.listed_at
        comment = (
            len(self.listed_comment) if self.listed_comment_length is None else self.listed_comment_length
        )
        rest = struct.pack("<3H2I", comment, self.listed_disk, 0, self.attributes, offset)
        shared = self.fields(size, name, self.listed_extra)
        return b"PK\x01\x02\x14\x03" + shared + rest + name + self.listed_extra + self.listed_comment


def deflated(data: bytes) -> bytes:
    packing = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packing.compress(data) + packing.flush()


def forged(
    entries: Sequence[Forged],
    *,
    before: bytes = b"",
    after: bytes = b"",
    comment: bytes = b"",
    before_end: bytes = b"",
    count: int | None = None,
) -> bytes:
    """A zip of ``entries``, with things where none should be."""
    body, directory = before, b""
    for entry in entries:
        directory += entry.record(len(body))
        body += entry.local
    told = len(entries) if count is None else count
    return body + directory + before_end + end_of_zip(told, directory, body, comment) + comment + after


def end_of_zip(count: int, directory: bytes, body: bytes, comment: bytes = b"") -> bytes:
    return struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), len(comment))


def package(
    members: Mapping[str, bytes], about: Mapping[str, JsonValue] | None = None, /, **manifest: object
) -> list[Forged]:
    """The entries of an honest package, to be changed; ``manifest`` overrides what its manifest says."""
    told = manifest_of(about or {}, members)
    fields = {name: getattr(told, name) for name in ("about", "members", "format", "format_version")}
    return [
        Forged(b"mimetype", MIMETYPE, method=STORED),
        Forged(b"manifest.json", canonical_json(fields | manifest)),
        *(Forged(name.encode(), data) for name, data in sorted(members.items())),
    ]


def with_last(entries: Sequence[Forged], **changes: object) -> list[Forged]:
    """The same entries with something else about the last."""
    return [*entries[:-1], replace(entries[-1], **changes)]
