"""Files that a second start of the app was given, left for the program that has the desk open.

Only one program writes a desk.  A person who double-clicks a file means the window that is there already, so
the second program leaves the paths beside the desk, and the first one takes them.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from dialogue_desk.whole_file import make_private_folder, write_atomically

_ENDING = ".paths"
_BETWEEN = b"\0"
"""No path holds it.  Paths are written as the system has them, for some of their names are no text."""
_MOST_BYTES = 4_000_000
"""Twice what any system lets a program be started with."""


class HandedFiles:
    """The folder beside a desk file in which they are left, one list for each start."""

    def __init__(self, desk_path: Path) -> None:
        self.folder = desk_path.with_name(f"{desk_path.name}.open")

    def hand(self, paths: Sequence[Path]) -> Path:
        """Leave paths, and return the list that is gone once they were taken.

        Raises:
            OSError: when it could not be written.
        """
        make_private_folder(self.folder)
        path = self.folder / f"{uuid4().hex}{_ENDING}"
        named = (os.fsencode(one.absolute()) for one in paths)
        write_atomically(path, _BETWEEN.join(named), private=True)
        return path

    def waits(self) -> bool:
        """Return whether a list was left; an empty one asks for the window itself."""
        return any(self.folder.glob(f"*{_ENDING}"))

    def take(self) -> tuple[Path, ...]:
        """Return what was left, each list once; a list that cannot be read is thrown away."""
        found: list[Path] = []
        with contextlib.suppress(OSError):
            for path in sorted(self.folder.glob(f"*{_ENDING}")):
                found += _paths_in(path)
                path.unlink(missing_ok=True)
        return tuple(dict.fromkeys(found))

    def clear(self) -> None:
        """Leave nothing of it beside the desk."""
        self.take()
        with contextlib.suppress(OSError):
            self.folder.rmdir()


def _paths_in(path: Path) -> list[Path]:
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
        paths = (Path(os.fsdecode(one)) for one in data.split(_BETWEEN))
        return [path for path in paths if path.is_absolute()]
    except (OSError, ValueError):
        return []
