"""Home: what is on this laptop, and the next thing to do with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.retention import remind_in_a_week
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.records.changes import Act
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.home.home_content import HomeContent
from dialogue_desk.ui.home.home_menus import HomeMenu, more_menu, open_menu
from dialogue_desk.ui.home.home_row import HomeButtons, NamedButton
from dialogue_desk.ui.home.session_listing import interruptions
from dialogue_desk.ui.home.session_table import SessionTable
from dialogue_desk.ui.importing.folder_news import FolderNews
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.layouts import column

if TYPE_CHECKING:
    from dialogue_desk.ui.search.search_panel import SearchPage

_KINDS_SHOWN = (
    Kind.PROGRAM,
    Kind.CIRCLE,
    Kind.SESSION,
    Kind.MOVE,
    Kind.NOTE,
    Kind.ACTION,
    Kind.CLOSING_STEP,
    Kind.TOP_THEMES,
    Kind.READ_BACK,
    Kind.TALLY,
    Kind.DOT_VOTE,
)

_ACTS_SHOWN = (Act.IMPORT, Act.FORGET, Act.BRING_BACK)
"""They alter what waits for an answer, even where they touch no record."""

_PAGES = {
    "run": PageName.RUN,
    "notes": PageName.NOTES,
    "close": PageName.CLOSE,
    "rehearse": PageName.REHEARSE,
    "program": PageName.PROGRAM,
    "begin": PageName.PREPARE,
    "paper": PageName.PAPER,
    "guides": PageName.GUIDES,
}
"""The pages that buttons and menu entries lead to, by the first half of their names ("run:ID")."""


_SIDE, _SIDE_BY_SIDE = 300, 900
"""How wide the side with the programs is, and below which width it is under the table, at 100 % text."""


class HomePage(QWidget):
    """The sessions on this laptop, the next one first, one button each."""

    wanted = Signal(object)
    """A person wants another page: its ``Route``."""
    files_wanted = Signal()
    folder_wanted = Signal()
    hit_wanted = Signal(str, str)
    """A person found a note: its session, and the note."""
    sample_wanted = Signal()
    sample_removal_wanted = Signal()
    erasing_wanted = Signal(str)
    keeping_wanted = Signal(str)
    hold_wanted = Signal(str)
    giving_wanted = Signal()
    waiting_wanted = Signal()
    bring_back_wanted = Signal()
    letting_go_wanted = Signal()
    arrived_wanted = Signal(str)
    """A person wants to look at what came into the watched folder of a program."""
    put_aside = Signal(str)
    """A person wants to hear no more of what came into that of a program until now."""

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._desk, self._folders = desk, folders
        self._context, self._theme, self._words = context, context.theme, context.words
        self._buttons = HomeButtons(self._theme, self._words, self._press)
        self._open_menu = open_menu(self._words, self._press, self)
        self._stale = True
        self._shown: HomeContent | None = None
        self._news: tuple[FolderNews, ...] = ()
        self._layout = column(within=self)
        self._search: SearchPage | None = None
        self.actions_here = Actions(context.theme, self, context.keys)
        tr = self._words.tr
        find = Action("find", tr("Search what was said"), ("Ctrl+F", "/"), "search", tr("Notes"))
        live = self.actions_here.add(find, self.open_search)
        live.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        context.desk_signals.changed.connect(self._on_desk_changed)

    def refresh(self) -> None:
        """Show what is on the desk now.  The focus and the scrolled position stay where they are."""
        self._stale = False
        focused = self._name_in_focus()
        scrolled = self._shown.verticalScrollBar().value() if self._shown is not None else 0
        fresh = HomeContent(self._desk, self._folders, self._buttons, self._news)
        fresh.setParent(self)  # half filled, when something cannot be read, it goes with this page
        fresh.opened.connect(self._open_past)
        fresh.menu_wanted.connect(self._offer_past)
        fresh.fill()
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = fresh
        self._layout.addWidget(fresh)
        fresh.setVisible(not self._searching)
        if focused is not None:
            self.take_focus(focused)
            # Once it is laid out: before, it is not as high.
            QTimer.singleShot(0, fresh, partial(fresh.verticalScrollBar().setValue, scrolled))

    def show_news(self, news: tuple[FolderNews, ...]) -> None:
        """Show what is known of the watched folders."""
        waiting = tuple(one for one in news if one.arrived)
        if waiting != self._news:
            self._news = waiting
            self.refresh_soon()

    def take_focus(self, name: str = "") -> None:
        """Put the focus on the button ``name``, or on the next thing a person would do."""
        if self._search is not None and self._searching:
            self._search.panel.take_focus()
            return
        if self._shown is None:
            self.refresh()
        place, _, row = name.partition(":")
        named = self._shown.findChild(QWidget, name) if self._shown is not None and name else None
        if place == "past" and self._shown is not None:
            named = self._shown.findChild(SessionTable)
            if isinstance(named, SessionTable):
                named.go_to(row)
        target = named or self._next_button()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_search(self) -> None:
        """Show the search in place of Home; without sessions there is nothing to search."""
        if self._shown is None or not self._folders.entries():
            self._context.toast.say(self._words.tr("There are no notes to search yet."))
            return
        if self._search is None:
            from dialogue_desk.ui.search.search_panel import SearchPage  # noqa: PLC0415

            self._search = SearchPage(self._desk, self._folders, self._context)
            self._search.panel.hit_wanted.connect(self.hit_wanted)
            self._search.panel.closed.connect(self._leave_search)
            self._layout.addWidget(self._search)
        self._search.show()
        self._shown.hide()
        self._search.panel.start()

    @property
    def _searching(self) -> bool:
        return self._search is not None and not self._search.isHidden()

    def _leave_search(self) -> None:
        if self._search is not None and self._shown is not None:
            self._search.hide()
            self._shown.show()
            self.take_focus()

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def _open_past(self, session_id: str) -> None:
        """Go on where a session was left, or else to its wrap-up."""
        entry = next(one for one in self._folders.entries() if one.id == session_id)
        left = interruptions(self._desk, self._folders, [entry])
        self.wanted.emit(Route(PageName.RUN if left else PageName.CLOSE, session_id))

    def _offer_past(self, session_id: str, place: QPoint) -> None:
        self._menu_of(session_id, "close", "notes").popup(place)

    def _press(self, name: str) -> None:
        """Do what a button or a menu entry is named after: "run:ID", "search:"."""
        action_id, _, target = name.partition(":")
        if action_id in _PAGES:
            self.wanted.emit(Route(_PAGES[action_id], target))
            return
        actions: dict[str, Callable[[], object]] = {
            "erase": partial(self.erasing_wanted.emit, target),
            "keep": partial(self.keeping_wanted.emit, target),
            "hold": partial(self.hold_wanted.emit, target),
            "later": partial(self._remind_later, target),
            "more": partial(self._offer_more, target),
            "noted": partial(self._offer_more, target, "close"),
            "sample": self.sample_wanted.emit,
            "throw": self.sample_removal_wanted.emit,
            "open": self._open_menu.open_at_focus,
            "files": self.files_wanted.emit,
            "give": self.giving_wanted.emit,
            "waiting": self.waiting_wanted.emit,
            "bring back": self.bring_back_wanted.emit,
            "let go": self.letting_go_wanted.emit,
            "folder": self.folder_wanted.emit,
            "arrived": partial(self.arrived_wanted.emit, target),
            "put aside": partial(self.put_aside.emit, target),
        }
        actions[action_id]()

    def _remind_later(self, target: str) -> None:
        remind_in_a_week(self._desk, RecordId(target))
        self.refresh()

    def _offer_more(self, target: str, *acts: str) -> None:
        self._menu_of(target, *acts).open_at_focus()

    def _menu_of(self, target: str, *acts: str) -> HomeMenu:
        texts = {"close": self._words.tr("Wrap up"), "notes": self._words.tr("Take notes")}
        offered = [(texts[act], act) for act in acts]
        return more_menu(self._desk, RecordId(target), self._words, self._press, self, offered)

    def refresh_soon(self) -> None:
        """Show what is on the desk now, or as soon as the page is shown again."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_desk_changed(self, outcome: Outcome) -> None:
        if outcome.act in _ACTS_SHOWN or outcome.touches(*_KINDS_SHOWN):
            self.refresh_soon()

    def _name_in_focus(self) -> str | None:
        widget = QApplication.focusWidget()
        if widget is None or not self.isAncestorOf(widget):
            return None
        return f"past:{widget.current_id()}" if isinstance(widget, SessionTable) else widget.objectName()

    def _next_button(self) -> QWidget | None:
        buttons = self._shown.findChildren(NamedButton) if self._shown is not None else []
        loud = [button for button in buttons if button.weight is Weight.PRIMARY]
        return next(iter([*loud, *buttons]), None)
