"""What the command line says: results on one stream, complaints and progress on the other."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

_NOT_FOR_SHOWING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Control characters, and marks that turn text around: with them a file could write over the screen."""


def say(line: str) -> None:
    """Print one line of results."""
    sys.stdout.write(f"{_shown(line)}\n")


def complain(line: str) -> None:
    """Print one line on what was refused or could not be done."""
    sys.stderr.write(f"{_shown(line)}\n")


def progress(line: str) -> Callable[[int, int], None]:
    """Return what shows how far long work has come: on a terminal only, for a log has no use for it.

    ``line`` has the places ``{done}`` and ``{total}``.
    """

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r" + line.format(done=done, total=total) + ("\n" if done == total else ""))
            sys.stderr.flush()

    return show


def _shown(line: str) -> str:
    return _NOT_FOR_SHOWING.sub("\N{REPLACEMENT CHARACTER}", line)
