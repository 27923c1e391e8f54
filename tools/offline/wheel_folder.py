"""The folder that the installer lies in: the libraries, and which of them belong to which Python."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tools.offline.laptop import Laptop, Obstacle, dotted

ABOUT, WHEELS, LOCKS = "folder.json", "wheels", "locks"


def lock_name(python: tuple[int, int], *, older: bool) -> str:
    """Return the name of the file that lists the libraries for a Python."""
    return f"cp{python[0]}{python[1]}{'-older' if older else ''}.txt"


@dataclass(frozen=True)
class WheelFolder:
    """A folder of wheels for one ``system``, and for the Pythons that have a lock file in it.

    Attributes:
        path: where it lies.
        version: the version of the app.
        system: as in ``Laptop``.
        longest: how many characters the longest path of a library has, below the folder of libraries.
        room: how many bytes of disk the libraries take once they are installed.
    """

    path: Path
    version: str
    system: str
    longest: int
    room: int

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the folder at ``path``.

        Raises:
            ValueError: when it does not say what it is.
            OSError: when it cannot be read.
        """
        told = json.loads((path / ABOUT).read_text(encoding="utf-8"))
        try:
            return cls(
                path, str(told["version"]), str(told["system"]), int(told["longest"]), int(told["room"])
            )
        except (KeyError, TypeError) as error:
            raise ValueError(str(error)) from error

    def write(self) -> None:
        """Write what the folder says about itself."""
        told = {
            "version": self.version,
            "system": self.system,
            "longest": self.longest,
            "room": self.room,
        }
        (self.path / ABOUT).write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8", newline="\n")

    def lock_for(self, laptop: Laptop) -> Path:
        """Return the file that lists the libraries for this laptop."""
        return self.path / LOCKS / lock_name(laptop.python, older=laptop.is_older)

    def digest_for(self, laptop: Laptop) -> str:
        """Return what tells an installation from this folder apart from all others."""
        return hashlib.sha256(self.lock_for(laptop).read_bytes()).hexdigest()[:8]

    def pip(self) -> Path | None:
        """Return the wheel of pip, which installs the others; None when it is not there."""
        return next(iter(sorted((self.path / WHEELS).glob("pip-*.whl"))), None)

    def obstacle(self, laptop: Laptop) -> Obstacle | None:
        """Return why this folder is none for this laptop, if so."""
        if laptop.system != self.system:
            return Obstacle(
                "This folder holds Dialogue Desk for {there}, and this laptop with its Python is {here}. "
                "Take the folder whose name ends in {here}.",
                {"there": self.system, "here": laptop.system},
            )
        if not self.lock_for(laptop).is_file():
            return Obstacle(
                "This folder has no libraries for Python {python} on this system. It has them for: {there}.",
                {"python": dotted(laptop.python), "there": ", ".join(self.pythons())},
            )
        if self.pip() is None:
            return Obstacle("This folder is not whole: files are missing in it. Copy it again.")
        return None

    def pythons(self) -> list[str]:
        """Name the Pythons that the folder has libraries for."""
        names = {path.stem.partition("-")[0] for path in (self.path / LOCKS).glob("cp*.txt")}
        return [f"{name[2]}.{name[3:]}" for name in sorted(names)]
