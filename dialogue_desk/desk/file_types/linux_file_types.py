"""File types of one person on a Linux desktop: files below ``~/.local/share``, as desktops lay them out."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dialogue_desk.desk.file_types.desktop_texts import (
    APP_ID,
    FILE_ICON,
    command_in,
    desktop_entry,
    exec_line,
    mime_package,
)
from dialogue_desk.exchange.file_types import file_types
from dialogue_desk.resources import resource
from dialogue_desk.whole_file import write_atomically

_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_TAKES_AT_MOST_S = 20


def run_quietly(command: Sequence[str]) -> None:
    """Run a program of the system where it is there; desktops without it look at the files themselves."""
    program = shutil.which(command[0])
    if program is None:
        return
    silent = subprocess.DEVNULL
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(
            [program, *command[1:]],
            stdin=silent,
            stdout=silent,
            stderr=silent,
            timeout=_TAKES_AT_MOST_S,
            check=False,
        )


class LinuxFileTypes:
    """What a person's desktop knows of the app.

    ``home`` is the person's folder for data, ``command`` what opens the window, and ``run`` runs the
    programs that gather what all apps have said.
    """

    def __init__(
        self, home: Path, command: Sequence[str], run: Callable[[Sequence[str]], None] = run_quietly
    ) -> None:
        self._home, self._command, self._run = home, command, run
        self._entry = home / "applications" / f"{APP_ID}.desktop"
        self._mime = home / "mime" / "packages" / f"{APP_ID}.xml"

    def add(self) -> None:
        """Have files open in the app with a double click, and put it in the menu.

        Raises:
            OSError: when it could not be written.
        """
        types = file_types()
        entry = desktop_entry(self._command, types).encode()
        self._write(self._mime, mime_package(types).encode())
        for source, icon in self._icons():
            self._write(icon, source.read_bytes())
        self._write(self._entry, entry)
        self._gather()

    def remove(self) -> bool:
        """Take all of it away, and return whether there was any.

        Raises:
            OSError: when it could not be deleted.
        """
        there = [path for path in (self._entry, self._mime, *self._icon_paths()) if path.exists()]
        for path in there:
            path.unlink()
        if there:
            self._gather()
        return bool(there)

    def command(self) -> str:
        """Return the command that files open with now; "" when they do not open in the app."""
        try:
            return command_in(self._entry.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ""

    def own_command(self) -> str:
        """Return the command that this app would be opened with."""
        return exec_line(self._command)

    def _icons(self) -> Iterator[tuple[Path, Path]]:
        """Yield each picture with the place where desktops look for it."""
        names = (f"{name}-{size}.png" for size in _ICON_SIZES for name in (APP_ID, FILE_ICON))
        pictures = (resource("icons", "app", name) for name in names)
        return zip(pictures, self._icon_paths(), strict=True)

    def _icon_paths(self) -> Iterator[Path]:
        for size in _ICON_SIZES:
            folder = self._home / "icons" / "hicolor" / f"{size}x{size}"
            yield folder / "apps" / f"{APP_ID}.png"
            yield folder / "mimetypes" / f"{FILE_ICON}.png"

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)

    def _gather(self) -> None:
        self._run(("update-mime-database", str(self._home / "mime")))
        self._run(("update-desktop-database", str(self._entry.parent)))
        self._run(("gtk-update-icon-cache", "-q", "-t", "-f", str(self._home / "icons" / "hicolor")))
