"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path


def write_atomically(
    path: Path,
    data: bytes,
    *,
    sync: Callable[[int], None] = os.fsync,
    replace: Callable[[Path, Path], None] = os.replace,
) -> None:
    """Put ``data`` at ``path`` so that there is always the old file or the new one, complete and on disk.

    Args:
        path: The file to write; one that is there already is replaced.
        data: All of it.
        sync: Waits until what was written to a file descriptor is on disk.
        replace: Gives the first path's file the second path's name.

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
    _sync_folder(path.parent, sync)


def _sync_folder(folder: Path, sync: Callable[[int], None]) -> None:
    """Make the new name itself last, where the system lets a folder be opened for that."""
    if os.name != "posix":
        return
    # The file is in place by now, and some file systems cannot do this at all.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            sync(descriptor)
        finally:
            os.close(descriptor)
