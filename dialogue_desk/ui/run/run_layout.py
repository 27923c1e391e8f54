"""What stands on the run screen, and what its pieces ask of each other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.room.room_sheet import RoomMode
from dialogue_desk.ui.run.notes_side import NotesSide
from dialogue_desk.ui.run.overlay_stack import CenterStack
from dialogue_desk.ui.run.overlays import OverlayController
from dialogue_desk.ui.run.panels import Panel, Panels
from dialogue_desk.ui.run.part_card import PartCard
from dialogue_desk.ui.run.planning import Planning
from dialogue_desk.ui.run.rail import PartsRail
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.room_bar import GROUPS, RoomBar
from dialogue_desk.ui.run.rules_sheet import RulesSheet
from dialogue_desk.ui.run.top_bar import TopBar
from dialogue_desk.ui.tools.part_tools import Tools


class RunView(QWidget):
    """The bars above, the parts, the part that is on and the notes side by side, the lines below."""

    def __init__(self, desk: Desk, folders: Folders, context: Context, room: RoomScreen) -> None:
        super().__init__()
        self.top = TopBar(context)
        self.room_bar = RoomBar(context, room)
        self.rail = PartsRail(context)
        self.card = PartCard(context)
        self.rules = RulesSheet(context)
        self.resume = ResumePanel(context)
        self.planning = Planning(context, self.rail, self)
        self.notes = NotesPanel(desk, context)
        self.side = NotesSide(desk, folders, context, self.notes)
        self.tools = Tools(desk, context, self)
        self._center = CenterStack(self.card, self.rules, self.resume, self.planning, self.tools)
        self.panels = Panels(
            context, {Panel.PARTS: self.rail, Panel.PART: self._center, Panel.NOTES: self.side}
        )
        self._overlay = OverlayController(self._center, self.panels, self.notes, self.rules, self.tools)
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
        whole.addWidget(self.tools.speakers_bar)
        whole.addWidget(self.tools.parking)

    def _join_tools(self) -> None:
        card, tools, room_bar = self.card, self.tools, self.room_bar
        card.go_round_wanted.connect(tools.show_go_round)
        card.groups_wanted.connect(tools.show_groups)
        card.speakers_list_wanted.connect(tools.toggle_speakers_list)
        card.cool_down_wanted.connect(tools.pause_and_cool_down)
        tools.page_wanted.connect(self._overlay.show_tool)
        tools.page_closed.connect(self._overlay.hide_tool)
        tools.focus_released.connect(self._overlay.take_focus)
        tools.rules_wanted.connect(self._overlay.toggle_rules)
        tools.room_time_wanted.connect(lambda: room_bar.show_in_room(RoomMode.TIME))
        tools.room_groups_wanted.connect(lambda: room_bar.show_in_room(GROUPS))
        tools.room_lines_changed.connect(room_bar.show_lines)
        tools.groups_drawn.connect(room_bar.show_groups)

    def _join_sheets(self) -> None:
        self.card.rules_wanted.connect(self._overlay.toggle_rules)
        self.rules.closed.connect(self._overlay.toggle_rules)
        self.rules.room_display_wanted.connect(lambda: self.room_bar.show_in_room(RoomMode.RULES))
        self.planning.wanted.connect(self._overlay.show_unfolded)
        self.planning.done.connect(lambda: self._overlay.show(self.card))
        self.side.wanted.connect(lambda: self.panels.bring_forward(Panel.NOTES))
