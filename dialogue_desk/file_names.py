"""Makes names of files that each system takes: no sign and no name that Windows keeps for itself."""

from __future__ import annotations

import re

_NOT_ALLOWED = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_DEVICES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"),
    )
)
"""The names of devices; a file of such a name, whatever its ending, would be printed or thrown away."""


def is_device(name: str) -> bool:
    """Whether Windows takes a name for one of its devices."""
    return name.partition(".")[0].rstrip(" ").lower() in _DEVICES


def is_portable(name: str) -> bool:
    """Whether each system, and a FAT stick, can have a file or a folder of that name."""
    return bool(name) and portable_name(name) == name


def portable_name(name: str) -> str:
    """Return a file's name as each system takes it, FAT sticks too; the same where nothing is in the way."""
    allowed = _NOT_ALLOWED.sub("-", name).rstrip(" .") or "-"
    return f"my-{allowed}" if is_device(allowed) else allowed
