"""The sentences for a start without a window: what this computer lacks, and what to do.

It needs neither Qt nor any other library, since one of them may be what is missing.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from dialogue_desk.installation import runs_from_source
from dialogue_desk.words import Words

_NAMED_IN = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}
"""The platforms of Qt that have a display of their own, and the variables that name it."""

_MISSING = re.compile(r"(\S+): cannot open shared object file")


def import_sentence(error: ImportError, words: Words) -> str:
    """Say which library a start lacks."""
    if missing := _MISSING.search(str(error)):
        return _lacks(missing[1], words)
    if not runs_from_source():
        return words.tr(
            "Dialogue Desk cannot start, because its part “{name}” is missing or damaged. What you entered "
            "before is safe. Install Dialogue Desk again, or copy its whole folder again.",
            name=error.name or error,
        )
    return words.tr(
        "Dialogue Desk cannot start, because its part “{name}” is missing or damaged. What you entered "
        "before is safe. Delete the folder .venv, then set Dialogue Desk up again with: python3 dev.py run",
        name=error.name or error,
    )


def no_display_sentence(words: Words) -> str:
    """Say that there is no display."""
    return words.tr(
        "There is no display here to show a window on. Start Dialogue Desk from a desktop, or use "
        "its commands: dialogue-desk --help"
    )


def no_home_sentence(words: Words) -> str:
    """Say that nobody's folder is known to keep anything in."""
    return words.tr(
        "Dialogue Desk cannot start, because this account has no home folder to keep your desk in. "
        "Set HOME to a folder of your own, then start again."
    )


def unknown_fault_sentence(log: Path | None, words: Words) -> str:
    """Say that starting failed, and where more is written, if anything is."""
    if log is None:
        return words.tr(
            "Dialogue Desk could not start. What you entered before is safe. Try again. If it happens again, "
            "restart the computer, or set Dialogue Desk up again."
        )
    return words.tr(
        "Dialogue Desk could not start. What you entered before is safe. Try again. If it happens again, "
        "report it with the file “{file}”, which holds no notes.",
        file=log,
    )


def stopped_sentence(words: Words) -> str:
    """Say that the window system failed in the middle of something."""
    return words.tr(
        "Dialogue Desk had to stop, because its window failed. What you entered is saved. Open it "
        "again to go on."
    )


def platform_sentence(plugins: Path, environ: Mapping[str, str], heard: str, words: Words) -> str:
    """Say why Qt found no way to show a window, from what is here; ``heard`` is Qt's own reason.

    ``plugins`` is the folder of Qt's platform plug-ins.
    """
    if sys.platform == "linux":
        named = [name.partition(":")[0] for name in environ.get("QT_QPA_PLATFORM", "").split(";") if name]
        wanted = named or _displays(environ)
        files = {name: plugins / f"libq{name.partition('-')[0]}.so" for name in wanted}
        for name, file in files.items():
            if not file.exists():
                return _no_such_platform(name, words) if named else _damaged(file.name, words)
            if missing := missing_library(file):
                return _lacks(missing, words)
        if wanted[:1] in (["xcb"], ["wayland"]):
            return _no_answer(wanted[0], environ, words)
    return words.tr(
        "Dialogue Desk cannot start, because no window could be made. What you entered before is safe. "
        "Qt says: {reason}",
        reason=" ".join(heard.split()),
    )


def missing_library(file: Path) -> str:
    """Return the name of the system library that a plug-in looks for in vain; empty when it has them all."""
    import ctypes  # noqa: PLC0415  # most starts lack nothing

    try:
        ctypes.CDLL(os.fspath(file))
    except OSError as error:
        missing = _MISSING.search(str(error))
        return missing[1] if missing else ""
    return ""


def _displays(environ: Mapping[str, str]) -> list[str]:
    """Return the platforms that Qt tries on the displays that are named."""
    return [platform for platform, variable in _NAMED_IN.items() if environ.get(variable)]


def _lacks(library: str, words: Words) -> str:
    if not runs_from_source():
        return words.tr(
            "Dialogue Desk cannot start, because the system library “{library}” is missing on this computer. "
            "What you entered before is safe. Install the library, then start again.",
            library=library,
        )
    return words.tr(
        "Dialogue Desk cannot start, because the system library “{library}” is missing on this computer. "
        "What you entered before is safe. Install the library, then start again. On Debian and Ubuntu this "
        "finds it for you: python3 dev.py run",
        library=library,
    )


def _damaged(part: str, words: Words) -> str:
    return import_sentence(ImportError(name=part), words)


def _no_such_platform(name: str, words: Words) -> str:
    return words.tr(
        "Dialogue Desk cannot start, because QT_QPA_PLATFORM asks for a display of the kind “{name}”, and "
        "there is no such kind here. Unset QT_QPA_PLATFORM, then start again.",
        name=name,
    )


def _no_answer(platform: str, environ: Mapping[str, str], words: Words) -> str:
    display = environ.get(_NAMED_IN[platform])
    if not display:
        return no_display_sentence(words)
    return words.tr(
        "Dialogue Desk cannot start, because the display “{display}” does not answer. Start it from a "
        "desktop that is open on this computer, or use its commands: dialogue-desk --help",
        display=display,
    )
