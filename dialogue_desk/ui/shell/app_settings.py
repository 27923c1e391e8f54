"""The person's settings: read when the app starts, and put to use and saved when they change."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dialogue_desk.storage.settings import Settings, SettingsFile
from dialogue_desk.ui.settings.preferences import language_of, theme_of
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.ui.copies.copies_section import CopiesSection

log = logging.getLogger(__name__)


class AppSettings(QObject):
    """Holds the ``current`` settings, saves them in the file ``path``, and makes ``theme`` follow them.

    ``theme`` is one that ``app`` wears already; None loads the one that is set.
    """

    changed = Signal()
    language_changed = Signal(str)
    dialog_wanted = Signal()
    """The dialog was closed because the language changed, and is wanted again in the new one."""

    def __init__(self, app: QApplication, path: Path, theme: AppTheme | None = None) -> None:
        super().__init__()
        self._file = SettingsFile(path)
        self.current = self._file.read()
        if theme is None:
            theme = AppTheme.load(theme_of(self.current), self.current.text_size)
            theme.apply(app)
        self.theme = theme
        app.styleHints().colorSchemeChanged.connect(self._update_theme)

    def apply(self, settings: Settings) -> None:
        """Save ``settings``, make the theme follow them and tell what changed."""
        before = language_of(self.current)
        self.remember(settings)
        self.changed.emit()
        self._update_theme()
        if language_of(settings) != before:
            self.language_changed.emit(language_of(settings))

    def show_dialog(self, words: Words, window: QWidget, copies: CopiesSection | None) -> None:
        """Show the settings; ``copies`` is the part about copies, or None when no desk has any."""
        from dialogue_desk.ui.settings.settings_dialog import SettingsDialog  # noqa: PLC0415

        dialog = SettingsDialog(self.current, self.theme, words, window, copies=copies)
        dialog.chosen.connect(partial(self._choose, dialog))
        if copies is not None:
            copies.folder_chosen.connect(dialog.take_backup_folder)
            copies.restore_wanted.connect(dialog.accept)
            copies.erasing_wanted.connect(dialog.accept)
        dialog.open()

    def _choose(self, dialog: QDialog, settings: Settings) -> None:
        before = language_of(self.current)
        self.apply(settings)
        if language_of(settings) != before:
            dialog.close()
            self.dialog_wanted.emit()

    def remember(self, settings: Settings) -> None:
        """Save ``settings``; a disk that takes no file is noted in the log."""
        self.current = settings
        try:
            self._file.write(settings)
        except OSError:
            log.warning("the settings could not be kept")

    def _update_theme(self) -> None:
        look, size = theme_of(self.current), self.current.text_size
        if (look, size) != (self.theme.name, self.theme.scale):
            self.theme.change(name=look, scale=size)
