"""The part of the Windows registry that is a person's own."""

from __future__ import annotations

import contextlib
from importlib import import_module
from typing import Any


class PersonRegistry:
    """``HKEY_CURRENT_USER``; keys are paths below it, and "" names a key's own value.

    ``winreg`` is Python's module of this name, which is there on Windows alone.
    """

    def __init__(self, winreg: Any = None) -> None:  # noqa: ANN401  # a module that cannot be imported here
        self._winreg = winreg or import_module("winreg")
        self._top = self._winreg.HKEY_CURRENT_USER

    def value(self, key: str, name: str = "") -> str | None:
        """Return a value, or None when there is none."""
        with contextlib.suppress(FileNotFoundError), self._winreg.OpenKey(self._top, key) as here:
            return str(self._winreg.QueryValueEx(here, name)[0])
        return None

    def set(self, key: str, name: str, value: str) -> None:
        """Set a value, and make its key.

        Raises:
            OSError: when that is not allowed.
        """
        with self._winreg.CreateKey(self._top, key) as here:
            self._winreg.SetValueEx(here, name, 0, self._winreg.REG_SZ, value)

    def delete_value(self, key: str, name: str) -> None:
        """Delete a value where there is one.

        Raises:
            OSError: when that is not allowed.
        """
        access = self._winreg.KEY_SET_VALUE
        with (
            contextlib.suppress(FileNotFoundError),
            self._winreg.OpenKey(self._top, key, 0, access) as here,
        ):
            self._winreg.DeleteValue(here, name)

    def delete_key(self, key: str) -> None:
        """Delete a key with all that is in it, where there is one.

        Raises:
            OSError: when that is not allowed.
        """
        for below in self._keys_below(key):
            self.delete_key(rf"{key}\{below}")
        with contextlib.suppress(FileNotFoundError):
            self._winreg.DeleteKey(self._top, key)

    def delete_empty(self, key: str) -> None:
        """Delete a key where there is one that holds nothing.

        Raises:
            OSError: when that is not allowed.
        """
        with contextlib.suppress(FileNotFoundError):
            with self._winreg.OpenKey(self._top, key) as here:
                keys, values, _ = self._winreg.QueryInfoKey(here)
            if not keys and not values:
                self._winreg.DeleteKey(self._top, key)

    def _keys_below(self, key: str) -> tuple[str, ...]:
        with contextlib.suppress(FileNotFoundError), self._winreg.OpenKey(self._top, key) as here:
            count = self._winreg.QueryInfoKey(here)[0]
            return tuple(self._winreg.EnumKey(here, number) for number in range(count))
        return ()
