"""What fills the window once a desk is open: the pages, the way between them, and what works everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.actions import Action, Actions
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.route import PageName, Route
from dialogue_desk.ui.core.undo import redo, undo
from dialogue_desk.ui.importing.import_bar import ImportBar
from dialogue_desk.ui.shell.navigation import Navigation
from dialogue_desk.ui.shell.pages import PAGES, Pages, leave
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.ledge import FooterHolder
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.toast import UNDO
from dialogue_desk.words.names import name_of

_SAMPLE = "sample"


class Workspace(QWidget):
    """Composes the pages and owns nothing else."""

    settings_wanted = Signal()
    full_screen_wanted = Signal()
    awake_wanted = Signal(bool)
    editing_wanted = Signal()
    """The desk is only looked at, and a person would rather work on it."""

    def __init__(self, desk: Desk, folders: Folders, shelf: GuideShelf, context: Context) -> None:
        super().__init__()
        self._desk, self._folders, self._shelf = desk, folders, shelf
        self._context, self._words, self.toast = context, context.words, context.toast
        self.way = Route()
        self._session = Route()
        self._program = ""
        self.pages = Pages(desk, folders, shelf, context, self)
        self.pages.wanted.connect(self.go)
        self.pages.awake_wanted.connect(self.awake_wanted)
        self.pages.files_wanted.connect(self._ask_for_files)
        self.pages.folder_wanted.connect(self._ask_for_folder)
        self.pages.sample_wanted.connect(self._open_sample)
        self.pages.sample_removal_wanted.connect(self._remove_sample)
        self.pages.erasing_wanted.connect(self.erase)
        self.pages.keeping_wanted.connect(self._keep_until)
        self.actions_here = self._make_actions()
        self.navigation = Navigation(context.theme, self._words, self.actions_here, frozenset(PAGES))
        self.navigation.wanted.connect(self._navigate_from_bar)
        self.stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.navigation)
        self._read_only_notice = self._show_read_only_notice()
        whole.addWidget(self._read_only_notice)
        whole.addWidget(self.stack, 1)
        whole.addWidget(FooterHolder(context.toast))
        self._whole = whole
        context.toast.acted.connect(self._act)
        context.desk_signals.changed.connect(self._hear)
        self._show_what_can_be_undone()
        self.go(Route())

    def go(self, route: Route) -> None:
        """Go somewhere; a place that has no page leads Home."""
        if route.page not in PAGES:
            route = Route()
        if route.page.running:
            self.toast.hide()  # what was said elsewhere should not take height from the session
        self.way = route
        before = self.stack.currentWidget()
        page = self.pages.page(route)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        if self.way is not route:
            return  # the page had nothing to show, and led on
        if before is not page:
            leave(before)
        self._read_only_notice.setVisible(self._desk.file.read_only and not route.page.running)
        self._remember(route)
        self.stack.setCurrentWidget(page)
        self.navigation.show_route(route, self._session if self._session_is_live(self._session) else None)
        if self.isVisible():
            self._focus()
        if route.note:
            self._show_note(page, route.note)

    def _show_note(self, page: QWidget, note_id: str) -> None:
        show_note = getattr(page, "show_note", None)
        if callable(show_note):
            show_note(note_id)

    def _remember(self, route: Route) -> None:
        # Who looks something up in another session still has their own to go back to.
        if route.page in (PageName.RUN, PageName.NOTES, PageName.TYPE_UP) and not route.note:
            self._session = route
        elif route.page is PageName.PROGRAM:
            self._program = route.id

    def _navigate_from_bar(self, route: Route) -> None:
        if route.page is PageName.PROGRAM and not route.id:
            programs = [program.id for program in self._folders.programs() if program.id]
            known = self._program in programs
            route = Route(PageName.PROGRAM, self._program if known else next(iter(programs), ""))
        self.go(route)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Open packages, and folders of them."""
        self._import_bar().import_paths(paths)

    def undo(self) -> None:
        """Take back the latest change, and say which."""
        undo(self._desk_here(), self._context)

    def redo(self) -> None:
        """Make again what was taken back last."""
        redo(self._desk_here(), self._context)

    def _desk_here(self) -> Desk:
        """Return the desk of the page that is shown: a rehearsal has its own."""
        own = getattr(self.stack.currentWidget(), "own_desk", None)
        return own if isinstance(own, Desk) else self._desk

    def erase(self, target: str) -> None:
        """Ask whether a session, a circle or a program is to be erased for good, and do it."""
        self._ask_to_erase(RecordId(target))

    def erase_everything(self) -> None:
        """Ask whether everything on this laptop is to be erased for good, and do it."""
        self._ask_to_erase(None)

    def _ask_to_erase(self, target: RecordId | None) -> None:
        from dialogue_desk.ui.erasing.erase_sheet import EraseSheet  # noqa: PLC0415

        sheet = EraseSheet(self._desk, target, self._context, self.window())
        sheet.erased.connect(self._leave_erased_page)
        sheet.open()

    def _leave_erased_page(self) -> None:
        """Go Home where the page that is shown had what is gone."""
        self.go(Route())

    def _keep_until(self, target: str) -> None:
        from dialogue_desk.ui.erasing.keep_until import KeepUntilSheet  # noqa: PLC0415

        KeepUntilSheet(self._desk, RecordId(target), self._context, self.window()).open()

    def leave(self) -> None:
        """End what goes on in the pages: the window closes, or is made anew in another language."""
        self.pages.leave()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus()

    def _focus(self) -> None:
        take_focus = getattr(self.stack.currentWidget(), "take_focus", None)
        if callable(take_focus):
            take_focus()

    def _show_read_only_notice(self) -> QWidget:
        """Say, as long as it is so, that nothing can be changed here."""
        theme, tr = self._context.theme, self._words.tr
        said = Card("notice", edge=0)
        said.column.setContentsMargins(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR)
        line = ResponsiveRow(theme, 620)
        line.add(Label(tr("This desk is open in another window. You can read it here but not change it.")), 1)
        work = Button(theme, tr("Open it to edit"))
        work.clicked.connect(self.editing_wanted)
        line.add(work)
        said.column.addWidget(line)
        return said

    def _make_actions(self) -> Actions:
        tr = self._words.tr
        actions = Actions(self._context.theme, self)
        everywhere = tr("Everywhere")
        for action, run in (
            (Action("undo", tr("Undo"), ("Ctrl+Z",), "undo", everywhere), self.undo),
            (Action("redo", tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", everywhere), self.redo),
            (Action("open", tr("Open files"), ("Ctrl+O",), "folder", everywhere), self._ask_for_files),
            (
                Action("folder", tr("Open a folder"), ("Ctrl+Shift+O",), "folder", everywhere),
                self._ask_for_folder,
            ),
            (
                Action("settings", tr("Settings"), ("Ctrl+,",), "settings", everywhere),
                self.settings_wanted.emit,
            ),
            (
                Action("full screen", tr("Full screen"), ("F11",), "", everywhere),
                self.full_screen_wanted.emit,
            ),
            (Action("keys", tr("Keyboard shortcuts"), ("F1",), "question", everywhere), self.show_keys),
        ):
            actions.add(action, run)
        return actions

    def show_keys(self) -> None:
        """Show which keys do what, here and everywhere."""
        from dialogue_desk.ui.shell.shortcut_sheet import ShortcutSheet  # noqa: PLC0415

        page = self.stack.currentWidget()
        here = page.findChildren(Actions) if page is not None else []
        sheet = ShortcutSheet([*here, self.actions_here], self._context.theme, self._words, self.window())
        sheet.open()

    def _ask_for_files(self) -> None:
        self._import_bar().ask_for_files()

    def _ask_for_folder(self) -> None:
        self._import_bar().ask_for_folder()

    def _import_bar(self) -> ImportBar:
        def make() -> ImportBar:
            opening = ImportBar(self._desk, self._context)
            opening.program_wanted.connect(self.pages.go(PageName.PROGRAM))
            self._whole.insertWidget(self._whole.indexOf(self.stack) + 1, FooterHolder(opening))
            return opening

        return self.pages.get_or_make(ImportBar, make)

    def _open_sample(self) -> None:
        from dialogue_desk.desk.program.sample import import_sample  # noqa: PLC0415

        import_sample(self._desk, self._shelf, self._words)
        self._focus()
        self._context.toast.say(
            self._words.tr("Here is the sample community. Nothing in it is real, so try anything you like.")
        )

    def _remove_sample(self) -> None:
        from dialogue_desk.desk.program.sample import remove_sample  # noqa: PLC0415

        if remove_sample(self._desk) is not None:
            self._focus()
            said = self._words.tr("The sample community is gone from this laptop.")
            self._context.toast.say(said, action=self._words.tr("Bring it back"), action_id=_SAMPLE)

    def _act(self, action: str) -> None:
        if action == UNDO:
            self.undo()
        elif action == _SAMPLE:
            self._open_sample()

    def _session_is_live(self, route: Route) -> bool:
        folder = self._folders.session(RecordId(route.id)) if route.id else None
        return folder is not None and folder.live.phase in (Phase.RUNNING, Phase.PAUSED)

    def _hear(self, _: Outcome) -> None:
        self._show_what_can_be_undone()

    def _show_what_can_be_undone(self) -> None:
        looked_at = self._desk.file.read_only
        undo = None if looked_at else self._desk.can_undo()
        redo = None if looked_at else self._desk.can_redo()
        self.navigation.show_undo(
            "" if undo is None else name_of(undo, self._words),
            "" if redo is None else name_of(redo, self._words),
        )
