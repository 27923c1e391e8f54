"""File types of one person on Windows: keys below ``HKEY_CURRENT_USER``, which need no administrator."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from dialogue_desk.exchange.file_types import FileType, file_types

_CLASSES = r"Software\Classes"
_OFFERED = "OpenWithProgids"


class Registry(Protocol):
    """The part of the registry that is a person's own; keys are paths, and "" names a key's own value."""

    def value(self, key: str, name: str = "") -> str | None:
        """Return a value, or None when there is none."""

    def set(self, key: str, name: str, value: str) -> None:
        """Set a value, and make its key."""

    def delete_value(self, key: str, name: str) -> None:
        """Delete a value where there is one."""

    def delete_key(self, key: str) -> None:
        """Delete a key with all that is in it, where there is one."""

    def delete_empty(self, key: str) -> None:
        """Delete a key where there is one that holds nothing."""


class WindowsFileTypes:
    """What Windows knows of the app for one person.

    ``command`` opens the window, ``icon`` is that of its files, and ``changed`` tells the system to look
    again.
    """

    def __init__(
        self,
        registry: Registry,
        command: Sequence[str],
        icon: Path,
        language: str,
        changed: Callable[[], None],
    ) -> None:
        self._registry, self._changed = registry, changed
        self._command, self._icon, self._language = command, icon, language

    def add(self) -> None:
        """Have files open in the app with a double click.

        An ending that another app has, or that is not ours alone, stays with that app: this one is offered
        under "Open with".

        Raises:
            OSError: when the registry refuses it.
        """
        for one in file_types():
            self._describe(one)
            ending = rf"{_CLASSES}\{one.last_ending}"
            self._registry.set(rf"{ending}\{_OFFERED}", one.windows, "")
            if one.has_own_ending and not self._registry.value(ending):
                self._registry.set(ending, "", one.windows)
        self._changed()

    def remove(self) -> bool:
        """Take all of it away, and return whether there was any.

        Raises:
            OSError: when the registry refuses it.
        """
        there = bool(self.command())
        for one in file_types():
            ending = rf"{_CLASSES}\{one.last_ending}"
            if self._registry.value(ending) == one.windows:
                self._registry.delete_value(ending, "")
            self._registry.delete_value(rf"{ending}\{_OFFERED}", one.windows)
            self._registry.delete_empty(rf"{ending}\{_OFFERED}")
            self._registry.delete_empty(ending)
            self._registry.delete_key(rf"{_CLASSES}\{one.windows}")
        self._changed()
        return there

    def command(self) -> str:
        """Return the command that files open with now; "" when they do not open in the app."""
        first = file_types()[0].windows
        return self._registry.value(rf"{_CLASSES}\{first}\shell\open\command") or ""

    def own_command(self) -> str:
        """Return the command that this app would be opened with."""
        return f'{subprocess.list2cmdline(self._command)} "%1"'

    def _describe(self, one: FileType) -> None:
        kind = rf"{_CLASSES}\{one.windows}"
        self._registry.set(kind, "", one.named(self._language))
        self._registry.set(rf"{kind}\DefaultIcon", "", f'"{self._icon}"')
        self._registry.set(rf"{kind}\shell\open", "MultiSelectModel", "Player")  # more than 15 files at once
        self._registry.set(rf"{kind}\shell\open\command", "", self.own_command())
