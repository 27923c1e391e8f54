"""Scenes of what came of asks: none, some of a small program, 48 circles, one that is answered."""

from __future__ import annotations

from datetime import timedelta

from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.guide_shelf import GuideShelf
from dialogue_desk.desk.leaving.report_files import today
from dialogue_desk.desk.program.follow_edits import write_follow_up
from dialogue_desk.domain.model.answers import Answer, Progress, Reply, Status
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.line_codes import line_code
from dialogue_desk.domain.overview.follow_up import follow_up
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.resources import resource
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.follow.follow_tab import FollowTab
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.words import Words
from tools.gallery.action_scenes import season_of_proposals
from tools.gallery.scene import ALL_SIZES, FEW, Scene
from tools.gallery.stage import Stage

_WEEK = timedelta(days=7)


def _tab(stage: Stage, program: RecordId) -> FollowTab:
    stage.go(PageName.PROGRAM, program)
    page = stage.the(ProgramPage)
    page.open_section(page.sections.follow)
    stage.settle()
    return stage.the(FollowTab)


def _came_of(stage: Stage, program: RecordId) -> None:
    """Answer some of what a program asks for, in different ways."""
    folders = Folders(stage.desk, GuideShelf(resource("guides"), Words()))
    followed = follow_up(report_plan(folders.picture(program))).followed
    lines = [one.about for one in followed]
    soon, later = ((today(stage.desk) + weeks * _WEEK).isoformat() for weeks in (2, 11))
    why = "Half of it is in this year's budget. The rest is asked for in the next one."
    facts = (
        Answer(lines[0], Reply.IN_PART, why, "City council", soon),
        Progress(lines[0], Status.UNDER_WAY, "Four of nine lamps work again.", "A walk with neighbors", soon),
        Answer(lines[1], Reply.NO, "The state sets this form.", "Police department"),
        Answer(lines[2], Reply.YES, "", "School board", later),
    )
    write_follow_up(stage.desk, program, *facts[: 2 if len(lines) < 3 else 4])


def _empty(stage: Stage) -> None:
    program = stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    stage.desk.add(NO_OWNER, Circle("F01", "Grange hall", program))
    _tab(stage, program)


def _small(stage: Stage) -> None:
    _came_of(stage, RecordId(stage.program))
    _tab(stage, RecordId(stage.program))


def _season(stage: Stage) -> None:
    program = season_of_proposals(stage)
    _came_of(stage, program)
    _tab(stage, program).panes.open_detail()
    stage.settle()


def _wrong_code(stage: Stage) -> None:
    program = season_of_proposals(stage)
    tab = _tab(stage, program)
    code = line_code(RecordId(tab.list.rows()[0].id))
    tab.code.setText(f"{code[:-1]}{(int(code[-1]) + 1) % 10}")
    tab.code.returnPressed.emit()
    stage.settle()


def _by_office(stage: Stage) -> None:
    program = season_of_proposals(stage)
    _came_of(stage, program)
    tab = _tab(stage, program)
    tab.views.choose("office")
    tab.views.chosen.emit("office")
    stage.settle()


SCENES = (
    Scene("follow-empty", "Follow-up, nothing yet", _empty, FEW, with_sample=False),
    Scene("follow-small", "Follow-up, a small program", _small, ALL_SIZES),
    Scene("follow-season", "Follow-up, 48 circles, one answered", _season, ALL_SIZES, with_sample=False),
    Scene("follow-code", "Follow-up, a code off by one", _wrong_code, FEW, with_sample=False),
    Scene("follow-office", "Follow-up, by office", _by_office, FEW, with_sample=False),
)
