"""Writes files, each whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileToSave:
    """A file to write: its name, and the function that makes its bytes."""

    name: str
    make_bytes: Callable[[], bytes]


def write_files(files: Iterable[FileToSave], folder: Path) -> tuple[Path, ...]:
    """Write files into ``folder``, which is created if needed, and return their paths.

    Raises:
        OSError: A file could not be written.  Those before it are in place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for file in files:
        written.append(folder / file.name)
        write_atomically(written[-1], file.make_bytes())
    return tuple(written)


def write_atomically(
    path: Path,
    data: bytes,
    *,
    sync: Callable[[int], None] = os.fsync,
    replace: Callable[[Path, Path], None] = os.replace,
) -> None:
    """Put ``data`` at ``path`` so that there is always the old file or the new one, complete and on disk.

    ``sync`` waits until what was written to a file descriptor is on disk; ``replace`` renames a file.

    Raises:
        OSError: It could not be written.  The old file is as it was, and nothing else is left behind.
    """
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        # Sticks and network folders have been known to take a write and keep something else.
        if beside.read_bytes() != data:
            raise OSError(errno.EIO, "what was written reads back differently", str(path))
        replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent, sync)


def sync_folder(folder: Path, sync: Callable[[int], None] = os.fsync) -> None:
    """Write the new names in a folder to disk too, on systems that can sync a folder."""
    if os.name != "posix":
        return
    # The file is in place by now, and some file systems cannot sync a folder at all.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            sync(descriptor)
        finally:
            os.close(descriptor)
