"""A document line by line, and beside it the guide that it becomes; a person mends it and keeps the guide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.guides.guide_lines import HEADINGS
from dialogue_desk.domain.guides.labels import Meaning
from dialogue_desk.domain.guides.reviewed_document import (
    Doubt,
    ReviewedDocument,
    next_doubt,
)
from dialogue_desk.exchange.guide_preview import GuidePreview, preview_of
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.drafting.guide_side import GuideSide
from dialogue_desk.ui.drafting.line_foot import LineFoot
from dialogue_desk.ui.drafting.line_list import LineList
from dialogue_desk.ui.drafting.line_rows import LineRows
from dialogue_desk.ui.drafting.live_preview import LivePreview
from dialogue_desk.ui.drafting.meaning_keys import meaning_choices
from dialogue_desk.ui.drafting.review_acts import ReviewActs
from dialogue_desk.ui.drafting.review_bar import ReviewBar
from dialogue_desk.ui.notes.choice_menu import open_choices
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.layouts import column, row

_SIDE, _WIDTH_FOR_BOTH = 400, 1100
"""How wide the guide is, and below which width it has the place of the lines, at 100 % text."""


class LineReview(QWidget):
    """``done`` tells the text of the guide that is to be kept; ``changed`` that something was decided."""

    done = Signal(str)
    left = Signal()
    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._words = context, context.words
        self.acts = ReviewActs(context.words, self)
        self._live = LivePreview(context, self)
        self.preview: GuidePreview | None = None
        """The guide as it was made last; None until it was."""
        self._doubts: dict[int, Doubt] = {}
        self._rows = LineRows(context.words)
        self.bar, self.lines = ReviewBar(context), LineList(context)
        self.foot, self.side = LineFoot(context), GuideSide(context)
        edges = (Space.BASE, Space.SNUG, Space.BASE, Space.SNUG)
        self._main = QWidget()
        column((column((self.lines, 1), margins=edges), 1), self.foot, within=self._main)
        self._rail = Card("rail", edge=0)
        self._rail.add((self.side, 1))
        column(self.bar, (row((self._main, 1), (self._rail, 0)), 1), within=self)
        self._connect()

    @property
    def document(self) -> ReviewedDocument:
        """The document as it is now."""
        return self.acts.document

    def review(self, document: ReviewedDocument) -> None:
        """Show a document, from its first doubt on."""
        self.acts.begin(document)
        self.preview = None
        self._rows = LineRows(self._words)
        self._show()
        self.bar.tabs.setCurrentIndex(0)
        first = next_doubt(self._doubts, -1)
        if document.lines:
            self.lines.go_to_place(first or 0)

    def take_focus(self) -> None:
        """Put the keyboard on the lines."""
        (self.side.title if self.lines.isHidden() else self.lines).setFocus()

    def undo_latest(self) -> None:
        """Undo what was decided last."""
        if what := self.acts.undo():
            self._context.toast.say(self._words.tr("Undone: {what}", what=what))

    def redo_latest(self) -> None:
        """Redo what was undone last."""
        if what := self.acts.redo():
            self._context.toast.say(self._words.tr("Redone: {what}", what=what))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        acts, side = self.acts, self.side
        acts.changed.connect(self._show)
        acts.changed.connect(self.changed)
        self._live.made.connect(self._show_preview)
        self.bar.left.connect(self.left)
        self.bar.kept.connect(lambda: self.done.emit(preview_of(self.document, self._words).text))
        self.bar.undone.connect(self.undo_latest)
        self.bar.redone.connect(self.redo_latest)
        self.bar.turned.connect(self._turn)
        self.lines.meant.connect(lambda meaning: acts.mean(self.lines.selected(), Meaning(meaning)))
        self.lines.moved.connect(self._show_selected)
        for place in (self.lines, self.foot):
            place.decided.connect(self._decide)
            place.menu_wanted.connect(self._open_menu)
            place.next_wanted.connect(self._go_on)
            place.split_wanted.connect(lambda: acts.split(self.lines.currentIndex().row()))
        self.foot.minutes_changed.connect(
            lambda minutes: acts.set_minutes(self.lines.currentIndex().row(), minutes)
        )
        self.foot.rest_decided.connect(self._decide_rest)
        side.line_wanted.connect(self._go_to_number)
        side.title_changed.connect(acts.set_title)
        side.language_changed.connect(acts.set_language)
        side.people_changed.connect(acts.set_people)
        side.minutes_changed.connect(acts.set_session_minutes)
        self._context.theme.changed.connect(self._fit)

    def _decide(self) -> None:
        """Take the selected lines as right, and go on to the next doubt."""
        self.acts.decide(self.lines.selected())
        self._go_on()

    def _decide_rest(self) -> None:
        """Take all that was not understood as the tips that it would become."""
        self.acts.keep_as_tips(
            [place for place, doubt in self._doubts.items() if doubt is Doubt.NOT_UNDERSTOOD]
        )
        self.lines.setFocus()

    def _show(self) -> None:
        """Show the lines at once; the guide follows when it is made."""
        self._show_lines()
        self._live.make(self.document)

    def _show_preview(self, preview: GuidePreview) -> None:
        self.preview = preview
        self.side.show_preview(preview)
        self._show_lines()

    def _show_lines(self) -> None:
        self._doubts = self.document.doubts(self.preview.draft.remarks if self.preview else ())
        minutes = self.preview.minutes if self.preview else {}
        self.lines.show_document(self._rows.rows(self.document, self._doubts, minutes))
        name = self.document.title or self.document.name
        self.bar.show_review(name, len(self._doubts), *self.acts.names)
        self.foot.show_doubts(self._doubts.values())
        self._show_selected()

    def _show_selected(self) -> None:
        known = self.document.lines
        # While other lines are being shown, the list may still have more than there are.
        lines = tuple(known[place] for place in self.lines.selected() if place < len(known))
        minutes = 0
        if len(lines) == 1:
            made = self.preview.minutes_of(lines[0]) if self.preview else 0
            minutes = self.document.minutes_of(lines[0]) or made
        self.foot.show_lines(lines, minutes, self._doubts.get(self.lines.currentIndex().row()))

    def _open_menu(self) -> None:
        places = self.lines.selected()
        if places:
            choices, corner = meaning_choices(self._words), self.lines.menu_corner()
            open_choices(self.lines, choices, None, self.lines.meant.emit, corner)

    def _go_on(self) -> None:
        """Go to the next line to look at."""
        place = next_doubt(self._doubts, max(self.lines.selected(), default=-1))
        if place is None:
            self._context.announcer.announce(self._words.tr("Nothing left to look at"))
        else:
            self.lines.go_to_place(place)

    def _go_to_number(self, number: int) -> None:
        places = [place for place, line in enumerate(self.document.lines) if line.number == number]
        headings = [place for place in places if self.document.lines[place].meaning in HEADINGS]
        for place in (headings or places)[:1]:
            self.bar.tabs.setCurrentIndex(0)
            self._fit()
            self.lines.go_to_place(place)
            self.lines.setFocus()

    def _turn(self) -> None:
        """Show what a person turned to; the keyboard stays at the tabs, not in what is hidden."""
        self.bar.tabs.setFocus()
        self._fit()

    def _fit(self) -> None:
        """Show lines and guide side by side, or the one that a person turned to."""
        both = self.width() >= self._context.theme.scaled(_WIDTH_FOR_BOTH)
        turned = self.bar.tabs.currentIndex() == 1
        self.bar.fit(self.width(), tabs=not both)
        self._main.setVisible(both or not turned)
        self._rail.setVisible(both or turned)
        if both:
            needed = self.side.minimumSizeHint().width()
            self._rail.setFixedWidth(max(self._context.theme.scaled(_SIDE), needed))
        else:
            self._rail.setMinimumWidth(0)
            self._rail.setMaximumWidth(16_777_215)
