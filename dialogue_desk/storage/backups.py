"""Makes the dated copies of the desk file, one a day, so that a disaster costs one day at most.

A copy is an ordinary desk file.  To restore one by hand, close Dialogue Desk, put the copy in the desk
file's place under its name, and remove the ``-wal`` and ``-shm`` files beside it (``docs/backups.md``).
"""

from __future__ import annotations

import contextlib
import errno
import filecmp
import shutil
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.storage.copy_names import CopyNames, listed
from dialogue_desk.storage.database import backups_of, copy_database, open_for_reading
from dialogue_desk.storage.desk_errors import as_desk_trouble
from dialogue_desk.storage.pending_erasures import Erasures
from dialogue_desk.storage.places import is_there, mark_in
from dialogue_desk.storage.replace_database import clear, put_in_place
from dialogue_desk.storage.typed_rows import rows, text
from dialogue_desk.whole_file import (
    BRIEF,
    PATIENT,
    clear_abandoned,
    keep_private,
    open_private,
    sync_file,
    sync_folder,
)

KEPT = 7
"""How many dated copies are kept in each folder."""

_MARKS = "SELECT substr(value, -6) FROM desk WHERE key = 'device' OR key LIKE 'former device %' ORDER BY key"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was made.

    ``second`` is the path of the copy in the second folder: None when no second folder is set, or when the
    copy could not be written there; then ``second_missed`` is why.
    """

    path: Path
    second: Path | None = None
    second_missed: OSError | None = None


class Backups:
    """The dated copies of one desk file: next to it, and in a second folder if one is set.

    It reads the desk file over its own connection, so it can be used on another thread.  ``second`` is a
    folder on another disk or a USB stick; ``erasures`` is that of the open desk file, when one is open.
    """

    def __init__(self, desk: Path, second: Path | None = None, erasures: Erasures | None = None) -> None:
        self.desk = desk
        self._erasures = erasures or Erasures(desk)
        self._names = CopyNames(desk)
        self._beside, self._second = backups_of(desk), second

    def due(self, day: date) -> bool:
        """Whether there is no copy of this day yet."""
        return not any(self._is_of(copy, day) for copy in self.copies())

    def copies(self) -> list[Path]:
        """Return the dated copies next to the desk file, the latest first."""
        return self._dated(self._beside)

    def second_copies(self) -> list[Path]:
        """Return the dated copies in the second folder, the latest first; none when it is not there."""
        second = self._second
        if second is None:
            return []
        if not self.desk.exists():
            return self._of_missing_desk(second)
        return self.ours_in(second) if self.is_there(second) else []

    def is_there(self, place: Path, marks: Sequence[str] = ()) -> bool:
        """Whether a folder that a person chose for copies is there, and is not another one at its path.

        ``marks`` are those of laptops whose copies tell that it is, beside those of this desk.
        """
        return is_there(place, self._erasures, lambda: bool(self.ours_in(place, marks)))

    def last(self) -> Instant | None:
        """Return when the latest copy next to the desk file was made, or None."""
        return next(map(_made_at, self.copies()), None)

    def last_in_second(self) -> Instant | None:
        """Return when the latest copy in the second folder was made, plugged in or not, or None."""
        return self._erasures.pending().copied.get(str(self._second)) or None

    def second_is_due(self, day: date) -> bool:
        """Whether the second folder is there and has no copy of this day yet."""
        second = self._second
        if second is None or not self.is_there(second):
            return False
        return not any(self._is_of(copy, day) for copy in self.ours_in(second))

    def before_schemas(self) -> list[Path]:
        """Return the copies that were made before a newer app changed the schema of the desk file."""
        return [path for path in listed(self._beside) if self._names.before_schema(path.name)]

    def ours_in(self, place: Path, marks: Sequence[str] = ()) -> list[Path]:
        """Return the copies of this desk in another folder, and those with ``marks``, the latest first."""
        return self._dated(place, {*self._marks(), *marks})

    def unfinished(self, place: Path | None = None, marks: Sequence[str] = ()) -> list[Path]:
        """Return what kills left of copies and desk files in ``place``, or of those next to the desk file."""
        if place is not None:
            ours = {*self._marks(), *marks}
            return [path for path in listed(place) if self._names.unfinished_copy(path.name, ours)]
        return [
            *(path for path in listed(self._beside) if self._names.unfinished_copy(path.name)),
            *(path for path in listed(self.desk.parent) if self._names.unfinished_desk(path.name)),
        ]

    def tidy(self) -> None:
        """Delete what kills left half written, and let only their owner read the copies of earlier versions.

        Whoever calls it has the desk open, so nobody else makes copies of it now.
        """
        second = self._second if self._second is not None and self.is_there(self._second) else None
        for path in (*self.unfinished(), *(self.unfinished(second) if second else ())):
            with contextlib.suppress(OSError):
                BRIEF.do(path.unlink, missing_ok=True)
        keep_private(*self.copies(), *self.before_schemas(), *(self.ours_in(second) if second else ()))
        with as_desk_trouble(self.desk), closing(open_for_reading(self.desk)) as source:
            exported = {Path(text(path)).parent for (path,) in rows(source, "SELECT path FROM export")}
        for folder in {self.desk.parent, self._beside, *([second] if second else []), *exported}:
            clear_abandoned(folder)

    def make(self, day: date) -> Backup:
        """Make the copy of ``day``, replacing one of the same day, and delete the oldest.

        Raises:
            DeskTrouble: when it could not be written next to the desk; then all earlier copies are
                as they were.
        """
        path = self._beside / self._names.of_day(day, next(iter(self._marks()), "no-one"))
        with as_desk_trouble(self.desk), closing(open_for_reading(self.desk)) as source:
            copy_database(source, path)
        # A copy that is told is there after a power cut too, and so is the folder it is in.
        sync_folder(path.parent)
        sync_folder(path.parent.parent)
        for old in self._too_many(self.copies(), day):
            PATIENT.do(old.unlink, missing_ok=True)
        if self._second is None:
            return Backup(path)
        # Other laptops may have their copies there too.
        try:
            copied = self._copied(path, self._second)
            for old in self._too_many(self.ours_in(self._second), day):
                PATIENT.do(old.unlink, missing_ok=True)
        except OSError as error:
            return Backup(path, None, second_missed=error)
        return Backup(path, copied)

    def _of_missing_desk(self, second: Path) -> list[Path]:
        """Return the copies in a folder that may be of a desk file that is not there, and cannot say so."""
        known = self._erasures.pending().marks.get(str(second))
        if known and mark_in(second) != known:
            return []
        marks = {name.mark for copy in self.copies() if (name := self._names.dated(copy.name))}
        return self._dated(second, marks or None)

    def _marks(self) -> list[str]:
        """Return the marks of this desk, the present one first."""
        with as_desk_trouble(self.desk), closing(open_for_reading(self.desk)) as source:
            return [text(mark) for (mark,) in rows(source, _MARKS)]

    def _too_many(self, copies: Sequence[Path], day: date) -> list[Path]:
        """Return which copies to delete: first those with a day in the future, then the oldest.

        A clock that was years ahead for a while must not cost the copies that are made since.
        """
        future = [copy for copy in copies if self._age(copy)[0] > day.isoformat()]
        return [*(copy for copy in copies if copy not in future), *future][KEPT:]

    def _copied(self, copy: Path, second: Path) -> Path:
        """Copy a copy to the second folder, which is remembered before it holds one."""
        if not self.is_there(second):
            raise FileNotFoundError(second)
        known = self._erasures.pending().copied.get(str(second), 0)
        self._erasures.copied_to(str(second), known)
        copied = _copied(copy, second)
        with contextlib.suppress(OSError):  # it is already known that there is one
            self._erasures.copied_to(str(second), _made_at(copied))
        return copied

    def _dated(self, place: Path, marks: Collection[str] | None = None) -> list[Path]:
        """Return the copies in a folder that have ``marks``, or all, the latest first."""
        names = ((path, self._names.dated(path.name)) for path in listed(place))
        found = (path for path, name in names if name and (marks is None or name.mark in marks))
        return sorted(found, key=self._age, reverse=True)

    def _is_of(self, copy: Path, day: date) -> bool:
        return self._age(copy)[0] == day.isoformat()

    def _age(self, copy: Path) -> tuple[str, int, str]:
        """Return the sort key of a copy.  A restored desk has several copies of one day, with other marks."""
        name = self._names.dated(copy.name)
        made = 0
        with contextlib.suppress(OSError):
            made = copy.stat().st_mtime_ns
        return name.day if name else "", made, copy.name


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
        open(part, "xb", opener=open_private).close()
        PATIENT.do(shutil.copyfile, source, part)
        with PATIENT.do(part.open, "r+b") as file:
            sync_file(file.fileno())
        if not PATIENT.do(filecmp.cmp, source, part, shallow=False):
            raise OSError(errno.EIO, "what was written reads back differently", str(part))
        put_in_place(part, to)
    finally:
        with contextlib.suppress(OSError):
            clear(part)
    return to
