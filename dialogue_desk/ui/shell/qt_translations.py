"""What Qt itself says, in the app's language: the menus of text fields, its dialogs, AM and PM."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QWidget


class QtTranslations(QObject):
    """Speaks for Qt in the app of ``window``, from the first ``speak()`` until the window is gone."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._translator = QTranslator(self)

    def set_language(self, language: str) -> None:
        """Let Qt say what it says in ``language``, in all that is made from now on."""
        locale = QLocale(language)
        QLocale.setDefault(locale)
        self._window.setLocale(locale)
        QCoreApplication.removeTranslator(self._translator)
        translations = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", translations):
            QCoreApplication.installTranslator(self._translator)
