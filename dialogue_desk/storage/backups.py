"""Makes the dated copies of the desk file, one a day, so that a disaster costs one day at most.

A copy is an ordinary desk file.  To restore one by hand, close Dialogue Desk, put the copy in the desk
file's place under its name, and remove the ``-wal`` and ``-shm`` files beside it (``docs/backups.md``).
"""

from __future__ import annotations

import contextlib
import filecmp
import glob
import os
import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.storage.database import backups_of, copy_database, open_for_reading
from dialogue_desk.storage.desk_errors import as_desk_trouble
from dialogue_desk.storage.pending_erasures import Erasures
from dialogue_desk.storage.replace_database import clear, put_in_place
from dialogue_desk.storage.typed_rows import rows, text

KEPT = 7
"""How many dated copies are kept in each folder."""

_DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
_MARKS = "SELECT substr(value, -6) FROM desk WHERE key = 'device' OR key LIKE 'former device %' ORDER BY key"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made.

    ``second`` is the path of the copy in the second folder: None when no second folder is set, or when the
    copy could not be written there; then ``second_missed`` is true.
    """

    path: Path
    second: Path | None = None
    second_missed: bool = False


class Backups:
    """The dated copies of one desk file: next to it, and in a second folder if one is set.

    It reads the desk file over its own connection, so it can be used on another thread.  ``second`` is a
    folder on another disk or a USB stick; ``erasures`` is that of the open desk file, when one is open.
    """

    def __init__(self, desk: Path, second: Path | None = None, erasures: Erasures | None = None) -> None:
        self._desk = desk
        self._erasures = erasures or Erasures(desk)
        self._places = (backups_of(desk), *([second] if second else []))

    def due(self, day: date) -> bool:
        """Whether there is no copy of this day yet."""
        return not any(
            copy.name.startswith(f"{self._desk.stem}-{day.isoformat()}-") for copy in self.copies()
        )

    def copies(self) -> list[Path]:
        """Return the dated copies next to the desk file, the latest first."""
        return self._dated(self._places[0], "??????")

    def second_copies(self) -> list[Path]:
        """Return the dated copies in the second folder, the latest first; none when it is not plugged in."""
        return [copy for second in self._places[1:] for copy in self.ours_in(second)]

    def last(self) -> Instant | None:
        """Return when the latest copy next to the desk file was made, or None."""
        return next(map(_made_at, self.copies()), None)

    def last_in_second(self) -> Instant | None:
        """Return when the latest copy in the second folder was made, plugged in or not, or None."""
        known = [self._erasures.pending().copied.get(str(second)) for second in self._places[1:]]
        return (known[0] or None) if known else None

    def second_is_due(self, day: date) -> bool:
        """Whether the second folder is there and has no copy of this day yet."""
        name = f"{self._desk.stem}-{day.isoformat()}-"
        return any(
            second.is_dir() and not any(copy.name.startswith(name) for copy in self.second_copies())
            for second in self._places[1:]
        )

    def before_schemas(self) -> list[Path]:
        """Return the copies that were made before a newer app changed the schema of the desk file."""
        stem, suffix = glob.escape(self._desk.stem), glob.escape(self._desk.suffix)
        return sorted(self._places[0].glob(f"{stem}-before-schema-*{suffix}"))

    def ours_in(self, place: Path, marks: Sequence[str] = ()) -> list[Path]:
        """Return the copies of this desk in another folder, and those with ``marks``, the latest first."""
        with as_desk_trouble(self._desk), closing(open_for_reading(self._desk)) as source:
            known = {text(mark) for (mark,) in rows(source, _MARKS)} | set(marks)
        found = (copy for mark in known for copy in self._dated(place, mark))
        return sorted(found, key=self._age, reverse=True)

    def make(self, day: date) -> Backup:
        """Make the copy of ``day``, replacing one of the same day, and delete the oldest.

        Raises:
            DeskTrouble: when it could not be written next to the desk; then all earlier copies are
                as they were.
        """
        first, *others = self._places
        with as_desk_trouble(self._desk), closing(open_for_reading(self._desk)) as source:
            marks = [text(mark) for (mark,) in rows(source, _MARKS)] or ["no-one"]
            path = first / f"{self._desk.stem}-{day.isoformat()}-{marks[0]}{self._desk.suffix}"
            copy_database(source, path)
        for old in self._too_many(self.copies(), day):
            old.unlink(missing_ok=True)
        for second in others:
            # Other laptops may have their copies there too.
            try:
                copied = self._copied(path, second)
                for old in self._too_many(self.ours_in(second), day):
                    old.unlink(missing_ok=True)
            except OSError:
                return Backup(path, None, second_missed=True)
            return Backup(path, copied)
        return Backup(path)

    def _too_many(self, copies: Sequence[Path], day: date) -> list[Path]:
        """Return which copies to delete: first those with a day in the future, then the oldest.

        A clock that was years ahead for a while must not cost the copies that are made since.
        """
        future = [copy for copy in copies if self._age(copy)[0] > day.isoformat()]
        return [*(copy for copy in copies if copy not in future), *future][KEPT:]

    def _copied(self, copy: Path, second: Path) -> Path:
        """Copy a copy to the second folder, which is remembered before it holds one."""
        if not second.is_dir():
            raise FileNotFoundError(second)
        known = self._erasures.pending().copied.get(str(second), 0)
        self._erasures.copied_to(str(second), known)
        copied = _copied(copy, second)
        with contextlib.suppress(OSError):  # it is already known that there is one
            self._erasures.copied_to(str(second), _made_at(copied))
        return copied

    def _dated(self, place: Path, mark: str) -> list[Path]:
        stem, suffix = glob.escape(self._desk.stem), glob.escape(self._desk.suffix)
        return sorted(place.glob(f"{stem}-{_DAY}-{mark}{suffix}"), key=self._age, reverse=True)

    def _age(self, copy: Path) -> tuple[str, int, str]:
        """Return the sort key of a copy.  A restored desk has several copies of one day, with other marks."""
        begins = len(self._desk.stem) + 1
        made = 0
        with contextlib.suppress(OSError):
            made = copy.stat().st_mtime_ns
        return copy.name[begins : begins + 10], made, copy.name


def _made_at(copy: Path) -> Instant:
    return int(copy.stat().st_mtime * 1000)


def _copied(source: Path, place: Path) -> Path:
    """Copy a file that nobody writes to into another folder, whole or not at all.

    Raises:
        OSError: when it could not be copied.
    """
    to = place / source.name
    part = place / f".{source.name}.part"
    try:
        clear(part)
        shutil.copyfile(source, part)
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        if not filecmp.cmp(source, part, shallow=False):
            raise OSError(f"what was written to {part.name} reads back differently")
        put_in_place(part, to)
    finally:
        with contextlib.suppress(OSError):
            clear(part)
    return to
