"""Imitates how Windows treats files: it lets nobody rename, replace or delete one that is open."""

from __future__ import annotations

import errno
import os
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

DENIED, SHARED = 5, 32
"""What Windows says of the place of an open file, and of an open file itself."""


def denied_on_windows(code: int, number: int = errno.EACCES, path: Path | None = None) -> OSError:
    """Return an error as Windows gives it: for most of its codes, Python says "permission denied"."""
    error = OSError(number, "told by Windows", *([str(path)] if path else []))
    error.winerror = code
    return error


class WindowsFiles:
    """Refuses from now on what Windows refuses; other apps can hold files too.

    It changes ``os``, below the code that is tested, as the system does.  With a ``scanner``, each file is
    held by one when it is first moved, replaced or deleted, and never after.  Nobody waits for it really.
    """

    def __init__(self, patch: pytest.MonkeyPatch, *, scanner: bool = False) -> None:
        self.refused: list[str] = []
        self.waited: list[float] = []
        self._scanner = scanner
        self._holds: Counter[Path] = Counter()
        patch.setattr(time, "sleep", self.waited.append)
        for name in ("rename", "replace"):
            patch.setattr(os, name, self._moving(getattr(os, name)))
        for name in ("unlink", "remove"):
            patch.setattr(os, name, self._deleting(getattr(os, name)))

    def hold(self, path: Path, times: int = 1) -> None:
        """Have a virus scanner hold ``path`` for so many attempts."""
        self._holds[path] += times

    def _moving(self, move: Callable[..., None]) -> Callable[..., None]:
        def moved(source: str | Path, to: str | Path, **more: object) -> None:
            self._refuse(source, SHARED)
            self._refuse(to, DENIED)
            move(source, to, **more)

        return moved

    def _deleting(self, delete: Callable[..., None]) -> Callable[..., None]:
        def deleted(path: str | Path, **more: object) -> None:
            self._refuse(path, SHARED)
            delete(path, **more)

        return deleted

    def _refuse(self, path: str | Path, code: int) -> None:
        path = Path(path)
        if self._scanner and path not in self._holds and path.exists():
            self._holds[path] = 1
        held = self._holds[path] > 0
        self._holds[path] -= held
        if held or _is_open(path):
            self.refused.append(path.name)
            raise denied_on_windows(code, path=path)


def _is_open(path: Path) -> bool:
    """Whether this process has a file open, which Linux tells."""
    try:
        there = path.stat()
    except OSError:
        return False
    open_here = []
    for descriptor in os.listdir("/proc/self/fd"):  # noqa: PTH208
        try:
            open_here.append(os.fstat(int(descriptor)))
        except OSError:
            continue
    return any(os.path.samestat(there, one) for one in open_here)
