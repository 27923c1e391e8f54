"""One desk file, one program: two that write the same one would not hear of each other's changes."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import BinaryIO

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble

_HELD_BY_ANOTHER = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class FileLock:
    """Keeps a desk file for this program until it is let go; the system lets go of it after a kill.

    Raises:
        DeskTrouble: ``LOCKED``, when another program holds it.
        OSError: when the file that stands for the hold cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.with_name(f"{path.name}.lock").open("ab")
        try:
            _lock(self._file.fileno())
        except OSError as error:
            # A file system that knows no locks leaves us with those of SQLite.
            if error.errno in _HELD_BY_ANOTHER:
                self._file.close()
                raise DeskTrouble(Trouble.LOCKED, path) from error

    def release(self) -> None:
        """Let go of it."""
        self._file.close()


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
