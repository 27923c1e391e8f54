"""The center of the run screen: the part that is on and, over it, at most one sheet or tool."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.run.part_card import PartCard
from dialogue_desk.ui.run.rules_editor import RulesSheet
from dialogue_desk.ui.tools.part_tools import Tools
from dialogue_desk.ui.widgets.spoken_roles import SpokenAs


class OverlayStack(QStackedWidget):
    """Shows the part, or the page that lies over it.

    On a laptop that only takes notes the center is offered only while a page lies over the part.  After an
    interruption the ground rules and the tools do not replace the question of how the session goes on.

    Args:
        card: the part that is on.
        rules: the ground rules.
        sheets: the other pages that are no tools.
        tools: the tools, each with a page; one of them may stay in the place of the part.
        notes: where the keyboard stays while a person writes.
    """

    spoken_as = SpokenAs.GROUP  # else Orca says “layered pane” whenever the keyboard comes in
    shown = Signal()
    """Another page is in the center."""
    center_offered = Signal(bool)
    """Whether there is something to see in the center, on a laptop that only takes notes."""
    unfold_wanted = Signal()
    """The center is to be in sight."""
    alone_wanted = Signal(bool)
    """Whether the page that is shown needs all the width there is."""

    def __init__(
        self, card: PartCard, rules: RulesSheet, sheets: Sequence[Overlay], tools: Tools, notes: NotesPanel
    ) -> None:
        super().__init__()
        self._card, self._rules, self._tools, self._notes = card, rules, tools, notes
        self._pages: tuple[Overlay, ...] = (card, rules, *sheets, *tools.pages)
        self._taking_notes = self._interrupted = False
        self._covered: tuple[Overlay, QWidget | None] = card, None
        for page in self._pages:
            self.addWidget(page)

    @property
    def page(self) -> Overlay:
        """The page that is shown."""
        return self._pages[self.currentIndex()]

    def start_session(self, *, taking_notes: bool, interrupted: bool) -> None:
        """Show the part: a sheet over it belongs to the session before."""
        self._taking_notes, self._interrupted = taking_notes, interrupted
        self.setCurrentWidget(self._card)
        self.alone_wanted.emit(False)

    def end_interruption(self) -> None:
        """Show the part once a person has said how the session goes on."""
        self._interrupted = False
        self.show_base_page()

    def show_page(self, page: Overlay) -> None:
        """Show a page, and put the keyboard on what comes next in it."""
        if self._taking_notes:
            self.center_offered.emit(page is not self._base_page())
        self.setCurrentWidget(page)
        self.alone_wanted.emit(page.alone)
        self.shown.emit()
        self.take_focus()

    def show_base_page(self) -> None:
        """Show the part, or the tool that stays in its place."""
        self.show_page(self._base_page())

    def show_over(self, page: Overlay) -> None:
        """Show a page over the part, and unfold the center for it."""
        self.unfold_wanted.emit()
        self.show_page(page)

    def toggle_rules(self) -> None:
        """Show the ground rules, or put them away."""
        if self._interrupted:
            return
        if self.page is self._rules:
            self.show_base_page()
        else:
            self.show_over(self._rules)

    def toggle_tool(self, page: Overlay, show: Callable[[], None]) -> None:
        """Show a tool, or put it away when it is shown."""
        if self.page is page:
            self.hide_tool()
        else:
            show()

    def cover(self, page: Overlay) -> None:
        """Show a page over whatever is shown, all three panels included, until :meth:`uncover`."""
        if self._interrupted:
            return
        if self.page is not page:
            self._covered = self.page, QApplication.focusWidget()
        self.show_page(page)

    def uncover(self) -> None:
        """Show again what the page lies over, with the keyboard where it was."""
        page, focused = self._covered
        self.show_page(page)
        if focused is not None and shiboken6.isValid(focused) and focused.isVisible():
            focused.setFocus()

    def toggle_cover(self, page: Overlay, show: Callable[[], None]) -> None:
        """Show a page over whatever is shown, or put it away when it is in sight."""
        if page.isVisible():
            self.uncover()
        else:
            show()

    def hide_tool(self) -> None:
        """Put away the tool that is shown; a person who is writing a note goes on writing."""
        if self._interrupted or self.page not in self._tools.pages:
            return
        focused = QApplication.focusWidget()
        writing = focused is not None and self._notes.isAncestorOf(focused)
        self.show_base_page()
        if writing and focused is not None:
            focused.setFocus()

    def press_primary(self) -> bool:
        """Press the primary button of the page that is shown; return False when there is none to press."""
        return self.page.isVisible() and self.page.press_primary()

    def take_focus(self) -> None:
        """Put the keyboard on what comes next; where only notes are taken, into the box for notes."""
        if self._taking_notes and self.page is self._card:
            self._notes.focus_box()
        else:
            self.page.focus_next()

    def _base_page(self) -> Overlay:
        return self._tools.cool_down if self._tools.cooling_down else self._card
