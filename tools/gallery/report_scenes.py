"""Scenes of the report, written with the organizer."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desk.desk.program.report_edits import (
    sentence_of,
    write_outline,
    write_question,
    write_sentence,
)
from dialogue_desk.desk.program.stars import set_star
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.report_outline import ReportSection, switched
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.domain.records.records import NO_OWNER
from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.report.report_tab import ReportTab
from tools.gallery.scene import ALL_SIZES, FEW, Scene
from tools.gallery.stage import Stage
from tools.season.season import add_season


def _open(stage: Stage, program: RecordId) -> ReportTab:
    stage.go(PageName.PROGRAM, program)
    stage.settle()
    page = stage.the(ProgramPage)
    page.open_section(page.sections.report)
    stage.settle()
    return stage.the(ReportTab)


def _season(stage: Stage) -> ReportTab:
    """Write on the report of 48 circles: a question, two sentences, one of them on other numbers."""
    desk, program = stage.desk, add_season(stage.desk, stage.folders.shelf)
    plan = report_plan(stage.folders.picture(program))
    first, second, *_ = plan.findings
    for finding, text, met in (
        (first, "A stop without a reason is what people remember", plan.room.met),
        (second, "Neighbors agree on more than they expected", plan.room.met - 4),
    ):
        sentence = replace(sentence_of(finding), texts=(("en", text),))
        write_sentence(desk, program, finding, sentence, met)
    write_question(desk, program, (("en", "What would make all of us safer here?"),))
    write_outline(desk, program, switched(plan.picture.work.outline, ReportSection.MOVED))
    for line in plan.themes[0].common.left[:2]:
        set_star(desk, program, line.id)
    return _open(stage, program)


def _big(stage: Stage) -> None:
    _season(stage)


def _outline(stage: Stage) -> None:
    tab = _season(stage)
    tab.writing.outline.rows.setFocus()
    stage.settle()


def _edit(stage: Stage) -> None:
    tab = _season(stage)
    tab.writing.asks.button("edit").click()
    stage.settle()


def _more(stage: Stage) -> None:
    _season(stage).writing.findings.more.click()
    stage.settle()


def _stars(stage: Stage) -> None:
    _season(stage).writing.stars_button.click()
    stage.settle()


def _titles(stage: Stage) -> None:
    _season(stage).writing.titles_button.click()
    stage.settle()


def _nothing(stage: Stage) -> None:
    """Open the report of a program of which nothing has arrived."""
    program = stage.desk.add(NO_OWNER, Program("Fair Ground, Riverton", "FGR", 6))
    stage.desk.add(NO_OWNER, Circle("F01", "Grange hall", program))
    _open(stage, program)


SCENES = (
    Scene("report-season", "Report, 48 circles", _big, ALL_SIZES, with_sample=False),
    Scene("report-outline", "Report, outline", _outline, with_sample=False),
    Scene("report-edit", "Report, an ask", _edit, with_sample=False),
    Scene("report-more", "Report, more findings", _more, FEW, with_sample=False),
    Scene("report-stars", "Report, lines to choose", _stars, with_sample=False),
    Scene("report-titles", "Report, titles of themes", _titles, FEW, with_sample=False),
    Scene("report-nothing", "Report, nothing has arrived", _nothing, FEW, with_sample=False),
)
