"""The line with the sections of a program, and the way to look up a code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.layouts import row


class SectionTabs(Card):
    """Tabs that are all in sight: where words beside them have no room, the code has an icon alone."""

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        words, theme = context.words, context.theme
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
        beside = self.width() - 2 * Space.BASE - self.tabs.sizeHint().width()
        self.code.show_words(on=self.code.sizeHint().width() <= beside)
