"""Writes files, each whole or not at all, and those that are nobody else's business for their owner alone."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

from dialogue_desk.file_faults import windows_code
from dialogue_desk.file_names import is_device

if sys.platform != "win32":
    import fcntl

_P = ParamSpec("_P")
_T = TypeVar("_T")

_HELD = (5, 32, 33)
"""What Windows says of a file that somebody else has open: access denied, shared, locked."""

_PART = re.compile(r"\.dialogue-desk-[0-9a-f]{16}\.part")
_PART_OF_EARLIER_VERSIONS = re.compile(r"\.[0-9a-f]{16}\.part")
_ABANDONED_S = 600
"""After so many seconds nobody writes to an unfinished file anymore: what is written changes its time."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try again while another app holds a file, in seconds from one attempt to the next.

    On Windows a virus scanner, the search index or a sync service opens each new file for a moment, and
    nobody may rename, replace or delete it until then.  Other systems refuse nothing of that.
    """

    pauses: tuple[float, ...]
    wait: Callable[[float], None] | None = None
    """What waits; None is ``time.sleep``."""

    def do(self, act: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """Do what opens, renames, replaces or deletes a file, and return what it returns.

        Raises:
            OSError: It did not work, at the last attempt if the file was held.
        """
        for pause in self.pauses:
            try:
                return act(*args, **kwargs)
            except OSError as error:
                if windows_code(error) not in _HELD:
                    raise
            (self.wait or time.sleep)(pause)
        return act(*args, **kwargs)


PATIENT = Patience((0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.5, 0.9))
"""Two seconds in all."""
BRIEF = Patience(PATIENT.pauses[:5])
"""A third of a second in all: for what is written often, and while a person waits for the window."""


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


def read_plain(path: Path, most: int) -> bytes:
    """Return the bytes of an ordinary file, for a place where somebody else may have put anything.

    Links, pipes and devices are not read: they lead elsewhere, never answer or never end.

    Raises:
        OSError: It could not be read, is no ordinary file, or has more than ``most`` bytes.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a link", str(path))
    # A pipe that nobody writes to would be waited for.
    waits_for_nothing = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | waits_for_nothing)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, "it is too long", str(path))
    return data


def sync_file(descriptor: int) -> None:
    """Wait until what was written to a file is on its disk, and not only in the disk's own memory.

    Raises:
        OSError: It could not be written.
    """
    if sys.platform == "darwin":
        # An ordinary sync leaves it in the disk's memory there; network places know no other.
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def write_atomically(
    path: Path,
    data: bytes,
    *,
    private: bool = False,
    sync: Callable[[int], None] = sync_file,
    replace: Callable[[Path, Path], None] | None = None,
    patience: Patience = PATIENT,
) -> None:
    """Put ``data`` at ``path`` so that there is always the old file or the new one, complete and on disk.

    A ``private`` file is for its owner alone; others are as the person's umask says.  ``sync`` waits until
    what was written to a file descriptor is on disk; ``replace`` renames a file, as ``os.replace`` does.

    Raises:
        OSError: It could not be written.  The old file is as it was, and nothing else is left behind.
    """
    if sys.platform == "win32" and is_device(path.name):
        raise OSError(errno.EILSEQ, "the name of a device", str(path))
    beside = path.with_name(f".dialogue-desk-{secrets.token_hex(8)}.part")
    try:
        with open(beside, "xb", opener=open_private if private else None) as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        # Sticks and network folders have been known to take a write and keep something else.
        if patience.do(beside.read_bytes) != data:
            raise OSError(errno.EIO, "what was written reads back differently", str(path))
        patience.do(replace or os.replace, beside, path)
    finally:
        patience.do(beside.unlink, missing_ok=True)
    sync_folder(path.parent, sync)


def sync_folder(folder: Path, sync: Callable[[int], None] = sync_file) -> None:
    """Write the names in ``folder`` to disk, on systems that can do that; a power cut loses new ones else."""
    if os.name != "posix":
        return
    # The file is in place by now, and some file systems cannot sync a folder at all.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            sync(descriptor)
        finally:
            os.close(descriptor)


def clear_abandoned(folder: Path) -> None:
    """Delete the files in ``folder`` that a kill left half written; not those that are being written."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _PART.fullmatch(path.name) and _is_abandoned(path):
                path.unlink(missing_ok=True)


def is_unfinished(path: Path) -> bool:
    """Whether a file has a name that a file has until it is whole."""
    return bool(_PART.fullmatch(path.name) or _PART_OF_EARLIER_VERSIONS.fullmatch(path.name))


def _is_abandoned(path: Path) -> bool:
    """Whether nobody has written to an unfinished file for a while."""
    try:
        return path.stat().st_mtime < time.time() - _ABANDONED_S
    except OSError:
        return False


def open_private(path: str, flags: int) -> int:
    """Open a file as the ``opener`` of ``open``; one that is made is for its owner alone.

    On Windows the folders of a person's profile see to that, and the mode means nothing.
    """
    return os.open(path, flags, 0o600)


def make_private_folder(folder: Path) -> None:
    """Make a folder of the app's own, and the folders above it if needed, for its owner alone.

    Raises:
        OSError: when it could not be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keep_private(folder)


def make_folder(folder: Path) -> None:
    """Make a folder for private files, for its owner alone; one that is there already is a person's own.

    Raises:
        OSError: when it could not be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def keep_private(*paths: Path) -> None:
    """Take from everybody but the owner what they may do with files or folders that an earlier version made.

    On Windows the folders of a person's profile see to that.
    """
    if os.name != "posix":
        return
    for path in paths:
        with contextlib.suppress(OSError):  # not there, or on a file system that knows no owners
            mode = stat.S_IMODE(path.stat().st_mode)
            if mode & 0o077:
                path.chmod(mode & 0o700)
