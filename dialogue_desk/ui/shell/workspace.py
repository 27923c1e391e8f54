"""What fills the window once a desk is open: pages, the routes between them, what works everywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.storage.desk_errors import Trouble
from dialogue_desk.ui.core.actions import Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.core.undo import redo, undo, what_can_be_undone
from dialogue_desk.ui.core.window_keys import window_keys
from dialogue_desk.ui.importing.waiting_files import WaitingFiles
from dialogue_desk.ui.shell.navigation import LastVisited, Navigation
from dialogue_desk.ui.shell.page_titles import PageTitle
from dialogue_desk.ui.shell.pages import Pages, leave
from dialogue_desk.ui.shell.toast_place import ToastPlace
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words import Words

if TYPE_CHECKING:
    from dialogue_desk.ui.settings.settings_page import SettingsPage

_IN_TITLES = (Kind.SESSION, Kind.CIRCLE, Kind.PROGRAM)
_SHOWN_OR_HIDDEN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Workspace(QWidget):
    """Puts the pages together with the bar above them and the messages below."""

    full_screen_wanted = Signal()
    awake_wanted = Signal(bool)
    editing_wanted = Signal()
    """The desk can only be read here, and a person would rather work on it."""

    def __init__(
        self,
        desk: Desk,
        folders: Folders,
        shelf: GuideShelf,
        context: Context,
        make_settings: Callable[[Workspace], SettingsPage],
    ) -> None:
        super().__init__()
        self._desk, self.context, self.toast = desk, context, context.toast
        self.route = self._before_settings = Route()
        self._visited, self._title = LastVisited(folders), PageTitle(folders, context)
        self.pages = Pages(desk, folders, shelf, context, self, partial(make_settings, self))
        self.import_bar, self.desk_actions = self.pages.import_bar, self.pages.desk_actions
        self.waiting_files = WaitingFiles(
            context,
            self.import_bar.open_paths,
            lambda: self.route.page.running,
            lambda: self.import_bar.reading,
        )
        self.actions_here = self._make_actions()
        self.navigation = Navigation(context.theme, context.words, self.actions_here)
        self.stack = QStackedWidget()
        self._read_only_notice = ReadOnlyNotice(desk.file.why_read_only, context.theme, context.words)
        column(
            self.navigation,
            self._read_only_notice,
            (self.stack, 1),
            FooterHolder(self.waiting_files),
            FooterHolder(self.import_bar),
            within=self,
        )
        self._toast_place = ToastPlace(context.theme, context.toast, self)
        self._connect()
        self._show_what_can_be_undone()
        self.go(Route())

    @property
    def session_runs(self) -> bool:
        """Whether a session is running or paused, on its page or behind another one."""
        return self._visited.live_session() is not None

    def go(self, route: Route) -> None:
        """Go somewhere."""
        if (route.page, route.id) != (self.route.page, self.route.id):
            # What was said elsewhere should not cover the session.
            self.toast.leave_page(at_once=route.page.running)
        if route.page is PageName.SETTINGS and self.route.page is not PageName.SETTINGS:
            self._before_settings = self.route
        self.route = route
        before = self.stack.currentWidget()
        page = self.pages.page(route)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        if self.route is not route:
            return  # the page had nothing to show, and led on
        if before is not page:
            leave(before)
        self._read_only_notice.setVisible(self._desk.file.read_only and not route.page.running)
        self._visited.remember(route)
        self.stack.setCurrentWidget(page)
        self.navigation.show_route(route, self._visited.live_session())
        self._show_what_can_be_undone()
        # Home and a session that is run have a search of their own.
        elsewhere = route.page is not PageName.HOME and not route.page.running
        self.actions_here["find"].setShortcuts([QKeySequence("Ctrl+F")] if elsewhere else [])
        if self.isVisible():
            self._focus()
            self._show_title()
        show_note = getattr(page, "show_note", None)
        if route.note and callable(show_note):
            show_note(route.note)
        self.waiting_files.look()
        self._toast_place.place_soon()

    def undo(self) -> None:
        """Undo the latest change, and say which it was; a session that is run knows what was done last."""
        of_page = getattr(self.stack.currentWidget(), "undo_latest", None)
        if callable(of_page):
            of_page()
        else:
            undo(self._desk, self.context, in_session=self.route.page.of_one_session)

    def redo(self) -> None:
        """Redo what was undone last, and say what it was."""
        of_page = getattr(self.stack.currentWidget(), "redo_latest", None)
        if callable(of_page):
            of_page()
        else:
            redo(self._desk, self.context)

    def search(self) -> None:
        """Search what was said, on Home."""
        self.go(Route())
        open_search = getattr(self.stack.currentWidget(), "open_search", None)
        if callable(open_search):
            open_search()

    def show_keys(self) -> None:
        """Show which keys do what: those that work now first, the page's own at the top."""
        from dialogue_desk.ui.shell.shortcut_sheet import ShortcutSheet  # noqa: PLC0415

        page = self.stack.currentWidget()
        own = getattr(page, "actions_here", None)
        inside = page.findChildren(Actions) if page is not None else []
        now = [one for one in inside if one is not own and one.owner.isVisible()]
        other = [one for one in inside if one is not own and not one.owner.isVisible()]
        first = [own] if isinstance(own, Actions) else []
        sources = [*first, *now, self.actions_here, *other]
        ShortcutSheet(sources, self.context.theme, self.context.words, self.window()).open()

    def leave(self) -> None:
        """End what goes on in the pages: the window closes, or is filled again in another language."""
        self.pages.leave()
        self.waiting_files.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._toast_place.place_soon()

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()
        self._show_title()

    def _connect(self) -> None:
        self.pages.wanted.connect(self.go)
        self.pages.settings_left.connect(lambda: self.go(self._before_settings))
        self.pages.awake_wanted.connect(self.awake_wanted)
        self.desk_actions.sample_changed.connect(self._focus)
        # The page that is shown may be about what was erased.
        self.desk_actions.erased.connect(lambda: self.go(Route()))
        self.import_bar.session_wanted.connect(self.pages.open_session)
        self.import_bar.program_wanted.connect(self.pages.go(PageName.PROGRAM))
        self.navigation.wanted.connect(lambda route: self.go(self._visited.completed(route)))
        self._read_only_notice.editing_wanted.connect(self.editing_wanted)
        self.context.toast.acted.connect(self._act)
        # Undo takes back the latest change, and an offer of it was about the one before.
        self.context.desk_signals.changed.connect(self._withdraw_undo)
        self.context.desk_signals.changed.connect(self._show_what_can_be_undone)
        self.context.desk_signals.changed.connect(self._follow_desk)

    def _withdraw_undo(self) -> None:
        self.toast.withdraw(UNDO)

    def _make_actions(self) -> Actions:
        actions = Actions(self.context.theme, self, self.context.keys)
        handlers: dict[str, Callable[[], object]] = {
            "undo": self.undo,
            "redo": self.redo,
            "open": self.import_bar.ask_for_files,
            "folder": self.import_bar.ask_for_folder,
            "find": self.search,
            "home": lambda: self.go(Route()),
            "settings": self._go_to_settings,
            "full screen": self.full_screen_wanted.emit,
            "message": self.toast.enter,
            "keys": self.show_keys,
        }
        for action in window_keys(self.context.words):
            actions.add(action, handlers[action.id])
        return actions

    def _go_to_settings(self) -> None:
        self.go(Route(PageName.SETTINGS))

    def _act(self, action: str) -> None:
        if action == UNDO:
            self.undo()

    def _focus(self) -> None:
        """Give the keyboard to the page that opens, which is seen from its top all the same."""
        page = self.stack.currentWidget()
        take_focus = getattr(page, "take_focus", None)
        if callable(take_focus):
            take_focus()
        for reading in page.findChildren(ScrollColumn) if page is not None else ():
            reading.open_at_top()

    def _show_title(self) -> None:
        self._title.show(self.route, self.window())

    def _follow_desk(self, outcome: Outcome) -> None:
        if outcome.touches(*_IN_TITLES) and self.isVisible():
            self._show_title()

    def _show_what_can_be_undone(self) -> None:
        acts = what_can_be_undone(self._desk, self.context.words, in_session=False)
        self.navigation.show_undo(*(("", "") if self.route.page.has_own_undo else acts))


