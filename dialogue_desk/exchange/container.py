"""The container of a package: named members, and a manifest with the size and digest of each.

This module does not know what the members mean.  ``docs/package-format.md`` describes the container to other
programs.
"""

from __future__ import annotations

import hashlib
import io
import stat
import zipfile
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dialogue_desk.exchange.canonical_json import JsonValue, canonical_json, composed, read_json_object
from dialogue_desk.exchange.limits import LIMITS, Limits
from dialogue_desk.exchange.refusals import PackageRefused, Refusal
from dialogue_desk.exchange.zip_reader import ENTRY, ZipEntry, content, entries, entry_at

FORMAT = "dialogue-desk/package"
FORMAT_VERSION = (1, 1)
MIMETYPE = b"application/vnd.dialogue-desk.package"

_MIMETYPE_NAME = "mimetype"
_MANIFEST_NAME = "manifest.json"
_SLIP_NAME = "signature.json"
_OWN_NAMES = frozenset((_MIMETYPE_NAME, _MANIFEST_NAME, _SLIP_NAME))
MAGIC_AT = 30
MAGIC = _MIMETYPE_NAME.encode("ascii") + MIMETYPE
"""Stored first and uncompressed, so that these bytes are at the same place in every package."""

_NEVER = (1980, 1, 1, 0, 0, 0)
_READABLE_FILE = (stat.S_IFREG | 0o644) << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Member:
    """What a manifest says of one member.  ``size`` is in bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says about itself; ``members`` are in the order of their names."""

    about: Mapping[str, JsonValue]
    members: tuple[Member, ...]
    format: str = FORMAT
    format_version: tuple[int, int] = FORMAT_VERSION


@dataclass(frozen=True, slots=True)
class Container:
    """A package that was read whole and checked.

    ``slip`` is the signed slip of its writer, not verified yet; None when the package is unsigned.
    """

    about: Mapping[str, JsonValue]
    members: Mapping[str, bytes]
    identity: str
    version: tuple[int, int]
    slip: bytes | None = None


def pack(
    about: Mapping[str, JsonValue], members: Mapping[str, bytes], sign: Callable[[str], bytes] | None = None
) -> tuple[bytes, str]:
    """Return a package and its identity, after reading it back: every laptop can open what this returns.

    ``sign`` gets the identity and returns the slip to put in; the identity does not depend on it.

    Raises:
        PackageRefused: A member's name or size is not one that packages may have.
        TypeError: ``about`` holds something that is not plain, such as a float.
        ValueError: A key in ``about`` is not ASCII, or a member has one of the container's own names.
    """
    if not members.keys().isdisjoint(_OWN_NAMES):
        raise ValueError("a member may not take the place of the container's own")
    manifest = manifest_of(about, members)
    encoded = canonical_json(manifest)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", allowZip64=False) as file:
        _add(file, _MIMETYPE_NAME, MIMETYPE, zipfile.ZIP_STORED)
        _add(file, _MANIFEST_NAME, encoded, zipfile.ZIP_DEFLATED)
        for member in manifest.members:
            _add(file, member.name, members[member.name], zipfile.ZIP_DEFLATED)
        if sign is not None:
            _add(file, _SLIP_NAME, sign(_digest(encoded)), zipfile.ZIP_DEFLATED)
    data = buffer.getvalue()
    return data, unpack(data).identity


def unpack(data: bytes, limits: Limits = LIMITS) -> Container:
    """Read a package from memory.

    A newer major format is recognized by its manifest alone, before anything else is checked.

    Raises:
        PackageRefused: It is not a package this version can read, or not whole.
    """
    _refuse_other_files(data, limits)
    manifest_entry = _manifest_entry(data, limits)
    encoded = content(data, manifest_entry)
    refuse_other_formats(encoded)
    found = entries(data, limits)
    manifest = read_manifest(encoded, limits)
    names = [member.name for member in manifest.members]
    listed, beyond = found[2 : 2 + len(names)], found[2 + len(names) :]
    if [entry.name for entry in found[2:]] not in (names, [*names, _SLIP_NAME]):
        raise PackageRefused(Refusal.DAMAGED, "the manifest lists other members than there are")
    if any(entry.size > limits.manifest for entry in beyond):
        raise PackageRefused(Refusal.TOO_LARGE, "a signature of that size")
    members = {entry.name: content(data, entry) for entry in listed}
    _check(manifest.members, members)
    slip = content(data, beyond[0]) if beyond else None
    identity = _digest(encoded)
    return Container(manifest.about, members, identity, manifest.format_version, slip)


def manifest_of(about: Mapping[str, JsonValue], members: Mapping[str, bytes]) -> Manifest:
    """Describe ``members``; text in ``about`` is brought to Unicode form NFC.

    Raises:
        TypeError: ``about`` holds something that is not plain, such as a float.
        ValueError: A key in ``about`` is not ASCII.
    """
    described = tuple(Member(name, len(data), _digest(data)) for name, data in sorted(members.items()))
    return Manifest(composed(about), described)


