"""Which files open in the app with a double click, for one person: told to the system, and taken back."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from dialogue_desk.installation import Form, Installation
from dialogue_desk.resources import resource

log = logging.getLogger(__name__)

_PROGRAM = "dialogue-desk-window"


class Registration(Protocol):
    """What the system of this laptop is told."""

    def add(self) -> None:
        """Have files open in the app.

        Raises:
            OSError: when it could not be written.
        """

    def remove(self) -> bool:
        """Take all of it away, and return whether there was any.

        Raises:
            OSError: when it could not be deleted.
        """

    def command(self) -> str:
        """Return the command that files open with now; "" when they do not open in the app."""

    def own_command(self) -> str:
        """Return the command that this app would be opened with."""


def registration_on(
    system: str, installation: Installation, language: str, environment: Mapping[str, str] = os.environ
) -> Registration | None:
    """Return what can be told to a system (``sys.platform``) about this app.

    It is None where the system sees to it by itself: on macOS, which reads it in the application, and where
    the system's own program for software put the app in place.
    """
    if system == "darwin" or installation.form is Form.SYSTEM:
        return None
    command = window_command(system, installation)
    if system == "win32":
        from dialogue_desk.desk.file_types.person_registry import PersonRegistry  # noqa: PLC0415
        from dialogue_desk.desk.file_types.windows_file_types import WindowsFileTypes  # noqa: PLC0415

        icon = resource("icons", "app", "dialogue-desk-file.ico")
        return WindowsFileTypes(PersonRegistry(), command, icon, language, _tell_windows)
    from dialogue_desk.desk.file_types.linux_file_types import LinuxFileTypes  # noqa: PLC0415

    named = environment.get("XDG_DATA_HOME", "")
    home = Path(named) if named.startswith("/") else Path.home() / ".local" / "share"
    return LinuxFileTypes(home, command)


def mended(registration: Registration | None) -> bool:
    """Tell the system again where the app is when its folder was moved, and return whether that was needed.

    Another copy of the app that is still in its place keeps the files.

    Raises:
        OSError: when it could not be written.
    """
    if registration is None:
        return False
    told = registration.command()
    if not told or told == registration.own_command() or _still_there(told):
        return False
    registration.add()
    return True


def tell_system_again(language: str) -> None:
    """Have the system find the app again after its folder was moved; what cannot be told is left as it is."""
    try:
        if mended(registration_on(sys.platform, Installation.here(), language)):
            log.info("the system was told of another folder")
    except OSError as error:
        log.warning("the system could not be told of another folder: %s", type(error).__name__)


def window_command(system: str, installation: Installation) -> tuple[str, ...]:
    """Return the command that opens the window, to which files are added."""
    if installation.form is not Form.SOURCE:
        ending = ".exe" if system == "win32" else ""
        return (str(installation.folder / f"{_PROGRAM}{ending}"),)
    python = Path(sys.executable)
    silent = python.with_name("pythonw.exe")  # opens no console beside the window
    if system == "win32" and silent.exists():
        python = silent
    return (str(python), "-m", "dialogue_desk.app")


def _still_there(command: str) -> bool:
    command = command.removeprefix("env ")
    program = command[1:].partition('"')[0] if command.startswith('"') else command.partition(" ")[0]
    return Path(program.replace("\\\\", "\\").replace("%%", "%")).exists()


def _tell_windows() -> None:
    """Have the file windows look again."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        association_changed = 0x08000000
        ctypes.windll.shell32.SHChangeNotify(association_changed, 0, None, None)
