"""The names that the app gives to copies of a desk file, and to what it sets aside or leaves unfinished.

A file is judged by its whole name, and only in a folder where the app puts such files.  A piece of a name
says nothing: people name their desks as they like, and may go on with a file that was set aside.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_DAY = r"\d{4}-\d\d-\d\d"
_LOG = "(?:-wal|-shm|-journal)?"
_MARK_LENGTH = 6


@dataclass(frozen=True, slots=True)
class DatedName:
    """What the name of a copy says: its day, and the mark of the laptop that made it."""

    day: str
    mark: str


class CopyNames:
    """The names of what the app makes of the desk file at ``desk``."""

    def __init__(self, desk: Path) -> None:
        self._desk = desk
        self._stem, self._suffix, self._name = map(re.escape, (desk.stem, desk.suffix, desk.name))

    def of_day(self, day: date, mark: str) -> str:
        """Return the name of the copy of a day."""
        return f"{self._desk.stem}-{day.isoformat()}-{mark}{self._desk.suffix}"

    def dated(self, name: str) -> DatedName | None:
        """Return what the name of a copy says, or None when it is none of a copy."""
        found = re.fullmatch(rf"{self._stem}-({_DAY})-(.{{{_MARK_LENGTH}}}){self._suffix}", name, re.DOTALL)
        return None if found is None else DatedName(*found.groups())

    def before_schema(self, name: str) -> bool:
        """Whether a copy has this name that was made before a newer app changed the schema."""
        return self._is(name, rf"{self._stem}-before-schema-\d+{self._suffix}")

    def set_aside(self, name: str) -> bool:
        """Whether a file next to the desk has this name that was set aside: damaged, or replaced."""
        return self._is(name, rf"{self._stem}-(?:damaged|set-aside)-{_DAY}(?:-\d+)?{self._suffix}")

    def unfinished_copy(self, name: str, marks: Collection[str] | None = None) -> bool:
        """Whether a kill left a copy half made under this name; unless ``marks`` is None, one with these."""
        whole = re.fullmatch(rf"\.(.+)\.part{_LOG}", name, re.DOTALL)
        if whole is None:
            return False
        dated = self.dated(whole[1])
        if dated is not None:
            return marks is None or dated.mark in marks
        return marks is None and self.before_schema(whole[1])

    def unfinished_desk(self, name: str) -> bool:
        """Whether a kill left a new desk file half made under this name next to the desk."""
        made = rf"{self._name}\.(?:rebuilt|restored)\.part"
        return self._is(name, rf"(?:\.{made}\.part|{made}|{self._name}\.aside\.part){_LOG}")

    def _is(self, name: str, pattern: str) -> bool:
        return re.fullmatch(pattern, name) is not None


def listed(folder: Path) -> list[Path]:
    """Return the files in a folder by name; none when it is not there."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
