"""Looks at a stick before anything is given: what is missing there, what is older, and what is in the way."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from dialogue_desk.desk.leaving.build_manifest import (
    NAME,
    BuildFile,
    ManifestUnreadable,
    is_direct,
    is_same,
    read,
)
from dialogue_desk.desk.leaving.given_content import (
    APP,
    OWN_GUIDES,
    GivenContent,
    GivenFile,
    list_file,
    start_files,
)
from dialogue_desk.desk.leaving.giving_readme import readme
from dialogue_desk.installation import Form, Installation
from dialogue_desk.newer_version import numbered

FOLDER = "Dialogue Desk"
UNFINISHED = " (unfinished)"
"""What is at the end of the folder's name until all in it was read back."""

_GIVEN = re.compile(rf"{FOLDER} (\d[\w.+-]*)")
_CLUSTER = 32 * 1024
"""The least that a file takes on a stick, in bytes."""
_SPARE = 1 << 20

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many bytes are done of all; it may raise to stop."""


class GivingTrouble(StrEnum):
    """Why nothing was given."""

    INSIDE_APP = "inside app"
    """The place lies in the folder of the app itself."""
    NO_ROOM = "no room"
    """There is too little room, seen before anything was written."""
    IN_THE_WAY = "in the way"
    """Something that is not ours lies where a file of ours goes."""
    APP_CHANGED = "app changed"
    """A file of the app on this laptop is not what it was when the app was made."""
    READS_DIFFERENTLY = "reads differently"
    """The stick gave back something else than was written."""


class CannotGive(Exception):
    """Nothing was copied.  ``file`` is the file it is about; ``needed`` and ``free`` are bytes."""

    def __init__(self, trouble: GivingTrouble, file: str = "", needed: int = 0, free: int = 0) -> None:
        super().__init__(trouble, file)
        self.trouble, self.file, self.needed, self.free = trouble, file, needed, free


@dataclass(frozen=True, slots=True)
class EarlierGiving:
    """What an earlier giving left: its folder, its version, and the files it listed."""

    folder: Path
    version: str
    files: tuple[BuildFile, ...]


@dataclass(frozen=True, slots=True)
class GivingPlan:
    """What will be written where, beside what is there already.

    Attributes:
        target: the folder it will all be in.
        apps: the systems and wheel folders that will be there, those of an earlier giving too.
        missing: the files to write, in their order; the list is not among them.
        listed: the list of all that will be there.
        is_listed: whether that list is there already.
        changed: those of the missing that an earlier giving left and that were changed since.
        stale: what an earlier giving of this version left and this one does not have.
        older: givings of older versions in the same place.
        own_guides: whether guides of a person's own will be there.
        newer: the newest version in the same place that is newer than this one; "" for none.
    """

    target: Path
    apps: tuple[str, ...]
    missing: tuple[GivenFile, ...]
    listed: GivenFile
    is_listed: bool = False
    changed: tuple[str, ...] = ()
    stale: tuple[BuildFile, ...] = ()
    older: tuple[EarlierGiving, ...] = ()
    newer: str = ""
    own_guides: bool = False

    @property
    def is_there(self) -> bool:
        """Whether all of it is there already, byte for byte."""
        return self.is_listed and not self.missing and not self.stale

    @property
    def needed(self) -> int:
        """How much room it takes, in bytes."""
        return sum(-(-file.file.size // _CLUSTER) * _CLUSTER for file in self.missing) + _SPARE

    @property
    def unfinished(self) -> Path:
        """The folder it is written into until it is whole."""
        return self.target.with_name(self.target.name + UNFINISHED)


def plan_giving(
    content: GivenContent,
    place: Path,
    installation: Installation,
    *,
    progress: Progress = lambda _done, _total: None,
    room: Callable[[Path], int] = lambda place: shutil.disk_usage(place).free,
) -> GivingPlan:
    """Look at ``place`` and return what is to be written there.  Nothing is changed.

    ``progress`` is told how much was compared with what is there.  ``room`` says how many bytes are free.

    Raises:
        CannotGive: with the reason.
        OSError: when the place could not be read.
    """
    if installation.form is not Form.SOURCE and place.resolve().is_relative_to(installation.folder.resolve()):
        raise CannotGive(GivingTrouble.INSIDE_APP)
    others = _givings_in(place)
    target = place / f"{FOLDER} {content.version}"
    known = {file.path: file for one in others if one.folder == target for file in one.files}
    kept = tuple(file for file in known.values() if _stays(file, content, target))
    apps = tuple(dict.fromkeys((*content.apps, *_apps_in(kept))))
    own = any(file.path.startswith(OWN_GUIDES) for file in (*kept, *(one.file for one in content.files)))
    files = (*content.files, *start_files(apps), readme(content.version, apps, own_guides=own))
    missing, changed = _compared(files, target, known, progress)
    written = {file.path for file in files}
    listed = list_file((*(one.file for one in files), *(one for one in kept if one.path not in written)))
    if not known and os.path.lexists(target / NAME):
        raise CannotGive(GivingTrouble.IN_THE_WAY, str(target / NAME))
    newer = [one.version for one in others if numbered(one.version) > numbered(content.version)]
    plan = GivingPlan(
        target,
        apps,
        missing,
        listed,
        is_same(target / NAME, listed.file),
        changed,
        tuple(one for one in known.values() if one not in kept and one.path not in written),
        tuple(one for one in others if numbered(one.version) < numbered(content.version)),
        max(newer, key=numbered, default=""),
        own,
    )
    if missing and plan.needed > (free := room(place)):
        raise CannotGive(GivingTrouble.NO_ROOM, needed=plan.needed, free=free)
    return plan


def _compared(
    files: Iterable[GivenFile], target: Path, known: Mapping[str, BuildFile], progress: Progress
) -> tuple[tuple[GivenFile, ...], tuple[str, ...]]:
    """Return the files that are not there, or not as they are to be, and which of them were changed since."""
    missing, changed = [], []
    files = tuple(files)
    done, total = 0, sum(file.file.size for file in files)
    for given in files:
        path = target / given.path
        if not is_direct(target, given.path):
            raise CannotGive(GivingTrouble.IN_THE_WAY, str(path.parent))
        if not os.path.lexists(path):
            missing.append(given)
        elif not is_same(path, given.file):
            if given.path not in known or not path.is_file():
                raise CannotGive(GivingTrouble.IN_THE_WAY, str(path))
            missing.append(given)
            if not is_same(path, known[given.path]):
                changed.append(given.path)
        done += given.file.size
        progress(done, total)
    return tuple(missing), tuple(changed)


def _stays(file: BuildFile, content: GivenContent, target: Path) -> bool:
    """Whether a file of an earlier giving of this version stays: an app for others, a guide of one's own."""
    folder, _, rest = file.path.partition("/")
    other_app = folder == APP and rest.partition("/")[0] not in content.apps
    return (other_app or file.path.startswith(OWN_GUIDES)) and target.joinpath(file.path).is_file()


def _apps_in(files: Iterable[BuildFile]) -> tuple[str, ...]:
    found = (file.path.split("/")[1] for file in files if file.path.startswith(f"{APP}/"))
    return tuple(dict.fromkeys(found))


def _givings_in(place: Path) -> tuple[EarlierGiving, ...]:
    found = []
    for folder in sorted(place.iterdir()):
        named = _GIVEN.fullmatch(folder.name)
        if named and numbered(named[1]) and folder.is_dir() and is_direct(folder, NAME):
            try:
                files = tuple(file for file in read(folder).files if is_direct(folder, file.path))
                found.append(EarlierGiving(folder, named[1], files))
            except ManifestUnreadable:  # a folder of somebody's own that has such a name
                continue
    return tuple(found)
