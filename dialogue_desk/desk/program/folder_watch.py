"""What comes into a watched folder, look by look: values, and one function that reads a folder.

A file is read once it rests, and has arrived once it reads whole.  One that does not read whole is taken to
be half copied, until it has rested for so long that nobody can be copying it any more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.program.found_files import PassedOver, files_found
from dialogue_desk.desk.program.import_preview import ImportPreview, Standing, previewed
from dialogue_desk.desk.program.imports import ImportPlan, ReadPackage, import_packages
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.exchange.refusals import Refusal
from dialogue_desk.storage.watched_folders import FileState, WatchedFolder
from dialogue_desk.words import Words

LOOKS_TO_REST = 1
"""So many looks after the first a file has to be the same."""
LOOKS_OF_PATIENCE = 60
"""So many looks, some minutes, a file that does not read whole may still be on its way."""
_TRY_AGAIN = 12
"""After so many looks a file that did not read whole is tried again: a shared drive may have been slow."""

_MAYBE_HALF = {Refusal.CUT_SHORT, Refusal.DAMAGED, Refusal.NOT_A_PACKAGE, Refusal.UNREADABLE}


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look saw: the files by their paths, and how many are marked as being copied."""

    files: Mapping[Path, FileState] = field(default_factory=dict)
    copying: int = 0


@dataclass(frozen=True, slots=True)
class Resting:
    """A file that has been the same for so many looks, and whether it reads whole; None when nobody tried.

    ``programs`` are the ids of the programs that it has something of.
    """

    state: FileState
    looks: int = 0
    whole: bool | None = None
    programs: frozenset[RecordId] = frozenset()

    @property
    def is_due(self) -> bool:
        """Whether to read it now."""
        if self.whole is None:
            return self.looks >= LOOKS_TO_REST
        return not self.whole and self.looks % _TRY_AGAIN == 0

    @property
    def has_arrived(self) -> bool:
        """Whether it is there for a person: whole, or never to be so."""
        return self.whole is True or (self.whole is False and self.looks >= LOOKS_OF_PATIENCE)


@dataclass(frozen=True, slots=True)
class Watch:
    """A watched folder and all that was seen of it.  ``away``: it is not there at the moment."""

    folder: WatchedFolder
    files: Mapping[Path, Resting] = field(default_factory=dict)
    marked: int = 0
    away: bool = False

    @property
    def arrived(self) -> tuple[Path, ...]:
        """The files that a person has not dealt with yet, in their order."""
        return tuple(
            path for path, one in self.files.items() if one.has_arrived and not self._is_done(path, one)
        )

    def strange_to(self, program: str) -> int:
        """Return how many of the files that arrived are of other programs alone."""
        known = (self.files[path].programs for path in self.arrived)
        return sum(bool(programs) and program not in programs for programs in known)

    @property
    def copying(self) -> int:
        """How many files are on their way."""
        undone = (one for path, one in self.files.items() if not self._is_done(path, one))
        return self.marked + sum(not one.has_arrived for one in undone)

    @property
    def to_read(self) -> tuple[Path, ...]:
        """The files to read now: they rest, and nobody has tried them lately as they are."""
        return tuple(path for path, one in self.files.items() if one.is_due and not self._is_done(path, one))

    def after_look(self, sight: Sight | None) -> Watch:
        """Return what is known after a look; None says that the folder is not there."""
        if sight is None:
            return replace(self, away=True)
        files = {path: self._rested(path, state) for path, state in sight.files.items()}
        return replace(self, files=files, marked=sight.copying, away=False)

    def after_reading(self, plan: ImportPlan) -> Watch:
        """Return what is known after files were read.

        Files that are refused for a reason that no copying explains have arrived: a person is told why.
        """
        files = dict(self.files)
        refused = {one.path: one.reason not in _MAYBE_HALF for one in (*plan.refused, *plan.locked)}
        read = {one.path: True for one in plan.packages} | refused
        programs = {one.path: _programs(one) for one in plan.packages}
        for path, whole in read.items():
            if path in files:
                files[path] = replace(files[path], whole=whole, programs=programs.get(path, frozenset()))
        return replace(self, files=files)

    def after_opening(self, paths: Iterable[Path]) -> Watch:
        """Return this once a person has dealt with some of the files, as they are now."""
        done = {path for path in paths if path in self.files}
        states = {
            self._name(path): one.state
            for path, one in self.files.items()
            if path in done or self._is_done(path, one)
        }
        again = {name: one for name, one in self.folder.taken_back.items() if states.get(name) != one}
        return replace(self, folder=replace(self.folder, done=states, taken_back=again))

    def after_taking_back(self, names: Collection[str]) -> Watch:
        """Return this once the opening of files of these names was undone: a person is offered them again."""
        again = {path: one for path, one in self.folder.done.items() if PurePosixPath(path).name in names}
        done = {path: one for path, one in self.folder.done.items() if path not in again}
        back = {**self.folder.taken_back, **again}
        return replace(self, folder=replace(self.folder, done=done, taken_back=back))

    @property
    def taken_back(self) -> tuple[Path, ...]:
        """The files among those that arrived whose opening was undone: never opened without asking."""
        back = self.folder.taken_back
        return tuple(path for path in self.arrived if back.get(self._name(path)) == self.files[path].state)

    def _rested(self, path: Path, state: FileState) -> Resting:
        before = self.files.get(path)
        if before is None or before.state != state:
            return Resting(state)
        return replace(before, looks=before.looks + 1)

    def _is_done(self, path: Path, one: Resting) -> bool:
        return self.folder.done.get(self._name(path)) == one.state

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder.path).as_posix()


