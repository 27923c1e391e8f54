"""An update: a signed list of files, and behind it their bytes in one packed stream.

The signature is checked before anything else of the file is looked at.  The names of files are in the signed
list alone, so nothing in the stream can name a place, and no more comes out of it than the list says.
"""

from __future__ import annotations

import hashlib
import lzma
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from dialogue_desk.exchange.limits import MIB
from dialogue_desk.exchange.update_manifest import (
    LIMITS,
    UpdateEntry,
    UpdateLimits,
    UpdateManifest,
    UpdateRefusal,
    UpdateRefused,
    read_manifest,
)
from dialogue_desk.whole_file import sync_file

Progress = Callable[[int, int], None]
"""Called with how many bytes are done, and how many there are."""

MAGIC = b"Dialogue Desk update "
"""What each update begins with, whatever its name."""

_FIRST_LINE = MAGIC + b"1\n"
_SECOND_LINE = re.compile(rb"([0-9a-f]{128}) ([1-9][0-9]{0,8})\n")
_LONGEST_LINE = 160
_WHAT_IS_SIGNED = b"dialogue-desk/update\n"
_AT_ONCE = MIB


@dataclass(frozen=True, slots=True)
class UpdateFile:
    """An update whose signature is that of the expected key; its bytes begin at ``begins``."""

    path: Path
    manifest: UpdateManifest
    begins: int


def listed(build: Path) -> tuple[UpdateEntry, ...]:
    """Return the files of a build, in the order of their paths.

    Raises:
        OSError: a file cannot be read, or is no plain file.
    """
    entries: list[UpdateEntry] = []
    for path in sorted(build.rglob("*"), key=lambda one: one.relative_to(build).as_posix()):
        named = path.relative_to(build).as_posix()
        if path.is_symlink():
            entries.append(UpdateEntry(named, link=path.readlink().as_posix()))
        elif path.is_file():
            with path.open("rb") as file:
                checksum = hashlib.file_digest(file, "sha256").hexdigest()
            mode = path.stat().st_mode
            entries.append(UpdateEntry(named, path.stat().st_size, checksum, bool(mode & stat.S_IXUSR)))
    return tuple(entries)


