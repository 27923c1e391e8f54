"""The manifest of a package: what the package is about, and what every member must be."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from dialogue_desk.exchange.canonical_json import JsonValue, canonical_json, composed, read_json_object
from dialogue_desk.exchange.limits import LIMITS, Limits
from dialogue_desk.exchange.refusals import PackageRefused, Refusal

FORMAT = "dialogue-desk/package"
FORMAT_VERSION = (1, 1)


@dataclass(frozen=True, slots=True)
class Member:
    """What a manifest says of one member.  ``size`` is in bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself; its ``members`` stand in the order of their names."""

    about: Mapping[str, JsonValue]
    members: tuple[Member, ...]
    format: str = FORMAT
    format_version: tuple[int, int] = FORMAT_VERSION


def identity(manifest: Manifest) -> str:
    """Return the SHA-256 of the canonical manifest: the same content has the same identity everywhere."""
    return hashlib.sha256(canonical_json(manifest)).hexdigest()


def manifest_of(about: Mapping[str, JsonValue], members: Mapping[str, bytes]) -> Manifest:
    """Describe ``members``; text in ``about`` is brought to Unicode form NFC.

    Raises:
        TypeError: ``about`` holds something that is not plain, such as a float.
        ValueError: A key in ``about`` is not ASCII.
    """
    described = tuple(
        Member(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in sorted(members.items())
    )
    return Manifest(composed(about), described)


def refuse_other_formats(told: bytes) -> None:
    """Look at the heading alone, which all formats, past and to come, have in common.

    Raises:
        PackageRefused: ``NEWER`` for a later major format, ``FOREIGN`` for something else altogether.
    """
    try:
        heading = msgspec.json.decode(told, type=_Heading)
    except (ValueError, RecursionError) as error:
        raise PackageRefused(Refusal.IMPOSSIBLE, "the manifest does not tell its format") from error
    if heading.format != FORMAT:
        raise PackageRefused(Refusal.FOREIGN, "the manifest tells of another format")
    if heading.format_version[:1] > [FORMAT_VERSION[0]]:
        raise PackageRefused(Refusal.NEWER, f"format {heading.format_version[0]}")


def read_manifest(told: bytes, limits: Limits = LIMITS) -> Manifest:
    """Read a manifest of this major format; what a newer minor one has besides is left aside.

    Raises:
        PackageRefused: ``IMPOSSIBLE``.
    """
    plain = read_json_object(told, limits.depth)
    try:
        required = msgspec.convert(plain, _Required)
    except msgspec.ValidationError as error:
        raise PackageRefused(Refusal.IMPOSSIBLE, str(error)) from error
    about = plain.get("about")
    if not isinstance(about, dict):
        raise PackageRefused(Refusal.IMPOSSIBLE, "the manifest does not tell what the package is about")
    names = [member.name for member in required.members]
    if canonical_json(plain) != told or names != sorted(names) or required.format_version[1] < 0:
        raise PackageRefused(Refusal.IMPOSSIBLE, "the manifest is not canonical")
    if required.format_version[0] != FORMAT_VERSION[0]:
        raise PackageRefused(Refusal.IMPOSSIBLE, "there was no such format")
    return Manifest(about, required.members, format_version=required.format_version)


class _Heading(msgspec.Struct):
    """Enough to know whether the rest can be understood."""

    format: str
    format_version: list[int]


class _Required(msgspec.Struct):
    """What every manifest of this major format has, besides ``about``."""

    format_version: tuple[int, int]
    members: tuple[Member, ...]
