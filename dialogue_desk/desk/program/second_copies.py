"""The marks that laptops and sync services put into the name of a file's second copy."""

from __future__ import annotations

import re

_MARKS = (
    re.compile(r" ?\([^()]*(?:conflict|conflicto)[^()]*\)", re.IGNORECASE),  # Dropbox, Nextcloud, Drive
    re.compile(r"\.sync-conflict-[\w-]+", re.IGNORECASE),  # Syncthing
    re.compile(r" ?\(\d{1,3}\)(?=\.|$)"),  # browsers, mail, Windows
    re.compile(r" ?[-–] ?(?:copy|copia)(?: ?\(\d{1,3}\))?(?=\.|$)", re.IGNORECASE),  # Windows, Linux
    re.compile(r" (?:copy|copia)(?: \d{1,3})?(?=\.|$)", re.IGNORECASE),  # macOS
    re.compile(r"^(?:copy|copia) (?:\(\d{1,3}\) )?(?:of|de) ", re.IGNORECASE),
)


def first_name(name: str) -> str:
    """Return the name of a file without the marks of a second copy: "C07.dialogue" for "C07 (1).dialogue"."""
    for mark in _MARKS:
        name = mark.sub("", name)
    return name


def is_second_copy(name: str) -> bool:
    """Whether the name of a file says that it is a second copy of another."""
    first = first_name(name)
    return first != name and not first.startswith(".")
