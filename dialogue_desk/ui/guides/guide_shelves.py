"""The shelves of the library: the guides of this laptop, those that ship, and methods to begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.order import look_up_order
from dialogue_desk.exchange.guide_library import Library, ShelvedGuide
from dialogue_desk.ui.drafting.begun_card import BegunCard
from dialogue_desk.ui.guides.guide_card import GuideCard, LibraryCard, MethodCard, UnfinishedCard
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, add_items, clear_layout, column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words

_TWO_COLUMNS = 900
"""The width, at 100 % text, from which two guides are side by side."""


class GuideShelves(ScrollColumn):
    """Shows a library.  ``wanted(act, key)`` tells what is to be done with a guide."""

    wanted = Signal(str, str)
    new_wanted = Signal()
    document_wanted = Signal()
    file_wanted = Signal()
    practice_wanted = Signal()
    begun_wanted = Signal()
    """The document that a person has begun to look through."""
    format_wanted = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(theme, characters=148, centred=True, edge=Space.WIDE)
        self._words = words
        self._lines = self.body
        self.cards: list[LibraryCard] = []
        self._begun, self.begun = "", BegunCard(theme, words)

    def show_library(
        self, library: Library, methods: Sequence[ShelvedGuide], moments: ShelvedGuide | None
    ) -> None:
        """Show the guides there are."""
        theme, words, tr = self._theme, self._words, self._words.tr
        clear_layout(self.body)
        self.cards = []
        whole = QWidget()
        self._lines = column(gap=Space.BASE, within=whole)
        self._add_head()
        shipped = [[one] for one in library.guides if not one.own]
        own = _by_guide(one for one in library.guides if one.own)
        self._add_group(
            tr("Guides of this laptop"),
            [
                *(UnfinishedCard(one, theme, words) for one in library.unfinished),
                *(GuideCard(versions, theme, words) for versions in own),
            ],
        )
        decks = [[moments]] if moments else []
        self._add_group(
            tr("Guides that come with Dialogue Desk"),
            [GuideCard(versions, theme, words) for versions in (*shipped, *decks)],
        )
        if not library.guides:
            sentence = tr("The guides that come with the app are missing. Install Dialogue Desk again.")
            add_items(self._lines, EmptyState(theme, "guide", tr("No guides here"), sentence))
        self._add_group(tr("Methods to begin with"), [MethodCard(method, theme, words) for method in methods])
        if library.faults:
            notice = Card("notice", edge=Space.BASE)
            notice.add(*(Label(fault.sentence) for fault in library.faults))
            head = Section(tr("Guide files that cannot be used yet"), str(len(library.faults)))
            add_items(self._lines, head, notice)
        self.add(whole, STRETCH)
        whole.show()

    def show_begun(self, name: str) -> None:
        """Lead back to a document that a person has begun to look through; "" for none."""
        self._begun = name
        self.begun.show_name(name)

    def _add_head(self) -> None:
        tr = self._words.tr
        intro = tr("A guide is the script of a conversation: what to say, what to ask, how long.")
        acts = (
            (tr("Write a guide"), "plus", self.new_wanted),
            (tr("Make a guide from a document"), "note", self.document_wanted),
            (tr("Open a guide file"), "folder", self.file_wanted),
            (tr("Practice"), "play", self.practice_wanted),
            (tr("How guides are written"), "question", self.format_wanted),
        )
        buttons: list[QWidget] = []
        for text, icon, signal in acts:
            quiet = signal is acts[-1][2]
            button = Button(self._theme, text, weight=Weight.QUIET if quiet else Weight.NORMAL, icon=icon)
            button.clicked.connect(signal)
            buttons.append(button)
        self.begun = BegunCard(self._theme, self._words)
        self.begun.wanted.connect(self.begun_wanted)
        add_items(self._lines, Label(intro, "muted"), flowing(*buttons), self.begun)
        self.begun.show_name(self._begun)

    def _add_group(self, title: str, cards: Sequence[LibraryCard]) -> None:
        if not cards:
            return
        self._lines.addSpacing(Space.TIGHT)
        self._lines.addWidget(Section(title, str(len(cards))))
        for card in cards:
            card.wanted.connect(self.wanted)
        for left, right in zip_longest(cards[::2], cards[1::2]):
            line = ResponsiveRow(self._theme, _TWO_COLUMNS, gap=Space.BASE)
            line.add(left, 1)
            line.add(right or QWidget(), 1)
            self._lines.addWidget(line)
        self.cards += cards


def _by_guide(guides: Iterable[ShelvedGuide]) -> list[list[ShelvedGuide]]:
    """Return the versions of each guide, the newest first; guides in the order of their titles."""
    versions: dict[str, list[ShelvedGuide]] = {}
    for one in guides:
        versions.setdefault(one.id, []).insert(0, one)
    return sorted(versions.values(), key=lambda same: look_up_order(same[0].translations[0].guide.title))
