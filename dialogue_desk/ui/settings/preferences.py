"""The language, theme and warning of the app: as the person set them, or as the system has them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.run.pacing import WarningTime
from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.style.theme import system_theme
from dialogue_desk.ui.style.theme_tokens import THEMES
from dialogue_desk.words import LANGUAGES


def language_of(settings: Settings) -> str:
    """Return the language of the app: the one that is set, or that of the system, or English."""
    language = settings.language or QLocale.system().name().split("_")[0]
    return language if language in LANGUAGES else "en"


def theme_of(settings: Settings) -> str:
    """Return the theme that is set, or the one that fits the system."""
    return settings.theme if settings.theme in THEMES else system_theme()


def warning_of(settings: Settings) -> WarningTime:
    """Return how long before its end a part warns."""
    return WarningTime(settings.warning_minutes * MINUTE, settings.warning_percent)
