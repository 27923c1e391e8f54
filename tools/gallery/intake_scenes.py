"""Scenes of files that come in: looked at before they are opened, a few with trouble and three hundred."""

from __future__ import annotations

import shutil
from pathlib import Path

from dialogue_desk.desk.program.folder_watch import LOOKS_TO_REST
from dialogue_desk.desk.program.found_files import PassedOver
from dialogue_desk.desk.program.import_preview import ImportPreview, PreviewedFile, Standing
from dialogue_desk.exchange.package import About
from dialogue_desk.exchange.sealing import Seal, new_key
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.importing.folder_watcher import FolderWatcher
from dialogue_desk.ui.importing.preview_sheet import PreviewSheet
from dialogue_desk.ui.program.watched_card import WatchedFolderCard
from tools.gallery.scene import ALL_SIZES, Scene
from tools.gallery.stage import Stage


def _handed_in(stage: Stage) -> Path:
    """Return a folder as a sync service fills it: something new, and something of each kind of trouble."""
    folder = stage.folder / "Oak Street"
    folder.mkdir()
    packages = {path.name: path for path in stage.stock.packages(stage.words)}
    missing = next(path for name, path in packages.items() if "c04-s2" in name)
    known = next(path for name, path in packages.items() if "c01-s1" in name)
    data = known.read_bytes()
    shutil.copy(missing, folder)
    shutil.copy(missing, folder / f"{missing.stem} (conflicted copy 2026-04-02).dialogue")
    shutil.copy(known, folder)
    (folder / "alder-c06-s1.dialogue").write_bytes(data[:2_000])
    (folder / "elm-c01-s1.dialogue.age").write_bytes(Seal(to=(new_key().public,)).put_on(data))
    (folder / "attendance.xlsx").write_text("a list", encoding="utf-8")
    return folder


def _few(stage: Stage) -> None:
    stage.go(PageName.HOME)
    stage.workspace.import_bar.import_paths([_handed_in(stage)])
    stage.settle()
    stage.the(PreviewSheet)


def _many(stage: Stage) -> None:
    stage.go(PageName.HOME)
    files = [_one(number) for number in range(300)]
    order = tuple(Standing)
    files.sort(key=lambda one: (order.index(one.standing), one.plain, one.path.name))
    preview = ImportPreview(tuple(files), 4, 3, {PassedOver.TRASH: 2, PassedOver.OTHER: 11})
    PreviewSheet(preview, stage.context, stage.window).open()
    stage.settle()


def _one(number: int) -> PreviewedFile:
    """Return one of three hundred files of fifty circles."""
    circle, session = f"C{number % 50 + 1:02}", number // 50 + 1
    path = Path(f"oak-{circle.lower()}-s{session}.dialogue")
    about = About("session", "Oak Street Talks", circle, session)
    if number % 97 == 5:
        sentence = f"“{path.name}” was damaged on its way here, so nothing from it was added."
        return PreviewedFile(path, Standing.REFUSED, sentence=f"{sentence} Ask for the file again.")
    if number % 83 == 11:
        return PreviewedFile(path, Standing.WAITS, about, brings=12, waits=3)
    if number % 7 == 0:
        return PreviewedFile(path, Standing.NEWER, about, revision=2, brings=5, clashes=number % 2)
    standing = Standing.HERE if number % 3 == 0 else Standing.NEW
    return PreviewedFile(path, standing, about, brings=62)


def _watched(stage: Stage) -> FolderWatcher:
    """Watch a folder into which files came, a few of them half copied."""
    folder = _handed_in(stage)
    watcher = stage.workspace.pages.folder_watcher
    watcher.watch(stage.program, folder)
    for _ in range(LOOKS_TO_REST + 2):
        stage.settle()
        watcher.look()
    stage.settle()
    return watcher


def _home_watched(stage: Stage) -> None:
    stage.go(PageName.HOME)
    _watched(stage)


def _overview_watched(stage: Stage) -> None:
    _watched(stage)
    stage.go(PageName.PROGRAM, stage.program)
    stage.settle()
    stage.the(WatchedFolderCard).folder.unfold(on=True)


def _overview_away(stage: Stage) -> None:
    watcher = _watched(stage)
    shutil.rmtree(stage.folder / "Oak Street")
    watcher.look()
    stage.go(PageName.PROGRAM, stage.program)
    stage.settle()
    stage.the(WatchedFolderCard).folder.unfold(on=True)


SCENES = (
    Scene("preview-few", "Opening files, a look before, with trouble", _few, ALL_SIZES),
    Scene("watched-home", "Home, files that came into a watched folder", _home_watched, ALL_SIZES),
    Scene("watched-overview", "Program, a watched folder", _overview_watched, ALL_SIZES),
    Scene("watched-away", "Program, a watched folder that is away", _overview_away),
    Scene("preview-many", "Opening files, a look at three hundred", _many, ALL_SIZES),
)
