"""Finds the files that a pattern such as ``*.dialogue`` means, where the shell leaves that to programs."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable

_AS_IT_IS = "\\\\?\\"
"""Before a path that Windows is to take as it is, however long; its question mark is no pattern."""


def expanded(names: Iterable[str]) -> list[str]:
    """Return the files that ``names`` mean, each pattern's in the order of their names.

    Only the shells of Windows leave that to programs.  Others have done it, and a file may have a star in its
    name there.  A pattern that fits no file stays, so that a person is told of it.
    """
    if sys.platform != "win32":
        return list(names)
    return [found for name in names for found in _files_of(name)]


def _files_of(name: str) -> list[str]:
    if not any(sign in name.removeprefix(_AS_IT_IS) for sign in "*?"):
        return [name]
    pattern = name.replace("[", "[[]")  # to the shells of Windows a bracket is a letter of a name
    return sorted(glob.glob(pattern)) or [name]  # noqa: PTH207  # a path would drop "./"
