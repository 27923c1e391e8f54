"""What lies over the part in the middle of the run screen: how it comes, and how it goes again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.run.overlay_stack import Middle
from dialogue_desk.ui.run.panels import Panel, Panels
from dialogue_desk.ui.run.planning import Planning
from dialogue_desk.ui.run.rules_sheet import RulesSheet
from dialogue_desk.ui.tools.part_tools import Tools


class OverThePart(QObject):
    """Shows the ground rules, the tools and the sheets of planning, and puts them away.

    On a laptop that only takes notes there is no middle until one of them is wanted.  After an
    interruption nothing takes the place of the question how the session goes on.
    """

    shown = Signal()
    """Another page is in the middle."""

    def __init__(
        self, middle: Middle, panels: Panels, notes: NotesPanel, rules: RulesSheet, tools: Tools
    ) -> None:
        super().__init__(middle)
        self._middle, self._panels, self._notes = middle, panels, notes
        self._rules, self._tools = rules, tools
        self._taking_notes = self._interrupted = False

    def begin(self, *, taking_notes: bool, interrupted: bool) -> None:
        """Show the middle as this session wants it."""
        self._taking_notes, self._interrupted = taking_notes, interrupted
        self._panels.offer(*((Panel.PARTS, Panel.NOTES) if taking_notes else tuple(Panel)))

    def go_on(self) -> None:
        """Show the part: it is said how the session goes on."""
        self._interrupted = False
        self.go_home()

    def show(self, page: QWidget) -> None:
        """Show a page in the middle, and put the keyboard on what comes next in it."""
        self._middle.setCurrentWidget(page)
        self.shown.emit()
        self.take_focus()

    def go_home(self) -> None:
        """Show what stands there when nothing lies over it."""
        self.show(self._middle.home())

    def bring(self, sheet: QWidget) -> None:
        """Show a sheet, and unfold the middle for it."""
        self._panels.bring_forward(Panel.PART)
        self.show(sheet)

    def take_focus(self) -> None:
        """Put the keyboard on what comes next; where only notes are taken, into the box."""
        if self._taking_notes and self._middle.at_home():
            self._notes.focus_box()
        else:
            self._middle.focus_next()

    def turn_rules(self) -> None:
        """Show the ground rules, or put them away."""
        if self._interrupted:
            return
        shown = self._middle.shows(self._rules)
        if self._taking_notes:
            self._panels.offer(Panel.PARTS, *([] if shown else [Panel.PART]), Panel.NOTES)
        if shown:
            self.go_home()
        else:
            self.bring(self._rules)

    def turn_tool(self, page: QWidget, show: Callable[[], None]) -> None:
        """Show a tool, or put it away where it is shown."""
        if self._middle.shows(page):
            self.put_tool_away()
        else:
            show()

    def show_tool(self, page: QWidget) -> None:
        """Show the page of a tool."""
        if self._taking_notes:
            self._panels.offer(*Panel)
        self.bring(page)

    def put_tool_away(self) -> None:
        """Put the tool that is shown away; who is writing goes on writing."""
        if self._interrupted or not self._middle.shows_tool():
            return
        focused = QApplication.focusWidget()
        writing = focused is not None and self._notes.isAncestorOf(focused)
        if self._taking_notes:
            self._panels.offer(Panel.PARTS, Panel.NOTES)
        self.go_home()
        if writing and focused is not None:
            focused.setFocus()

    def escape(self, planning: Planning) -> None:
        """Put away whatever lies there."""
        tools = self._tools
        if self._middle.shows(self._rules):
            self.turn_rules()
        elif self._middle.shows(tools.round):
            tools.round.close_sheet()
        elif self._middle.shows(tools.check_in):
            tools.leave_check_in()
        elif planning.shown():
            self.show(self._middle.card)
        else:
            self.put_tool_away()
