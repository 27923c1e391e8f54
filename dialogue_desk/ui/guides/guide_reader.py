"""One guide, or the moments, to be read before the session like a booklet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from dialogue_desk.domain.model.guide import Guide
from dialogue_desk.exchange.guide_library import ShelvedGuide
from dialogue_desk.ui.guides.booklet_page import BookletPage
from dialogue_desk.ui.guides.guide_card import guide_menu
from dialogue_desk.ui.guides.session_tabs import SessionTabs
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
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

    begin_wanted = Signal(str)
    print_wanted = Signal(str, str)
    """The guide, and the session that is read."""
    acted = Signal(str, str)
    """What else is to be done with the guide, as on its card in the library."""
    left = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._shelved: ShelvedGuide | None = None
        self._begin_text = self._method = ""
        self.languages = Chips(theme, words.tr("Language of the guide"))
        self.languages.chosen.connect(lambda _: self._show(self._here()))
        self.sessions = SessionTabs(words)
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
        self._make_bar()
        column(self._bar, (self._line, 1), within=self)

    def show_guide(
        self, shelved: ShelvedGuide, language: str, plan: str = "", place: str = "", *, begin: str = ""
    ) -> None:
        """Show a guide from its front, or at a ``place`` of the session ``plan``; or a deck of moments.

        ``begin`` is what the button says that begins with it.
        """
        self._shelved = shelved
        guide = shelved.translation(language).guide
        self.languages.show_choices(_choices(shelved, self._words))
        self.languages.choose(guide.language)
        self.sessions.show_guide(guide)
        self._method = begin
        self._begin_text = begin or self._words.tr("Start a conversation with this guide")
        for button in (self.begin, self.print):
            button.setVisible(not shelved.deck)
        self.more.setVisible(not shelved.deck and not begin)
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
        self.show_guide(shelved, language.partition("+")[0], begin=self._method)
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

    def _make_bar(self) -> None:
        theme, tr = self._theme, self._words.tr
        self.back = Button(theme, tr("All guides"), weight=Weight.QUIET, icon="back")
        self.back.clicked.connect(self.left)
        self.print = Button(theme, tr("Print…"), icon="print")
        self.print.clicked.connect(self._ask_print)
        self.begin = Button(theme, "", weight=Weight.PRIMARY)
        self.begin.clicked.connect(self._ask_begin)
        self.more = Button(theme, tr("More"), weight=Weight.QUIET, icon="more", bare=True)
        self.more.clicked.connect(self._open_menu)
        middle, low = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignBottom
        self._bar = Card("bar", edge=0)
        self._bar.add(
            row(
                (self.back, 0, middle),
                (self.sessions, 0, low),
                STRETCH,
                (self.more, 0, middle),
                (self.print, 0, middle),
                (self.begin, 0, middle),
                gap=Space.SNUG,
                margins=(Space.BASE, 0, Space.BASE, 0),
            )
        )

    def _fold(self) -> None:
        """Leave out what there is no room for: the list of parts, words on buttons, titles on tabs."""
        wide = self.width() >= self._theme.scaled(_WITH_OUTLINE)
        two = "+" in self.languages.choice()
        self._side.setFixedWidth(self._theme.scaled(_OUTLINE))
        self._side.setVisible(self.width() >= self._theme.scaled(_WITH_OUTLINE_IN_TWO) if two else wide)
        self._place_languages()
        for button in (self.back, self.print):
            button.show_words(on=wide)
        self.begin.setText(self._begin_text if wide else self._words.tr("Start"))
        self.begin.setAccessibleName(self._begin_text)
        others = (self.back, self.more, self.print, self.begin)
        taken = sum(one.sizeHint().width() + Space.SNUG for one in others if not one.isHidden())
        self.sessions.fit(self.width() - taken - 2 * Space.BASE - Space.SNUG)
        self._bar.setMinimumHeight(self.back.sizeHint().height() + 2 * Space.TIGHT)

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
        old = self.page
        self._side.column.insertWidget(0, self._chosen)
        page = self.page = self._page_of(self._shelved)
        self.outline.show_rows(page.outline)
        self.outline.go_to(page.outline[0].id)
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
        if had_keyboard:
            page.setFocus()

    def _page_of(self, shelved: ShelvedGuide) -> BookletPage:
        """Return the page of the tab that is chosen; a guide of one session has no tabs, and one page."""
        guides, at = self._guides(shelved), self.sessions.currentIndex()
        page = BookletPage(self._theme, guides, self._words)
        if shelved.deck:
            page.add_deck()
        elif at > 0:
            page.add_session(guides[0].sessions[at - 1].id)
        else:
            page.add_front(shelved.languages)
            if not self.sessions.count():
                page.add_session(guides[0].sessions[0].id)
            page.add_back()
        page.body.addStretch(1)
        return page

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

    def _open_menu(self) -> None:
        if self._shelved is not None:
            menu, key = guide_menu(self._shelved, self._words, self), self._shelved.key
            menu.triggered.connect(lambda entry: self.acted.emit(entry.data(), key))
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _ask_begin(self) -> None:
        if self._shelved is not None:
            self.begin_wanted.emit(self._shelved.key)

    def _ask_print(self) -> None:
        if self._shelved is not None:
            sessions = self._guides(self._shelved)[0].sessions
            self.print_wanted.emit(self._shelved.key, sessions[max(0, self.sessions.currentIndex() - 1)].id)


def _choices(shelved: ShelvedGuide, words: Words) -> list[Choice]:
    """Return the languages of a guide, and the first one beside each other."""
    first, *others = shelved.languages
    both = {code: join_names((own_name(first), own_name(code)), words) for code in others}
    if len(others) == 1:
        both = {others[0]: words.tr("Both, side by side")}
    return [
        *(Choice(code, own_name(code)) for code in shelved.languages),
        *(Choice(f"{first}+{code}", text) for code, text in both.items()),
    ]
