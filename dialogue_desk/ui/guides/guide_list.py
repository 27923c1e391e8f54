"""The library: each guide once, with its languages; and what is wrong with files that are none."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_library import Library, ShelvedGuide
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import LANGUAGES, Words


class LibraryView(QWidget):
    """The guides at hand."""

    reading_wanted = Signal(str)
    begin_wanted = Signal(str)

    def __init__(self, library: Library, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        column = ScrollColumn(theme, characters=100, centred=True, edge=Space.VAST)
        whole.addWidget(column)
        column.add(Label(words.tr("Guides"), "title"))
        column.add(
            Label(
                words.tr("A guide is the script of a conversation: what to say, what to ask, how long."),
                "muted",
            )
        )
        self.cards = [GuideCard(shelved, theme, words) for shelved in library.guides]
        for card in self.cards:
            card.reading_wanted.connect(self.reading_wanted)
            card.begin_wanted.connect(self.begin_wanted)
            column.add(card)
        if not library.guides:
            sentence = words.tr("The guides that come with the app are missing. Install Dialogue Desk again.")
            column.add(EmptyState(theme, "guide", words.tr("No guides here"), sentence))
        if library.faults:
            column.add(Section(words.tr("Guide files that cannot be used yet"), str(len(library.faults))))
            notice = Card("notice", edge=Space.BASE)
            for fault in library.faults:
                notice.column.addWidget(Label(fault.sentence))
            column.add(notice)
        column.body.addStretch(1)

    def take_focus(self) -> None:
        """Put the keyboard on the first guide."""
        if self.cards:
            self.cards[0].read.setFocus()


class GuideCard(Card):
    """One guide of the library."""

    reading_wanted = Signal(str)
    begin_wanted = Signal(str)

    def __init__(self, shelved: ShelvedGuide, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._id = shelved.id
        guide = shelved.translation(words.language).guide
        self.column.addWidget(Label(guide.title, "heading"))
        if guide.summary:
            self.column.addWidget(Label(guide.summary))
        languages = " · ".join(name_of_language(code) for code in shelved.languages)
        self.column.addWidget(Label(f"{requirements_text(guide, words)} · {languages}", "note"))
        line = QHBoxLayout()
        line.setSpacing(Space.SNUG)
        self.read = Button(theme, words.tr("Read"), icon="guide")
        self.begin = Button(theme, words.tr("Start a conversation with this guide"))
        for button in (self.read, self.begin):
            button.setAccessibleDescription(guide.title)
            line.addWidget(button)
        line.addStretch(1)
        self.read.clicked.connect(self._read)
        self.begin.clicked.connect(self._begin)
        self.column.addSpacing(Space.HAIR)
        self.column.addLayout(line)

    def _read(self) -> None:
        self.reading_wanted.emit(self._id)

    def _begin(self) -> None:
        self.begin_wanted.emit(self._id)


def requirements_text(guide: Guide, words: Words) -> str:
    """Return how many people, sessions and minutes a guide is made for."""
    least, most = guide.people
    people = words.tr("{least} to {most} people", least=least, most=most)
    sessions = words.ntr("{count} session", "{count} sessions", len(guide.sessions))
    lengths = sorted({plan.minutes for plan in guide.sessions})
    if len(lengths) == 1:
        each = words.tr("{minutes} min", minutes=lengths[0])
    else:
        each = words.tr("{least} to {most} min", least=lengths[0], most=lengths[-1])
    return f"{people} · {sessions} · {each}"


def name_of_language(code: str, names: Mapping[str, str] = LANGUAGES) -> str:
    """Return what a language calls itself, or its code where that is not known."""
    return names.get(code, code)
