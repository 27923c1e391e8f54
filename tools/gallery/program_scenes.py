"""Scenes of several programs on one laptop."""

from __future__ import annotations

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.program.circle_list_sheet import CircleListSheet
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage


def _several(stage: Stage) -> None:
    stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    stage.go(PageName.PROGRAM, stage.program)


def _list(stage: Stage) -> None:
    """Paste a list of circles into a new program."""
    stage.go(PageName.PROGRAM, stage.program)
    stage.press(stage.words.tr("Make another program"))
    sheet = CircleListSheet([], stage.words.language, stage.context, stage.window)
    sheet.open()
    sheet.box.setPlainText(_LIST)
    stage.settle()


_LIST = "C01\tEastside Library\tEnglish\nC02\tSt. Mark's, lower hall\tSpanish\nC03\tFire Station 4\tKlingon"

SCENES = (
    Scene("program-several", "Program, where there are several", _several),
    Scene("program-circle-list", "Program, circles from a list", _list),
)
