"""Scenes of the sample as it is opened: whom it wanted, its vote, what came of it, and its report."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.program.way_sheet import WaySheet
from tools.gallery.scene import ALL_SIZES, FEW, Scene
from tools.gallery.stage import Stage


def _open(stage: Stage, section: str) -> None:
    stage.go(PageName.PROGRAM, stage.program)
    page = stage.the(ProgramPage)
    shown: QWidget = getattr(page.sections, section)
    page.open_section(shown)
    stage.settle()


def _voices(stage: Stage) -> None:
    _open(stage, "voices")


def _forum(stage: Stage) -> None:
    _open(stage, "forum")


def _follow(stage: Stage) -> None:
    _open(stage, "follow")


def _report(stage: Stage) -> None:
    _open(stage, "report")


def _way(stage: Stage) -> None:
    _open(stage, "overview")
    WaySheet(stage.context, stage.window).open()
    stage.settle()


SCENES = (
    Scene("sample-voices", "The sample, voices", _voices, ALL_SIZES),
    Scene("sample-forum", "The sample, its vote", _forum, ALL_SIZES),
    Scene("sample-follow", "The sample, follow-up", _follow, ALL_SIZES),
    Scene("sample-report", "The sample, its report", _report, FEW),
    Scene("sample-way", "From slips to answers, step by step", _way, FEW),
)
