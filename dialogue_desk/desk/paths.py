"""The paths of a person's files on a laptop."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

NAME = "Dialogue Desk"
DESK_NAME = "desk.db"
"""The name of the desk file where nobody chose another."""

DESK_VARIABLE = "DIALOGUE_DESK_FILE"
"""The environment variable with the path of another desk file, like the option ``--desk``."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one person: the desk, the settings and the log."""

    desk: Path
    settings: Path
    log: Path

    @classmethod
    def of_person(cls, desk: Path | None = None) -> Paths:
        """Return the person's own files; ``desk`` or the environment variable gives another desk file."""
        own = PlatformDirs(NAME, appauthor=False)
        named = os.environ.get(DESK_VARIABLE)
        chosen = desk or (Path(named) if named else own.user_data_path / DESK_NAME)
        return cls(
            desk=chosen.expanduser().absolute(),
            settings=own.user_config_path / "settings.toml",
            log=own.user_data_path / "log.txt",
        )
