"""The settings of one person on this laptop.  They are not part of the desk and never leave."""

from __future__ import annotations

import contextlib
import itertools
import tomllib
from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Self

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.text import decoded
from dialogue_desk.domain.run.pacing import USUAL_WARNING
from dialogue_desk.whole_file import (
    BRIEF,
    clear_abandoned,
    keep_private,
    make_private_folder,
    write_atomically,
)

SMALLEST_TEXT, LARGEST_TEXT = 100, 200
"""Text sizes, in percent."""
LONGEST_WARNING = 30
"""Minutes before the end of a part; an earlier warning would warn of nothing."""
_LONGEST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set.  "" means "not set": the app then chooses.

    ``text_size`` is in percent; ``wide_text`` sets letters, words and lines apart; ``font`` is one of
    those installed.  ``backup_folder`` is a second folder for the daily copies; ``window`` is the window's
    geometry, as the window writes it.  A running part warns ``warning_minutes`` before its end,
    or when ``warning_percent`` of it is left if that is later.  ``show_signs``: whether the signs of the
    shorthand are listed under the box for notes.  ``saved_in``, ``opened_from`` and ``folder_chosen`` are the
    folders in which dialogs for files begin.  ``single_keys``: whether letters and signs by themselves are
    keys of the app; ``keys`` has the key that was chosen for an action, by its id, "" for none.
    """

    language: str = ""
    theme: str = ""
    text_size: int = SMALLEST_TEXT
    backup_folder: str = ""
    window: str = ""
    warning_minutes: int = USUAL_WARNING.time // MINUTE
    warning_percent: int = USUAL_WARNING.percent
    show_signs: bool = True
    saved_in: str = ""
    opened_from: str = ""
    folder_chosen: str = ""
    wide_text: bool = False
    font: str = ""
    single_keys: bool = True
    keys: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not SMALLEST_TEXT <= self.text_size <= LARGEST_TEXT:
            raise ValueError("text is shown at 100 to 200 percent")
        if not 0 <= self.warning_minutes <= LONGEST_WARNING or not 0 <= self.warning_percent <= 100:
            raise ValueError("a part warns at most 30 minutes and 100 percent before its end")
        if any(isinstance(value, str) and "\0" in value for value in astuple(self)):
            raise ValueError("no text and no folder has a NUL character in it")
        if not all(text.isprintable() for pair in self.keys for text in pair):
            raise ValueError("actions and keys have names")

    @property
    def second_place(self) -> Path | None:
        """The second folder for copies, or None."""
        return Path(self.backup_folder) if self.backup_folder else None

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """Return the settings in these values; an impossible value counts as not set."""
        found: dict[str, object] = {}
        for field in fields(cls):
            value = values.get(field.name)
            if isinstance(value, dict) and all(isinstance(one, str) for one in value.values()):
                value = tuple(value.items())
            if type(value) is type(field.default):
                with contextlib.suppress(ValueError):
                    cls(**{field.name: value})  # type: ignore[arg-type]  # its type was compared just above
                    found[field.name] = value
        return cls(**found)  # type: ignore[arg-type]  # as above


class SettingsFile:
    """Keeps the settings in a TOML file that a person can edit too, and that is for nobody else to read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        keep_private(path.parent, path)
        clear_abandoned(path.parent)

    def read(self) -> Settings:
        """Return the settings.  A damaged file is set aside, and all settings are as at the first start."""
        try:
            return Settings.of(self._values())
        except ValueError:
            self._set_aside()
        except OSError:
            pass  # the app starts without settings too
        return Settings()

    def write(self, settings: Settings) -> None:
        """Save the settings, and keep what a newer app or a person wrote into the file.

        Raises:
            OSError: when they could not be written; then the file is as it was.
        """
        import tomli_w  # noqa: PLC0415 - most starts write nothing

        values: dict[str, object] = {}
        try:
            values = self._values()
        except ValueError:
            self._set_aside()
        except FileNotFoundError:
            pass
        for field in fields(settings):
            value = getattr(settings, field.name)
            if value == field.default:
                values.pop(field.name, None)
            else:
                values[field.name] = dict(value) if isinstance(value, tuple) else value
        make_private_folder(self._path.parent)
        write_atomically(self._path, tomli_w.dumps(values).encode(), private=True, patience=BRIEF)

    def _values(self) -> dict[str, object]:
        """Return what the file holds.

        Raises:
            OSError: when it cannot be read.
            ValueError: when it is not TOML, or so long or so deeply nested that no person wrote it.
        """
        with self._path.open("rb") as file:
            data = file.read(_LONGEST + 1)
        if len(data) > _LONGEST:
            raise ValueError("settings are never that long")
        try:
            return tomllib.loads(decoded(data))
        except RecursionError as error:
            raise ValueError("settings are never that deep") from error

    def _set_aside(self) -> None:
        names = (f"{self._path.stem}-damaged-{number}{self._path.suffix}" for number in itertools.count(1))
        free = next(free for name in names if not (free := self._path.with_name(name)).exists())
        with contextlib.suppress(OSError):
            BRIEF.do(self._path.rename, free)
