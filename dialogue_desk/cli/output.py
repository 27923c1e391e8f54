"""The output of the command line: results on one stream, complaints and progress on the other."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import TextIO

from dialogue_desk.domain.model.text import NOT_FOR_SHOWING, safe_in_sentence

_MEGABYTE = 1_000_000


def open_closed_streams() -> None:
    """Have somewhere to print to where a script has closed the streams, or a desktop starts without them."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.StringIO())


def end_printing() -> None:
    """Print what is still to be printed, or let it go nowhere: its reader has ended, or its disk is full."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def make_printable(*streams: TextIO) -> None:
    """Let each sign be printed to ``streams``; where an old console has no such sign, as "?".

    Windows gives pipes and files an alphabet of its own, which lacks most letters, and other programs there
    read UTF-8.  Elsewhere, and with ``PYTHONIOENCODING``, a person has said what is read.
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            chosen = sys.platform != "win32" or stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="replace")


def say(line: str) -> None:
    """Print one line of results."""
    sys.stdout.write(f"{safe_in_sentence(line)}\n")


def complain(line: str) -> None:
    """Print one line about what was refused or could not be done."""
    sys.stderr.write(f"{safe_in_sentence(line)}\n")


def progress(line: str) -> Callable[[int, int], None]:
    """Return a function that shows the progress of long work, on a terminal only.

    ``line`` has the placeholders ``{done}`` and ``{total}``.
    """

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write("\r" + line.format(done=done, total=total) + ("\n" if done == total else ""))
            sys.stderr.flush()

    return show


def progress_in_megabytes(line: str) -> Callable[[int, int], None]:
    """Return a function as ``progress`` does, which is told bytes and shows megabytes."""
    shown = progress(line)

    def show(done: int, total: int) -> None:
        whole = -(-total // _MEGABYTE)
        shown(whole if done >= total else done // _MEGABYTE, whole)

    return show


def say_json(value: Mapping[str, object]) -> None:
    """Print one object as a line of JSON; control characters, and what cannot be printed, as escapes."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        line = json.dumps(value)
    sys.stdout.write(NOT_FOR_SHOWING.sub(lambda sign: f"\\u{ord(sign.group()):04x}", line) + "\n")
