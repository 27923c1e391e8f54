"""Finds the files of ``resources/``: in the source tree, in an installed wheel, in a frozen build."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "data", _PACKAGE.parent / "resources")


def resource(*parts: str) -> Path:
    """Return the path of a file that comes with the app.

    Raises:
        FileNotFoundError: when the app was installed without it.
    """
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(_ROOTS[-1].joinpath(*parts)))


def comes_with_app(path: Path) -> bool:
    """Whether a file is one of the app itself or of its libraries, and so nothing that a person made."""
    whole = path.absolute()
    # A build has the libraries around the package; elsewhere they have a folder of that name.
    own = (_PACKAGE.parent,) if getattr(sys, "frozen", False) else (_PACKAGE, *_ROOTS)
    return "site-packages" in whole.parts or any(whole.is_relative_to(folder) for folder in own)
