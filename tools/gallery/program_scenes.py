"""Scenes of several programs on one laptop."""

from __future__ import annotations

from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.route import PageName
from tools.gallery.scene import Scene
from tools.gallery.stage import Stage


def _several(stage: Stage) -> None:
    stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    stage.go(PageName.PROGRAM, stage.program)


SCENES = (Scene("program-several", "Program, where there are several", _several),)