def write_update(to: Path, build: Path, manifest: UpdateManifest, secret: bytes) -> None:
    """Write an update of the files of ``build``, signed with an Ed25519 key of 32 bytes.

    The same build and the same key make the same bytes.

    Raises:
        OSError: it could not be written, or a file of the build changed meanwhile.
        UpdateRefused: no one could read it: a name or its size is beyond what is allowed.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    told = msgspec.json.encode(manifest, order="sorted")
    read_manifest(told)
    signature = Ed25519PrivateKey.from_private_bytes(secret).sign(_WHAT_IS_SIGNED + told).hex().encode()
    with to.open("wb") as file:
        file.write(_FIRST_LINE + b"%s %d\n" % (signature, len(told)) + told)
        with lzma.LZMAFile(file, "wb", preset=6) as packed:
            for one in manifest.files:
                if not one.link:
                    _pack(build / one.path, one, packed)


def _pack(path: Path, entry: UpdateEntry, packed: lzma.LZMAFile) -> None:
    checksum = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_AT_ONCE):
            checksum.update(piece)
            packed.write(piece)
    if checksum.hexdigest() != entry.sha256:
        raise OSError(f"{path.name} changed while it was packed")


def read_update(path: Path, key: str, limits: UpdateLimits = LIMITS) -> UpdateFile:
    """Read what an update says of itself, once it is known to be signed with the public ``key``.

    Raises:
        UpdateRefused: with the reason.
    """
    with _reading(path) as file:
        first = _read(file.readline, _LONGEST_LINE)
        if first != _FIRST_LINE:
            newer = first.startswith(MAGIC)
            raise UpdateRefused(UpdateRefusal.NEWER_KIND if newer else UpdateRefusal.NOT_AN_UPDATE)
        second = _SECOND_LINE.fullmatch(_read(file.readline, _LONGEST_LINE))
        if second is None:
            raise UpdateRefused(UpdateRefusal.DAMAGED, "its second line")
        length = int(second[2])
        if length > limits.manifest:
            raise UpdateRefused(UpdateRefusal.TOO_LARGE, "its list of files")
        told = _read(file.read, length)
        if len(told) < length:
            raise UpdateRefused(UpdateRefusal.CUT_SHORT)
        _check_signature(bytes.fromhex(second[1].decode()), told, key)
        return UpdateFile(path, read_manifest(told, limits), file.tell())


def _check_signature(signature: bytes, told: bytes, key: str) -> None:
    # Imported late: only updates need it.
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, _WHAT_IS_SIGNED + told)
    except (InvalidSignature, ValueError) as error:
        raise UpdateRefused(UpdateRefusal.FORGED) from error


def check_update(update: UpdateFile, progress: Progress, limits: UpdateLimits = LIMITS) -> None:
    """Read an update to its end, and compare each file with its checksum.

    Raises:
        UpdateRefused: with the reason.
    """
    for _, pieces in _members(update, progress, limits):
        for _ in pieces:
            pass


def unpack_update(update: UpdateFile, to: Path, progress: Progress, limits: UpdateLimits = LIMITS) -> None:
    """Write the files of an update into ``to``, which is empty, each compared with its checksum and on disk.

    Raises:
        UpdateRefused: with the reason.
        OSError: a file cannot be written.
    """
    for entry, pieces in _members(update, progress, limits):
        place = to / entry.path
        place.parent.mkdir(parents=True, exist_ok=True)
        if entry.link:
            place.symlink_to(entry.link)
            continue
        with place.open("xb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            sync_file(file.fileno())
        if entry.executable and not os.access(place, os.X_OK):  # some sticks know no such mark, and need none
            place.chmod(place.stat().st_mode | 0o111)


def compare_unpacked(folder: Path, manifest: UpdateManifest, progress: Progress) -> None:
    """Read the files of an update again from where they were written.

    Raises:
        UpdateRefused: ``DAMAGED`` when the disk kept something else.
        OSError: a file cannot be read.
    """
    done = 0
    for entry in manifest.files:
        if not entry.link:
            with (folder / entry.path).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != entry.sha256:
                    raise UpdateRefused(UpdateRefusal.DAMAGED, f"{entry.path!r} reads back differently")
        done += entry.size
        progress(done, manifest.total)


def _members(
    update: UpdateFile, progress: Progress, limits: UpdateLimits
) -> Iterator[tuple[UpdateEntry, Iterator[bytes]]]:
    """Yield each file with its bytes, which have to be taken before the next file is asked for."""
    with _reading(update.path) as file:
        file.seek(update.begins)
        stream = _Unpacked(file, limits.memory)
        done = 0
        for entry in update.manifest.files:
            yield entry, iter(()) if entry.link else _pieces(entry, stream)
            done += entry.size
            progress(done, update.manifest.total)
        stream.end()


def _pieces(entry: UpdateEntry, stream: _Unpacked) -> Iterator[bytes]:
    checksum, left = hashlib.sha256(), entry.size
    while left:
        piece = stream.read(min(left, _AT_ONCE))
        left -= len(piece)
        checksum.update(piece)
        yield piece
    if checksum.hexdigest() != entry.sha256:
        raise UpdateRefused(UpdateRefusal.DAMAGED, f"the checksum of {entry.path!r}")


class _Unpacked:
    """What comes out of a packed stream, never more at a time than is asked for."""

    def __init__(self, file: BinaryIO, memory: int) -> None:
        self._file = file
        self._unpacking = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=memory)

    def read(self, most: int) -> bytes:
        """Return at least one byte, and at most so many."""
        piece = b""
        while not piece:
            if self._unpacking.eof:
                raise UpdateRefused(UpdateRefusal.CUT_SHORT)
            piece = self._next(most)
        return piece

    def end(self) -> None:
        """Make sure that nothing more follows."""
        while not self._unpacking.eof:
            if self._next(1):
                raise UpdateRefused(UpdateRefusal.DAMAGED, "there is more than it says")
        if self._unpacking.unused_data or _read(self._file.read, 1):
            raise UpdateRefused(UpdateRefusal.DAMAGED, "something follows it")

    def _next(self, most: int) -> bytes:
        packed = _read(self._file.read, _AT_ONCE) if self._unpacking.needs_input else b""
        if self._unpacking.needs_input and not packed:
            raise UpdateRefused(UpdateRefusal.CUT_SHORT)
        try:
            return self._unpacking.decompress(packed, most)
        except lzma.LZMAError as error:
            raise UpdateRefused(UpdateRefusal.DAMAGED, str(error)) from error


def _read(take: Callable[[int], bytes], most: int) -> bytes:
    """Return what ``take`` reads of an update.

    Raises:
        UpdateRefused: the stick was pulled out, or its disk is broken.
    """
    try:
        return take(most)
    except OSError as error:
        raise UpdateRefused(UpdateRefusal.UNREADABLE, str(error)) from error


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    """Open an update.

    Raises:
        UpdateRefused: it cannot be opened, or is no file: a pipe would be waited for.
    """
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():
            raise UpdateRefused(UpdateRefusal.NOT_AN_UPDATE, "it is no ordinary file")
        file = path.open("rb")
    except OSError as error:
        raise UpdateRefused(UpdateRefusal.UNREADABLE, str(error)) from error
    with file:
        yield file
