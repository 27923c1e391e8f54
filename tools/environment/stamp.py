"""What an environment is made for and filled from: what is wanted now, and what its stamp says of it."""

from __future__ import annotations

import hashlib
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from tools.offline.laptop import Laptop

APP_LOCK, TOOLS_LOCK = "requirements.lock", "requirements-dev.lock"
"""Each library at one version, with its digests: what the app needs; that and the tools we work with."""

OLDER_APP_LOCK, OLDER_TOOLS_LOCK = "requirements-older.lock", "requirements-older-dev.lock"
"""The same for systems that do not take the newest Qt."""


BUILD_LOCK = "requirements-build.lock"
"""What makes installers, and nothing that the app needs: the same for all systems."""


@dataclass(frozen=True)
class Tools:
    """What an environment holds on top of the app's libraries.

    Attributes:
        place: the folder of the environment, below the project's.
        lock: the lock file of the tools.
        older_lock: that for systems that do not take the newest Qt.
        module: one of the tools, by which they are known to be there.
        told: what they are, and how much.
    """

    place: str
    lock: str
    older_lock: str
    module: str
    told: str


DEVELOPMENT = Tools(
    ".venv",
    TOOLS_LOCK,
    OLDER_TOOLS_LOCK,
    "xdist",
    "the tools for tests and checks (about 50 MB to download, 180 MB on disk)",
)
BUILDING = Tools(
    "build/environment",
    BUILD_LOCK,
    BUILD_LOCK,
    "PyInstaller",
    "what makes installers (about 15 MB to download)",
)


def locks_for(laptop: Laptop, tools: Tools = DEVELOPMENT) -> tuple[str, str]:
    """Return the lock for the app and the one with the tools, as this laptop takes them."""
    return (OLDER_APP_LOCK, tools.older_lock) if laptop.is_older else (APP_LOCK, tools.lock)


@dataclass(frozen=True)
class Stamp:
    """Says for which ``python`` an environment is, from which locks it was filled, and where it ``lay`` then.

    ``tools`` is empty without the tools of those who work on the app or build it.
    """

    python: str
    app: str
    tools: str = ""
    lay: str = ""

    @classmethod
    def wanted(
        cls, project: Path, *, tools: bool, laptop: Laptop | None = None, kind: Tools = DEVELOPMENT
    ) -> Stamp:
        """Return the stamp of an environment that is as it should be, with its ``tools`` or without.

        The Python counts by what libraries are built for, so 3.12.1 and 3.12.2 are one and the same.
        """
        python = str(sysconfig.get_config_var("EXT_SUFFIX"))
        app, with_tools = locks_for(laptop or Laptop.here(), kind)
        of_tools = digest((project / with_tools).read_text(encoding="utf-8")) if tools else ""
        return cls(python, digest((project / app).read_text(encoding="utf-8")), of_tools)

    @classmethod
    def read(cls, file: Path) -> Stamp | None:
        """Return what a stamp says; None when there is none, which means that nothing is whole there."""
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return None
        said = dict(line.partition(": ")[::2] for line in lines)
        if not said.keys() >= {"python", "app", "tools", "lay"}:
            return None
        return cls(said["python"], said["app"], said["tools"], said["lay"])

    def write(self, file: Path) -> None:
        """Write the stamp; it is the last file of an environment to be written."""
        told = {"python": self.python, "app": self.app, "tools": self.tools, "lay": self.lay}
        file.write_text("".join(f"{name}: {value}\n" for name, value in told.items()), encoding="utf-8")

    def runs_app_of(self, wanted: Stamp) -> bool:
        """Whether this holds just what the app needs."""
        return (self.python, self.app) == (wanted.python, wanted.app)

    def serves(self, wanted: Stamp) -> bool:
        """Whether this holds all that is wanted; tools that nobody asked for do no harm."""
        return self.runs_app_of(wanted) and wanted.tools in ("", self.tools)


def digest(lock: str) -> str:
    """Return a digest of the libraries in a lock file; comments and line ends are no part of it."""
    lines = [line.strip() for line in lock.splitlines()]
    meant = "\n".join(line for line in lines if line and not line.startswith("#"))
    return hashlib.sha256(meant.encode()).hexdigest()