class ReadOnlyNotice(Card):
    """Says ``why`` the desk can only be read, and offers to open it again to edit it (``editing_wanted``)."""

    editing_wanted = Signal()

    def __init__(self, why: Trouble, theme: AppTheme, words: Words) -> None:
        super().__init__("notice", edge=0)
        self.column.setContentsMargins(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR)
        line = ResponsiveRow(theme, 620)
        sentence = words.tr("This desk is open in another window. You can read it here but not change it.")
        if why is Trouble.FULL:
            sentence = words.tr(
                "The disk is full. You can read this desk but not change it until you free up space."
            )
        line.add(Label(sentence), 1)
        edit = Button(theme, words.tr("Open it to edit"))
        edit.clicked.connect(self.editing_wanted)
        line.add(edit)
        self.column.addWidget(line)


class FooterHolder(QWidget):
    """Holds ``guest`` at the foot of the window; takes no room while the guest is hidden."""

    def __init__(self, guest: QWidget) -> None:
        super().__init__()
        self._guest = guest
        column(guest, gap=None, margins=(Space.BASE, Space.HAIR, Space.BASE, Space.SNUG), within=self)
        guest.installEventFilter(self)
        self.setHidden(guest.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SHOWN_OR_HIDDEN:
            self.setHidden(self._guest.isHidden())
        return False
