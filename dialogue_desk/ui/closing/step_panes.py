"""Which pane belongs to which step; each is made when it is shown for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.ui.closing.actions_step import ActionsStep
from dialogue_desk.ui.closing.attendance_step import AttendanceStep
from dialogue_desk.ui.closing.debrief_step import DebriefStep
from dialogue_desk.ui.closing.export_step import ExportStep
from dialogue_desk.ui.closing.parking_step import ParkingStep
from dialogue_desk.ui.closing.privacy_step import PrivacyStep
from dialogue_desk.ui.closing.read_back_step import ReadBackStep
from dialogue_desk.ui.closing.tallies_step import TalliesStep
from dialogue_desk.ui.closing.top_themes_step import TopThemesStep
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.room.room_screen import RoomScreen

StepPane: TypeAlias = (
    ReadBackStep
    | TopThemesStep
    | ActionsStep
    | ParkingStep
    | AttendanceStep
    | TalliesStep
    | DebriefStep
    | PrivacyStep
    | ExportStep
)
"""Shows a session with ``show_folder(folder)``, and takes the keyboard with ``take_focus()``."""

PRIMARY_STEPS = frozenset({CloseStep.EXPORT})
"""Whose panes have a primary button of their own."""


class StepPanes(QStackedWidget):
    """The panes, by their steps; the signals are what one of them tells."""

    escaped = Signal()
    exported = Signal()
    finds_counted = Signal(int, int)

    def __init__(self, desk: Desk, folders: Folders, context: Context, room: RoomScreen) -> None:
        super().__init__()
        self._make: dict[CloseStep, Callable[[], StepPane]] = {
            CloseStep.READ_BACK: lambda: ReadBackStep(desk, context, room),
            CloseStep.TOP_THEMES: lambda: TopThemesStep(desk, context),
            CloseStep.ACTIONS: lambda: ActionsStep(desk, context),
            CloseStep.PARKING_LOT: lambda: ParkingStep(desk, context),
            CloseStep.ATTENDANCE: lambda: AttendanceStep(desk, folders, context),
            CloseStep.TALLIES: lambda: TalliesStep(desk, context),
            CloseStep.DEBRIEF: lambda: DebriefStep(desk, context),
            CloseStep.PRIVACY: lambda: PrivacyStep(desk, context),
            CloseStep.EXPORT: lambda: ExportStep(desk, folders, context),
        }
        self._made: dict[CloseStep, StepPane] = {}
        self._with_debrief = False

    def __getitem__(self, step: CloseStep) -> StepPane:
        """Return the pane of a step."""
        if step not in self._made:
            self._made[step] = pane = self._make[step]()
            if isinstance(pane, DebriefStep):
                pane.escaped.connect(self.escaped)
            elif isinstance(pane, ExportStep):
                pane.exported.connect(self.exported)
                pane.audience.debrief.toggled.connect(self._set_debrief_included)
            elif isinstance(pane, PrivacyStep):
                pane.counted.connect(self.finds_counted)
                pane.set_debrief_included(self._with_debrief)
            self.addWidget(pane)
        return self._made[step]

    def made(self) -> Iterable[StepPane]:
        """Return those that were shown before."""
        return self._made.values()

    def _set_debrief_included(self, on: bool) -> None:
        """What goes along to the organizer is looked through too."""
        self._with_debrief = on
        self.finds_counted.emit(0, 0)  # others count now
        privacy = self._made.get(CloseStep.PRIVACY)
        if isinstance(privacy, PrivacyStep):
            privacy.set_debrief_included(on)
