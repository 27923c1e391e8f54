"""The person's settings: read when the app starts, and put to use and saved when they change."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.pacing import WarningTime
from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.file_places import FilePlaces
from dialogue_desk.ui.core.key_choice import KeyChoice
from dialogue_desk.ui.core.prompts import WindowPrompts
from dialogue_desk.ui.core.shorthand_hints import ShorthandHints
from dialogue_desk.ui.style.theme import AppTheme, accessibility_of, frame_scheme, system_theme
from dialogue_desk.ui.style.theme_tokens import THEMES
from dialogue_desk.ui.widgets.toast import Toast
from dialogue_desk.words import LANGUAGES, Words

if TYPE_CHECKING:
    from dialogue_desk.ui.core.desk_signals import DeskSignals
    from dialogue_desk.ui.core.worker import Worker
    from dialogue_desk.ui.settings.settings_page import SettingsPage
    from dialogue_desk.ui.shell.desk_copies import DeskCopies
    from dialogue_desk.ui.shell.workspace import Workspace
    from dialogue_desk.ui.widgets.announcer import Announcer

log = logging.getLogger(__name__)


class AppSettings(QObject):
    """Holds the ``current`` settings, saves them in the file ``path``, and makes ``theme`` follow them.

    ``theme`` is one that ``app`` wears already; None loads the one that is set.
    """

    changed = Signal()
    language_changed = Signal(str)

    def __init__(self, app: QApplication, path: Path, theme: AppTheme | None = None) -> None:
        super().__init__()
        self._file = SettingsFile(path)
        self.current = self._file.read()
        if theme is None:
            theme = AppTheme.load(theme_of(self.current), self.current.text_size)
            theme.change(wide=self.current.wide_text, family=self.current.font)
            theme.apply(app)
        self.theme = theme
        self._signs = ShorthandHints(lambda: self.current, self.remember, self)
        self._keys = KeyChoice(lambda: self.current, self)
        self.changed.connect(self._signs.changed)
        self.changed.connect(self._keys.changed)
        self._hints = app.styleHints()
        self._hints.setColorScheme(frame_scheme(self.current.theme, theme.tokens))
        self._hints.colorSchemeChanged.connect(self._update_theme)
        wishes = accessibility_of(self._hints)
        if wishes is not None:
            wishes.contrastPreferenceChanged.connect(self._update_theme)

    def apply(self, settings: Settings) -> None:
        """Save ``settings``, make the theme follow them and tell what changed."""
        before = language_of(self.current)
        self.remember(settings)
        self.changed.emit()
        self._update_theme()
        if language_of(settings) != before:
            self.language_changed.emit(language_of(settings))

    def page(
        self,
        copies_of: Callable[[], DeskCopies | None],
        app_section: Callable[[Workspace], QWidget],
        workspace: Workspace,
    ) -> SettingsPage:
        """Return the page of the settings, with what concerns the desk while copies of it are made.

        ``app_section`` makes the part about the app itself.
        """
        from dialogue_desk.ui.settings.settings_page import Sections, SettingsPage  # noqa: PLC0415

        words, desk_copies = workspace.context.words, copies_of()
        holding = workspace.desk_actions.holding_section()
        app = app_section(workspace)
        if desk_copies is None:
            page = SettingsPage(self.current, self.theme, words, Sections(holding=holding, app=app))
        else:
            laptops = workspace.pages.trust_actions.section()
            copies = desk_copies.section(workspace.context)
            copies.erasing_wanted.connect(workspace.desk_actions.erase_everything)
            page = SettingsPage(self.current, self.theme, words, Sections(laptops, holding, copies, app))
            copies.folder_chosen.connect(page.take_backup_folder)
        page.chosen.connect(self.apply)
        return page

    def context(
        self,
        window: QWidget,
        worker: Worker,
        announcer: Announcer,
        desk_signals: DeskSignals,
        words: Words,
    ) -> Context:
        """Return what the pages in ``window`` are given, as it is set now and later."""
        return Context(
            self.theme,
            words,
            self.prompts(window, words),
            worker,
            announcer,
            Toast(self.theme, words, announcer),
            desk_signals,
            lambda: warning_of(self.current),
            self._signs,
            self._keys,
        )

    def prompts(self, window: QWidget, words: Words) -> WindowPrompts:
        """Return what asks in front of ``window``; its dialogs begin where a person last was."""
        places = FilePlaces(lambda: self.current, self.remember)
        return WindowPrompts(window, self.theme, words, places)

    def remember(self, settings: Settings) -> None:
        """Save ``settings``; a disk that takes no file is noted in the log."""
        self.current = settings
        try:
            self._file.write(settings)
        except OSError:
            log.warning("the settings could not be kept")

    def remember_window(self, geometry: str) -> None:
        """Save where the window was, unless it is known."""
        if geometry != self.current.window:
            self.remember(replace(self.current, window=geometry))

    def _update_theme(self) -> None:
        theme, wanted = self.theme, self.current
        if wanted.theme not in THEMES:  # else what was chosen before would pass for the system's own wish
            self._hints.setColorScheme(Qt.ColorScheme.Unknown)
        look = (theme_of(wanted), wanted.text_size, wanted.wide_text, wanted.font)
        if look != (theme.name, theme.scale, theme.wide, theme.family):
            name, scale, wide, family = look
            theme.change(name=name, scale=scale, wide=wide, family=family)
        self._hints.setColorScheme(frame_scheme(wanted.theme, theme.tokens))


def language_of(settings: Settings, of_system: Sequence[str] | None = None) -> str:
    """Return the language of the app: the one that is set, or that of the system, or English.

    ``of_system`` are the languages in which a person wants to read, the most wanted first; None asks the
    system.  They are not those of its dates and numbers, which may be another's.
    """
    if settings.language:
        return settings.language if settings.language in LANGUAGES else "en"
    wanted = QLocale.system().uiLanguages() if of_system is None else of_system
    codes = (name.replace("_", "-").split("-")[0] for name in wanted)
    return next((code for code in codes if code in LANGUAGES), "en")


def theme_of(settings: Settings) -> str:
    """Return the theme that is set, or the one that fits the system."""
    return settings.theme if settings.theme in THEMES else system_theme()


def warning_of(settings: Settings) -> WarningTime:
    """Return how long before its end a part warns."""
    return WarningTime(settings.warning_minutes * MINUTE, settings.warning_percent)
