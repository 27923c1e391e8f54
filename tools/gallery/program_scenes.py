"""Scenes of several programs on one laptop."""

from __future__ import annotations

from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.overview.arrivals import Sign
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.program.overview import OverviewTab
from dialogue_desk.ui.setup.circle_list_sheet import CircleListSheet
from tools.gallery.half_season import add_half_season
from tools.gallery.scene import ALL_SIZES, FEW, Scene
from tools.gallery.stage import Stage


def _several(stage: Stage) -> None:
    stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    stage.go(PageName.PROGRAM, stage.program)


def _list(stage: Stage) -> None:
    """Paste a list of circles into a new program."""
    stage.go(PageName.PROGRAM, stage.program)
    stage.press(stage.words.tr("Make another program"))
    sheet = CircleListSheet([], stage.words.language, (), stage.context, stage.window)
    sheet.open()
    sheet.box.setPlainText(_LIST)
    stage.settle()


_LIST = "C01\tEastside Library\tEnglish\nC02\tSt. Mark's, lower hall\tSpanish\nC03\tFire Station 4\tKlingon"


def _season(stage: Stage) -> None:
    """Show a program of 48 circles after four of six sessions."""
    stage.go(PageName.PROGRAM, add_half_season(stage.desk, stage.folders.shelf))


def _season_gaps(stage: Stage) -> None:
    _season(stage)
    stage.the(OverviewTab).side.wanted.emit(Sign.GAP)


def _season_choices(stage: Stage) -> None:
    _season(stage)
    stage.the(OverviewTab).side.wanted.emit(Sign.CHOICE)


def _nothing_arrived(stage: Stage) -> None:
    """Show a program whose circles are known and have sent nothing."""
    program = stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    for number in range(1, 13):
        stage.desk.add(NO_OWNER, Circle(f"F{number:02}", "Grange hall", program))
    stage.go(PageName.PROGRAM, program)


SCENES = (
    Scene("program-season", "Program, 48 circles", _season, ALL_SIZES, with_sample=False),
    Scene("program-season-gaps", "Program, 48 circles, only gaps", _season_gaps, FEW, with_sample=False),
    Scene("program-season-choices", "Program, 48 circles, choices", _season_choices, FEW, with_sample=False),
    Scene("program-season-begins", "Program, nothing has arrived", _nothing_arrived, FEW, with_sample=False),
    Scene("program-several", "Program, where there are several", _several),
    Scene("program-circle-list", "Program, circles from a list", _list),
)
