"""Remembers on disk what is still to be erased, in the desk file and in each folder with copies of it.

It is a small file next to the desk with ids and folders, and no words, written before anything is erased.
After a kill in the middle the next start goes on from it; so does a USB stick that is plugged in again.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

import msgspec

from dialogue_desk.domain.model.ids import RecordId, possible
from dialogue_desk.whole_file import PATIENT, write_atomically

BESIDE = ""
"""Stands for the folder of the copies next to the desk file."""

_LONGEST = 64 * 1024 * 1024
_MARK = re.compile("[A-Za-z0-9._:-]{1,8}")
"""The end of a laptop's name, which stands in the names of its copies."""


@dataclass(frozen=True, slots=True)
class ErasureTask:
    """What is still to be erased from the copies in one folder.

    ``ids`` are the records whose words go.  ``marks`` are those of laptops whose copies all go, because
    everything was erased.
    """

    ids: tuple[RecordId, ...] = ()
    marks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ids or self.marks)

    def joined(self, other: ErasureTask) -> ErasureTask:
        """Return both as one task."""
        ids = () if other.marks else self.ids
        return ErasureTask(
            tuple(dict.fromkeys((*ids, *other.ids))), tuple(dict.fromkeys((*self.marks, *other.marks)))
        )

    def without(self, done: ErasureTask) -> ErasureTask:
        """Return what is left of the task once ``done`` is done."""
        ids, marks = set(done.ids), set(done.marks)
        return ErasureTask(
            tuple(one for one in self.ids if one not in ids),
            tuple(one for one in self.marks if one not in marks),
        )


@dataclass(frozen=True, slots=True)
class PendingErasures:
    """Everything that is still to be erased: in the desk file itself, and in each folder with copies of it.

    ``copied`` are all folders in which copies of this desk were made, with the time of the last one.
    ``marks`` are the marks of the folders that a person chose for copies.
    """

    desk: ErasureTask = ErasureTask()
    places: Mapping[str, ErasureTask] = field(default_factory=dict)
    copied: Mapping[str, int] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)


