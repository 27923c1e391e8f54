"""The panes of the run screen, and what they ask of each other."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.notes.notes_panel import NotesPanel
from dialogue_desk.ui.room.room_content import RoomMode
from dialogue_desk.ui.room.room_screen import RoomScreen
from dialogue_desk.ui.run.notes_side import NotesSide
from dialogue_desk.ui.run.overlay_stack import OverlayStack
from dialogue_desk.ui.run.panels import Panel, Panels
from dialogue_desk.ui.run.part_card import PartCard
from dialogue_desk.ui.run.planning import Planning
from dialogue_desk.ui.run.rail import PartsRail
from dialogue_desk.ui.run.resume_panel import ResumePanel
from dialogue_desk.ui.run.room_bar import RoomBar
from dialogue_desk.ui.run.rules_editor import RulesSheet
from dialogue_desk.ui.run.top_bar import TopBar
from dialogue_desk.ui.tools.part_tools import Tools
from dialogue_desk.ui.widgets.layouts import column, row


class RunView(QWidget):
    """The bars above; the parts, the part that is on and the notes side by side; the lines below."""

    def __init__(self, desk: Desk, folders: Folders, context: Context, room: RoomScreen) -> None:
        super().__init__()
        self.top = TopBar(context)
        self.room_bar = RoomBar(context, room)
        self.rail = PartsRail(context)
        self.card = PartCard(context)
        self.rules = RulesSheet(context)
        self.resume = ResumePanel(context)
        self.planning = Planning(desk, context, self.rail, self)
        self.notes = NotesPanel(desk, context)
        self.side = NotesSide(desk, folders, context, self.notes)
        self.tools = Tools(desk, folders.shelf, context, self)
        sheets = (self.resume, *self.planning.plan_sheets, self.planning.start_sheet)
        self.center = OverlayStack(self.card, self.rules, sheets, self.tools, self.notes)
        self.panels = Panels(
            context, {Panel.PARTS: self.rail, Panel.PART: self.center, Panel.NOTES: self.side}
        )
        self.choices = row(self.panels.switch, (self.room_bar, 1))
        self.panels.chips.pressed.connect(self._go_to_panel)
        column(
            self.top,
            self.choices,
            (self.panels, 1),
            self.tools.speakers_bar,
            self.tools.parking,
            within=self,
        )
        self._join_tools()
        self._join_sheets()
        self._join_room(room)

    def _go_to_panel(self, panel: str) -> None:
        """Put the keyboard where a press on its name leads."""
        if panel == Panel.NOTES:
            self.side.write()
        elif panel == Panel.PARTS:
            self.rail.parts.setFocus()
        else:
            self.center.take_focus()

    def _join_tools(self) -> None:
        buttons, tools, center = self.card.tools, self.tools, self.center
        buttons.go_round.clicked.connect(tools.show_go_round)
        buttons.groups.clicked.connect(tools.show_groups)
        buttons.speakers.clicked.connect(tools.bars.toggle_speakers)
        buttons.cool_down.clicked.connect(tools.pause_and_cool_down)
        buttons.moments.clicked.connect(tools.moments.show)
        tools.cool_down.moments_wanted.connect(tools.moments.show)
        tools.moments.sheet.cool_down_wanted.connect(tools.pause_and_cool_down)
        tools.moments.wanted.connect(partial(center.cover, tools.moments.sheet))
        tools.moments.sheet.closed.connect(center.uncover)
        tools.page_wanted.connect(center.show_over)
        tools.page_closed.connect(center.hide_tool)
        tools.rules_wanted.connect(center.toggle_rules)
        tools.bars.focus_released.connect(center.take_focus)

    def _join_sheets(self) -> None:
        center, panels = self.center, self.panels
        self.card.tools.rules.clicked.connect(center.toggle_rules)
        self.rules.closed.connect(center.toggle_rules)
        self.planning.wanted.connect(center.show_over)
        self.planning.done.connect(center.show_base_page)
        center.center_offered.connect(panels.offer_center)
        center.alone_wanted.connect(panels.show_center_alone)
        center.unfold_wanted.connect(partial(panels.bring_forward, Panel.PART))
        self.side.wanted.connect(partial(panels.bring_forward, Panel.NOTES))

    def _join_room(self, room: RoomScreen) -> None:
        bar, tools = self.room_bar, self.tools
        for wanted, choice in (
            (self.rules.room_display_wanted, RoomMode.RULES),
            (tools.go_round.room_display_wanted, RoomMode.TIME),
            (tools.cool_down.room_display_wanted, RoomMode.TIME),
            (tools.groups.room_display_wanted, RoomMode.GROUPS),
        ):
            wanted.connect(partial(bar.show_in_room, choice))
        self.card.words.card_wanted.connect(bar.show_card)
        tools.read_back.view.room_lines_changed.connect(bar.show_lines)
        tools.groups_drawn.connect(bar.show_groups)
        self.top.room_button.clicked.connect(bar.toggle_open)
        # Methods of widgets, which the room display forgets with the page: it may live longer.
        room.opened.connect(self.top.show_room_open)
        room.closed.connect(self.top.show_room_closed)
        room.closed.connect(tools.read_back.view.clear_room)
