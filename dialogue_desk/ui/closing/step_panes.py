"""The pane of each step of wrapping up, made when it is shown for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.closing.closing_steps import StepProgress, closing_steps
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.overview.session_folder import SessionFolder
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
"""A pane: shows a session with ``show_folder(folder)``, and takes the keyboard with ``take_focus()``."""

PRIMARY_STEPS = frozenset({CloseStep.EXPORT})
"""The steps whose panes have a primary button of their own."""


class StepPanes(QStackedWidget):
    """Holds the panes by their steps, and what the privacy check counted.

    Emits ``escaped()`` for Escape in the debrief and ``exported()`` when the export is saved.
    """

    escaped = Signal()
    exported = Signal()

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
        self._finds = (0, 0)

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
                pane.counted.connect(self._count_finds)
                pane.set_debrief_included(self._with_debrief)
            self.addWidget(pane)
        return self._made[step]

    def made(self) -> Iterable[StepPane]:
        """Return the panes that were shown before."""
        return self._made.values()

    def progress(self, folder: SessionFolder) -> tuple[StepProgress, ...]:
        """Return every step of a session; an open privacy check says how many finds are checked."""
        done, total = self._finds
        return tuple(
            replace(step, done=done, total=total) if step.step is CloseStep.PRIVACY and step.is_open else step
            for step in closing_steps(folder)
        )

    def forget_finds(self) -> None:
        """Forget what the privacy check counted: it counts again when it is shown."""
        self._finds = (0, 0)

    def _count_finds(self, done: int, total: int) -> None:
        self._finds = (done, total)

    def _set_debrief_included(self, on: bool) -> None:
        """Check the debrief too when it goes to the organizer."""
        self._with_debrief = on
        self.forget_finds()
        privacy = self._made.get(CloseStep.PRIVACY)
        if isinstance(privacy, PrivacyStep):
            privacy.set_debrief_included(on)
