"""Which pane belongs to which step."""

from __future__ import annotations

from typing import TypeAlias

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.domain.closing import Step
from dialogue_desk.ui.room.screen import RoomScreen
from dialogue_desk.ui.session.closing.actions_step import ActionsStep
from dialogue_desk.ui.session.closing.attendance_step import AttendanceStep
from dialogue_desk.ui.session.closing.debrief_step import DebriefStep
from dialogue_desk.ui.session.closing.export_step import ExportStep
from dialogue_desk.ui.session.closing.parking_step import ParkingStep
from dialogue_desk.ui.session.closing.privacy_step import PrivacyStep
from dialogue_desk.ui.session.closing.read_back_step import ReadBackStep
from dialogue_desk.ui.session.closing.tallies_step import TalliesStep
from dialogue_desk.ui.session.closing.top_themes_step import TopThemesStep
from dialogue_desk.ui.surroundings import Surroundings

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

LOUD = frozenset({Step.EXPORT})
"""Whose panes have a primary button of their own."""


def panes_of(desk: Desk, folders: Folders, around: Surroundings, room: RoomScreen) -> dict[Step, StepPane]:
    """Return a pane for each step."""
    privacy, export = PrivacyStep(desk, around), ExportStep(desk, folders, around)
    export.whom.debrief.toggled.connect(privacy.take_debrief)
    return {
        Step.READ_BACK: ReadBackStep(desk, around, room),
        Step.TOP_THEMES: TopThemesStep(desk, around),
        Step.ACTIONS: ActionsStep(desk, around),
        Step.PARKING_LOT: ParkingStep(desk, around),
        Step.ATTENDANCE: AttendanceStep(desk, folders, around),
        Step.TALLIES: TalliesStep(desk, around),
        Step.DEBRIEF: DebriefStep(desk, around),
        Step.PRIVACY: privacy,
        Step.EXPORT: export,
    }
