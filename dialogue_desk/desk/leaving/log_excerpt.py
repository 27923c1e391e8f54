"""The last part of the log, of which nothing is left that anybody could have written or named.

The log should hold no such words.  Libraries write to it too, though, and their messages may quote a
document, or name a file; so this keeps only what it knows to be the app's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

MOST_LINES = 120
"""So many lines of the log are enough to find a fault, and few enough to be read before they are sent."""
_MOST_BYTES = 256 * 1024

_RECORD = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d{3} (\w{1,10}) ([A-Za-z_][\w.]{0,80}): ?(.*)")
_FRAME = re.compile(r'  File "(.+)", line (\d{1,7}), in ([\w.<>]{1,80})')
_ERROR = re.compile(r"[A-Za-z_]\w{0,80}(\.[A-Za-z_<][\w<>]{0,80})+")
_OF_QT = re.compile(r"([A-Z]\w{1,60}(::~?\w{1,60})+)\b")
_CODE = re.compile(r"(?:.*/)?((?:dialogue_desk|site-packages|lib/python3\.\d+)/[\w./<>-]+\.py)")
_OWN = "dialogue_desk."


def log_excerpt(log: Path, most: int = MOST_LINES) -> tuple[str, ...]:
    """Return the last lines of the log that can be told; none where there is no log.

    Of each entry this keeps the time, how grave it is, and who wrote it; the message only when it is the
    app's own.  Of an error it keeps the places in the source and its type.
    """
    return tuple(tellable(_tail(log)))[-most:]


def tellable(log: str) -> Iterator[str]:
    """Yield what can be told of the lines of a log."""
    in_error = False  # an error's type is only looked for below places in the source
    for line in log.splitlines():
        if record := _RECORD.fullmatch(line):
            in_error = False
            yield _entry(*record.groups())
        elif frame := _FRAME.fullmatch(line):
            in_error = True
            place, number, function = frame.groups()
            yield f"  {_place_in_source(place)}:{number} {function}"
        elif in_error and _ERROR.fullmatch(line):
            in_error = False
            yield f"  {line}"
        elif not line.startswith("    "):  # a line of the source stands below its place
            in_error = False


def _entry(at: str, level: str, writer: str, message: str) -> str:
    told = ""
    if writer.startswith(_OWN):
        told = message
    elif writer == "qt" and (named := _OF_QT.match(message)):
        told = named[1]
    return f"{at} {level} {writer}{f': {told}' if told else ''}"


def _place_in_source(path: str) -> str:
    """Return where a file is in the source, without the folders above, which people name."""
    found = _CODE.fullmatch(path.replace("\\", "/"))
    return found[1] if found else "..."


def _tail(log: Path) -> str:
    try:
        with log.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _MOST_BYTES))
            read = file.read().decode(errors="replace")
    except OSError:
        return ""
    return read if size <= _MOST_BYTES else read.partition("\n")[2]
