"""The bar at the top: the page that is shown, pages to go to, the search, and what can be undone."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStyle

from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.core.key_choice import named
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.style.theme import AppTheme, Space, set_role
from dialogue_desk.ui.widgets.button import Button, PlaceButton, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs
from dialogue_desk.words import Words

B = TypeVar("B", bound=Button)

_WIDTH_FOR_SEARCH = 900
"""In a narrower bar, at 100 % text, the search is an icon."""
_SEARCH_WIDTH = 300


class LastVisited:
    """Remembers which session and which program the bar leads back to."""

    def __init__(self, folders: Folders) -> None:
        self._folders, self._session, self._program = folders, Route(), ""

    def remember(self, route: Route) -> None:
        """Remember ``route`` when it is that of a session or a program.

        A route to one note does not count: who looks something up still goes back to their own session.
        """
        if route.page in (PageName.RUN, PageName.NOTES, PageName.TYPE_UP) and not route.note:
            self._session = route
        elif route.page is PageName.PROGRAM:
            self._program = route.id

    def live_session(self) -> Route | None:
        """Return the route back to the session, or None when none is running or paused."""
        folder = self._folders.session(RecordId(self._session.id)) if self._session.id else None
        live = folder is not None and folder.live.phase in (Phase.RUNNING, Phase.PAUSED)
        return self._session if live else None

    def completed(self, route: Route) -> Route:
        """Return ``route``, with the program seen last (else the first one) when it names no program."""
        if route.page is not PageName.PROGRAM or route.id:
            return route
        programs = [program.id for program in self._folders.programs() if program.id]
        last = self._program if self._program in programs else next(iter(programs), "")
        return Route(PageName.PROGRAM, last)


class Navigation(Card):
    """Tells ``wanted(Route)``.  It is hidden over pages that have a bar of their own."""

    wanted = Signal(object)
    spoken_as = SpokenAs.GROUP

    def __init__(self, theme: AppTheme, words: Words, actions: Actions) -> None:
        super().__init__("bar", edge=0)
        self._theme, self._words, self._session = theme, words, Route()
        self.setAccessibleName(words.tr("Pages"))
        self._line = row(gap=Space.HAIR, margins=(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR))
        self.column.addLayout(self._line)
        self.buttons: dict[PageName, Button] = {
            page: self._add(PlaceButton(theme, text, icon=icon))
            for page, text, icon in (
                (PageName.HOME, words.tr("Home"), "home"),
                (PageName.GUIDES, words.tr("Guides"), "guide"),
                (PageName.PROGRAM, words.tr("Program"), "program"),
            )
        }
        self.back = self._add(Button(theme, words.tr("Back to the session"), icon="play"))
        self.back.clicked.connect(lambda: self.wanted.emit(self._session))
        self._line.addStretch(1)
        self.search = self._add(SearchButton(theme, words))
        self.undo = self._act(words.tr("Undo"), "undo")
        self.redo = self._act(words.tr("Redo"), "redo")
        self.keys = self._act(words.tr("Keyboard shortcuts"), "question")
        key = named(map(QKeySequence.toString, actions["keys"].shortcuts()))
        self.keys.setToolTip(words.tr("{words} ({key})", words=words.tr("Keyboard shortcuts"), key=key))
        self.buttons[PageName.SETTINGS] = self._add(
            PlaceButton(theme, words.tr("Settings"), icon="settings", bare=True)
        )
        for page, button in self.buttons.items():
            button.clicked.connect(partial(self._go, page))
        for name, button in (
            ("find", self.search),
            ("undo", self.undo),
            ("redo", self.redo),
            ("keys", self.keys),
        ):
            button.clicked.connect(actions[name].trigger)
        for button in (self.undo, self.redo):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where a person was
        theme.changed.connect(self._fit)

    def show_route(self, route: Route, session: Route | None) -> None:
        """Mark the page of ``route``; ``session`` leads back to a live session, None when there is none."""
        self.setVisible(not route.page.fills_window)
        for page, button in self.buttons.items():
            button.setChecked(page is route.page.place)
            here = self._words.tr("You are here") if page is route.page.place else ""
            button.setAccessibleDescription(here)
        self._session = session or Route()
        self.back.setVisible(session is not None)
        self._fit()

    def show_undo(self, undo: str, redo: str) -> None:
        """Say in a tooltip what Undo undoes and Redo redoes; an empty text hides its button."""
        tr = self._words.tr
        for button, what, text in (
            (self.undo, undo, tr("Undo: {what}", what=undo)),
            (self.redo, redo, tr("Redo: {what}", what=redo)),
        ):
            button.setVisible(bool(what))
            button.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _act(self, text: str, icon: str) -> Button:
        return self._add(Button(self._theme, text, weight=Weight.PLACE, icon=icon, bare=True))

    def _add(self, button: B) -> B:
        self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def minimumSizeHint(self) -> QSize:
        """Return the width at which each is an icon: it folds to that before a word is broken."""
        shown = [one for one in self._all() if not one.isHidden()]
        icon = max(one.minimumSizeHint().height() for one in shown)
        edges, gaps = self._line.contentsMargins(), self._line.spacing() * len(shown)
        return QSize(
            icon * len(shown) + gaps + edges.left() + edges.right(), super().minimumSizeHint().height()
        )

    def _all(self) -> tuple[Button, ...]:
        return (*self.buttons.values(), self.back, self.search, self.undo, self.redo, self.keys)

    def _fit(self) -> None:
        """Fold words to icons until all have room: first the search, then the pages, then the way back."""
        pages = [self.buttons[page] for page in (PageName.HOME, PageName.GUIDES, PageName.PROGRAM)]
        self.search.show_words(on=self.width() >= self._theme.scaled(_WIDTH_FOR_SEARCH))
        for button in (*pages, self.back):
            button.show_words(on=True)
        for folded in ([self.search], pages, [self.back]):
            if self._wanted_width() <= self.width():
                break
            for button in folded:
                button.show_words(on=False)

    def _wanted_width(self) -> int:
        wide = [max(one.sizeHint().width(), one.minimumWidth()) for one in self._all() if not one.isHidden()]
        edges = self._line.contentsMargins()
        return sum(wide) + self._line.spacing() * len(wide) + edges.left() + edges.right()

    def _go(self, page: PageName, _checked: bool = False) -> None:
        self.buttons[page].setChecked(True)  # a second click leads nowhere else
        self.wanted.emit(Route(page))


class SearchButton(Button):
    """Looks like the field it leads to, with its key at the far end; an icon where there is little room."""

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__(theme, words.tr("Search notes"), weight=Weight.PLACE, icon="search")
        keys = QKeySequence("Ctrl+F").toString(QKeySequence.SequenceFormat.NativeText)
        self._keys = Label(keys, "keys", wrap=False)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._keys.setParent(self)
        self.leading = True
        self.setToolTip(keys)
        set_role(self, "search")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_keys()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._place_keys()  # the key has another size, as the text has
        return super().event(event)

    def _place_keys(self) -> None:
        room = self.rect().adjusted(Space.SNUG, 0, -Space.SNUG, 0)
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        self._keys.setGeometry(QStyle.alignedRect(self.layoutDirection(), end, self._keys.sizeHint(), room))

    def show_words(self, *, on: bool) -> None:
        """Be as wide as a field, or an icon."""
        super().show_words(on=on)
        self._keys.setVisible(on)
        self.setFixedWidth(self._theme.scaled(_SEARCH_WIDTH) if on else self.sizeHint().width())
