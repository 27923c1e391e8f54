"""What lies over the part in the middle of the run screen: how it comes, and how it goes again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.run.overlay_stack import CenterStack
from dialogue_desk.ui.run.panels import Panel, Panels
from dialogue_desk.ui.run.planning import Planning
from dialogue_desk.ui.run.rules_sheet import RulesSheet
from dialogue_desk.ui.tools.part_tools import Tools


class OverlayController(QObject):
    """Shows the ground rules, the tools and the sheets of planning, and puts them away.

    On a laptop that only takes notes there is no middle until one of them is wanted.  After an
    interruption nothing takes the place of the question how the session goes on.
    """

    shown = Signal()
    """Another page is in the middle."""

    def __init__(
        self, middle: CenterStack, panels: Panels, notes: NotesPanel, rules: RulesSheet, tools: Tools
    ) -> None:
        super().__init__(middle)
        self._center, self._panels, self._notes = middle, panels, notes
        self._rules, self._tools = rules, tools
        self._taking_notes = self._interrupted = False

    def start_session(self, *, taking_notes: bool, interrupted: bool) -> None:
        """Show the middle as this session wants it."""
        self._taking_notes, self._interrupted = taking_notes, interrupted
        self._panels.set_available(*((Panel.PARTS, Panel.NOTES) if taking_notes else tuple(Panel)))

    def end_interruption(self) -> None:
        """Show the part: it is said how the session goes on."""
        self._interrupted = False
        self.show_base_page()

    def show(self, page: QWidget) -> None:
        """Show a page in the middle, and put the keyboard on what comes next in it."""
        self._center.setCurrentWidget(page)
        self.shown.emit()
        self.take_focus()

    def show_base_page(self) -> None:
        """Show what stands there when nothing lies over it."""
        self.show(self._center.base_page())

    def show_unfolded(self, sheet: QWidget) -> None:
        """Show a sheet, and unfold the middle for it."""
        self._panels.bring_forward(Panel.PART)
        self.show(sheet)

    def take_focus(self) -> None:
        """Put the keyboard on what comes next; where only notes are taken, into the box."""
        if self._taking_notes and self._center.shows_part():
            self._notes.focus_box()
        else:
            self._center.focus_next()

    def toggle_rules(self) -> None:
        """Show the ground rules, or put them away."""
        if self._interrupted:
            return
        shown = self._center.shows(self._rules)
        if self._taking_notes:
            self._panels.set_available(Panel.PARTS, *([] if shown else [Panel.PART]), Panel.NOTES)
        if shown:
            self.show_base_page()
        else:
            self.show_unfolded(self._rules)

    def toggle_tool(self, page: QWidget, show: Callable[[], None]) -> None:
        """Show a tool, or put it away where it is shown."""
        if self._center.shows(page):
            self.hide_tool()
        else:
            show()

    def show_tool(self, page: QWidget) -> None:
        """Show the page of a tool."""
        if self._taking_notes:
            self._panels.set_available(*Panel)
        self.show_unfolded(page)

    def hide_tool(self) -> None:
        """Put the tool that is shown away; who is writing goes on writing."""
        if self._interrupted or not self._center.shows_tool():
            return
        focused = QApplication.focusWidget()
        writing = focused is not None and self._notes.isAncestorOf(focused)
        if self._taking_notes:
            self._panels.set_available(Panel.PARTS, Panel.NOTES)
        self.show_base_page()
        if writing and focused is not None:
            focused.setFocus()

    def escape(self, planning: Planning) -> None:
        """Put away whatever lies there."""
        tools = self._tools
        if self._center.shows(self._rules):
            self.toggle_rules()
        elif self._center.shows(tools.go_round):
            tools.go_round.close_sheet()
        elif self._center.shows(tools.cool_down):
            tools.leave_cool_down()
        elif planning.shown():
            self.show(self._center.card)
        else:
            self.hide_tool()
