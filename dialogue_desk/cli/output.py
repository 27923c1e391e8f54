"""What the command line says: results on one stream, complaints and progress on the other."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping

from dialogue_desk.domain.model.text import NOT_FOR_SHOWING, safe_in_sentence


def say(line: str) -> None:
    """Print one line of results."""
    sys.stdout.write(f"{safe_in_sentence(line)}\n")


def complain(line: str) -> None:
    """Print one line on what was refused or could not be done."""
    sys.stderr.write(f"{safe_in_sentence(line)}\n")


def progress(line: str) -> Callable[[int, int], None]:
    """Return what shows how far long work has come: on a terminal only, for a log has no use for it.

    ``line`` has the places ``{done}`` and ``{total}``.
    """

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r" + line.format(done=done, total=total) + ("\n" if done == total else ""))
            sys.stderr.flush()

    return show


def say_json(value: Mapping[str, str | int]) -> None:
    """Print one object as JSON on a line; what could write over the screen stands in it as an escape."""
    line = json.dumps(value, ensure_ascii=False)
    sys.stdout.write(NOT_FOR_SHOWING.sub(lambda sign: f"\\u{ord(sign.group()):04x}", line) + "\n")
