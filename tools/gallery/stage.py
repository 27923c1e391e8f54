"""The app's window on a desk of its own, where a scene is brought about and drawn."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.paths import NAME
from dialogue_desk.desk.program.sample import import_sample, sample_programs
from dialogue_desk.domain.model.ids import MINUTE, Instant, RecordId
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_file import DeskFile
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.prompts import ChoicePrompt, FileKind
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.settings.settings_page import Sections, SettingsPage
from dialogue_desk.ui.shell.main_window import MainWindow
from dialogue_desk.ui.shell.qt_translations import QtTranslations
from dialogue_desk.ui.shell.workspace import Workspace
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets import spoken_roles
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words
from tools.manual_clock import ManualClock
from tools.sample import play_sample, sample_script

W = TypeVar("W", bound=QWidget)

_DAY = 24 * 60 * MINUTE
_LAYOUTS = 6
"""How often the window settles: text that wraps is laid out again when its width is known."""


def raise_error(error: BaseException) -> None:
    """Stop the gallery when a job fails: a picture of half a page must not pass."""
    raise error


def ten_to_seven() -> Instant:
    """Return a time on July 1, some weeks after its action forum, ten minutes before its next session."""
    script = sample_script()
    midnight = (script.begins + script.zone * MINUTE) // _DAY * _DAY - script.zone * MINUTE
    return midnight + 121 * _DAY + (18 * 60 + 50) * MINUTE


class Stock:
    """What is made once and copied for each scene: the sample's desk, and the packages of its circles."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._packages: tuple[Path, ...] = ()

    def desk(self, words: Words) -> Path:
        """Return the file of a desk that has the sample in it."""
        path = self.folder / f"sample-{words.language}.db"
        if not path.exists():
            desk = Desk(DeskFile(path), ManualClock(ten_to_seven(), sample_script().zone), RandomIds(7))
            import_sample(desk, GuideShelf(resource("guides"), words), words)
            desk.file.close()
        return path

    def packages(self, words: Words) -> tuple[Path, ...]:
        """Return the packages of all the circles, the program's own first."""
        if not self._packages:
            folder = self.folder / "packages"
            folder.mkdir()
            self._packages = play_sample(folder, GuideShelf(resource("guides"), words), words)
        return self._packages


class OneFolderPrompts:
    """Answers every question about a folder with one folder, and no other question."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open_files(
        self, title: str, kinds: Sequence[FileKind], chosen: Callable[[tuple[Path, ...]], None]
    ) -> None:
        """Ask which files to open."""

    def open_folder(self, title: str, chosen: Callable[[Path], None]) -> None:  # noqa: ARG002
        """Ask for a folder."""
        chosen(self._folder)

    def save_to(self, title: str, name: str, kind: FileKind, chosen: Callable[[Path], None]) -> None:
        """Ask where to write a file."""

    def choose(self, question: ChoicePrompt, chosen: Callable[[str], None]) -> None:
        """Ask a question."""


class Stage:
    """One window with the whole app in it.

    Args:
        theme: the theme of the application.
        words: its language.
        folder: an empty folder for the desk and for what is saved.
        stock: where the sample comes from.
        with_sample: whether the desk has the sample, or is empty.
    """

    def __init__(
        self, theme: AppTheme, words: Words, folder: Path, stock: Stock, *, with_sample: bool = True
    ) -> None:
        self.theme, self.words, self.stock = theme, words, stock
        self.folder = folder
        path = folder / "desk.db"
        if with_sample:
            shutil.copyfile(stock.desk(words), path)
        self.clock = ManualClock(ten_to_seven(), sample_script().zone)
        self.desk = Desk(DeskFile(path), self.clock, RandomIds(8))
        shelf = GuideShelf(resource("guides"), words, own=OwnGuides(self.desk))
        self.folders = Folders(self.desk, shelf)
        spoken_roles.install()
        self.window = MainWindow(theme, NAME)
        QtTranslations(self.window).set_language(words.language)
        self._worker, announcer = Worker(raise_error, self.window), Announcer(self.window)
        stick = folder / "USB"
        stick.mkdir()
        self.context = Context(
            theme,
            words,
            OneFolderPrompts(stick),
            self._worker,
            announcer,
            Toast(theme, words, announcer),
            DeskSignals(self.desk, self.window),
        )
        self.laptops: QWidget | None = None
        self.copies: QWidget | None = None
        self.holding: QWidget | None = None
        self.app: QWidget | None = None
        self.workspace = Workspace(self.desk, self.folders, shelf, self.context, self._settings_page)
        self.window.set_content(self.workspace)

    @property
    def program(self) -> RecordId:
        """The sample's program."""
        return sample_programs(self.desk)[0]

    def show(self, size: tuple[int, int]) -> None:
        """Show the window at a size, which may be larger than the screen."""
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.showNormal()
        self.window.resize(QSize(*size))
        self.window.activateWindow()
        self.settle()

    def go(self, page: PageName, record_id: str = "") -> None:
        """Go to a page."""
        self.workspace.go(Route(page, record_id))
        self.settle()

    def the(self, cls: type[W]) -> W:
        """Return the widget of this class."""
        found = self.window.findChild(cls)
        if found is None:
            raise LookupError(f"there is no {cls.__name__} in the window")
        return found

    def press(self, text: str) -> None:
        """Press the button that says ``text``."""
        buttons = self.window.findChildren(Button)
        button = next(button for button in buttons if button.text() == text and button.isVisible())
        button.setFocus()
        button.click()
        self.settle()

    def settle(self) -> None:
        """Wait until no job runs and everything is laid out."""
        while self._worker.busy():
            QApplication.processEvents()
        for _ in range(_LAYOUTS):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _settings_page(self, _workspace: Workspace) -> SettingsPage:
        settings = Settings(self.words.language, self.theme.name, self.theme.scale, wide_text=self.theme.wide)
        others = Sections(self.laptops, self.holding, self.copies, self.app)
        return SettingsPage(settings, self.theme, self.words, others)

    def picture(self) -> QPixmap:
        """Return a picture of the window with the dialogs and menus in front of it."""
        self.settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not self.window]
        for front in others:
            if isinstance(front, QDialog):
                place = self.window.rect().center() - front.rect().center()
            elif isinstance(front, QMenu):
                place = self.window.mapFromGlobal(front.pos())
            else:
                continue
            painter.drawPixmap(place, front.grab())
        painter.end()
        return picture

    def close(self) -> None:
        """End everything."""
        self.workspace.leave()
        for window in QApplication.topLevelWidgets():
            if window is not self.window:
                window.close()
        self._worker.close()
        self.window.close()
        self.window.deleteLater()
        self.settle()
        self.desk.file.close()
