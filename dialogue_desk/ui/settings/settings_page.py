"""Settings: a few choices by their sections, each applied when it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from dialogue_desk.fonts import FAMILY
from dialogue_desk.storage.settings import LONGEST_WARNING, Settings
from dialogue_desk.ui.settings.keys_section import KeysSection
from dialogue_desk.ui.style.theme import SCALES, AppTheme, Space
from dialogue_desk.ui.widgets.button import PlaceButton
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number, Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import LANGUAGES, Words

SYSTEM = "system"
"""The choice to look as the system does."""

_SIDE = 240
"""How wide the list of sections is, in pixels at 100 % text."""


@dataclass(frozen=True, slots=True)
class Sections:
    """What is shown and set beside the settings: what concerns the desk, and ``app``, the app as a whole.

    None leaves a section out.
    """

    laptops: QWidget | None = None
    holding: QWidget | None = None
    copies: QWidget | None = None
    app: QWidget | None = None


class SettingsPage(QWidget):
    """Shows ``settings``, and tells ``chosen(Settings)`` with each choice; below them it has ``others``."""

    chosen = Signal(object)
    left = Signal()

    def __init__(
        self, settings: Settings, theme: AppTheme, words: Words, others: Sections | None = None
    ) -> None:
        super().__init__()
        self._settings, self._theme, self._words = settings, theme, words
        self._places = QButtonGroup(self)
        self._pages = QStackedWidget()
        self._side = QWidget()
        self._side.setAccessibleName(words.tr("Sections of the settings"))
        self._list = column(gap=Space.HAIR, margins=Space.WIDE, within=self._side)
        self._list.addWidget(Label(words.tr("Settings"), "title"))
        self._list.addSpacing(Space.SNUG)
        self._add_look()
        self._add_text()
        self._add_sessions()
        self._add_keys()
        others = others or Sections()
        for title, section in (
            (words.tr("Laptops"), others.laptops),
            (words.tr("What we hold"), others.holding),
            (words.tr("Copies and erasing"), others.copies),
            (words.tr("This app"), others.app),
        ):
            if section is not None:
                self._begin(title).add(section)
        self._list.addSpacing(Space.SNUG)
        self._list.addWidget(Label(words.tr("Changes apply right away."), "note"))
        self._list.addStretch(1)
        for place in range(self._pages.count()):
            page = self._pages.widget(place)
            if isinstance(page, ScrollColumn):
                page.body.addStretch(1)
        row(self._side, (self._pages, 1), within=self)
        theme.changed.connect(self._fit)
        self._fit()

    def take_focus(self) -> None:
        """Put the keyboard on the section that is shown."""
        shown = self._places.checkedButton()
        if shown is not None:
            shown.setFocus()

    def show_app(self) -> None:
        """Show the section about the app itself, the last one, with the keyboard on it."""
        self._places.buttons()[-1].click()
        self.take_focus()

    def take_backup_folder(self, folder: str) -> None:
        """Save the second copy in ``folder`` from now on; "" for no second copy."""
        self._choose(replace(self._settings, backup_folder=folder))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add_look(self) -> None:
        tr, settings = self._words.tr, self._settings
        page = self._begin(tr("Language and look"))
        languages = [Choice(code, name) for code, name in LANGUAGES.items()]
        self.languages = self._choices(page, tr("Language"), languages, self._words.language)
        self.themes = self._choices(page, tr("Appearance"), _themes(self._words), settings.theme or SYSTEM)
        self.languages.chosen.connect(lambda code: self._choose(replace(self._settings, language=code)))
        self.themes.chosen.connect(self._choose_theme)

    def _add_text(self) -> None:
        tr, settings = self._words.tr, self._settings
        page = self._begin(tr("Text"))
        sizes = [Choice(str(size), tr("{size}%", size=size)) for size in SCALES]
        self.sizes = self._choices(page, tr("Text size"), sizes, str(settings.text_size))
        self.wide = Tick(self._theme, tr("More space between letters, words and lines"))
        self.wide.setChecked(settings.wide_text)
        _put(page, tr("Spacing"), self.wide)
        self.fonts = Select(self._theme, _fonts(self._words))
        self.fonts.setAccessibleName(tr("Font"))
        self.fonts.choose(settings.font)
        _put(page, tr("Font"), self.fonts)
        page.add(Label(tr("Documents keep their own font."), "note"))
        self.sizes.chosen.connect(lambda size: self._choose(replace(self._settings, text_size=int(size))))
        self.wide.toggled.connect(lambda on: self._choose(replace(self._settings, wide_text=on)))
        self.fonts.chosen.connect(lambda family: self._choose(replace(self._settings, font=family)))

    def _add_sessions(self) -> None:
        tr, theme, words = self._words.tr, self._theme, self._words
        page = self._begin(tr("Sessions and notes"))
        self.minutes = Number(theme, words, 0, LONGEST_WARNING, tr("min"))
        self.percent = Number(theme, words, 0, 100, tr("%\N{NO-BREAK SPACE}of the part"))
        self.minutes.show_value(self._settings.warning_minutes)
        self.percent.show_value(self._settings.warning_percent)
        self.minutes.setAccessibleName(tr("Minutes before the end of a part"))
        self.percent.setAccessibleName(tr("Percent of a part before its end"))
        self.minutes.changed.connect(lambda most: self._choose(replace(self._settings, warning_minutes=most)))
        self.percent.changed.connect(lambda most: self._choose(replace(self._settings, warning_percent=most)))
        _put(page, tr("Warn before a part ends"), flowing(self.minutes, self.percent, gap=Space.SNUG))
        page.add(Label(tr("The shorter time is used. 0 means no warning."), "note"))
        self.signs = Tick(theme, tr("Show the shortcut signs under the note box"))
        self.signs.setChecked(self._settings.show_signs)
        self.signs.toggled.connect(lambda on: self._choose(replace(self._settings, show_signs=on)))
        _put(page, tr("Taking notes"), self.signs)

    def _add_keys(self) -> None:
        page = self._begin(self._words.tr("Keys"))
        self.keys = KeysSection(self._settings, self._theme, self._words)
        self.keys.single_chosen.connect(lambda on: self._choose(replace(self._settings, single_keys=on)))
        self.keys.keys_chosen.connect(lambda keys: self._choose(replace(self._settings, keys=keys)))
        page.add(self.keys)

    def _begin(self, title: str) -> ScrollColumn:
        """Return the empty page of a section, and list it at the side."""
        page = ScrollColumn(self._theme)
        page.body.setSpacing(Space.SNUG)
        place = PlaceButton(self._theme, title)
        place.leading = True
        place.setChecked(self._pages.count() == 0)
        place.clicked.connect(partial(self._pages.setCurrentWidget, page))
        self._places.addButton(place)
        self._pages.addWidget(page)
        self._list.addWidget(place)
        return page

    def _choices(self, page: ScrollColumn, title: str, choices: Sequence[Choice], chosen: str) -> Chips:
        chips = Chips(self._theme, title, choices)
        chips.choose(chosen)
        _put(page, title, chips)
        return chips

    def _fit(self) -> None:
        self._side.setFixedWidth(self._theme.scaled(_SIDE))

    def _choose_theme(self, theme: str) -> None:
        self._choose(replace(self._settings, theme="" if theme == SYSTEM else theme))

    def _choose(self, settings: Settings) -> None:
        self._settings = settings
        self.chosen.emit(settings)


def _put(page: ScrollColumn, title: str, control: QWidget) -> None:
    page.body.addSpacing(Space.TIGHT)
    page.add(Label(title, "strong", heads=True), control)


def _fonts(words: Words) -> list[Choice]:
    """Return ours, then that of the system, then all others that can be drawn in any size."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    known = (family for family in QFontDatabase.families() if QFontDatabase.isSmoothlyScalable(family))
    others = (family for family in known if not QFontDatabase.isPrivateFamily(family))
    return [
        Choice("", FAMILY),
        Choice(system, words.tr("Same as the system: {font}", font=system)),
        *(Choice(family, family) for family in others if family not in (FAMILY, system)),
    ]


def _themes(words: Words) -> list[Choice]:
    return [
        Choice(SYSTEM, words.tr("Same as the system")),
        Choice("light", words.tr("Light")),
        Choice("dark", words.tr("Dark")),
        Choice("contrast", words.tr("High contrast")),
    ]
