"""The middle of the run screen: the part that is on or, over it, a sheet or a tool."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.ui.run.part_card import PartCard
from dialogue_desk.ui.run.planning import Planning
from dialogue_desk.ui.run.replan_sheet import ReplanSheet
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.rules_sheet import RulesSheet
from dialogue_desk.ui.run.start_sheet import StartSheet
from dialogue_desk.ui.tools.cool_down_sheet import CoolDownSheet
from dialogue_desk.ui.tools.go_round_sheet import GoRoundSheet
from dialogue_desk.ui.tools.part_tools import Tools
from dialogue_desk.ui.tools.read_back_sheet import ReadBackSheet
from dialogue_desk.ui.tools.small_groups import SmallGroups

_WithOneButton: TypeAlias = RulesSheet | GoRoundSheet | SmallGroups | CoolDownSheet | ReadBackSheet


class CenterStack(QStackedWidget):
    """Holds the pages, one of which is shown."""

    def __init__(
        self, card: PartCard, rules: RulesSheet, resume: ResumePanel, planning: Planning, tools: Tools
    ) -> None:
        super().__init__()
        self.card, self._tools = card, tools
        for page in (card, rules, resume, planning.sheet, planning.start_sheet, *tools.pages):
            self.addWidget(page)

    def base_page(self) -> QWidget:
        """Return what stands there when nothing lies over it."""
        return self._tools.base_page() or self.card

    def shows_part(self) -> bool:
        """Whether the part itself is shown."""
        return self.currentWidget() is self.card

    def shows(self, page: QWidget) -> bool:
        """Whether this page is the one that is shown."""
        return self.currentWidget() is page

    def shows_tool(self) -> bool:
        """Whether a tool is shown."""
        return self.currentWidget() in self._tools.pages

    def press_primary(self) -> bool:
        """Press the primary button of what lies over the part; tell whether something does."""
        page = self.currentWidget()
        if not isinstance(page, _WithOneButton) or not page.isVisible():
            return False
        page.primary.click()
        return True

    def focus_next(self) -> None:
        """Put the keyboard on what comes next in the page that is shown."""
        page = self.currentWidget()
        if isinstance(page, PartCard | ResumePanel | ReplanSheet | StartSheet | _WithOneButton):
            page.focus_next()
