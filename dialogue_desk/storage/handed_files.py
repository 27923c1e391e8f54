"""Files that a second start of the app was given, left for the program that has the desk open.

Only one program writes a desk.  A person who double-clicks a file means the window that is there already, so
the second program leaves the paths beside the desk, and the first one takes them.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from uuid import uuid4

from dialogue_desk.whole_file import make_private_folder, read_plain, write_atomically

_ENDING = ".paths"
_BETWEEN = b"\0"
"""No path holds it.  Paths are written as the system has them, for some of their names are no text."""
_MOST_BYTES = 4_000_000
"""Twice what any system lets a program be started with; what somebody else could leave there is no more."""
_MOST_PATHS = 100_000
"""So many at a time: a folder full of lists would fill the memory."""


class HandedFiles:
    """The folder beside a desk file in which they are left, one list for each start."""

    def __init__(self, desk_path: Path) -> None:
        self.folder = desk_path.with_name(f"{desk_path.name}.open")

    def hand(self, paths: Sequence[Path]) -> Path:
        """Leave paths, and return the list that is gone once they were taken.

        Raises:
            OSError: when it could not be written.
        """
        self.make_folder()
        path = self.folder / f"{uuid4().hex}{_ENDING}"
        data = _BETWEEN.join(os.fsencode(one.absolute()) for one in paths)
        if len(data) > _MOST_BYTES:
            raise OSError(errno.E2BIG, "too many paths", str(path))
        write_atomically(path, data, private=True)
        return path

    def make_folder(self) -> None:
        """Make the folder, for its owner alone.

        Raises:
            OSError: It could not be made, or is somebody else's, who could hand this window any file.
        """
        if self.folder.is_symlink():
            raise OSError(errno.ELOOP, "it is a link", str(self.folder))
        make_private_folder(self.folder)
        if not self._is_ours():
            raise PermissionError(errno.EPERM, "it is somebody else's", str(self.folder))

    def waits(self) -> bool:
        """Return whether a list was left; an empty one asks for the window itself."""
        return bool(self._lists())

    def take(self) -> tuple[Path, ...]:
        """Return what was left, each list once; a list that cannot be read is thrown away."""
        found: dict[Path, None] = {}
        for path in self._lists():
            found.update(dict.fromkeys(_paths_in(path)))
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
            if len(found) >= _MOST_PATHS:
                break
        return tuple(islice(found, _MOST_PATHS))

    def clear(self) -> None:
        """Leave nothing of it beside the desk."""
        for path in self._lists():
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self.folder.rmdir()

    def _lists(self) -> list[Path]:
        """Return the lists in it; what is a folder or a link there is none of ours."""
        try:
            if not self._is_ours():
                return []
            found = sorted(self.folder.glob(f"*{_ENDING}"))
            return [path for path in found if path.is_symlink() or not path.is_dir()]
        except OSError:
            return []

    def _is_ours(self) -> bool:
        """Whether nobody else can leave lists in it; on Windows the folder above sees to that.

        What is on a stick may be the administrator's, who can do anything in any case.
        """
        if self.folder.is_symlink():
            return False
        return os.name != "posix" or self.folder.stat().st_uid in (os.getuid(), 0)


def _paths_in(path: Path) -> list[Path]:
    try:
        paths = (Path(os.fsdecode(one)) for one in read_plain(path, _MOST_BYTES).split(_BETWEEN))
        return [path for path in paths if path.is_absolute()]
    except (OSError, ValueError):
        return []
