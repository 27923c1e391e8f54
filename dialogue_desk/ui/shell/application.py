"""One person at one laptop: the window, the desk that is open in it, and what connects the two."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from dialogue_desk.desk.clock import Clock, SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import opened_sentence
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.guides.own_guides import OwnGuides
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import is_lost, open_desk, open_desk_read_only
from dialogue_desk.desk.paths import NAME, Paths
from dialogue_desk.domain.model.ids import DeviceId
from dialogue_desk.resources import resource
from dialogue_desk.storage.desk_errors import DeskTrouble
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.error_sentence import error_sentence
from dialogue_desk.ui.core.keep_awake import SystemWakeLock, WakeLock, WakeLockController, refusal_sentence
from dialogue_desk.ui.core.route import Route
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.shell.app_actions import AppActions, offer_report, tell_about
from dialogue_desk.ui.shell.app_settings import AppSettings, language_of
from dialogue_desk.ui.shell.desk_copies import DeskCopies, restore
from dialogue_desk.ui.shell.file_requests import FileRequests
from dialogue_desk.ui.shell.main_window import FirstPaint, MainWindow
from dialogue_desk.ui.shell.menu_bar import show_menu_bar
from dialogue_desk.ui.shell.qt_translations import QtTranslations
from dialogue_desk.ui.shell.reader_registry import ReaderRegistry
from dialogue_desk.ui.shell.workspace import Workspace
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets import spoken_roles
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.storage.restore import BackupCopy
    from dialogue_desk.ui.shell.desk_error_page import DeskMessagePage

log = logging.getLogger(__name__)


class Application(QObject):
    """Everything of one start of the app.  The desk is opened once the window has been painted."""

    painted = Signal()
    """The first page, or the reason why there is none, has been painted."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        clock: Clock | None = None,
        theme: AppTheme | None = None,
        wake_lock: WakeLock | None = None,
    ) -> None:
        super().__init__()
        self._clock, self._desk_path = clock or SystemClock(), paths.desk
        self._app_settings = AppSettings(app, paths.settings, theme)
        self.theme = self._app_settings.theme
        self.words = Words(language_of(self.settings))
        self.painted.connect(self._settle)
        self.theme.keyboard.begin()
        spoken_roles.install()
        self.window = MainWindow(self.theme, NAME)
        self._qt_translations = QtTranslations(self.window)
        self._qt_translations.set_language(self.words.language)
        self.window.restore_saved_geometry(self.settings.window)
        self.window.shown.connect(self.open_desk)
        self.window.closing.connect(self.shut_down)
        self.app_actions = AppActions(
            lambda: replace(paths, desk=self._desk_path), lambda: self.settings, self._clock, self.window
        )
        self._worker = Worker(self.show_error, self)
        self._announcer = Announcer(self.window, ReaderRegistry().hears_announcements)
        self._app_settings.language_changed.connect(self._speak)
        self._awake = WakeLockController(wake_lock or SystemWakeLock(), self)
        self._awake.refused.connect(lambda: self._say(refusal_sentence(self.words), lasts_ms=20_000))
        self.desk: Desk | None = None
        self._desk_signals: DeskSignals | None = None
        self.workspace: Workspace | None = None
        self.copies: DeskCopies | None = None
        self._message_page: DeskMessagePage | None = None
        self._settled = False
        self.file_requests = FileRequests(self)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._app_settings.current

    def open_desk(self, *, new: bool = False, read_only: bool = False) -> None:
        """Open the desk and show Home, or say why that cannot be.

        ``new``: a desk is begun although there are copies; ``read_only``: another window has it open.
        """
        self._close_desk()
        if not new and is_lost(self._desk_path, self.settings.second_place) and self._offer_copies():
            return
        open_ = open_desk_read_only if read_only else open_desk
        try:
            opened = open_(self._desk_path, self._clock, RandomIds())
        except DeskTrouble as trouble:
            if not self.file_requests.hand_over(trouble, self.window.close, self._refuse):
                self._refuse(trouble)
            return
        self.desk = opened.desk
        self._desk_signals = DeskSignals(opened.desk, self)
        self._fill(Route())
        if said := opened_sentence(opened, self.words):
            self._say(said, lasts_ms=None)

    def _open_other(self, path: Path) -> None:
        self._desk_path = path
        self.open_desk()

    def _close_desk(self, *, for_good: bool = False) -> None:
        self.file_requests.end()
        if self.copies is not None:
            self.copies.stop()
            self.copies = None
        if self.workspace is not None:
            self.workspace.leave()
            self.workspace = None
        if for_good:
            self._worker.close()
        self._settled = False
        if self.desk is not None:
            self.desk.file.close()
            self.desk = None

    def restore_copy(self, copy: BackupCopy) -> None:
        """Put a copy in the desk's place and show it; the desk until now is kept beside it."""
        path = self._desk_path if self.desk is None else self.desk.file.path
        names = frozenset[DeviceId]() if self.desk is None else self.desk.names()
        self._close_desk()
        sentence = restore(path, copy, names, self.words)
        self.open_desk()
        self._say(sentence, lasts_ms=60_000)

    def _speak(self, language: str) -> None:
        self.words = Words(language)
        self._qt_translations.set_language(language)
        if self.workspace is not None:
            self._fill(self.workspace.route)

    def show_error(self, error: BaseException) -> None:
        """Say in a sentence what went wrong, or on a page when the first one would be blank for it."""
        if self._settled and self.workspace is not None and not isinstance(error, DeskTrouble):
            offer_report(error_sentence(error, self.words), self.workspace.context)
        elif self._settled:
            self._say(error_sentence(error, self.words))
        else:
            QTimer.singleShot(0, self, partial(self._give_up, error))  # in the middle of showing it

    def shut_down(self) -> None:
        """End everything; the desk file is left one whole file."""
        self._awake.want(False)
        self._close_desk(for_good=True)
        self._app_settings.remember_window(self.window.saved_geometry())

    def _fill(self, route: Route) -> None:
        if self.desk is None or self._desk_signals is None:
            return
        if self.workspace is not None:
            self.workspace.leave()
        shelf = GuideShelf(resource("guides"), self.words, own=OwnGuides(self.desk))
        context = self._app_settings.context(
            self.window, self._worker, self._announcer, self._desk_signals, self.words
        )
        page = partial(self._app_settings.page, lambda: self.copies, self.app_actions.section)
        self.workspace = Workspace(self.desk, Folders(self.desk, shelf), shelf, context, page)
        self.app_actions.serve(self.workspace)
        self.workspace.full_screen_wanted.connect(self.window.toggle_full_screen)
        self.workspace.editing_wanted.connect(self.open_desk)
        self.workspace.awake_wanted.connect(self._awake.want)
        _pass_files_on(self.window, self.file_requests, self.workspace)
        FirstPaint(self.workspace).painted.connect(self.painted)
        self.window.set_content(self.workspace)
        about = partial(tell_about, self.workspace)
        show_menu_bar(self.window, self.workspace.actions_here, about, self.words)
        self.workspace.go(route)

    def _offer_copies(self) -> bool:
        """Offer the copies of a desk file that is not there, and return whether there are any."""
        from dialogue_desk.storage.backups import Backups  # noqa: PLC0415
        from dialogue_desk.ui.copies.missing_desk_page import MissingDeskPage  # noqa: PLC0415

        backups = Backups(self._desk_path, self.settings.second_place)
        prompts = self._app_settings.prompts(self.window, self.words)
        page = MissingDeskPage(backups, self._clock, self._worker, prompts, self.theme, self.words)
        if there := page.has_copies():
            self._show_instead(page)
        return there

    def _refuse(self, trouble: DeskTrouble) -> None:
        log.warning("the desk was not opened: %s", trouble.trouble.value)
        self._give_up(trouble)

    def _give_up(self, error: BaseException) -> None:
        """Close the desk, and show the page that says why it cannot be shown."""
        from dialogue_desk.ui.shell.desk_error_page import TroublePage  # noqa: PLC0415

        prompts = self._app_settings.prompts(self.window, self.words)
        page = TroublePage(error, self._desk_path, self.theme, self.words, prompts)
        report = partial(self.app_actions.report, self.theme, self.words, prompts, self._worker)
        page.report_wanted.connect(report)
        self._show_instead(page)

    def _show_instead(self, page: DeskMessagePage) -> None:
        page.read_only_wanted.connect(partial(self.open_desk, read_only=True))
        page.retry_wanted.connect(self.open_desk)
        page.new_wanted.connect(partial(self.open_desk, new=True))
        page.restore_wanted.connect(self.restore_copy)
        page.file_chosen.connect(self._open_other)
        page.left.connect(self.window.close)
        self._message_page = page
        FirstPaint(page).painted.connect(self.painted)
        self.window.set_content(page)
        self._close_desk()

    def _settle(self) -> None:
        """Begin what goes on beside the first page, now that it is there."""
        if self.workspace is None or self.desk is None:
            return
        self._settled = True
        if self.copies is not None:
            self.copies.stop()
            self.copies = None
        if not self.desk.file.read_only:
            context = self.workspace.context
            self.copies = DeskCopies(self.desk, context, lambda: self.settings, self._say)
            self.copies.restore_wanted.connect(self.restore_copy)
            self.copies.start()
            self.file_requests.begin(self.desk.file.path)
        self.workspace.pages.preload()

    def _say(self, sentence: str, lasts_ms: int | None = 8_000) -> None:
        if self.workspace is not None:
            self.workspace.context.toast.say(sentence, lasts_ms=lasts_ms)
        elif self._message_page is not None:
            self._message_page.say(sentence)


def _pass_files_on(window: MainWindow, requests: FileRequests, workspace: Workspace) -> None:
    """Pass on files from outside; what still waits when the workspace is left is for the next one."""
    for came in (window.file_drops.dropped, requests.asked):
        came.connect(workspace.waiting_files.give)
    workspace.waiting_files.left.connect(requests.give)
