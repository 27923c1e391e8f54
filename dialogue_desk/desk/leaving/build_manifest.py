"""The list of what a build is made of, with a checksum of each file: only what is listed is handed on."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated

import msgspec

from dialogue_desk.file_names import is_portable
from dialogue_desk.whole_file import read_plain

NAME = "manifest.json"
"""What the list is called, wherever it lies in a build."""

_PLACES = (
    PurePosixPath("_internal/dialogue_desk/data"),
    PurePosixPath("Contents/Resources/dialogue_desk/data"),
)
"""Where the list lies: in a folder with the app, in an application of a Mac; else in the folder itself."""

_MAC_PROGRAM = PurePosixPath("Contents/MacOS/dialogue-desk-window")
"""The program of an application of a Mac: ``CFBundleExecutable``."""

_LARGEST = 2**32 - 1
"""The largest file that a stick formatted as FAT can hold, in bytes."""
_LONGEST_LIST = 16 << 20
"""The longest list that is read, in bytes: a build has a hundredth of it."""
CHUNK = 1 << 20
"""How much is read at once, in bytes."""


class BuildFile(msgspec.Struct, frozen=True):
    """One file of a build, as it was made.

    Attributes:
        path: where it lies in the build, with forward slashes.
        size: its length in bytes.
        sha256: its checksum.
        executable: whether it is a program.
    """

    path: str
    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    executable: bool = False
    sealed: bool = False
    """The seal of a Mac, which comes after the list, changes it: it counts as it is."""


class _Listed(msgspec.Struct, frozen=True):
    files: tuple[BuildFile, ...]


class ManifestUnreadable(Exception):
    """There is no list of the files of a build, or none that can be trusted."""


@dataclass(frozen=True, slots=True)
class BuildManifest:
    """The files of a build, in the order of their paths.  The list itself is not among them.

    Attributes:
        place: where the list lies in the build, with forward slashes.
        files: all that belongs to the build.
    """

    place: str
    files: tuple[BuildFile, ...]

    def encoded(self) -> bytes:
        """Return the list as it is written: the same bytes for the same build."""
        return msgspec.json.format(msgspec.json.encode(_Listed(self.files)), indent=1) + b"\n"


def write(folder: Path) -> BuildManifest:
    """List all that lies in ``folder`` now, and put the list there; call it last.

    A link counts as the file it leads to, because a stick knows no links.

    Raises:
        ValueError: A name or a size that a stick cannot hold, or a link that leads out of the folder.
        OSError: when a file could not be read, or the list not be written.
    """
    place = _place_for(folder)
    files = tuple(
        _listed(folder, path)
        for path in sorted(_paths_in(folder, folder), key=lambda path: path.as_posix())
        if path != place
    )
    _check(files)
    manifest = BuildManifest(place.as_posix(), files)
    folder.joinpath(place).write_bytes(manifest.encoded())
    return manifest


def read(folder: Path) -> BuildManifest:
    """Return the list of the build in ``folder``.

    Raises:
        ManifestUnreadable: when there is none, or it names what cannot be in a build.
    """
    place = _place_for(folder)
    try:
        data = read_plain(folder.joinpath(place), _LONGEST_LIST)
        files = msgspec.json.decode(data, type=_Listed).files
        _check(files)
        files = tuple(_now(folder, one) for one in files)
    except (OSError, ValueError, RecursionError) as why:
        raise ManifestUnreadable(str(why)) from why
    return BuildManifest(place.as_posix(), files)


def checksum(path: Path, step: Callable[[int], None] = lambda _: None) -> str:
    """Return the SHA-256 of a file; ``step`` is told how many bytes were read, again and again.

    Raises:
        OSError: when it could not be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            step(len(chunk))
    return digest.hexdigest()


def is_same(path: Path, file: BuildFile, step: Callable[[int], None] = lambda _: None) -> bool:
    """Whether the file at ``path`` is, byte for byte, the one that was listed.

    Raises:
        OSError: when it could not be read.
    """
    if path.is_symlink() or not path.is_file() or path.stat().st_size != file.size:
        return False
    return checksum(path, step) == file.sha256


def is_direct(folder: Path, path: str) -> bool:
    """Whether a file below ``folder`` would be in it: neither it nor a folder on the way leads elsewhere.

    On a stick anybody may have put a link in the place of a folder.
    """
    above = PurePosixPath(path).parent
    expected = folder.parent.resolve() / folder.name / above
    return os.path.normcase(folder.joinpath(above).resolve()) == os.path.normcase(expected)


def _place_for(folder: Path) -> PurePosixPath:
    found = (place for place in _PLACES if folder.joinpath(place).is_dir())
    return next(found, PurePosixPath()) / NAME


def _paths_in(folder: Path, build: Path) -> Iterator[PurePosixPath]:
    root = build.resolve()
    for entry in folder.iterdir():
        if entry.is_symlink() and not entry.resolve(strict=True).is_relative_to(root):
            raise ValueError(f"{entry} leads out of the build")
        if entry.is_dir():
            yield from _paths_in(entry, build)
        else:
            yield PurePosixPath(entry.relative_to(build).as_posix())


def _listed(folder: Path, path: PurePosixPath) -> BuildFile:
    file = folder.joinpath(path)
    state = file.stat()
    program = path.suffix == ".exe" if os.name == "nt" else bool(state.st_mode & 0o100)
    sealed = folder.suffix == ".app" and _is_sealed(path)
    return BuildFile(path.as_posix(), state.st_size, checksum(file), program, sealed)


def _now(folder: Path, file: BuildFile) -> BuildFile:
    """Return a file of the list as it counts now: one that a Mac has sealed since is as it is."""
    path = PurePosixPath(file.path)
    sealed = file.sealed and folder.suffix == ".app" and _is_sealed(path)
    return _listed(folder, path) if sealed else file


def _is_sealed(path: PurePosixPath) -> bool:
    """Whether ``codesign`` writes a file of an application: one of its own folder, or the program."""
    return path.parts[:2] == ("Contents", "_CodeSignature") or path == _MAC_PROGRAM


def _check(files: tuple[BuildFile, ...]) -> None:
    """Raise ValueError for what could not lie on every stick, or would lie beside the folder."""
    seen: set[str] = set()
    for file in files:
        if not is_plain(file.path) or file.size > _LARGEST:
            raise ValueError(f"{file.path!r} cannot lie on a stick")
        if file.path.casefold() in seen:
            raise ValueError(f"{file.path!r} is there twice, in capitals and small letters")
        seen.add(file.path.casefold())


def is_plain(path: str) -> bool:
    """Whether a path stays in its folder and each of its names can be had on every stick."""
    return all(map(is_portable, path.split("/")))
