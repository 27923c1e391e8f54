"""Settings: a few choices, each at work the moment it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.storage.settings import LONGEST_WARNING, Settings
from dialogue_desk.ui.core.shorthand_lessons import wants_signs, with_signs
from dialogue_desk.ui.style.theme import SCALES, AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import LANGUAGES, Words

SYSTEM = "system"
"""The choice that lets the system's own look lead."""


class SettingsDialog(SheetDialog):
    """Shows ``settings`` and tells ``chosen(Settings)`` with each choice.

    ``copies`` is what there is to say and choose about the copies of the desk, when one is open.
    """

    chosen = Signal(object)

    def __init__(
        self,
        settings: Settings,
        theme: AppTheme,
        words: Words,
        window: QWidget | None = None,
        *,
        copies: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words.tr("Settings"), window, (620, 600))
        self._settings, self._theme, self._words = settings, theme, words
        self.languages = self._choice(
            words.tr("Language"), [Choice(code, name) for code, name in LANGUAGES.items()], words.language
        )
        self.themes = self._choice(words.tr("Appearance"), _looks(words), settings.theme or SYSTEM)
        sizes = [Choice(str(size), words.tr("{size}%", size=size)) for size in SCALES]
        self.sizes = self._choice(words.tr("Text size"), sizes, str(settings.text_size))
        self.languages.chosen.connect(self._choose_language)
        self.themes.chosen.connect(self._choose_theme)
        self.sizes.chosen.connect(self._choose_size)
        self.minutes = Number(theme, words, 0, LONGEST_WARNING, words.tr("min"))
        self.percent = Number(theme, words, 0, 100, words.tr("%\N{NO-BREAK SPACE}of the part"))
        self._lay_out_warning()
        self._lay_out_signs()
        if copies is not None:
            self.column.body.addSpacing(Space.BASE)
            self.column.add(copies)
        self.column.body.addStretch(1)
        done = Button(theme, words.tr("Done"))
        done.clicked.connect(self.accept)
        self.foot.addWidget(Label(words.tr("Changes apply right away."), "note"), 1)
        self.foot.addWidget(done)

    def settings(self) -> Settings:
        """Return the settings as they stand."""
        return self._settings

    def take_backup_folder(self, folder: str) -> None:
        """Let the second copy go to ``folder`` from now on; empty for nowhere."""
        self._choose(replace(self._settings, backup_folder=folder))

    def _lay_out_warning(self) -> None:
        tr = self._words.tr
        self.minutes.show_value(self._settings.warning_minutes)
        self.percent.show_value(self._settings.warning_percent)
        self.minutes.setAccessibleName(tr("Minutes before the end of a part"))
        self.percent.setAccessibleName(tr("Percent of a part before its end"))
        self.minutes.changed.connect(
            lambda value: self._choose(replace(self._settings, warning_minutes=value))
        )
        self.percent.changed.connect(
            lambda value: self._choose(replace(self._settings, warning_percent=value))
        )
        line = QWidget()
        flow = FlowLayout(line, gap=Space.SNUG)
        flow.addWidget(self.minutes)
        flow.addWidget(self.percent)
        self.column.body.addSpacing(Space.TIGHT)
        self.column.add(Label(tr("Warn before a part ends"), "strong"))
        self.column.add(line)
        self.column.add(Label(tr("The shorter one is used. 0 means no warning."), "note"))

    def _lay_out_signs(self) -> None:
        tr = self._words.tr
        self.signs = Tick(self._theme, tr("Show the shortcut signs under the note box until I know them"))
        self.signs.setChecked(wants_signs(self._settings))
        self.signs.toggled.connect(lambda on: self._choose(with_signs(self._settings, on=on)))
        self.column.body.addSpacing(Space.TIGHT)
        self.column.add(Label(tr("Taking notes"), "strong"))
        self.column.add(self.signs)

    def _choice(self, title: str, choices: Sequence[Choice], chosen: str) -> Chips:
        chips = Chips(self._theme, title, choices)
        chips.choose(chosen)
        self.column.body.addSpacing(Space.TIGHT)
        self.column.add(Label(title, "strong"))
        self.column.add(chips)
        return chips

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
        Choice(SYSTEM, words.tr("Same as the system")),
        Choice("light", words.tr("Light")),
        Choice("dark", words.tr("Dark")),
        Choice("contrast", words.tr("High contrast")),
    ]
