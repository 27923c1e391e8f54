"""Finds out in which language the system speaks to a person, without Qt and before any library is loaded."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from dialogue_desk.words import LANGUAGES

_SPANISH, _PRIMARY = 0x0A, 0x3FF
"""Windows' number for Spanish, and the bits that it has in the number of each kind of Spanish."""


class WindowsLanguage(Protocol):
    """The part of Windows' own library that tells the language of its menus."""

    def GetUserDefaultUILanguage(self) -> int:  # noqa: N802  # its name in Windows
        """Return the number of that language."""


def system_language(environ: Mapping[str, str], windows: WindowsLanguage | None = None) -> str:
    """Return the language of the system if the app speaks it, or else English.

    The variables of ``environ`` count first, in the order in which programs ask them.  ``windows`` tells it
    on Windows; None asks Windows itself.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if code := environ.get(name, ""):
            return _spoken(code)
    if sys.platform == "win32":
        return _of_windows(windows)
    return _of_macos() if sys.platform == "darwin" else "en"


def _spoken(code: str) -> str:
    """Return the language of a name such as ``es_MX.UTF-8`` or ``es-419``, or English."""
    language = code[:2].lower()
    return language if language in LANGUAGES else "en"


def _of_windows(windows: WindowsLanguage | None) -> str:
    if windows is None:
        import ctypes  # noqa: PLC0415  # only Windows needs it

        windows = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]  # only Windows has it
    return "es" if windows.GetUserDefaultUILanguage() & _PRIMARY == _SPANISH else "en"


def _of_macos() -> str:
    """Return the first language of the person's settings; after a double click, no variable names it."""
    import plistlib  # noqa: PLC0415  # only macOS needs it
    from xml.parsers.expat import ExpatError  # noqa: PLC0415

    with contextlib.suppress(OSError, RuntimeError, ValueError, ExpatError):
        with (Path.home() / "Library" / "Preferences" / ".GlobalPreferences.plist").open("rb") as file:
            settings = plistlib.load(file)
        languages = settings.get("AppleLanguages") if isinstance(settings, dict) else None
        if isinstance(languages, list) and languages:
            return _spoken(str(languages[0]))
    return "en"
