"""Settings: a few choices, each at work the moment it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.storage.settings import Settings
from dialogue_desk.ui.theme import SCALES, Space, Theme
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.column import Column
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import LANGUAGES, Words

SYSTEM = "system"
"""The choice that lets the system's own look lead."""


class SettingsDialog(QDialog):
    """Shows ``settings`` and tells ``chosen(Settings)`` with each choice."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, theme: Theme, words: Words, window: QWidget | None = None) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.tr("Settings"))
        self._settings, self._theme = settings, theme
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, Space.WIDE)
        self._column = Column(theme, characters=0)
        self._column.body.setSpacing(Space.SNUG)
        self._column.add(Label(words.tr("Settings"), "title"))
        self.languages = self._choice(
            words.tr("Language"), [Choice(code, name) for code, name in LANGUAGES.items()], words.language
        )
        self.themes = self._choice(words.tr("Look"), _looks(words), settings.theme or SYSTEM)
        sizes = [Choice(str(size), words.tr("{size} %", size=size)) for size in SCALES]
        self.sizes = self._choice(words.tr("Text size"), sizes, str(settings.text_size))
        self.languages.chosen.connect(self._choose_language)
        self.themes.chosen.connect(self._choose_theme)
        self.sizes.chosen.connect(self._choose_size)
        self._column.body.addStretch(1)
        whole.addWidget(self._column, 1)
        whole.addLayout(self._foot(words))
        self.resize(theme.scaled(560), theme.scaled(460))
        self._ring = FocusRing(theme, self)

    def settings(self) -> Settings:
        """Return the settings as they stand."""
        return self._settings

    def _choice(self, title: str, choices: Sequence[Choice], chosen: str) -> Chips:
        chips = Chips(self._theme, title, choices)
        chips.choose(chosen)
        self._column.body.addSpacing(Space.TIGHT)
        self._column.add(Label(title, "strong"))
        self._column.add(chips)
        return chips

    def _foot(self, words: Words) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        line.addWidget(Label(words.tr("Each choice works at once."), "note"), 1)
        close = Button(self._theme, words.tr("Done"))
        close.clicked.connect(self.accept)
        line.addWidget(close)
        return line

    def _choose_language(self, language: str) -> None:
        self._choose(replace(self._settings, language=language))

    def _choose_theme(self, theme: str) -> None:
        self._choose(replace(self._settings, theme="" if theme == SYSTEM else theme))

    def _choose_size(self, size: str) -> None:
        self._choose(replace(self._settings, text_size=int(size)))

    def _choose(self, settings: Settings) -> None:
        self._settings = settings
        self.chosen.emit(settings)


def _looks(words: Words) -> list[Choice]:
    return [
        Choice(SYSTEM, words.tr("Like the system")),
        Choice("light", words.tr("Light")),
        Choice("dark", words.tr("Dark")),
        Choice("contrast", words.tr("High contrast")),
    ]
