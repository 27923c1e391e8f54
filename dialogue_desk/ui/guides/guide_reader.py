"""One guide, or the moments, to be read before the session like a booklet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_library import ShelvedGuide
from dialogue_desk.ui.guides.booklet_page import BookletPage
from dialogue_desk.ui.guides.reading_bar import ReadingBar
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.mark_list import MarkList
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names, own_name

_OUTLINE = 280
"""How wide the list of parts is, in pixels at 100 % text."""
_WITH_OUTLINE, _WITH_OUTLINE_IN_TWO = 900, 1180
"""Below which width there is none, at 100 % text: with one language, and with two side by side."""

_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class ReadingView(QWidget):
    """Shows the front of a guide or one session, in one of its languages or in two side by side."""

    begin_wanted = Signal(str, str)
    print_wanted = Signal(str, str)
    """Both tell the guide, and the session that is read, "" at its front."""
    acted = Signal(str, str)
    """What else is to be done with the guide, as on its card in the library."""
    left = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._shelved: ShelvedGuide | None = None
        self._guide: Guide | None = None
        self._method = ""
        self.languages = Chips(theme, words.tr("Language of the guide"))
        self.languages.chosen.connect(lambda _: self._show(self._here()))
        self.bar = ReadingBar(theme, words)
        self.bar.back.clicked.connect(self.left)
        self.bar.begin.clicked.connect(self._ask_begin)
        self.bar.print.clicked.connect(self._ask_print)
        self.bar.acted.connect(self.acted)
        self.sessions = self.bar.sessions
        self.sessions.currentChanged.connect(lambda _: self._show())
        self.outline = MarkList(theme, words.tr("On this page"))
        self.outline.moved.connect(self._go_to)
        self.outline.setFrameShape(QFrame.Shape.NoFrame)
        self.page: BookletPage | None = None
        self._side = Card("rail", edge=0)
        self._side.column.setSpacing(0)
        self._chosen = QWidget()
        column(self.languages, within=self._chosen)
        self._side.add(self._chosen, (self.outline, 1))
        self._line = row(self._side)
        column(self.bar, (self._line, 1), within=self)

    def show_guide(
        self, shelved: ShelvedGuide, language: str, plan: str = "", place: str = "", *, method: str = ""
    ) -> None:
        """Show a guide from its front, or at a ``place`` of the session ``plan``; or a deck of moments.

        ``method`` is what the button says with which a method is begun.
        """
        self._shelved = shelved
        guide = self._guide = shelved.translation(language).guide
        self.languages.show_choices(_choices(shelved, self._words))
        self.languages.choose(guide.language)
        self._method = method
        self.bar.show_guide(shelved, guide.language, method)
        if plan and self.sessions.count():
            blocked = self.sessions.blockSignals(True)
            self.sessions.setCurrentIndex(1 + [one.id for one in guide.sessions].index(plan))
            self.sessions.blockSignals(blocked)
        self._show(place)

    @property
    def key(self) -> str:
        """The key of the guide that is shown; "" for none."""
        return self._shelved.key if self._shelved is not None else ""

    def renew(self, shelved: ShelvedGuide) -> None:
        """Show what the guide says now, at the session that is read."""
        language, at = self.languages.choice(), self.sessions.currentIndex()
        self.show_guide(shelved, language.partition("+")[0], method=self._method)
        if language in {choice.id for choice in _choices(shelved, self._words)}:
            self.languages.choose(language)
        self.sessions.setCurrentIndex(min(at, self.sessions.count() - 1))
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the text, where the arrows scroll it."""
        if self.page is not None:
            self.page.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = _TURNS.get(Qt.Key(event.key()))
        if turn and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sessions.setCurrentIndex(self.sessions.currentIndex() + turn)
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _fold(self) -> None:
        """Leave out what there is no room for: the list of parts, words on buttons, titles on tabs."""
        wide = self.width() >= self._theme.scaled(_WITH_OUTLINE)
        two = "+" in self.languages.choice()
        self._side.setFixedWidth(self._theme.scaled(_OUTLINE))
        self._side.setVisible(self.width() >= self._theme.scaled(_WITH_OUTLINE_IN_TWO) if two else wide)
        self._place_languages()
        self.bar.fit(self.width(), wide=wide)

    def _place_languages(self) -> None:
        """Have the choice of language over the list of parts, or where there is none over the text."""
        if self._shelved is None or self.page is None:
            return
        above = self.page.body if self._side.isHidden() else self._side.column
        edge = 0 if self._side.isHidden() else Space.BASE
        self._chosen.setContentsMargins(edge, edge, edge, edge)
        if above.indexOf(self._chosen) != 0:
            above.insertWidget(0, self._chosen)
        self._chosen.setVisible(len(self._shelved.languages) > 1)

    def _guides(self, shelved: ShelvedGuide) -> list[Guide]:
        return [shelved.translation(code).guide for code in self.languages.choice().split("+")]

    def _show(self, place: str = "") -> None:
        if self._shelved is None:
            return
        old, keyboard = self.page, QApplication.focusWidget()
        at_languages = keyboard is not None and self._chosen.isAncestorOf(keyboard)
        self._side.column.insertWidget(0, self._chosen)
        page = self.page = self._page_of(self._shelved)
        self.outline.show_rows(page.outline)
        self.outline.go_to(page.outline[0].id if page.outline else "")
        had_keyboard = old is not None and old.hasFocus()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._line.addWidget(page, 1)
        page.session_wanted.connect(lambda number: self.sessions.setCurrentIndex(number + 1))
        page.verticalScrollBar().valueChanged.connect(self._follow)
        self._fold()
        page.show()
        if place:
            page.open_at(place)
        if at_languages:
            self.languages.focus_choice()
        elif had_keyboard:
            page.setFocus()

    def _page_of(self, shelved: ShelvedGuide) -> BookletPage:
        """Return the page of the tab that is chosen; a guide of one session has no tabs, and one page."""
        guides, plan = self._guides(shelved), self._plan()
        if plan:
            known = [one for one in guides if plan in {session.id for session in one.sessions}]
            page = BookletPage(self._theme, known or [self._guide or guides[0]], self._words)
            page.add_session(plan)
        else:
            page = BookletPage(self._theme, guides, self._words)
            self._fill_front(page, guides[0], shelved.languages)
        page.body.addStretch(1)
        return page

    def _fill_front(self, page: BookletPage, guide: Guide, languages: Sequence[str]) -> None:
        if not guide.sessions:
            page.add_deck()
            return
        page.add_front(languages)
        if not self.sessions.count():
            page.add_session(guide.sessions[0].id)
        page.add_back()

    def _plan(self) -> str:
        """Return which session the tab that is chosen is for; "" at the front of the guide."""
        at = self.sessions.currentIndex()
        return self._guide.sessions[at - 1].id if self._guide is not None and at > 0 else ""

    def _here(self) -> str:
        """Return the place that is read; "" at the top of the page."""
        at_top = self.page is None or not self.page.verticalScrollBar().value()
        return "" if self.page is None or at_top else self.page.place_in_sight()

    def _go_to(self, place: str) -> None:
        """Scroll to a place that was chosen at the side."""
        if self.page is not None:
            blocked = self.outline.blockSignals(True)
            self.page.open_at(place)
            self.outline.go_to(place)
            self.outline.blockSignals(blocked)

    def _follow(self) -> None:
        """Mark the place that is being read."""
        if self.page is not None and self.page.verticalScrollBar() is self.sender():
            self.outline.go_to(self.page.place_in_sight())

    def _ask_begin(self) -> None:
        if self._shelved is not None:
            self.begin_wanted.emit(self._shelved.key, self._plan())

    def _ask_print(self) -> None:
        self.print_wanted.emit(self.key, self._plan())


def _choices(shelved: ShelvedGuide, words: Words) -> list[Choice]:
    """Return the languages of a guide, and that of the app, or its first one, beside each other."""
    first = words.language if words.language in shelved.languages else shelved.languages[0]
    others = [code for code in shelved.languages if code != first]
    both = {code: join_names((own_name(first), own_name(code)), words) for code in others}
    if len(others) == 1:
        both = {others[0]: words.tr("Both, side by side")}
    return [
        *(Choice(code, own_name(code)) for code in shelved.languages),
        *(Choice(f"{first}+{code}", text) for code, text in both.items()),
    ]
