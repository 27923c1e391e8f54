"""Searching what was said: a field, where to search, and what is found as a person types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.desk.session.code_search import CodeMatch, search_code
from dialogue_desk.desk.session.search import Hit, SearchResult, search
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import typed_code
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.search.code_found import CodeFound
from dialogue_desk.ui.search.code_sheet import look_up_code
from dialogue_desk.ui.search.hit_list import HitList, hit_rows, how_many
from dialogue_desk.ui.search.search_field import SearchField
from dialogue_desk.ui.style.theme import Size, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.empty_state import EmptyState
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section

_SEARCH_AFTER_MS = 0
"""Keys that wait already are typed first, and then searched once."""
_ANNOUNCE_AFTER_MS = 700
"""How long no key is pressed before a screen reader says how many were found."""
_CHARACTERS = 100
"""How wide the search is on a page of its own."""


class SearchScope(StrEnum):
    """Where to search."""

    CIRCLE = "circle"
    ALL = "all"


class SearchPanel(Card):
    """Searches for words while they are typed; ``hit_wanted(session, note)`` tells what a person opens."""

    hit_wanted = Signal(str, str)
    closed = Signal()

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__("rail", edge=0)
        self._desk, self._folders, self._context = desk, folders, context
        self._circle: RecordId | None = None
        self._hits: dict[str, Hit] = {}
        theme, tr = context.theme, context.words.tr
        self._head = Section(tr("Search"))
        self._close = Button(theme, tr("Close the search"), weight=Weight.QUIET, icon="close", bare=True)
        self._close.clicked.connect(self.closed)
        self.field = SearchField(theme, tr("Search what was said"), tr("Words that were said"))
        self.scope = Chips(theme, tr("Where to look"))
        self.hits = HitList(theme, tr("What was found"))
        self.code = CodeFound(context)
        self._more = Label(role="note")
        self._not_asked = EmptyState(
            theme,
            "search",
            tr("Find what was said"),
            tr("Type a word or the start of a word. Capital letters and accents do not matter."),
        )
        self._none_here = EmptyState(
            theme,
            "search",
            tr("Nothing found in this circle"),
            tr("No note or action idea has all these words."),
            tr("Search all circles"),
            Weight.NORMAL,
        )
        self._none_found = EmptyState(
            theme,
            "search",
            tr("Nothing found"),
            tr("No note or action idea has all these words. Try fewer words."),
        )
        self._empty_states = (self._not_asked, self._none_here, self._none_found)
        self._instead = ScrollColumn(theme, characters=0, edge=0, least=0)
        self._below = QStackedWidget()
        self._search_timer = self._timer(_SEARCH_AFTER_MS, self.search)
        self._announce_timer = self._timer(_ANNOUNCE_AFTER_MS, self._announce)
        self._announced = ""
        self._outdated = False
        self.field.textChanged.connect(lambda _: self._search_timer.start())
        self.field.went_down.connect(self._go_down)
        self.hits.opened.connect(self._open)
        self.hits.went_up.connect(self.field.setFocus)
        self.scope.chosen.connect(lambda _: self.search())
        self._none_here.pressed.connect(self._look_everywhere)
        self.code.wanted.connect(self._look_up)
        context.desk_signals.changed.connect(self._refresh)
        self._lay_out()

    def start(self, circle_id: RecordId | None = None, code: str = "") -> None:
        """Take the keyboard, and search in a circle or, when ``circle_id`` is None, in all of them.

        The last words are still in the field, selected so that a key replaces them.
        """
        tr = self._context.words.tr
        if circle_id != self._circle or not self.scope.choice():
            here = Choice(SearchScope.CIRCLE, tr("Circle {code}", code=code))
            self.scope.show_choices([here, Choice(SearchScope.ALL, tr("All circles"))])
            self.scope.choose(SearchScope.ALL if circle_id is None else SearchScope.CIRCLE)
        self._circle = circle_id
        self.scope.setHidden(circle_id is None)
        self.search()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self) -> None:
        """Search for the words in the field now."""
        self._search_timer.stop()
        self._outdated = False
        everywhere = self._circle is None or self.scope.choice() == SearchScope.ALL
        found = self._found(None if everywhere else self._circle)
        self._hits = {str(hit.id): hit for hit in found.hits}
        here = self.hits.current_id()
        self.hits.show_rows(hit_rows(found, self._context.words, everywhere=everywhere))
        if self.field.hasFocus() or here not in self._hits:
            self.hits.clearSelection()
            self.hits.setCurrentIndex(self.hits.model().index(-1, 0))
            self.hits.scrollToTop()
        self._show(found, everywhere=everywhere)

    def _found(self, within: RecordId | None) -> SearchResult:
        """Return what the words in the field lead to, and before it what a code there leads to."""
        typed, language = self.field.text(), self._context.words.language
        found, code = search(self._desk, self._folders, typed, within), typed_code(typed)
        if not code:
            self.code.show_result(None)
            return found
        result = search_code(self._desk, self._folders, code, within, language)
        said = result.match is not CodeMatch.NONE or result.erased or result.removed or not found.hits
        self.code.show_result(result if said else None)  # what is a word here, or a circle, need be no code
        coded = {hit.id for hit in result.hits}
        others = tuple(hit for hit in found.hits if hit.id not in coded)
        count = found.count + len(coded) - (len(found.hits) - len(others))
        return replace(found, count=count, hits=(*result.hits, *others))

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._outdated:
            self.search()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._search_timer.stop()
        self._announce_timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, found: SearchResult, *, everywhere: bool) -> None:
        words = self._context.words
        self._announced = self.code.sentence or how_many(found, words)
        self._head.show_text(words.tr("Search"), how_many(found, words) if found.hits else "")
        none_found = self._none_found if everywhere else self._none_here
        shown_instead = none_found if found.query else self._not_asked
        for empty in self._empty_states:
            empty.setVisible(empty is shown_instead)
        self._below.setCurrentWidget(self.hits if found.hits else self._instead)
        shown = len(found.hits)
        self._more.setHidden(found.count <= shown)
        self._more.setText(
            words.ntr(
                "Showing the newest {count}. Add a word to find fewer.",
                "Showing the newest {count}. Add a word to find fewer.",
                shown,
            )
        )
        if found.query and self.isVisible():
            self._announce_timer.start()
        else:
            self._announce_timer.stop()

    def _announce(self) -> None:
        self._context.announcer.announce(self._announced)

    def _refresh(self, outcome: Outcome) -> None:
        if not outcome.touches(Kind.NOTE, Kind.ACTION, Kind.SESSION, Kind.CIRCLE):
            return
        if self.isVisible():
            self.search()
        else:
            self._outdated = True

    def _go_down(self) -> None:
        if self._search_timer.isActive():
            self.search()
        if self._hits:
            self.hits.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, record_id: str) -> None:
        hit = self._hits.get(record_id)
        if hit is not None:
            self.hit_wanted.emit(str(hit.session_id), record_id)

    def _look_up(self, code: str) -> None:
        look_up_code(self._desk, self._folders, self._context, self, self.hit_wanted.emit, code)

    def _look_everywhere(self) -> None:
        self.scope.choose(SearchScope.ALL)
        self.search()
        self.take_focus()

    def _timer(self, wait: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(then)
        return timer

    def _lay_out(self) -> None:
        for empty in self._empty_states:
            self._instead.add(empty)
        self._below.addWidget(self._instead)
        self._below.addWidget(self.hits)
        self.column.setContentsMargins(Space.SNUG, Space.BASE, Space.SNUG, Space.SNUG)
        line = row((self._head, 1), self._close, gap=Space.TIGHT)
        edges = (Space.TIGHT, 0, Space.TIGHT, 0)
        head = column(line, self.field, self.scope, self.code, self._more, gap=Space.TIGHT, margins=edges)
        self.add(head, (self._below, 1))


class SearchPage(QWidget):
    """Holds the search in the middle of a page, as wide as a line may be."""

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._theme = context.theme
        self.panel = SearchPanel(desk, folders, context)
        row(STRETCH, (self.panel, 1_000), STRETCH, gap=None, within=self)
        context.theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.panel.setMaximumWidth(self._theme.measure(Size.TEXT, characters=_CHARACTERS))
