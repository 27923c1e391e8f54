"""One person at one laptop: the window, the desk that lies open in it, and what holds the two together."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.clock import Clock, SystemClock
from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.error_text import (
    repaired_sentence,
    restore_failed_sentence,
    restored_sentence,
    trouble_sentence,
)
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.id_source import RandomIds
from dialogue_desk.desk.opening import open_desk, open_desk_read_only
from dialogue_desk.desk.paths import NAME, Paths
from dialogue_desk.resources import resource
from dialogue_desk.storage.database import DeskTrouble, Trouble
from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.desk_signals import DeskSignals
from dialogue_desk.ui.core.keep_awake import SystemWakeLock, WakeLock, WakeLockController
from dialogue_desk.ui.core.prompts import FileKind, WindowPrompts
from dialogue_desk.ui.core.route import Route
from dialogue_desk.ui.core.shorthand_lessons import SignLessons
from dialogue_desk.ui.core.worker import Worker
from dialogue_desk.ui.settings.preferences import language_of, theme_of, warning_of
from dialogue_desk.ui.shell.first_paint import FirstPaint
from dialogue_desk.ui.shell.main_window import MainWindow
from dialogue_desk.ui.shell.qt_translations import QtTranslations
from dialogue_desk.ui.shell.workspace import Workspace
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.ui.widgets.announcer import Announcer
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.storage.restore import BackupCopy
    from dialogue_desk.ui.copies.copies_section import CopiesSection
    from dialogue_desk.ui.copies.copy_schedule import BackupSchedule

log = logging.getLogger(__name__)


class Application(QObject):
    """One person at one laptop, from the first picture to the last.

    The window is shown at once; the desk is opened when that has been painted.
    """

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
        self._app, self._paths, self._clock = app, paths, clock or SystemClock()
        self._desk_path = paths.desk
        self._settings_file = SettingsFile(paths.settings)
        self.settings = self._settings_file.read()
        self.words = Words(language_of(self.settings))
        if theme is None:
            theme = AppTheme.load(theme_of(self.settings), self.settings.text_size)
            theme.apply(app)
        self.theme = theme
        self.painted.connect(self._start_background_work)
        self.window = MainWindow(self.theme, NAME)
        self._qt_translations = QtTranslations(self.window)
        self._qt_translations.set_language(self.words.language)
        self.window.restore_saved_geometry(self.settings.window)
        self.window.shown.connect(self.open_desk)
        self.window.closing.connect(self.shut_down)
        self.window.file_drops.dropped.connect(self._open_dropped)
        self._worker = Worker(self)
        self._announcer = Announcer(self.window)
        self._signs = SignLessons(lambda: self.settings, self._remember, self)
        self._awake = WakeLockController(wake_lock or SystemWakeLock(), self)
        self._awake.refused.connect(self._say_it_may_sleep)
        self.desk: Desk | None = None
        self._desk_signals: DeskSignals | None = None
        self.workspace: Workspace | None = None
        self._copies: BackupSchedule | None = None
        app.styleHints().colorSchemeChanged.connect(self._update_theme)

    def open_desk(self) -> None:
        """Open the desk and show Home; or say why that cannot be."""
        try:
            opened = open_desk(self._desk_path, self._clock, RandomIds())
        except DeskTrouble as trouble:
            log.warning("the desk was not opened: %s", trouble.trouble.value)
            self._set_content(self._trouble_page(trouble))
            return
        self._attach_desk(opened.desk)
        if opened.mended is not None:
            self._say(repaired_sentence(opened.mended, self.words), lasts_ms=60_000)

    def open_desk_read_only(self) -> None:
        """Open a desk that another window holds, only to be read; or say why that cannot be."""
        try:
            self._attach_desk(open_desk_read_only(self._desk_path, self._clock, RandomIds()))
        except DeskTrouble as trouble:
            self._set_content(self._trouble_page(trouble))

    def _attach_desk(self, desk: Desk) -> None:
        self.desk = desk
        self._desk_signals = DeskSignals(desk, self)
        self._fill(Route())

    def _reopen_for_writing(self) -> None:
        """Open the desk that was only looked at, now perhaps to work on it."""
        self._close_desk()
        self.open_desk()

    def _close_desk(self) -> None:
        """Close the desk, and leave what showed it."""
        if self._copies is not None:
            self._copies.stop()
            self._copies = None
        if self.workspace is not None:
            self.workspace.leave()
            self.workspace = None
        if self.desk is not None:
            self.desk.file.close()
            self.desk = None

    def restore_copy(self, copy: BackupCopy) -> None:
        """Let a copy take the desk's place, and show it; the present desk is set aside whole."""
        from dialogue_desk.storage.restore import erased_in, restore_copy  # noqa: PLC0415

        if self.desk is None:
            return
        path, names = self.desk.file.path, self.desk.names()
        self._close_desk()
        said = ""
        try:
            aside = restore_copy(path, copy.path, erased_in(path), names)
        except DeskTrouble as trouble:
            said = restore_failed_sentence(trouble, self.words)
        else:
            said = restored_sentence(aside, self.words)
        self.open_desk()
        self._say(said, lasts_ms=60_000)

    def apply_settings(self, settings: Settings) -> None:
        """Let ``settings`` be at work at once, and keep them."""
        before, self.settings = self.settings, settings
        self._keep_settings()
        self._signs.changed.emit()
        self._update_theme()
        if language_of(settings) != language_of(before):
            self.words = Words(language_of(settings))
            self._qt_translations.set_language(self.words.language)
            way = self.workspace.way if self.workspace is not None else Route()
            if self.desk is not None:
                self._fill(way)

    def show_settings(self) -> None:
        """Open the settings."""
        from dialogue_desk.ui.settings.settings_dialog import SettingsDialog  # noqa: PLC0415

        section = self._copies_section()
        dialog = SettingsDialog(self.settings, self.theme, self.words, self.window, copies=section)
        dialog.chosen.connect(self._choose)
        if section is not None:
            section.folder_chosen.connect(dialog.take_backup_folder)
            section.restore_wanted.connect(dialog.accept)
            section.erasing_wanted.connect(dialog.accept)
        dialog.open()

    def _copies_section(self) -> CopiesSection | None:
        from dialogue_desk.desk.erasing.erase import forget_copy_folder, unerased_copy_folders  # noqa: PLC0415
        from dialogue_desk.ui.copies.copies_section import CopiesSection  # noqa: PLC0415

        copies, desk = self._copies, self.desk
        if copies is None or desk is None or self.workspace is None:
            return None
        section = CopiesSection(
            self.settings,
            self._state_of_copies,
            partial(unerased_copy_folders, desk),
            ask=WindowPrompts(self.window, self.theme, self.words),
            theme=self.theme,
            words=self.words,
        )
        section.stop_waiting_wanted.connect(partial(forget_copy_folder, desk))
        section.copy_wanted.connect(copies.make_now)
        section.folder_chosen.connect(copies.run_due_soon)
        section.restore_wanted.connect(self._ask_which_copy)
        section.erasing_wanted.connect(self.workspace.erase_everything)
        copies.changed.connect(section.refresh)
        return section

    def _state_of_copies(self) -> str:
        from dialogue_desk.ui.copies.copies_text import state_sentence  # noqa: PLC0415

        if self._copies is None or self.desk is None:
            return ""
        now = self.desk.clock.now()
        zone = self.desk.clock.zone(now)
        return state_sentence(self._copies.backups, self.settings.backup_folder, now, zone, self.words)

    def _ask_which_copy(self) -> None:
        """Look the copies through, beside the window, and show them."""
        from dialogue_desk.storage.restore import list_copies  # noqa: PLC0415
        from dialogue_desk.ui.copies.restore_sheet import RestoreSheet  # noqa: PLC0415

        if self._copies is None or self.desk is None:
            return
        backups, now = self._copies.backups, self.desk.clock.now()
        zone = self.desk.clock.zone(now)

        def show(copies: tuple[BackupCopy, ...]) -> None:
            sheet = RestoreSheet(copies, now, zone, self.theme, self.words, self.window)
            sheet.chosen.connect(self.restore_copy)
            sheet.open()

        self._worker.run(lambda progress: list_copies(backups, progress), show, self.show_error)

    def show_error(self, error: BaseException) -> None:
        """Say in a sentence what went wrong; what was written before is on disk whatever it was."""
        if isinstance(error, DeskTrouble):
            sentence = trouble_sentence(error, self.words)
        else:
            sentence = self.words.tr(
                "Something did not work, but nothing that was written is lost. Try again. If it "
                "happens again, close Dialogue Desk and open it again."
            )
        self._say(sentence)

    def shut_down(self) -> None:
        """End everything; the desk file is left one whole file."""
        if self._copies is not None:
            self._copies.stop()
        if self.workspace is not None:
            self.workspace.leave()
        self._awake.want(False)
        self._worker.close()
        if self.desk is not None:
            self.desk.file.close()
            self.desk = None
        place = self.window.saved_geometry()
        if place != self.settings.window:
            self._remember(replace(self.settings, window=place))

    def _fill(self, route: Route) -> None:
        if self.desk is None or self._desk_signals is None:
            return
        if self.workspace is not None:
            self.workspace.leave()
        shelf = GuideShelf(resource("guides"), self.words)
        context = Context(
            self.theme,
            self.words,
            WindowPrompts(self.window, self.theme, self.words),
            self._worker,
            self._announcer,
            Toast(self.theme, self.words, self._announcer),
            self._desk_signals,
            lambda: warning_of(self.settings),
            self._signs,
        )
        self.workspace = Workspace(self.desk, Folders(self.desk, shelf), shelf, context)
        self.workspace.settings_wanted.connect(self.show_settings)
        self.workspace.full_screen_wanted.connect(self.window.toggle_full_screen)
        self.workspace.editing_wanted.connect(self._reopen_for_writing)
        self.workspace.awake_wanted.connect(self._awake.want)
        self._set_content(self.workspace)
        self.workspace.go(route)

    def _set_content(self, inside: QWidget) -> None:
        FirstPaint(inside).painted.connect(self.painted)
        self.window.set_content(inside)

    def _trouble_page(self, trouble: DeskTrouble) -> QWidget:
        from dialogue_desk.ui.shell.desk_error_page import TroublePage  # noqa: PLC0415

        held = trouble.trouble is Trouble.LOCKED
        page = TroublePage(
            self.theme, self.words, trouble_sentence(trouble, self.words), can_open_read_only=held
        )
        page.read_only_wanted.connect(self.open_desk_read_only)
        page.retry_wanted.connect(self.open_desk)
        page.other_wanted.connect(self._ask_for_another_desk)
        page.left.connect(self.window.close)
        page.new_wanted.connect(self._ask_for_a_new_desk)
        return page

    def _start_background_work(self) -> None:
        """Do what can wait until a person has something to look at."""
        self._start_copies()
        if self.workspace is not None:
            self.workspace.pages.preload()

    def _start_copies(self) -> None:
        from dialogue_desk.ui.copies.copy_schedule import BackupSchedule  # noqa: PLC0415

        if self.desk is None or self._desk_signals is None or self.desk.file.read_only:
            return
        if self._copies is not None:
            self._copies.stop()
            self._copies.deleteLater()
        self._copies = BackupSchedule(
            self.desk,
            self._worker,
            self.words,
            lambda: self.settings.backup_folder,
            say=self._say,
            failed=self.show_error,
        )
        self._desk_signals.changed.connect(self._copies.on_desk_changed)
        self._copies.start()

    def _say(self, sentence: str, lasts_ms: int = 8_000) -> None:
        if self.workspace is not None:
            self.workspace.toast.say(sentence, lasts_ms=lasts_ms)

    def _say_it_may_sleep(self) -> None:
        self._say(
            self.words.tr(
                "This laptop may go to sleep during the session, because the system did not let "
                "Dialogue Desk keep it awake. When it wakes up, the time will be right again. Plug "
                "it in, or turn off sleep in its settings."
            ),
            lasts_ms=20_000,
        )

    def _ask_for_another_desk(self) -> None:
        ask = WindowPrompts(self.window, self.theme, self.words)
        ask.open_files(self.words.tr("Choose a desk file"), (self._desk_files(),), self._open_first)

    def _ask_for_a_new_desk(self) -> None:
        ask = WindowPrompts(self.window, self.theme, self.words)
        name = self._desk_path.with_stem(f"{self._desk_path.stem}-2").name
        ask.save_to(self.words.tr("Name a new desk file"), name, self._desk_files(), self._open_other)

    def _desk_files(self) -> FileKind:
        return FileKind(self.words.tr("Desk files"), (".db",))

    def _open_first(self, files: tuple[Path, ...]) -> None:
        self._open_other(files[0])

    def _open_other(self, file: Path) -> None:
        self._desk_path = file
        self.open_desk()

    def _open_dropped(self, paths: tuple[Path, ...]) -> None:
        if self.workspace is not None:
            self.workspace.import_paths(paths)

    def _choose(self, settings: Settings) -> None:
        changes_language = language_of(settings) != language_of(self.settings)
        dialog = self.sender()
        self.apply_settings(settings)
        if changes_language and isinstance(dialog, QWidget):
            # The dialog speaks the language it was made in.
            dialog.close()
            self.show_settings()

    def _update_theme(self) -> None:
        look, size = theme_of(self.settings), self.settings.text_size
        if (look, size) != (self.theme.name, self.theme.scale):
            self.theme.change(name=look, scale=size)

    def _remember(self, settings: Settings) -> None:
        self.settings = settings
        self._keep_settings()

    def _keep_settings(self) -> None:
        try:
            self._settings_file.write(self.settings)
        except OSError:
            log.warning("the settings could not be kept")
