"""Looks into the watched folders while the app runs, on the worker's thread, and tells what came in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.storage.watched_folders import FileState, WatchedFolder, WatchedFolders
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.worker import Progress
from dialogue_desk.ui.importing.folder_news import FolderNews, away_text, opened_text
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.desk.program.folder_watch import Sight, Watch
    from dialogue_desk.desk.program.imports import ImportPlan
    from dialogue_desk.exchange.sealing import Keyring

log = logging.getLogger(__name__)

BETWEEN_LOOKS_MS = 5_000
FIRST_LOOK_MS = 3_000
"""The window is there and read before the first look."""


class FolderWatcher(QObject):
    """Watches one folder for each program.  Nothing is opened unless a person opens it or said so before.

    ``changed`` tells that there is other news.  ``resting`` returns whether to leave disk and desk alone, as
    while a session runs.
    """

    changed = Signal()
    look_wanted = Signal(tuple)
    """A person wants to look at files that came in (their paths)."""

    def __init__(self, desk: Desk, context: Context, resting: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._context, self._words = desk, context, context.words
        self._resting = resting
        self._store = WatchedFolders(desk.file.path, kept=not desk.file.read_only)
        self._watches: dict[str, Watch] = {}
        self._looking = False
        self._weighed: set[tuple[Path, FileState]] = set()
        self._timer = QTimer(self, interval=BETWEEN_LOOKS_MS)
        self._timer.timeout.connect(self.look)
        self._first = QTimer(self, singleShot=True, interval=FIRST_LOOK_MS)
        self._first.timeout.connect(self.look)
        context.desk_signals.changed.connect(self._follow)
        if not desk.file.read_only:
            self._watch(self._store.read())

    def news(self) -> tuple[FolderNews, ...]:
        """Return what is known of each watched folder."""
        return tuple(
            FolderNews(
                program,
                _name(watch.folder),
                0 if watch.away else len(watch.arrived),
                watch.copying,
                watch.away,
                watch.folder.by_itself,
                0 if watch.away else watch.strange_to(program),
            )
            for program, watch in self._watches.items()
        )

    def news_of(self, program: str) -> FolderNews | None:
        """Return what is known of the folder of one program; None when it has none."""
        return next((one for one in self.news() if one.program == program), None)

    def watch(self, program: str, folder: Path) -> None:
        """Watch a folder from now on, in place of another that was watched for the program."""
        path = str(folder)
        if any(one.folder.path == path for key, one in self._watches.items() if key != program):
            self._context.toast.say(
                self._words.tr("That folder is watched for another program. Choose one for each program.")
            )
            return
        self._watch({program: WatchedFolder(path)})
        _save(self._store, self._watches)
        self.changed.emit()
        self.look()

    def stop_watching(self, program: str) -> None:
        """Watch the folder of a program no more; what was opened from it stays."""
        if self._watches.pop(program, None) is not None:
            _save(self._store, self._watches)
            self.changed.emit()
        if not self._watches:
            self.leave()

    def open_by_itself(self, program: str, *, on: bool) -> None:
        """Let what is plain be opened without asking, or not."""
        watch = self._watches[program]
        self._watches[program] = replace(watch, folder=replace(watch.folder, by_itself=on))
        _save(self._store, self._watches)
        self.look()

    def open_arrived(self, program: str) -> None:
        """Let a person look at what came in."""
        self.look_wanted.emit(self._watches[program].arrived)

    def put_aside(self, program: str) -> None:
        """Say no more of what came in until now."""
        self.mark_done(self._watches[program].arrived)

    def mark_done(self, paths: Sequence[Path]) -> None:
        """Remember that a person has dealt with files, wherever they are."""
        self._keep(lambda watch: watch.after_opening(paths))

    def look(self) -> None:
        """Look into all the folders, unless something else is being done."""
        if not self._watches or self._looking or self._resting() or self._context.worker.busy():
            return
        folders = {program: Path(watch.folder.path) for program, watch in self._watches.items()}
        self._run(partial(_look, folders), self._show_sights)

    def leave(self) -> None:
        """Look no more: the window closes."""
        self._timer.stop()
        self._first.stop()

    def _watch(self, folders: Mapping[str, WatchedFolder]) -> None:
        if not folders:
            return
        from dialogue_desk.desk.program.folder_watch import Watch  # noqa: PLC0415  # most desks watch none

        self._watches |= {program: Watch(folder) for program, folder in folders.items()}
        self._timer.start()
        self._first.start()

    def _follow(self, outcome: Outcome) -> None:
        if outcome.act is Act.ERASE:
            for program in _erased(self._desk, self._watches):  # what was saved names its files
                self.stop_watching(program)
        elif outcome.act is Act.FORGET and (names := self._desk.file.imports.taken_back_last()):
            self._keep(lambda watch: watch.after_taking_back(names))
        elif outcome.act is Act.IMPORT:  # perhaps done again: then they are here already
            self._read([path for watch in self._watches.values() for path in watch.taken_back])

    def _keep(self, learned: Callable[[Watch], Watch]) -> None:
        after = {program: learned(watch) for program, watch in self._watches.items()}
        if after != self._watches:
            self._watches = after
            _save(self._store, self._watches)
            self.changed.emit()

    def _read(self, paths: Sequence[Path]) -> None:
        if paths:
            from dialogue_desk.desk.leaving.keyring import keyring  # noqa: PLC0415  # seldom needed

            self._run(partial(_read, paths, keyring(self._desk), self._words), self._show_read)

    def _run(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        self._looking = True

        def ended() -> None:
            self._looking = False

        # A look that fails is tried again soon; nobody has to be told.
        self._context.worker.run(self, work, done, failed=lambda _: True, ended=ended)

    def _show_sights(self, sights: Mapping[str, Sight | None]) -> None:
        before = self.news()
        for program, sight in sights.items():
            if (watch := self._watches.get(program)) is None:
                continue
            self._watches[program] = watch.after_look(sight)
            if sight is None and not watch.away and watch.files:
                self._context.toast.say(away_text(_name(watch.folder), self._words))
        if self.news() != before:
            self.changed.emit()
        due = [path for watch in self._watches.values() for path in watch.to_read]
        for watch in filter(self._may_open, self._watches.values()):
            due += (path for path in watch.arrived if (path, watch.files[path].state) not in self._weighed)
        self._read(tuple(dict.fromkeys(due)))

    def _show_read(self, plan: ImportPlan) -> None:
        before = self.news()
        self._watches = {program: watch.after_reading(plan) for program, watch in self._watches.items()}
        for watch in tuple(self._watches.values()):
            self._sort_out(watch, plan)
        if self.news() != before:
            self.changed.emit()

    def _may_open(self, watch: Watch) -> bool:
        """Whether to open what is plain now: not while a person is in the middle of something."""
        return watch.folder.by_itself and not self._resting() and QApplication.activeModalWidget() is None

    def _sort_out(self, watch: Watch, plan: ImportPlan) -> None:
        """Pass over what is here already, and open what is plain where a person said so; the rest waits."""
        from dialogue_desk.desk.program.folder_watch import without_asking  # noqa: PLC0415  # as above

        opens = self._may_open(watch)
        if opens:
            self._weighed |= {(path, watch.files[path].state) for path in watch.arrived}
        back = watch.taken_back
        others = [path for path in watch.arrived if path not in back]
        _, here = without_asking(self._desk, plan, back, self._words, opens=False)
        opened, done = without_asking(self._desk, plan, others, self._words, opens=opens)
        self.mark_done((*here, *done))
        if opened:
            said = opened_text(opened, _name(watch.folder), self._words)
            self._context.toast.say(said, action=self._words.tr("Undo"), action_id=UNDO)


def _erased(desk: Desk, programs: Iterable[str]) -> list[str]:
    """Return which programs were erased."""
    records = desk.file.records.known(map(RecordId, programs))
    return [one.id for one in records.values() if one.erased]


def _save(store: WatchedFolders, watches: Mapping[str, Watch]) -> None:
    try:
        store.write({program: watch.folder for program, watch in watches.items()})
    except OSError:
        log.warning("the watched folders could not be saved")


def _name(folder: WatchedFolder) -> str:
    return Path(folder.path).name or folder.path


def _look(folders: Mapping[str, Path], progress: Progress) -> dict[str, Sight | None]:
    from dialogue_desk.desk.program.folder_watch import look_into  # noqa: PLC0415  # most desks watch none

    found = {}
    for done, (program, folder) in enumerate(folders.items()):
        progress(done, len(folders))
        found[program] = look_into(folder)
    return found


def _read(paths: Iterable[Path], keys: Keyring, words: Words, progress: Progress) -> ImportPlan:
    from dialogue_desk.desk.program.imports import read_packages  # noqa: PLC0415  # as above
    from dialogue_desk.exchange.package import PackageReader  # noqa: PLC0415

    return read_packages(tuple(paths), PackageReader(words, keys), words, progress)
