"""Reaches the person when no window can be shown: at the terminal, in a box of the system, or in a file.

It needs nothing but Python, since what it tells of may be that a library is missing; and nothing that takes
time to load, since most starts have nothing to tell.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

TITLE = "Dialogue Desk"
_SHOWN_AFTER_S = 1.5
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")

FILE_NAME = "Dialogue Desk did not start.txt"
"""The file that is left on the desktop where nothing else is left to try."""


def tell(sentence: str) -> None:
    """Say why there is no window: to the terminal if a person sits at one, else wherever it may be seen."""
    stream = sys.stderr  # a program without a console has none
    if stream is not None:
        with contextlib.suppress(OSError, ValueError):
            stream.write(sentence + "\n")
            stream.flush()
            if stream.isatty():
                return
    if "CI" not in os.environ and not _show_box(sentence):
        _leave_file(sentence)


def take_back() -> None:
    """Remove the file of an earlier start that failed, since this one did not."""
    with contextlib.suppress(OSError, RuntimeError):
        (_desktop() / FILE_NAME).unlink(missing_ok=True)


def box_command(platform: str, environ: Mapping[str, str], sentence: str) -> list[str] | None:
    """Return the command that shows a box with the sentence on this system, or None when there is none."""
    if platform == "darwin":
        # The sentence is an argument and no part of the script, so that no sign in it is read as one.
        script = ("on run said", f'display alert "{TITLE}" message (item 1 of said) as critical', "end run")
        return ["osascript", *(piece for line in script for piece in ("-e", line)), sentence]
    if not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")):
        return None
    commands = (
        ["zenity", "--error", "--no-markup", f"--title={TITLE}", f"--text={sentence}"],
        ["kdialog", "--title", TITLE, "--error", sentence],
        ["xmessage", "-center", "-xrm", "*international: true", "-title", TITLE, _for_old_boxes(sentence)],
        ["notify-send", "--urgency=critical", TITLE, sentence],
    )
    import shutil  # noqa: PLC0415  # most starts show no box

    path = environ.get("PATH")
    return next((command for command in commands if shutil.which(command[0], path=path)), None)


def _for_old_boxes(sentence: str) -> str:
    """Return a sentence for a box that wraps no lines, and whose letters are those of old typewriters."""
    import textwrap  # noqa: PLC0415  # as above

    lines = sentence.translate(_STRAIGHT).splitlines()
    return "\n".join(textwrap.fill(line, 64, break_long_words=False) for line in lines)


def _show_box(sentence: str) -> bool:
    """Show the sentence in a box of the system's own, and return whether that could be done."""
    if sys.platform == "win32":
        return sys.stderr is not None or _show_windows_box(sentence)
    command = box_command(sys.platform, os.environ, sentence)
    if command is None:
        return False
    import subprocess  # noqa: PLC0415  # as above

    silent = subprocess.DEVNULL
    try:
        # The box stays when this program has ended: a script that started it is not kept waiting.
        box = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent, start_new_session=True)
    except OSError:
        return False
    # One that finds no display ends at once, and in failure.
    with contextlib.suppress(subprocess.TimeoutExpired):
        return box.wait(timeout=_SHOWN_AFTER_S) == 0
    return True


def _show_windows_box(sentence: str) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415  # as above

    error_sign, in_front = 0x10, 0x10000
    return bool(ctypes.windll.user32.MessageBoxW(None, sentence, TITLE, error_sign | in_front))


def _leave_file(sentence: str) -> None:
    with contextlib.suppress(OSError, RuntimeError):
        desktop = _desktop()
        if desktop.is_dir():
            (desktop / FILE_NAME).write_text(sentence + "\n", encoding="utf-8")


def _desktop() -> Path:
    """Return the person's desktop, which on Linux has its name in their language.

    Raises:
        OSError: when the file that names it cannot be read.
        RuntimeError: when the person has no home folder.
    """
    home = Path.home()
    folders = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config", "user-dirs.dirs")
    if not folders.is_file():
        return home / "Desktop"
    named = re.search(
        r'^XDG_DESKTOP_DIR="(.+)"$', folders.read_text(encoding="utf-8", errors="replace"), re.MULTILINE
    )
    return Path(named[1].replace("$HOME", str(home))) if named else home / "Desktop"
