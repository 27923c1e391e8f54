"""Where things lie on a person's laptop."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

NAME = "Dialogue Desk"

DESK_VARIABLE = "DIALOGUE_DESK_FILE"
"""Names another desk file, as ``--desk`` does."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one person: what was made, what was set, and what went wrong."""

    desk: Path
    settings: Path
    log: Path

    @classmethod
    def of_person(cls, desk: Path | None = None) -> Paths:
        """Return the person's own places; ``desk``, or the environment, names another desk file."""
        own = PlatformDirs(NAME, appauthor=False)
        named = os.environ.get(DESK_VARIABLE)
        chosen = desk or (Path(named) if named else own.user_data_path / "desk.db")
        return cls(
            desk=chosen.expanduser().absolute(),
            settings=own.user_config_path / "settings.toml",
            log=own.user_data_path / "log.txt",
        )
