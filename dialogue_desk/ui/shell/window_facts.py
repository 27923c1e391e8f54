"""What only a window knows about the laptop: the version of Qt, how it draws, and the screens."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication, QScreen

from dialogue_desk.desk.leaving.problem_report import Fact
from dialogue_desk.fonts import FAMILY
from dialogue_desk.ui.style.theme import AppTheme
from dialogue_desk.words import Words


def qt_facts() -> tuple[Fact, ...]:
    """Return the versions of Qt and of what joins it to Python."""
    return (("Qt", qVersion()), ("PySide6", PySide6.__version__))


def window_facts(theme: AppTheme, words: Words) -> tuple[Fact, ...]:
    """Return what a report tells of the window; a screen is told by its size, not by its name."""
    tr = words.tr
    told = [
        *qt_facts(),
        (tr("Platform"), QGuiApplication.platformName()),
        (tr("Appearance"), f"{theme.name}, {theme.scale} %"),
        (tr("Font"), font_fact(QFontInfo(theme.font()).family(), words)),
    ]
    for number, screen in enumerate(QGuiApplication.screens(), start=1):
        told.append((tr("Screen {number}", number=number), _size(screen)))
    return tuple(told)


def font_fact(family: str, words: Words) -> str:
    """Return what a report tells of a font; people make some of their own handwriting, and name them so."""
    return family if family.startswith((FAMILY, "Noto ")) else words.tr("another one")


def _size(screen: QScreen) -> str:
    size = screen.geometry()
    scale, dots = screen.devicePixelRatio(), screen.logicalDotsPerInch()
    return f"{size.width()} x {size.height()}, {scale:g}x, {dots:.0f} dpi, {screen.refreshRate():.0f} Hz"
