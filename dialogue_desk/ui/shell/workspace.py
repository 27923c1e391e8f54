"""What fills the window once a desk is open: pages, the routes between them, what works everywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.storage.desk_errors import Trouble
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.core.undo import redo, undo, what_can_be_undone
from dialogue_desk.ui.shell.navigation import LastVisited, Navigation
from dialogue_desk.ui.shell.pages import Pages, leave
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words import Words

_SHOWN_OR_HIDDEN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Workspace(QWidget):
    """Puts the pages together with the bar above them and the messages below."""

    settings_wanted = Signal()
    full_screen_wanted = Signal()
    awake_wanted = Signal(bool)
    editing_wanted = Signal()
    """The desk can only be read here, and a person would rather work on it."""

    def __init__(self, desk: Desk, folders: Folders, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._desk, self.context, self.toast = desk, context, context.toast
        self.route = Route()
        self._visited = LastVisited(folders)
        self.pages = Pages(desk, folders, shelf, context, self)
        self.import_bar, self.desk_actions = self.pages.import_bar, self.pages.desk_actions
        self.actions_here = self._make_actions()
        self.navigation = Navigation(context.theme, context.words, self.actions_here)
        self.stack = QStackedWidget()
        self._read_only_notice = ReadOnlyNotice(desk.file.why_read_only, context.theme, context.words)
        column(
            self.navigation,
            self._read_only_notice,
            (self.stack, 1),
            FooterHolder(self.import_bar),
            FooterHolder(context.toast),
            within=self,
        )
        self._connect()
        self._show_what_can_be_undone()
        self.go(Route())

    def go(self, route: Route) -> None:
        """Go somewhere."""
        if route.page.running:
            self.toast.hide()  # what was said elsewhere should not take height from the session
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
        if self.isVisible():
            self._focus()
        show_note = getattr(page, "show_note", None)
        if route.note and callable(show_note):
            show_note(route.note)

    def undo(self) -> None:
        """Undo the latest change, and say which it was."""
        undo(self._desk_here(), self.context)

    def redo(self) -> None:
        """Redo what was undone last, and say what it was."""
        redo(self._desk_here(), self.context)

    def show_keys(self) -> None:
        """Show which keys do what, here and everywhere."""
        from dialogue_desk.ui.shell.shortcut_sheet import ShortcutSheet  # noqa: PLC0415

        page = self.stack.currentWidget()
        here = page.findChildren(Actions) if page is not None else []
        sources = [*here, self.actions_here]
        ShortcutSheet(sources, self.context.theme, self.context.words, self.window()).open()

    def leave(self) -> None:
        """End what goes on in the pages: the window closes, or is filled again in another language."""
        self.pages.leave()

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def _connect(self) -> None:
        self.pages.wanted.connect(self.go)
        self.pages.awake_wanted.connect(self.awake_wanted)
        self.desk_actions.sample_changed.connect(self._focus)
        # The page that is shown may be about what was erased.
        self.desk_actions.erased.connect(lambda: self.go(Route()))
        self.import_bar.program_wanted.connect(self.pages.go(PageName.PROGRAM))
        self.navigation.wanted.connect(lambda route: self.go(self._visited.completed(route)))
        self._read_only_notice.editing_wanted.connect(self.editing_wanted)
        self.context.toast.acted.connect(self._act)
        self.context.desk_signals.changed.connect(self._show_what_can_be_undone)

    def _make_actions(self) -> Actions:
        tr = self.context.words.tr
        actions = Actions(self.context.theme, self)
        for action_id, text, keys, icon, run in (
            ("undo", tr("Undo"), ("Ctrl+Z",), "undo", self.undo),
            ("redo", tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", self.redo),
            ("open", tr("Open files"), ("Ctrl+O",), "folder", self.import_bar.ask_for_files),
            ("folder", tr("Open a folder"), ("Ctrl+Shift+O",), "folder", self.import_bar.ask_for_folder),
            ("settings", tr("Settings"), ("Ctrl+,",), "settings", self.settings_wanted.emit),
            ("full screen", tr("Full screen"), ("F11",), "", self.full_screen_wanted.emit),
            ("keys", tr("Keyboard shortcuts"), ("F1",), "question", self.show_keys),
        ):
            actions.add(Action(action_id, text, keys, icon, tr("Everywhere")), run)
        return actions

    def _act(self, action: str) -> None:
        if action == UNDO:
            self.undo()

    def _desk_here(self) -> Desk:
        """Return the desk of the page that is shown: a rehearsal has its own."""
        own = getattr(self.stack.currentWidget(), "own_desk", None)
        return own if isinstance(own, Desk) else self._desk

    def _focus(self) -> None:
        take_focus = getattr(self.stack.currentWidget(), "take_focus", None)
        if callable(take_focus):
            take_focus()

    def _show_what_can_be_undone(self) -> None:
        acts = what_can_be_undone(self._desk, self.context.words, in_session=False)
        self.navigation.show_undo(*acts)


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
