"""A session of the sample in the real window, to be measured."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogue_desk.app import start
from dialogue_desk.desk.clock import Clock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.paths import Paths
from dialogue_desk.desk.program.sample import import_sample
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.shell.application import Application
from dialogue_desk.words import Words


def sample_desk(path: Path, clock: Clock) -> RecordId:
    """Make a desk file with the sample community in it; return the session that is still to come."""
    words = Words()
    shelf = GuideShelf(resource("guides"), words)
    desk = Desk(DeskFile(path), clock, RandomIds(5))
    import_sample(desk, shelf, words)
    coming = next(entry for entry in Folders(desk, shelf).entries() if entry.phase is Phase.READY)
    desk.file.close()
    return coming.id


def paths_in(folder: Path) -> Paths:
    """Return the paths of an app whose files are all in ``folder``."""
    return Paths(folder / "desk.db", folder / "settings.toml", folder / "log.txt")


def settle() -> None:
    """Process everything in the event loop, painting included."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()


def run_in_window(
    app: QApplication, folder: Path, session: RecordId, clock: Clock | None = None
) -> Application:
    """Open the window on the desk in ``folder``, go to ``session`` and start its clock."""
    application = start(app, paths_in(folder), clock)
    application.window.showNormal()
    application.window.resize(1366, 768)
    settle()
    if application.workspace is None:
        raise RuntimeError("the desk was not opened")
    while not application.workspace.pages.preloaded:
        settle()
    application.workspace.go(Route(PageName.RUN, session))
    settle()
    press(app, Qt.Key.Key_Return)
    return application


def press(app: QApplication, key: Qt.Key) -> None:
    """Press a key where the focus is, and wait until everything is painted."""
    focus = app.focusWidget()
    if focus is not None:
        QTest.keyClick(focus, key)
    settle()
