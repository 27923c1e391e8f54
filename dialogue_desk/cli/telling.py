"""What the command line says: results on one stream, complaints and progress on the other."""

from __future__ import annotations

import sys
from collections.abc import Callable

from dialogue_desk.domain.text import shown


def say(line: str) -> None:
    """Print one line of results."""
    sys.stdout.write(f"{shown(line)}\n")


def complain(line: str) -> None:
    """Print one line on what was refused or could not be done."""
    sys.stderr.write(f"{shown(line)}\n")


def progress(line: str) -> Callable[[int, int], None]:
    """Return what shows how far long work has come: on a terminal only, for a log has no use for it.

    ``line`` has the places ``{done}`` and ``{total}``.
    """

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r" + line.format(done=done, total=total) + ("\n" if done == total else ""))
            sys.stderr.flush()

    return show
