"""Where papers and data are chosen and saved, in its states."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea

from dialogue_desk.ui.core.route import PageName
from dialogue_desk.ui.program.program_page import ProgramPage
from dialogue_desk.ui.program.report_tab import ReportTab
from tools.gallery.stage import Stage


def _data(stage: Stage) -> None:
    """The foot of the report: what there is for other tools."""
    stage.go(PageName.PROGRAM, stage.program)
    stage.the(ProgramPage).tabs.setCurrentIndex(4)
    stage.settle()
    area = stage.the(ReportTab).findChildren(QScrollArea)[0]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


STATES: tuple[tuple[str, str, Callable[[Stage], None]], ...] = (
    ("program-report-data", "Program, report, data for other tools", _data),
)
"""Name, title, and how the state is brought about."""
