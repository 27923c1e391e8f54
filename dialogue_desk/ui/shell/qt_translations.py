"""Puts Qt's own texts into the app's language: menus of text fields, dialogs, AM and PM."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QWidget


class QtTranslations(QObject):
    """Translates Qt from the first ``set_language()`` until ``window`` is gone."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._translator = QTranslator(self)

    def set_language(self, language: str) -> None:
        """Show Qt's own texts in ``language``, in all widgets made from now on."""
        locale = QLocale(language)
        QLocale.setDefault(locale)
        self._window.setLocale(locale)
        QCoreApplication.removeTranslator(self._translator)
        translations = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", translations):
            QCoreApplication.installTranslator(self._translator)
