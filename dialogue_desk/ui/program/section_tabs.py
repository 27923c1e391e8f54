"""The line with the sections of a program, and the way to look up a code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space, set_role
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.layouts import row

_SAVED = 16
"""How many pixels a tab is narrower where tabs stand close together."""


class SectionTabs(Card):
    """Tabs that are all in sight: without room, the code has an icon alone, then they stand closer."""

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        words, theme = context.words, context.theme
        self._tight = False
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(words.tr("Sections of the program"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.column.setContentsMargins(Space.BASE, 0, Space.BASE, 0)
        self.code = Button(theme, words.tr("Look up a code"), weight=Weight.QUIET, icon="search")
        self.add(row((self.tabs, 1), self.code))
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.code.show_words(on=True)
        saved = _SAVED * self.tabs.count() if self._tight else 0
        beside = self.width() - 2 * Space.BASE - self.tabs.sizeHint().width() - saved
        self.code.show_words(on=self.code.sizeHint().width() <= beside)
        tight = self.code.sizeHint().width() > beside
        if tight is not self._tight:
            self._tight = tight
            set_role(self.tabs, "tight" if tight else "")