def refuse_other_formats(encoded: bytes) -> None:
    """Check only the heading of a manifest, which is the same in all formats.

    Raises:
        PackageRefused: ``NEWER`` for a later major format, ``FOREIGN`` for something else altogether.
    """
    if encoded.startswith(BOM_UTF8):
        raise PackageRefused(Refusal.FOREIGN, "the manifest begins with a byte order mark")
    try:
        heading = msgspec.json.decode(encoded, type=_Heading)
    except (ValueError, RecursionError) as error:
        raise PackageRefused(Refusal.IMPOSSIBLE, "the manifest does not tell its format") from error
    if heading.format != FORMAT:
        raise PackageRefused(Refusal.FOREIGN, "the manifest tells of another format")
    if heading.format_version[:1] > [FORMAT_VERSION[0]]:
        raise PackageRefused(Refusal.NEWER, f"format {heading.format_version[0]}")


def read_manifest(encoded: bytes, limits: Limits = LIMITS) -> Manifest:
    """Read a manifest of this major format; what a newer minor format adds is ignored.

    Raises:
        PackageRefused: ``IMPOSSIBLE``.
    """
    plain = read_json_object(encoded, limits.depth)
    try:
        required = msgspec.convert(plain, _Required)
    except msgspec.ValidationError as error:
        raise PackageRefused(Refusal.IMPOSSIBLE, str(error)) from error
    about = plain.get("about")
    if not isinstance(about, dict):
        raise PackageRefused(Refusal.IMPOSSIBLE, "the manifest does not tell what the package is about")
    names = [member.name for member in required.members]
    if canonical_json(plain) != encoded or names != sorted(names) or required.format_version[1] < 0:
        raise PackageRefused(Refusal.IMPOSSIBLE, "the manifest is not canonical")
    if required.format_version[0] != FORMAT_VERSION[0]:
        raise PackageRefused(Refusal.IMPOSSIBLE, "there was no such format")
    return Manifest(about, required.members, format_version=required.format_version)


def file_bytes(path: Path, limits: Limits = LIMITS) -> bytes:
    """Read a file, or just enough of it to see that it is too large.

    Raises:
        PackageRefused: ``NOT_A_PACKAGE`` or ``UNREADABLE``.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise PackageRefused(Refusal.NOT_A_PACKAGE, "it is not an ordinary file")
        with path.open("rb") as file:
            return file.read(limits.file + 1)
    except OSError as error:
        raise PackageRefused(Refusal.UNREADABLE, str(error)) from error


class _Heading(msgspec.Struct):
    """What says whether the rest can be understood."""

    format: str
    format_version: list[int]


class _Required(msgspec.Struct):
    """What every manifest of this major format has, besides ``about``."""

    format_version: tuple[int, int]
    members: tuple[Member, ...]


def _add(file: zipfile.ZipFile, name: str, data: bytes, method: int) -> None:
    """Add a member without the time, the laptop or its system."""
    entry = zipfile.ZipInfo(name, _NEVER)
    entry.create_system = _UNIX
    entry.external_attr = _READABLE_FILE
    file.writestr(entry, data, compress_type=method, compresslevel=6)


def _refuse_other_files(data: bytes, limits: Limits) -> None:
    if len(data) > limits.file:
        raise PackageRefused(Refusal.TOO_LARGE, f"more than {limits.file} bytes")
    if not ENTRY.startswith(data[: len(ENTRY)]):
        raise PackageRefused(Refusal.NOT_A_PACKAGE, "it does not begin as a zip")
    magic = data[MAGIC_AT : MAGIC_AT + len(MAGIC)]
    if magic != MAGIC:
        reason = Refusal.CUT_SHORT if MAGIC.startswith(magic) else Refusal.FOREIGN
        raise PackageRefused(reason, "it does not begin as a package")


def _manifest_entry(data: bytes, limits: Limits) -> ZipEntry:
    """Find the manifest, second in the file in this format and in all to come."""
    first = entry_at(data, 0, limits)
    if first.name != _MIMETYPE_NAME or content(data, first) != MIMETYPE:
        raise PackageRefused(Refusal.FOREIGN, "it does not begin as a package")
    entry = entry_at(data, first.end, limits)
    if entry.name != _MANIFEST_NAME:
        raise PackageRefused(Refusal.UNSAFE, "the manifest is not in its place")
    if entry.size > limits.manifest:
        raise PackageRefused(Refusal.TOO_LARGE, f"a manifest of {entry.size} bytes")
    return entry


def _check(described: Iterable[Member], members: Mapping[str, bytes]) -> None:
    for member in described:
        data = members[member.name]
        if member.size != len(data) or member.sha256 != _digest(data):
            raise PackageRefused(Refusal.DAMAGED, f"{member.name} is not what the manifest says of it")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
