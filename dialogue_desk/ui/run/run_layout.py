"""What stands on the run screen, and what its pieces ask of each other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.room.room_sheet import Mode
from dialogue_desk.ui.run.notes_side import NotesSide
from dialogue_desk.ui.run.overlay_stack import Middle
from dialogue_desk.ui.run.overlays import OverThePart
from dialogue_desk.ui.run.panels import Panel, Panels
from dialogue_desk.ui.run.part_card import PartCard
from dialogue_desk.ui.run.planning import Planning
from dialogue_desk.ui.run.rail import Rail
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.room_bar import GROUPS, RoomBar
from dialogue_desk.ui.run.rules_sheet import RulesSheet
from dialogue_desk.ui.run.top_bar import TopBar
from dialogue_desk.ui.tools.part_tools import Tools


class RunView(QWidget):
    """The bars above, the parts, the part that is on and the notes side by side, the lines below."""

    def __init__(self, desk: Desk, folders: Folders, around: Surroundings, room: RoomScreen) -> None:
        super().__init__()
        self.top = TopBar(around)
        self.room_bar = RoomBar(around, room)
        self.rail = Rail(around)
        self.card = PartCard(around)
        self.rules = RulesSheet(around)
        self.resume = ResumePanel(around)
        self.planning = Planning(around, self.rail, self)
        self.notes = NotesPanel(desk, around)
        self.side = NotesSide(desk, folders, around, self.notes)
        self.tools = Tools(desk, around, self)
        self._middle = Middle(self.card, self.rules, self.resume, self.planning, self.tools)
        self.panels = Panels(
            around, {Panel.PARTS: self.rail, Panel.PART: self._middle, Panel.NOTES: self.side}
        )
        self._over = OverThePart(self._middle, self.panels, self.notes, self.rules, self.tools)
        self._lay_out()
        self._join_tools()
        self._join_sheets()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.choices = QHBoxLayout()
        self.choices.setSpacing(0)
        self.choices.addWidget(self.panels.switch)
        self.choices.addWidget(self.room_bar, 1)
        whole.addWidget(self.top)
        whole.addLayout(self.choices)
        whole.addWidget(self.panels, 1)
        whole.addWidget(self.tools.stack)
        whole.addWidget(self.tools.parking)

    def _join_tools(self) -> None:
        card, tools, room_bar = self.card, self.tools, self.room_bar
        card.round_wanted.connect(tools.show_round)
        card.groups_wanted.connect(tools.show_groups)
        card.stack_wanted.connect(tools.turn_stack)
        card.check_in_wanted.connect(tools.pause_and_check_in)
        tools.page_wanted.connect(self._over.show_tool)
        tools.put_away.connect(self._over.put_tool_away)
        tools.let_go.connect(self._over.take_focus)
        tools.rules_wanted.connect(self._over.turn_rules)
        tools.time_on_wall.connect(lambda: room_bar.put(Mode.TIME))
        tools.groups_on_wall.connect(lambda: room_bar.put(GROUPS))
        tools.lines_on_wall.connect(room_bar.show_lines)
        tools.groups_drawn.connect(room_bar.show_groups)

    def _join_sheets(self) -> None:
        self.card.rules_wanted.connect(self._over.turn_rules)
        self.rules.closed.connect(self._over.turn_rules)
        self.rules.put_on_wall.connect(lambda: self.room_bar.put(Mode.RULES))
        self.planning.wanted.connect(self._over.bring)
        self.planning.done.connect(lambda: self._over.show(self.card))
        self.side.wanted.connect(lambda: self.panels.bring_forward(Panel.NOTES))
