"""The line with the sections of a program, and the way to look up a code."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space, set_role
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.layouts import row

_SAVED = 16
"""How many pixels a tab is narrower where tabs stand close together."""


class SectionTabs(Card):
    """Tabs that are all in sight: without room, the code has an icon alone, then they stand closer.

    Where that is not enough, they are a list to choose from.
    """

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        words, theme = context.words, context.theme
        self._context, self._tight = context, False
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(words.tr("Sections of the program"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.column.setContentsMargins(Space.BASE, 0, Space.BASE, 0)
        self.code = Button(theme, words.tr("Look up a code"), weight=Weight.QUIET, icon="search")
        self.places = Select(theme)
        self.places.setAccessibleName(words.tr("Sections of the program"))
        self.places.hide()
        self.add(row((self.tabs, 1), (self.places, 1), self.code))
        theme.changed.connect(self._fit)
        self.places.chosen.connect(lambda place: self.tabs.setCurrentIndex(int(place)))
        self.tabs.currentChanged.connect(lambda number: self.places.choose(str(number)))

    def add_sections(self, names: Iterable[str], page: QWidget) -> None:
        """Add a tab for each section, and a key on the ``page``: Ctrl and its number."""
        self._actions = Actions(self._context.theme, page)
        group = self._context.words.tr("Program")
        several = tuple(names)
        self.places.show_choices([Choice(str(number), name) for number, name in enumerate(several)])
        for number, name in enumerate(several):
            self.tabs.addTab(name)
            action = Action(f"program-{number}", name, (f"Ctrl+{number + 1}",), group=group)
            live = self._actions.add(action, partial(self.tabs.setCurrentIndex, number))
            live.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.code.show_words(on=True)
        saved = _SAVED * self.tabs.count()
        loose = self.tabs.sizeHint().width() + (saved if self._tight else 0)
        beside = self.width() - 2 * Space.BASE - loose
        self.code.show_words(on=self.code.sizeHint().width() <= beside)
        least = self.code.sizeHint().width()
        if (tight := least > beside) is not self._tight:
            self._tight = tight
            set_role(self.tabs, "tight" if tight else "")
        self._list(on=least > beside + saved)

    def _list(self, *, on: bool) -> None:
        """Show the list in place of the tabs; the keyboard stays on what is shown."""
        here = self.tabs.hasFocus() or self.places.hasFocus()
        self.tabs.setHidden(on)
        self.places.setVisible(on)
        if here:
            (self.places if on else self.tabs).setFocus()
