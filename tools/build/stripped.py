"""Takes what only debuggers read out of the Python that a build is made with."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tools.build.left_out import Entry


def without_debugging(entries: Iterable[Entry], python: Path, work: Path) -> list[Entry]:
    """Return the files of a build, those of ``python`` as smaller copies of themselves in ``work``.

    A Python that was compiled on this machine is three times as large with it.  Files of libraries are left
    as they came: they are stripped already, and some do not bear it a second time.  Where there is no
    ``strip``, nothing is done.
    """
    strip = shutil.which("strip")
    return [
        (place, _copy(strip, Path(file), work / place), kind)
        if strip and kind in ("BINARY", "EXTENSION") and Path(file).is_relative_to(python)
        else (place, file, kind)
        for place, file, kind in entries
    ]


def _copy(strip: str, file: Path, copy: Path) -> str:
    copy.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([strip, "--strip-unneeded", "-o", copy, file], check=True)
    return str(copy)
