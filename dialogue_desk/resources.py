"""Finds the files of ``resources/``: in the source tree, in an installed wheel, in a frozen build."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a file that comes with the app.

    Raises:
        FileNotFoundError: when the app was installed without it.
    """
    for root in (_PACKAGE / "data", _PACKAGE.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(("resources", *parts)))
