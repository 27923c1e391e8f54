"""The library: all guides to choose from, and a line in which all they say is searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.domain.guides.guide_search import GuideIndex
from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_library import Library, ShelvedGuide
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.guides.guide_finds_list import GuideFindsList
from dialogue_desk.ui.guides.guide_shelves import GuideShelves
from dialogue_desk.ui.search.search_field import SearchField
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row


class LibraryView(QWidget):
    """Shows the guides; while words are in the search line, what was found instead.

    ``hit_wanted(GuideHit)`` tells which hit is to be read.
    """

    hit_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._language = context.words.language
        self._guides: dict[tuple[str, str], Guide] = {}
        self._index: GuideIndex | None = None
        words, theme = context.words, context.theme
        self.field = SearchField(
            theme, words.tr("Words to find in all guides"), words.tr("Search all guides")
        )
        self.shelves, self.finds = GuideShelves(theme, words), GuideFindsList(context)
        self._views = QStackedWidget()
        self._views.addWidget(self.shelves)
        self._views.addWidget(self.finds)
        bar = Card("bar", edge=0)
        bar.column.setContentsMargins(Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        bar.add(row(Label(words.tr("Guides"), "title", wrap=False), (self.field, 1), gap=Space.WIDE))
        column(bar, (self._views, 1), within=self)
        # Keys that wait already are typed first, and then searched once.
        self._search_timer = QTimer(self, singleShot=True, interval=0)
        self._search_timer.timeout.connect(self.search)
        self.field.textChanged.connect(lambda _: self._search_timer.start())
        self.field.went_down.connect(self._go_down)
        self.finds.hits.went_up.connect(self.field.setFocus)
        self.finds.opened.connect(self.hit_wanted)

    def show_library(
        self, library: Library, methods: Sequence[ShelvedGuide], moments: ShelvedGuide | None
    ) -> None:
        """Show the guides there are."""
        self.shelves.show_library(library, methods, moments)
        guides = (*library.guides, *methods, *((moments,) if moments else ()))
        self._guides = {
            (shelved.key, edition.guide.language): edition.guide
            for shelved in guides
            for edition in shelved.translations
        }
        self._index = None
        if self.field.text():
            self.search()

    def search(self) -> None:
        """Show what has the words in the line now, or the guides when there are none."""
        self._search_timer.stop()
        if self._index is None:
            self._index = GuideIndex.of((key, guide) for (key, _), guide in self._guides.items())
        finds = self._index.search(self.field.text(), self._language)
        if finds.query:
            self.finds.show_finds(finds, self._guides)
        self._views.setCurrentWidget(self.finds if finds.query else self.shelves)

    def take_focus(self) -> None:
        """Put the keyboard on what was found, or on the first guide."""
        if self._views.currentWidget() is self.shelves and self.shelves.cards:
            self.shelves.cards[0].buttons[0].setFocus()
        elif self.finds.hits.isVisible():
            self.finds.hits.setFocus()
        else:
            self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.search()
            self.field.setFocus()
        else:
            super().keyPressEvent(event)

    def _go_down(self) -> None:
        if self._search_timer.isActive():
            self.search()
        self.take_focus()
