"""The bar over a guide that is read: back, its sessions, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from dialogue_desk.exchange.guide_library import ShelvedGuide
from dialogue_desk.ui.guides.guide_card import guide_menu
from dialogue_desk.ui.guides.session_tabs import SessionTabs
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.words import Words


class ReadingBar(Card):
    """Shows the tabs of a guide between buttons; ``acted(act, key)`` tells what was chosen in its menu."""

    acted = Signal(str, str)

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__("bar", edge=0)
        self._words = words
        self._begin_text = ""
        tr = words.tr
        self.back = Button(theme, tr("All guides"), weight=Weight.QUIET, icon="back")
        self.sessions = SessionTabs(words)
        self.more = Button(theme, tr("More"), weight=Weight.QUIET, icon="more", bare=True)
        self.print = Button(theme, tr("Print…"), icon="print")
        self.begin = Button(theme, "", weight=Weight.PRIMARY)
        self._shelved: ShelvedGuide | None = None
        self.more.clicked.connect(self._open_menu)
        middle, low = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignBottom
        buttons = [(one, 0, middle) for one in (self.more, self.print, self.begin)]
        edges = (Space.BASE, 0, Space.BASE, 0)
        tabs = (self.sessions, 0, low)
        self.add(row((self.back, 0, middle), tabs, STRETCH, *buttons, gap=Space.SNUG, margins=edges))

    def show_guide(self, shelved: ShelvedGuide, language: str, method: str = "") -> None:
        """Have the tabs of a guide; ``method`` is what the button says with which a method is begun."""
        self._shelved = shelved
        self._begin_text = method or self._words.tr("Start a conversation with this guide")
        self.sessions.show_guide(shelved.translation(language).guide)
        for button in (self.begin, self.print):
            button.setVisible(not shelved.deck)
        self.more.setVisible(not shelved.deck and not method)

    def fit(self, width: int, *, wide: bool) -> None:
        """Fit into so many pixels: where it is not ``wide``, buttons have fewer words, and so have tabs."""
        for button in (self.back, self.print):
            button.show_words(on=wide)
        self.begin.setText(self._begin_text if wide else self._words.tr("Start"))
        self.begin.setAccessibleName(self._begin_text)
        others = (self.back, self.more, self.print, self.begin)
        taken = sum(one.sizeHint().width() + Space.SNUG for one in others if not one.isHidden())
        self.sessions.fit(width - taken - 2 * Space.BASE - Space.SNUG)
        self.setMinimumHeight(self.back.sizeHint().height() + 2 * Space.TIGHT)

    def _open_menu(self) -> None:
        if self._shelved is not None:
            menu, key = guide_menu(self._shelved, self._words, self), self._shelved.key
            menu.triggered.connect(lambda entry: self.acted.emit(entry.data(), key))
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
