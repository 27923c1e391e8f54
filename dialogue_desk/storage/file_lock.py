"""Locks a desk file for one program: two that write the same file would not see each other's changes."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import BinaryIO

from dialogue_desk.storage.desk_errors import DeskTrouble, Trouble
from dialogue_desk.whole_file import keep_private, open_private

_LOCKED_BY_ANOTHER = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class FileLock:
    """Locks a desk file for this program until it is closed; after a kill the system releases it.

    Raises:
        DeskTrouble: ``LOCKED``, when another program has locked it.
        OSError: when the lock file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f"{path.name}.lock")
        self._file: BinaryIO = open(  # noqa: SIM115  # it is open as long as the desk
            self._path, "ab", opener=open_private
        )
        keep_private(self._path)
        try:
            _lock(self._file.fileno())
        except OSError as error:
            # On a file system without locks, only those of SQLite are left.
            if error.errno in _LOCKED_BY_ANOTHER:
                self._file.close()
                raise DeskTrouble(Trouble.LOCKED, path) from error

    def in_place(self) -> bool:
        """Whether the lock file is still the one that another program would try to lock."""
        try:
            return os.path.samestat(self._path.stat(), os.fstat(self._file.fileno()))
        except OSError:
            return False

    def close(self) -> None:
        """Release the lock."""
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
