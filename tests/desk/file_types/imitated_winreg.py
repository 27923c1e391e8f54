# ruff: noqa: N802  # the names are those of Windows
"""The module ``winreg`` as far as the app uses it, over keys in memory."""

from __future__ import annotations

from contextlib import contextmanager


class ImitatedWinreg:
    """Keys by their path; as in Windows, a key with keys below it cannot be deleted."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = "HKCU", 2, 1

    def __init__(self):
        self.keys = {"Software": {}, r"Software\Classes": {}}

    def copy(self):
        return {key: dict(values) for key, values in self.keys.items()}

    @contextmanager
    def OpenKey(self, _top, key, _reserved=0, _access=0):
        if key not in self.keys:
            raise FileNotFoundError(key)
        yield key

    @contextmanager
    def CreateKey(self, _top, key):
        parts = key.split("\\")
        for count in range(1, len(parts) + 1):
            self.keys.setdefault("\\".join(parts[:count]), {})
        yield key

    def QueryValueEx(self, key, name):
        if name not in self.keys[key]:
            raise FileNotFoundError(name)
        return self.keys[key][name], self.REG_SZ

    def SetValueEx(self, key, name, _reserved, _kind, value):
        self.keys[key][name] = value

    def DeleteValue(self, key, name):
        if name not in self.keys[key]:
            raise FileNotFoundError(name)
        del self.keys[key][name]

    def QueryInfoKey(self, key):
        return len(self._below(key)), len(self.keys[key]), 0

    def EnumKey(self, key, number):
        return self._below(key)[number]

    def DeleteKey(self, _top, key):
        if key not in self.keys:
            raise FileNotFoundError(key)
        if self._below(key):
            raise PermissionError(key)
        del self.keys[key]

    def _below(self, key):
        start = f"{key}\\"
        return [
            one[len(start) :] for one in self.keys if one.startswith(start) and "\\" not in one[len(start) :]
        ]
