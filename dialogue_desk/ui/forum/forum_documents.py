"""The sheet on which a person chooses what to print for a forum, and saves it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.report_files import ReportOptions
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.domain.model.forum import ForumStage
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import report_plan
from dialogue_desk.reports.report_papers import ReportPaper, report_paper_name
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.report.report_saving import ReportSaving
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.document_choices import file_kinds, sheet_choices
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.ui.widgets.tick import Tick

_PAPERS = (
    ReportPaper.BALLOT,
    ReportPaper.OPTION_POSTERS,
    ReportPaper.TALLY_SHEET,
    ReportPaper.FORUM_AGENDA,
    ReportPaper.FORUM_RESULT,
    ReportPaper.TEAM_SHEETS,
)
_BEFORE = (ReportPaper.BALLOT, ReportPaper.OPTION_POSTERS)
_AFTER = (ReportPaper.FORUM_RESULT, ReportPaper.TEAM_SHEETS)


class ForumDocumentsSheet(SheetDialog):
    """Ballots and posters are ticked before people vote, the result and sign-up sheets after."""

    def __init__(
        self, desk: Desk, folders: Folders, picture: ProgramPicture, context: Context, window: QWidget
    ) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("Documents of the forum"), window, wide=True)
        self._language = words.language
        forum = picture.work.forum
        stage = forum.stage if forum is not None else ForumStage.CHOOSING
        ticked = _AFTER if stage is ForumStage.COUNTED else _BEFORE
        self.papers = _ticks(context, ticked)
        self.kinds = Chips(theme, words.tr("Kind of file"), _kinds(context))
        self.kinds.choose(".pdf")
        self.sheets = Chips(theme, words.tr("Page size"), sheet_choices(words))
        self.sheets.choose(PaperSize.LETTER)
        if stage is ForumStage.CHOOSING:
            draft = words.tr("The options can still change. Lock them before you print.")
            self.column.add(Label(draft, "warn"))
        self.column.add(*self.papers.values())
        for chips in (self.kinds, self.sheets):
            self.begin_section(chips.accessibleName())
            self.column.add(chips)
        self.column.body.addStretch(1)
        self.saving = _Saving(desk, folders, context, self.options)
        self.saving.data.hide()
        self.saving.save.setText(words.tr("Save documents…"))
        self.saving.show_plan(report_plan(picture))
        self.foot.setContentsMargins(Space.SNUG, 0, 0, 0)
        self.add_button(words.tr("Close"), self.reject, weight=Weight.QUIET)
        self.foot.addWidget(self.saving, 1)

    def options(self) -> ReportOptions:
        """Return what is chosen."""
        papers = tuple(paper for paper, tick in self.papers.items() if tick.isChecked())
        return ReportOptions(
            papers, self.kinds.choice(), self._language, size=PaperSize(self.sheets.choice())
        )


class _Saving(ReportSaving):
    """Saves at once: that sentences of the report wait to be read again says nothing of a ballot."""

    def _ask_first(self) -> None:
        self._ask_where()


def _ticks(context: Context, ticked: Collection[ReportPaper]) -> dict[ReportPaper, Tick]:
    found = {paper: Tick(context.theme, report_paper_name(paper, context.words)) for paper in _PAPERS}
    for paper in ticked:
        found[paper].setChecked(True)
    return found


def _kinds(context: Context) -> list[Choice]:
    return [Choice(ending, name) for ending, name in file_kinds(context.words).items()]
