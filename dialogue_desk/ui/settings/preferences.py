"""How the app looks, speaks and warns: as the person set it, or as the system has it."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.pacing import WarningTime
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.style.theme import system_theme
from dialogue_desk.ui.style.theme_tokens import THEMES
from dialogue_desk.words import LANGUAGES


def language_of(settings: Settings) -> str:
    """Return the language to speak."""
    spoken = settings.language or QLocale.system().name().split("_")[0]
    return spoken if spoken in LANGUAGES else "en"


def theme_of(settings: Settings) -> str:
    """Return the theme to wear."""
    return settings.theme if settings.theme in THEMES else system_theme()


def warning_of(settings: Settings) -> WarningTime:
    """Return when a part has little time left."""
    return WarningTime(settings.warning_minutes * MINUTE, settings.warning_percent)
