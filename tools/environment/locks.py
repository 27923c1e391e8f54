"""Lets two commands at once share one environment: one sets up at a time, and none loses what it runs in."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.environment.telling import say

_BETWEEN_TRIES_S = 0.2


def _say_so() -> None:
    say("Another command is setting up here; waiting for it ...")


@contextlib.contextmanager
def only_one(file: Path, waiting: Callable[[], object] = _say_so) -> Iterator[None]:
    """Wait until no other command sets up, and keep others waiting meanwhile.

    Calls ``waiting`` when there is another one.  Where the file cannot be made nobody waits: in a folder that
    cannot be written, nothing can be set up either.
    """
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        if not _taken(descriptor):
            waiting()
            while not _taken(descriptor):
                time.sleep(_BETWEEN_TRIES_S)
        yield
    finally:
        os.close(descriptor)  # which lets go, also when the program is killed


def in_use(folder: Path) -> int | None:
    """Mark ``folder`` as in use, for as long as this program or one it started lives.

    Returns the descriptor to hand to those programs.  On Windows no mark is needed: a folder in which a
    program runs cannot be renamed there.
    """
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415  # not on Windows

    try:
        opened = os.open(folder, os.O_RDONLY)
        # Without a terminal the first three are free, and programs that we start take those for theirs.
        descriptor: int = fcntl.fcntl(opened, fcntl.F_DUPFD_CLOEXEC, 3)
        os.close(opened)
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    except OSError:
        return None  # some network folders know no locks
    return descriptor


def is_in_use(folder: Path) -> bool:
    """Whether another program runs in ``folder``."""
    if sys.platform == "win32" or not folder.is_dir():
        return False
    import fcntl  # noqa: PLC0415  # not on Windows

    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    else:
        return False
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    """Take the lock of an open file, and return whether it was free."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  # only on Windows

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  # not on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # some network folders know no locks
    return True
