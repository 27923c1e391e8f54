"""What an update says of itself: its version, the system it is for, and each of its files.

The names of files are held to rules of all systems at once, so that an update that was written by mistake or
in bad faith can write nowhere but into its own folder, whatever the system there takes names for.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import dropwhile

import msgspec

from dialogue_desk.exchange.limits import MIB
from dialogue_desk.file_names import is_portable
from dialogue_desk.newer_version import numbered

SUFFIX = ".update"

_SYSTEM = re.compile(r"[a-z0-9]{1,20}-[a-z0-9_]{1,20}")
_COMMIT = re.compile(r"[0-9a-f]{0,64}(-changed)?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST_PATH = 200


class UpdateRefusal(StrEnum):
    """Why an update is refused."""

    NOT_AN_UPDATE = "not an update"
    NEWER_KIND = "newer kind"
    CUT_SHORT = "cut short"
    DAMAGED = "damaged"
    FORGED = "forged"
    UNSAFE = "unsafe"
    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"
    NO_KEY = "no key"
    SOURCE = "source"
    BY_SYSTEM = "by system"
    OTHER_SYSTEM = "other system"
    OLDER = "older"
    SAME = "same"
    READY = "ready"
    NO_ROOM = "no room"
    NO_PLACE = "no place"
    NO_COPY = "no copy"
    BUSY = "busy"


class UpdateRefused(Exception):
    """An update is refused; the app that is here stays as it is.

    ``detail`` is plain English for the log, never shown to people.  ``told`` is what the update says of
    itself where the sentence needs it: its version, or the system it is for.
    """

    def __init__(self, reason: UpdateRefusal, detail: str = "", *, told: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail
        self.told = told


@dataclass(frozen=True, slots=True)
class UpdateLimits:
    """Limits far above any build.  Sizes are in bytes; ``memory`` is what unpacking may take."""

    manifest: int = 16 * MIB
    files: int = 50_000
    total: int = 2048 * MIB
    memory: int = 128 * MIB


LIMITS = UpdateLimits()


@dataclass(frozen=True, slots=True)
class UpdateEntry:
    """One file of an update.

    Attributes:
        path: where it is in the build, with slashes.
        size: how long it is, in bytes.
        sha256: its checksum; "" for a link.
        executable: whether it is a program.
        link: where a link leads, from the folder it is in; "" for a file.  Applications on a Mac have them.
    """

    path: str
    size: int = 0
    sha256: str = ""
    executable: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class UpdateManifest:
    """A build as it travels: what it is, and its files in the order in which their bytes follow."""

    version: str
    system: str
    commit: str
    files: tuple[UpdateEntry, ...]

    @property
    def total(self) -> int:
        """How many bytes it has, unpacked."""
        return sum(one.size for one in self.files)


def read_manifest(data: bytes, limits: UpdateLimits = LIMITS) -> UpdateManifest:
    """Read a manifest, of which it is known who signed it.

    Raises:
        UpdateRefused: ``DAMAGED`` when it is none, ``TOO_LARGE``, or ``UNSAFE`` when a name could lead out of
            the folder of the update, or two files could be one.
    """
    try:
        manifest = msgspec.json.decode(data, type=UpdateManifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UpdateRefused(UpdateRefusal.DAMAGED, str(error)) from error
    if len(manifest.files) > limits.files or manifest.total > limits.total:
        raise UpdateRefused(UpdateRefusal.TOO_LARGE)
    if trouble := _trouble_with(manifest):
        raise UpdateRefused(UpdateRefusal.UNSAFE, trouble)
    return manifest


def _trouble_with(manifest: UpdateManifest) -> str:
    """Return what is wrong with a manifest, or ""."""
    if not (numbered(manifest.version) and _SYSTEM.fullmatch(manifest.system)):
        return "a version or a system"
    if not _COMMIT.fullmatch(manifest.commit):
        return "a commit"
    for one in manifest.files:
        if not _is_safe(one.path) or not _is_whole(one):
            return f"the file {one.path!r}"
    return _collision([one.path for one in manifest.files])


def _is_safe(path: str) -> bool:
    """Whether a path leads to a place in its folder, under one and the same name on every system."""
    return (
        0 < len(path) <= _LONGEST_PATH
        and unicodedata.is_normalized("NFC", path)
        and all(map(_is_plain, path.split("/")))
    )


def _is_plain(name: str) -> bool:
    return is_portable(name) and not name.startswith(" ")


def _is_whole(one: UpdateEntry) -> bool:
    if one.link:
        return not (one.size or one.sha256 or one.executable) and _stays_inside(one)
    return one.size >= 0 and bool(_SHA256.fullmatch(one.sha256))


def _stays_inside(one: UpdateEntry) -> bool:
    """Whether a link leads to a place in the folder of the update.

    Steps up come first: after the name of another link they would lead up from where that one leads.
    """
    names = one.link.split("/")
    down = list(dropwhile(lambda name: name == "..", names))
    return len(down) > 0 and len(names) - len(down) <= one.path.count("/") and all(map(_is_plain, down))


def _collision(paths: list[str]) -> str:
    """Return what two files of an update would share where upper and lower case are one, or ""."""
    folded = [_folded(path) for path in paths]
    files = set(folded)
    if len(files) != len(folded):
        return "two files of one name"
    # A file, and a link even more, may be no folder on the way to another file.
    above = {
        "/".join(names[:end]) for names in (path.split("/") for path in files) for end in range(1, len(names))
    }
    spelled = {
        "/".join(names[:end]) for names in (path.split("/") for path in paths) for end in range(1, len(names))
    }
    if len(spelled) != len(above):
        return "two folders of one name"
    return "a file that is also a folder" if above & files else ""


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())
