"""Guides: the library, and a calm place to read one before the session."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.exchange.guide_library import Library, ShelvedGuide
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.guides.guide_reader import ReadingView, requirements_text
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.languages import own_name


class GuidesPage(QWidget):
    """The library, or the one guide that is read."""

    begin_wanted = Signal(str)
    practice_wanted = Signal()
    left = Signal()

    def __init__(self, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._language = context.words.language
        self._library, self._moments = shelf.library(), shelf.moments
        self.views = QStackedLayout(self)
        self.library = LibraryView(self._library, self._moments, context.theme, context.words)
        self.library.moments_wanted.connect(self.read_moments)
        self.library.practice.clicked.connect(self.practice_wanted)
        for card in self.library.cards:
            card.reading_wanted.connect(self.read)
            card.begin_wanted.connect(self.begin_wanted)
        self.reading = ReadingView(context.theme, context.words)
        self.reading.left.connect(self._back)
        self.reading.begin_wanted.connect(self.begin_wanted)
        self.views.addWidget(self.library)
        self.views.addWidget(self.reading)

    def read(self, guide_id: str) -> None:
        """Open one guide, in the language of the app if the guide has it."""
        self._read(self._library.guide(guide_id))

    def read_moments(self) -> None:
        """Open what helps when it gets hot, to be read beforehand."""
        if self._moments is not None:
            self._read(self._moments)

    def take_focus(self) -> None:
        """Put the keyboard where reading begins."""
        if self.views.currentWidget() is self.reading:
            self.reading.take_focus()
        else:
            self.library.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.views.currentWidget() is self.reading:
            self._back()
        else:
            self.left.emit()

    def _read(self, shelved: ShelvedGuide) -> None:
        self.reading.show_guide(shelved, self._language)
        self.views.setCurrentWidget(self.reading)
        self.reading.take_focus()

    def _back(self) -> None:
        self.views.setCurrentWidget(self.library)
        self.library.take_focus()


class LibraryView(QWidget):
    """Each guide once, with its languages, the moments, and what is wrong with files that are not guides."""

    moments_wanted = Signal()

    def __init__(self, library: Library, moments: ShelvedGuide | None, theme: AppTheme, words: Words) -> None:
        super().__init__()
        page = ScrollColumn(theme, characters=100, centred=True, edge=Space.VAST)
        column(page, gap=None, within=self)
        page.add(Label(words.tr("Guides"), "title"))
        intro = words.tr("A guide is the script of a conversation: what to say, what to ask, how long.")
        self.practice = Button(theme, words.tr("Practice"), icon="play")
        page.add(row((Label(intro, "muted"), 1), self.practice, gap=Space.BASE))
        self.cards = [GuideCard(shelved, theme, words) for shelved in library.guides]
        page.add(*self.cards)
        if not library.guides:
            sentence = words.tr("The guides that come with the app are missing. Install Dialogue Desk again.")
            page.add(EmptyState(theme, "guide", words.tr("No guides here"), sentence))
        if moments is not None:
            page.add(self._moments_card(moments, theme, words))
        if library.faults:
            page.add(Section(words.tr("Guide files that cannot be used yet"), str(len(library.faults))))
            notice = Card("notice", edge=Space.BASE)
            notice.add(*(Label(fault.sentence) for fault in library.faults))
            page.add(notice)
        page.body.addStretch(1)

    def take_focus(self) -> None:
        """Put the keyboard on the first guide."""
        if self.cards:
            self.cards[0].read.setFocus()

    def _moments_card(self, moments: ShelvedGuide, theme: AppTheme, words: Words) -> Card:
        deck, card = moments.translation(words.language).guide, Card()
        read = Button(theme, words.tr("Read"), icon="guide")
        read.setAccessibleName(f"{read.text()}: {deck.title}")
        read.clicked.connect(self.moments_wanted)
        languages = " · ".join(own_name(code) for code in moments.languages)
        card.add(Label(deck.title, "heading"), Label(deck.summary), Label(languages, "note"))
        card.column.addSpacing(Space.HAIR)
        card.column.addLayout(row(read, STRETCH, gap=Space.SNUG))
        return card


class GuideCard(Card):
    """One guide of the library."""

    reading_wanted = Signal(str)
    begin_wanted = Signal(str)

    def __init__(self, shelved: ShelvedGuide, theme: AppTheme, words: Words) -> None:
        super().__init__()
        guide = shelved.translation(words.language).guide
        self.column.addWidget(Label(guide.title, "heading"))
        if guide.summary:
            self.column.addWidget(Label(guide.summary))
        languages = " · ".join(own_name(code) for code in shelved.languages)
        self.column.addWidget(Label(f"{requirements_text(guide, words)} · {languages}", "note"))
        self.read = Button(theme, words.tr("Read"), icon="guide")
        self.begin = Button(theme, words.tr("Start a conversation with this guide"))
        for button in (self.read, self.begin):
            button.setAccessibleName(f"{button.text()}: {guide.title}")
        self.read.clicked.connect(lambda: self.reading_wanted.emit(shelved.id))
        self.begin.clicked.connect(lambda: self.begin_wanted.emit(shelved.id))
        self.column.addSpacing(Space.HAIR)
        self.column.addLayout(row(self.read, self.begin, STRETCH, gap=Space.SNUG))
