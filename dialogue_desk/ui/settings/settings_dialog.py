"""Settings: a few choices, each applied when it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.storage.settings import LONGEST_WARNING, Settings
from dialogue_desk.ui.style.theme import SCALES, AppTheme, Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import LANGUAGES, Words

SYSTEM = "system"
"""The choice to look as the system does."""


class SettingsDialog(SheetDialog):
    """Shows ``settings`` and tells ``chosen(Settings)`` with each choice.

    ``laptops`` and ``copies`` show and set what concerns the desk; None while none is open to be changed.
    """

    chosen = Signal(object)

    def __init__(
        self,
        settings: Settings,
        theme: AppTheme,
        words: Words,
        window: QWidget | None = None,
        *,
        laptops: QWidget | None = None,
        copies: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words.tr("Settings"), window, (620, 600))
        self._settings, self._words = settings, words
        languages = [Choice(code, name) for code, name in LANGUAGES.items()]
        self.languages = self._add_choice(words.tr("Language"), languages, words.language)
        self.themes = self._add_choice(words.tr("Appearance"), _themes(words), settings.theme or SYSTEM)
        sizes = [Choice(str(size), words.tr("{size}%", size=size)) for size in SCALES]
        self.sizes = self._add_choice(words.tr("Text size"), sizes, str(settings.text_size))
        self.languages.chosen.connect(lambda code: self._choose(replace(self._settings, language=code)))
        self.themes.chosen.connect(self._choose_theme)
        self.sizes.chosen.connect(lambda size: self._choose(replace(self._settings, text_size=int(size))))
        self.minutes = Number(theme, words, 0, LONGEST_WARNING, words.tr("min"))
        self.percent = Number(theme, words, 0, 100, words.tr("%\N{NO-BREAK SPACE}of the part"))
        self._lay_out_warning()
        self._lay_out_signs()
        for section in (laptops, copies):
            if section is not None:
                self.column.body.addSpacing(Space.BASE)
                self.column.add(section)
        self.column.body.addStretch(1)
        self.foot.addWidget(Label(words.tr("Changes apply right away."), "note"), 1)
        self.add_button(words.tr("Done"), self.accept)

    def take_backup_folder(self, folder: str) -> None:
        """Save the second copy in ``folder`` from now on; "" for no second copy."""
        self._choose(replace(self._settings, backup_folder=folder))

    def _lay_out_warning(self) -> None:
        tr = self._words.tr
        self.minutes.show_value(self._settings.warning_minutes)
        self.percent.show_value(self._settings.warning_percent)
        self.minutes.setAccessibleName(tr("Minutes before the end of a part"))
        self.percent.setAccessibleName(tr("Percent of a part before its end"))
        self.minutes.changed.connect(lambda most: self._choose(replace(self._settings, warning_minutes=most)))
        self.percent.changed.connect(lambda most: self._choose(replace(self._settings, warning_percent=most)))
        self._add(tr("Warn before a part ends"), flowing(self.minutes, self.percent, gap=Space.SNUG))
        self.column.add(Label(tr("The shorter time is used. 0 means no warning."), "note"))

    def _lay_out_signs(self) -> None:
        tr = self._words.tr
        self.signs = Tick(self._theme, tr("Show the shortcut signs under the note box"))
        self.signs.setChecked(self._settings.show_signs)
        self.signs.toggled.connect(lambda on: self._choose(replace(self._settings, show_signs=on)))
        self._add(tr("Taking notes"), self.signs)

    def _add_choice(self, title: str, choices: Sequence[Choice], chosen: str) -> Chips:
        chips = Chips(self._theme, title, choices)
        chips.choose(chosen)
        self._add(title, chips)
        return chips

    def _add(self, title: str, control: QWidget) -> None:
        self.column.body.addSpacing(Space.TIGHT)
        self.column.add(Label(title, "strong"), control)

    def _choose_theme(self, theme: str) -> None:
        self._choose(replace(self._settings, theme="" if theme == SYSTEM else theme))

    def _choose(self, settings: Settings) -> None:
        self._settings = settings
        self.chosen.emit(settings)


def _themes(words: Words) -> list[Choice]:
    return [
        Choice(SYSTEM, words.tr("Same as the system")),
        Choice("light", words.tr("Light")),
        Choice("dark", words.tr("Dark")),
        Choice("contrast", words.tr("High contrast")),
    ]