def _programs(package: ReadPackage) -> frozenset[RecordId]:
    records = package.incoming.records.values()
    return frozenset(record.id for record in records if record.kind is Kind.PROGRAM)


def look_into(folder: Path) -> Sight | None:
    """Return what is in a folder now, or None when it is not there or cannot be listed."""
    try:
        if not folder.is_dir():
            return None
        next(folder.iterdir(), None)
        found = files_found((folder,))
    except OSError:
        return None
    files: dict[Path, FileState] = {}
    for path in found.files:
        try:
            known = path.stat()
        except OSError:
            continue  # it went between the two looks
        files[path] = FileState(known.st_size, known.st_mtime_ns)
    return Sight(files, found.passed.get(PassedOver.HALF_COPIED, 0))


def without_asking(
    desk: Desk, plan: ImportPlan, arrived: Collection[Path], words: Words, *, opens: bool
) -> tuple[int, tuple[Path, ...]]:
    """Return which of the files that arrived need nobody, and how many of these were opened.

    Those are files that are here already and, where it ``opens`` what is plain, the plain ones.

    Raises:
        DeskTrouble: when it could not be written; then nothing was opened.
    """
    here = tuple(one for one in plan.packages if one.path in arrived)
    if not here:
        return 0, ()
    preview = previewed(desk, ImportPlan(here), words)
    plain = {one.path for one in preview.plain} if opens else set()
    opened = 0
    if plain:
        kept = tuple(one for one in here if one.path in plain)
        opened = len(import_packages(desk, ImportPlan(kept), words).imported)
    done = plain | set(_idle(preview, opens=opens))
    return opened, tuple(path for path in arrived if path in done)


def _idle(preview: ImportPreview, *, opens: bool) -> Iterator[Path]:
    """Yield the files that change nothing; copies and older ones of a file wait as long as that does."""
    known = {one.path.name for one in preview.files if one.standing is Standing.HERE and not one.copy_of}
    for one in preview.files:
        here = one.standing is Standing.HERE and (opens or not one.copy_of or one.copy_of in known)
        if here or (opens and one.standing is Standing.OLDER):
            yield one.path
