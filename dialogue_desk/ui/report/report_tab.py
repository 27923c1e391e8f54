"""The report: what it says, what is still missing, its first pages, its form, and saving it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.report_files import first_pages, today
from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.reports.report_front import asks_in_front
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.report.following_column import FollowingColumn
from dialogue_desk.ui.report.missing_card import MissingCard, missing_texts
from dialogue_desk.ui.report.page_preview import PagePreview
from dialogue_desk.ui.report.report_format import LEAST_WIDE, ReportFormatChoice
from dialogue_desk.ui.report.report_saving import ReportSaving
from dialogue_desk.ui.report.report_writing import ReportWriting
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section

_PREVIEW = 330
"""How wide the pages beside the choices are, at 100 % text; they are no larger where text is."""


class ReportTab(QWidget):
    """The report is written here by a person; pages are drawn, and files written, beside the window.

    ``form_wanted`` tells that a person wants to fill in what the cover says of the program.
    """

    form_wanted = Signal()

    def __init__(self, desk: Desk, folders: Folders, context: Context) -> None:
        super().__init__()
        self._desk, self._context = desk, context
        self._plan: ReportPlan | None = None
        self._conflicts = 0
        self._asked: dict[RecordId | None, frozenset[RecordId]] = {}
        self._wide = True
        words = context.words
        self._missing = MissingCard(context)
        self.writing = ReportWriting(desk, context)
        self.choices = ReportFormatChoice(context)
        self.saving = ReportSaving(desk, folders, context, self.choices.options)
        self.save, self.data = self.saving.save, self.saving.data
        self.preview = PagePreview(context, words.tr("The first pages"))
        self._page = FollowingColumn(context.theme, characters=112, centred=False)
        self._beside = ScrollColumn(context.theme, characters=0, edge=Space.BASE)
        self._lay_out()
        self.setFocusProxy(self.writing.question_button)
        self._missing.fill.clicked.connect(self.form_wanted)
        self.writing.planned.connect(self._draw)
        self.choices.changed.connect(lambda: self._draw(self._plan))
        self.saving.saved.connect(self._keep_asked)
        context.theme.changed.connect(self._rearrange)

    def show_picture(self, picture: ProgramPicture, conflicts: Sequence[Conflict]) -> None:
        """Show what the report of this program says, and that the ``conflicts`` wait for a choice."""
        self._conflicts = len(conflicts)
        plan = report_plan(picture)
        self.writing.show_plan(plan)
        self._draw(plan)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    def _draw(self, plan: ReportPlan | None) -> None:
        """Draw the first pages of the report as it is now."""
        self._plan = plan
        if plan is None:
            return
        self.saving.show_plan(plan)
        self._show_missing()
        options, day = self.choices.options(), today(self._desk)
        self.preview.draw(lambda ppi: first_pages(plan.picture, options, day, ppi))

    def _show_missing(self) -> None:
        if (plan := self._plan) is not None:
            languages = self.choices.options().languages
            asked = _in_front(plan)
            others = len(asked - self._asked.get(plan.picture.program_id, asked))
            texts = missing_texts(plan, self._conflicts, languages, others, self._context.words)
            self._missing.show_missing(texts, plan.picture.program)

    def _keep_asked(self, plan: ReportPlan) -> None:
        """Keep, until the app is closed, what the report that was saved asks for in front."""
        self._asked[plan.picture.program_id] = _in_front(plan)
        self._show_missing()

    def _rearrange(self) -> None:
        """Have the pages beside the choices where there is room, and else under them."""
        wide = self.width() >= self._context.theme.scaled(LEAST_WIDE)
        if wide is not self._wide:
            self._wide = wide
            (self._beside if wide else self._page).body.addWidget(self.preview)
        self._beside.setVisible(wide)
        self._beside.setFixedWidth(self._context.theme.scaled(_PREVIEW) if wide else 0)

    def _lay_out(self) -> None:
        words = self._context.words
        sentence = words.tr(
            "The app counts and proposes, and you write. All that was said goes into an annex. No circle is "
            "named beside what could be only one person’s, unless you allow it."
        )
        data_sentence = words.tr(
            "Tables as one workbook, as CSV, as SQLite and, if DuckDB is installed, as Parquet; the notes "
            "with their themes for analysis tools (REFI-QDA); comments for Talk to the City; every record; "
            "and a page that says how the data came about and how it may be used. Private debriefs, tallies "
            "of single circles and quotes without permission are left out."
        )
        form = Card()
        form.add(self.choices)
        self._page.add(
            Label(sentence, "muted"),
            self._missing,
            self.writing,
            form,
            Section(words.tr("For other tools")),
            Label(data_sentence, "muted"),
        )
        self._page.follow(self.writing.findings.rows, self.writing.asks.rows, self.writing.outline.rows)
        self._beside.add(self.preview)
        sides = row((self._page, 1), self._beside)
        column((sides, 1), Hairline(), self.saving, within=self)


def _in_front(plan: ReportPlan) -> frozenset[RecordId]:
    """Return the ideas that are asked for in front."""
    return frozenset(ask.idea for ask in asks_in_front(plan))
