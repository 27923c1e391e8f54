"""Where the app goes on a laptop: in a person's own folders, apart from what the person enters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

REMOVER = "install.pyz"
"""The copy of the installer that is left beside the libraries, to remove them."""

_MAC_APP = "Dialogue Desk.app"


@dataclass(frozen=True)
class Places:
    """The places of one person.

    Attributes:
        whole: the folder that holds everything that is installed, and nothing else.
        app: the folder in it for the libraries.
        menu: the folder in which the system's menu looks for what can be started; None on macOS, where
            ``whole`` itself is what is started.
    """

    whole: Path
    app: Path
    menu: Path | None

    @classmethod
    def of(cls, system: str, home: Path, environ: Mapping[str, str]) -> Self:
        """Return the places of the person whose folder is ``home``."""
        if system.startswith("macos"):
            whole = home / "Applications" / _MAC_APP
            return cls(whole, whole / "Contents" / "Resources", None)
        if system.startswith("windows"):
            local = Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
            roaming = Path(environ.get("APPDATA") or home / "AppData" / "Roaming")
            whole = local / "Programs" / "Dialogue Desk"
            return cls(whole, whole, roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs")
        named = environ.get("XDG_DATA_HOME", "")
        data = Path(named) if named.startswith("/") else home / ".local" / "share"
        whole = home / ".local" / "lib" / "dialogue-desk"
        return cls(whole, whole, data / "applications")

    def libraries(self, digest: str) -> Path:
        """Return the folder for the libraries of one version for one Python."""
        return self.app / f"app-{digest}"

    def others(self, kept: Path | None = None) -> list[Path]:
        """Return the folders of libraries that are there beside the one that is ``kept``."""
        return [path for path in sorted(self.app.glob("app-*")) if path.is_dir() and path != kept]

    def are_taken(self) -> bool:
        """Whether another copy of the app, or something else, lies where this installer would put it."""
        return self.whole.exists() and any(self.whole.iterdir()) and not self.hold_ours()

    def hold_ours(self) -> bool:
        """Whether what lies there was put there by this installer."""
        return (self.app / REMOVER).is_file() or bool(self.others())
