"""How the app came onto this laptop: what may be copied, updated and said about it."""

from __future__ import annotations

import platform
import sys
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dialogue_desk import __version__
from dialogue_desk.resources import resource


class Form(StrEnum):
    """The ways in which the app comes onto a laptop."""

    SOURCE = "source"
    """Run by a Python, from its source folder or from an installed wheel."""
    FOLDER = "folder"
    """A build in a folder of a person's own, such as one on a stick: it may be copied and replaced."""
    SYSTEM = "system"
    """A build that the system's program for software put in place: that one replaces it too."""


@dataclass(frozen=True, slots=True)
class Installation:
    """The app as it lies on this laptop.

    Attributes:
        form: how it came here.
        folder: all of a build, with nothing else in it but newer versions that updates put there
            (``newer_version.FOLDER``); the folder of the package for the other form.
        system: the kind of computer it is made for, such as ``linux-x86_64`` or ``macos-arm64``.
        version: its version.
        commit: the source a build was made from; "" without a build.
        update_key: the public key with which updates must be signed, as 64 hexadecimal digits; "" for none,
            and then no update is taken.
    """

    form: Form
    folder: Path
    system: str
    version: str = __version__
    commit: str = ""
    update_key: str = ""

    @classmethod
    def here(cls) -> Installation:
        """Return the app that is running.

        A build says about itself in ``build.toml`` among its resources: ``commit``, ``update_key``, and
        ``form`` where it is not a folder of a person's own.  What it lacks, or says in an unknown way, is
        taken for the least that could be true: nothing is copied, replaced or trusted by mistake.
        """
        system = f"{_SYSTEMS.get(sys.platform, sys.platform)}-{platform.machine().lower()}"
        if not getattr(sys, "frozen", False):
            return cls(Form.SOURCE, Path(__file__).resolve().parent, system)
        told = _told_by_build()
        form = Form.FOLDER if told.get("form") == Form.FOLDER else Form.SYSTEM
        return cls(
            form,
            _build_folder(Path(sys.executable).resolve()),
            told.get("system", system),
            commit=told.get("commit", ""),
            update_key=told.get("update_key", ""),
        )


def runs_from_source() -> bool:
    """Whether the app runs from its source folder, where ``python3 dev.py run`` sets it up again."""
    beside = Path(__file__).resolve().parents[1] / "dev.py"
    return not getattr(sys, "frozen", False) and beside.is_file()


_SYSTEMS = {"win32": "windows", "darwin": "macos"}


def _build_folder(executable: Path) -> Path:
    """Return the folder that holds all of a build; on a Mac it is the application itself."""
    bundle = next((folder for folder in executable.parents if folder.suffix == ".app"), None)
    return bundle or executable.parent


def _told_by_build() -> dict[str, str]:
    try:
        told = tomllib.loads(resource("build.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: value for name, value in told.items() if isinstance(value, str)}