class Erasures:
    """What is pending after erasing, for the desk file at ``path``.  It can be used from any thread.

    Without ``kept``, as for a desk in memory, nothing is written.
    """

    def __init__(self, path: Path, *, kept: bool = True) -> None:
        self._path = path.with_name(f"{path.name}.erasing")
        self._kept = kept
        self._lock = Lock()
        self._latest = self.pending()

    def pending(self) -> PendingErasures:
        """Return what is still to be erased.

        What cannot be in it is left out: a place that no folder has, and a mark that no laptop has and that
        would fit the copies of others.
        """
        if self._kept:
            with contextlib.suppress(OSError, msgspec.MsgspecError, RecursionError):
                with self._path.open("rb") as file:
                    data = file.read(_LONGEST)
                return _possible(msgspec.json.decode(data, type=PendingErasures))
        return PendingErasures()

    def go_on_at(self, path: Path) -> None:
        """Go on beside the desk file at ``path``; what was pending stays so, even if its file is gone."""
        with self._lock, contextlib.suppress(OSError):
            self._path = path.with_name(f"{path.name}.erasing")
            if not self._path.exists():
                self._write(self._latest)

    def begin(self, task: ErasureTask) -> None:
        """Save, before it is done, that ``task`` is to be done in the desk and in every folder with copies.

        Raises:
            OSError: when that could not be written; then nothing may be erased yet.
        """
        with self._lock:
            due = self.pending()
            places = {
                place: due.places.get(place, ErasureTask()).joined(task) for place in (BESIDE, *due.copied)
            }
            self._write(replace(due, desk=due.desk.joined(task), places={**due.places, **places}))

    def take_back(self, task: ErasureTask) -> None:
        """Drop a task of which nothing was done, even on a full disk: otherwise it would be done later."""
        with self._lock, contextlib.suppress(OSError):
            due = self.pending()
            places = {place: known.without(task) for place, known in due.places.items()}
            left = replace(due, desk=due.desk.without(task), places=places)
            try:
                self._write(left)
            except OSError:
                self._write_over(left)

    def done_in_desk(self, task: ErasureTask) -> None:
        """Save that ``task`` is done in the desk file itself."""
        with self._lock, contextlib.suppress(OSError):
            due = self.pending()
            self._write(replace(due, desk=due.desk.without(task)))

    def done_in(self, place: str, task: ErasureTask) -> None:
        """Save that ``task`` is done in one folder."""
        with self._lock, contextlib.suppress(OSError):
            due = self.pending()
            left = due.places.get(place, ErasureTask()).without(task)
            self._write(replace(due, places={**due.places, place: left}))

    def copied_to(self, place: str, at: int) -> None:
        """Save that a copy was made in a folder, at ``at``.

        Raises:
            OSError: when that could not be written; then no copy may be made in a new folder.
        """
        with self._lock:
            due = self.pending()
            self._write(replace(due, copied={**due.copied, place: at}))

    def recognize(self, place: str, mark: str, moved: Collection[str] = ()) -> None:
        """Save the mark of a folder; what is known of the ``moved`` folders is known of this one instead.

        Raises:
            OSError: when that could not be written.
        """
        with self._lock:
            due = self.pending()
            task, at = due.places.get(place, ErasureTask()), due.copied.get(place, 0)
            for one in moved:
                task = task.joined(due.places.get(one, ErasureTask()))
                at = max(at, due.copied.get(one, 0))
            left = _without(due, {*moved, place})
            copied = {place: at} if at or place in due.copied else {}
            self._write(
                replace(
                    left,
                    places={**left.places, place: task},
                    copied={**left.copied, **copied},
                    marks={**left.marks, place: mark},
                )
            )

    def forget_place(self, place: str) -> None:
        """Drop a folder with what is pending there: its USB stick was lost or wiped."""
        with self._lock, contextlib.suppress(OSError):
            self._write(_without(self.pending(), {place}))

    def _write_over(self, due: PendingErasures) -> None:
        """Overwrite the file in place, filled up with spaces, which needs no free space on the disk."""
        if self._kept:
            length = self._path.stat().st_size
            with self._path.open("r+b", buffering=0) as file:
                file.write(msgspec.json.encode(_tidy(due)).ljust(length))

    def _write(self, due: PendingErasures) -> None:
        if not self._kept:
            return
        self._latest = due = _tidy(due)
        if due == PendingErasures():
            PATIENT.do(self._path.unlink, missing_ok=True)
        elif due != self.pending():
            write_atomically(self._path, msgspec.json.encode(due), private=True)


def _possible(due: PendingErasures) -> PendingErasures:
    places = {place: _markable(task) for place, task in due.places.items() if "\0" not in place}
    copied = {place: at for place, at in due.copied.items() if "\0" not in place and possible(at)}
    known = {place: mark for place, mark in due.marks.items() if "\0" not in place}
    return PendingErasures(_markable(due.desk), places, copied, known)


def _markable(task: ErasureTask) -> ErasureTask:
    return ErasureTask(task.ids, tuple(mark for mark in task.marks if _MARK.fullmatch(mark)))


def _tidy(due: PendingErasures) -> PendingErasures:
    return replace(due, places={place: task for place, task in due.places.items() if task})


def _without(due: PendingErasures, places: Collection[str]) -> PendingErasures:
    return PendingErasures(
        due.desk,
        {place: task for place, task in due.places.items() if place not in places},
        {place: at for place, at in due.copied.items() if place not in places},
        {place: mark for place, mark in due.marks.items() if place not in places},
    )


def task_of(ids: Iterable[RecordId]) -> ErasureTask:
    """Return the task of erasing these records."""
    return ErasureTask(tuple(sorted(set(ids))))
