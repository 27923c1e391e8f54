"""Installs the app from a wheel folder, for one person, without internet; and removes it again.

What a person enters in the app lies elsewhere, and is never touched here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.offline.laptop import Laptop, Obstacle, too_long
from tools.offline.menu_entries import remove_entry, write_entry
from tools.offline.places import REMOVER, Places
from tools.offline.spanish import SPANISH
from tools.offline.wheel_folder import WheelFolder

WHOLE = "dialogue-desk-whole.txt"
"""The file that says that all libraries are in their place; it is written last."""

_DONE, _CANNOT_BE = 0, 1
_LIBRARIES_ON_WINDOWS = "/Lib/site-packages"
_MISSING = re.compile(r"(\S+): cannot open shared object file")
_FOREIGN = ("PIP_", "PYTHON", "VIRTUAL_ENV", "__PYVENV")
"""The beginnings of what pip and Python may be told in the environment for something else."""


class CannotBeInstalled(Exception):
    """Why nothing was installed, as an ``obstacle``; ``heard`` is what the program said that failed."""

    def __init__(self, obstacle: Obstacle, heard: str = "") -> None:
        super().__init__(obstacle.sentence)
        self.obstacle = obstacle
        self.heard = heard


@dataclass(frozen=True)
class Installer:
    """Installs from a ``folder`` onto a ``laptop``, into the ``places`` of a person.

    ``words`` translates what is said.
    """

    laptop: Laptop
    places: Places
    words: Mapping[str, str] = field(default_factory=dict)

    def install(self, folder: WheelFolder) -> None:
        """Put the app in its place and into the menu; an older one goes when the new one is whole.

        Raises:
            CannotBeInstalled: when it cannot be done; then what was installed before is as it was.
        """
        self._check(folder)
        libraries = self.places.libraries(folder.digest_for(self.laptop))
        try:
            if not (libraries / WHOLE).is_file():
                self._fill(folder, libraries)
            write_entry(self.laptop.system, self.places, libraries, folder.version)
            self._keep_remover(folder)
        except OSError as error:
            raise CannotBeInstalled(_unwritten(error, self.places.whole)) from error
        for older in self.places.others(libraries):
            shutil.rmtree(older, ignore_errors=True)  # one that still runs goes the next time
        _run(libraries, "-m", "dialogue_desk", "file-types", "add")
        self._say("Dialogue Desk {version} is installed.", version=folder.version)
        self._say_how_to_start()
        self._say_what_is_missing(libraries)

    def remove(self) -> None:
        """Take the app away, and leave what the person entered.

        Raises:
            CannotBeInstalled: when files could not be deleted.
        """
        if not self.places.hold_ours():
            self._say("Dialogue Desk is not installed here, so there is nothing to remove.")
            return
        for libraries in self.places.others():
            _run(libraries, "-m", "dialogue_desk", "file-types", "remove")
        try:
            remove_entry(self.places)
            shutil.rmtree(self.places.whole)
        except OSError as error:
            raise CannotBeInstalled(
                Obstacle(
                    "“{file}” could not be deleted. Close Dialogue Desk, and try again.",
                    {"file": error.filename or self.places.whole},
                )
            ) from error
        self._say("Dialogue Desk is removed. What you entered in it is still here, and a new one finds it.")

    def _check(self, folder: WheelFolder) -> None:
        obstacle = self.laptop.obstacle() or folder.obstacle(self.laptop)
        obstacle = obstacle or self._place_obstacle(folder)
        if obstacle is not None:
            raise CannotBeInstalled(obstacle)

    def _place_obstacle(self, folder: WheelFolder) -> Obstacle | None:
        libraries = self.places.libraries("0" * 8)
        windows = self.laptop.system.startswith("windows")
        long = too_long(f"{libraries}{_LIBRARIES_ON_WINDOWS}", folder.longest, windows=windows)
        if long is not None:
            return long
        if self.places.are_taken():
            return Obstacle(
                "“{file}” is there already, and this installer did not put it there. "
                "Remove it or give it another name, and try again.",
                {"file": self.places.whole},
            )
        there = next(path for path in (libraries, *libraries.parents) if path.exists())
        free = shutil.disk_usage(there).free
        if free < folder.room:
            return Obstacle(
                "There is not enough room on the disk: Dialogue Desk takes {needed} MB, and {free} MB are "
                "free. Nothing was installed. Free some, and try again.",
                {"needed": _megabytes(folder.room), "free": _megabytes(free)},
            )
        return None

    def _fill(self, folder: WheelFolder, libraries: Path) -> None:
        self._say("Installing Dialogue Desk {version}. This takes a minute or two.", version=folder.version)
        shutil.rmtree(libraries, ignore_errors=True)  # what an attempt left that was stopped
        libraries.parent.mkdir(parents=True, exist_ok=True)
        try:
            _heed(_plainly(sys.executable, "-I", "-m", "venv", "--without-pip", str(libraries)))
            _heed(
                _plainly(
                    str(python_of(libraries)),
                    "-I",
                    f"{folder.pip()}/pip",
                    "--isolated",
                    "install",
                    "--no-index",
                    f"--find-links={folder.path / 'wheels'}",
                    "--require-hashes",
                    "--no-deps",
                    "--no-cache-dir",
                    "--disable-pip-version-check",
                    "--progress-bar=off",
                    f"--requirement={folder.lock_for(self.laptop)}",
                )
            )
            (libraries / WHOLE).write_text(folder.version + "\n", encoding="utf-8")
        except BaseException:
            shutil.rmtree(libraries, ignore_errors=True)
            raise

    def _keep_remover(self, folder: WheelFolder) -> None:
        remover = folder.path / REMOVER
        if remover.is_file() and folder.path != self.places.app:
            shutil.copyfile(remover, self.places.app / REMOVER)

    def _say_how_to_start(self) -> None:
        if self.places.menu is None:
            self._say("It is in the folder Applications of your own folder: “{app}”.", app=self.places.whole)
        else:
            self._say("It is in the menu, as “Dialogue Desk”.")
        remover = f'"{sys.executable}" "{self.places.app / REMOVER}" --remove'
        self._say("To remove it: {command}", command=remover)

    def _say_what_is_missing(self, libraries: Path) -> None:
        missing = _MISSING.search(_run(libraries, "-c", "import PySide6.QtWidgets").stdout)
        if missing:
            self._say(
                "One thing is missing before it starts: this system lacks the library {name}. "
                "Whoever looks after this laptop can install it.",
                name=missing[1],
            )

    def _say(self, sentence: str, **values: object) -> None:
        print(Obstacle(sentence, values).told(self.words), flush=True)  # noqa: T201  # for the terminal


def python_of(libraries: Path) -> Path:
    """Return the Python of an installation."""
    return libraries / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def language_here(environ: Mapping[str, str], windows_language: int | None = None) -> str:
    """Return the language of the system, as far as it tells; on Windows by the number it has there."""
    if windows_language is not None:
        return "es" if windows_language & 0x3FF == 0x0A else "en"
    named = (environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    return next((code[:2].lower() for code in named if code), "en")


def main(arguments: list[str]) -> int:
    """Install or remove, and return the exit code; ``--fits`` only tells whether this Python would do."""
    laptop = Laptop.here()
    here = Path(sys.argv[0]).resolve().parent
    words = SPANISH if language_here(os.environ, _windows_language()) == "es" else {}
    try:
        if arguments == ["--remove"]:
            places = Places.of(laptop.system, Path.home(), os.environ)
            Installer(laptop, places, words).remove()
            return _DONE
        folder = _read(here)
        if arguments == ["--fits"]:
            return _CANNOT_BE if laptop.obstacle() or folder.obstacle(laptop) else _DONE
        Installer(laptop, Places.of(laptop.system, Path.home(), os.environ), words).install(folder)
    except CannotBeInstalled as trouble:
        if trouble.heard:
            print(trouble.heard + "\n", file=sys.stderr)  # noqa: T201  # for the terminal
        print(trouble.obstacle.told(words), file=sys.stderr)  # noqa: T201  # for the terminal
        return _CANNOT_BE
    except KeyboardInterrupt:
        return _CANNOT_BE
    return _DONE


def _read(path: Path) -> WheelFolder:
    try:
        return WheelFolder.read(path)
    except (OSError, ValueError) as error:
        raise CannotBeInstalled(
            Obstacle("This folder is not whole: files are missing in it. Copy it again.")
        ) from error


def _windows_language() -> int | None:
    if sys.platform != "win32":
        return None
    import ctypes  # noqa: PLC0415  # only on Windows

    return int(ctypes.windll.kernel32.GetUserDefaultUILanguage())


def _plainly(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a program that hears nothing of what Python and pip are set up for elsewhere."""
    environ = {name: value for name, value in os.environ.items() if not name.upper().startswith(_FOREIGN)}
    return subprocess.run(
        command,
        env={**environ, "PIP_CONFIG_FILE": os.devnull},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _run(libraries: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    python = python_of(libraries)
    if not python.exists():
        return subprocess.CompletedProcess(arguments, 1, "")
    return _plainly(str(python), "-I", *arguments)


def _heed(done: subprocess.CompletedProcess[str]) -> None:
    """Stop where a program failed, with the reason as far as it is known.

    Raises:
        CannotBeInstalled: with the last lines it said.
    """
    if done.returncode == 0:
        return
    heard = "\n".join(done.stdout.splitlines()[-15:])
    if re.search(r"No space left|Disk quota exceeded|not enough space", done.stdout):
        raise CannotBeInstalled(
            Obstacle("The disk is full. Nothing was installed. Free 1 GB, and try again.")
        )
    if re.search(r"DO NOT MATCH THE HASHES|BadZipFile|No matching distribution", done.stdout):
        raise CannotBeInstalled(
            Obstacle(
                "A file in this folder is damaged or missing, so nothing was installed. "
                "Copy the whole folder again."
            ),
            heard,
        )
    raise CannotBeInstalled(
        Obstacle("Something failed that should not. Nothing was installed. What was said is above."), heard
    )


def _unwritten(error: OSError, place: Path) -> Obstacle:
    return Obstacle(
        "“{file}” could not be written: {reason}. Nothing was changed in what you entered.",
        {"file": error.filename or place, "reason": error.strerror or str(error)},
    )


def _megabytes(size: int) -> int:
    return size // 1_000_000
