"""The report: what it says, what is still missing, its first pages, its form, and saving it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.folders import Folders
from dialogue_desk.desk.leaving.report_files import first_pages, today
from dialogue_desk.desk.session.open_conflicts import Conflict
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.overview.program_overview import ProgramPicture
from dialogue_desk.domain.overview.report_plan import ReportPlan, report_plan
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.program.program_text import missing, open_sessions
from dialogue_desk.ui.report.ordered_rows import OrderedRows
from dialogue_desk.ui.report.page_preview import PagePreview
from dialogue_desk.ui.report.report_format import LEAST_WIDE, ReportFormatChoice
from dialogue_desk.ui.report.report_saving import ReportSaving
from dialogue_desk.ui.report.report_writing import ReportWriting
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.languages import join_names

_NAMED = 6
"""How many sessions that are missing are named."""

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
        self._wide = True
        words = context.words
        self._missing = _MissingCard(context)
        self.writing = ReportWriting(desk, context)
        self.choices = ReportFormatChoice(context)
        self.saving = ReportSaving(desk, folders, context, self.choices.options)
        self.save, self.data = self.saving.save, self.saving.data
        self.preview = PagePreview(context, words.tr("The first pages"))
        self._page = _WritingColumn(context.theme, characters=112, centred=False)
        self._beside = ScrollColumn(context.theme, characters=0, edge=Space.BASE)
        self._lay_out()
        self.setFocusProxy(self.writing.question_button)
        self._missing.fill.clicked.connect(self.form_wanted)
        self.writing.planned.connect(self._draw)
        self.choices.changed.connect(lambda: self._draw(self._plan))
        context.theme.changed.connect(self._rearrange)

    def show_picture(self, picture: ProgramPicture, conflicts: Sequence[Conflict]) -> None:
        """Show what the report of this program says, and that the ``conflicts`` wait for a choice."""
        words = self._context.words
        self.saving.show_picture(picture)
        self._missing.show_missing(_missing_texts(picture, len(conflicts), words), picture.program)
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
        self.saving.show_picture(plan.picture)
        options, day = self.choices.options(), today(self._desk)
        self.preview.draw(lambda ppi: first_pages(plan.picture, options, day, ppi))

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


class _WritingColumn(ScrollColumn):
    """Keeps the row that the keys are on in sight, in lists as tall as their rows."""

    def follow(self, *lists: OrderedRows) -> None:
        """Follow the keys through these lists."""
        for one in lists:
            one.moved.connect(lambda _, one=one: self._follow(one))

    def _scroll_to(self, widget: QWidget, covered: int = 0) -> None:
        if isinstance(widget, OrderedRows):
            self._follow(widget)
        else:
            super()._scroll_to(widget, covered)

    def _follow(self, rows: OrderedRows) -> None:
        place = rows.visualRect(rows.currentIndex())
        middle = rows.mapTo(self.ground, place.center())
        above = 0 if rows.currentIndex().row() else 2 * place.height()  # the heading over the first row
        self.ensureVisible(middle.x(), middle.y(), 0, place.height() + above)


class _MissingCard(Card):
    """What is still missing, each line with a sign, and the way to fill in what the cover says."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme, self._words = context.theme, context.words
        self._lines = column(gap=Space.TIGHT)
        self.fill = Button(context.theme, context.words.tr("Fill in…"))
        self._fill_line = flowing(self.fill)
        self.add(Section(context.words.tr("Still missing")), self._lines, self._fill_line)

    def show_missing(self, texts: Sequence[str], program: Program | None) -> None:
        """Show these lines, and what the program does not say yet."""
        clear_layout(self._lines)
        lacking = _lacking(program, self._words) if program else []
        said = self._words.tr("The cover does not say yet: {facts}", facts=join_names(lacking, self._words))
        for text in (*([said] if lacking else []), *texts):
            icon = (IconView(self._theme, "warning"), 0, Qt.AlignmentFlag.AlignTop)
            line = QWidget()
            row(icon, (Label(text), 1), gap=Space.SNUG, within=line)
            self._lines.addWidget(line)
        self._fill_line.setVisible(bool(lacking))
        self.setVisible(bool(texts or lacking))


def _lacking(program: Program, words: Words) -> list[str]:
    """Return what the cover would say and nobody has filled in."""
    facts = (
        (program.organizer, words.tr("who signs")),
        (program.contact, words.tr("how to reach you")),
        (program.answers, words.tr("who will answer")),
        (program.answer_by, words.tr("by when")),
        (program.forum, words.tr("when the action forum is")),
    )
    return [name for value, name in facts if not value]


def _missing_texts(picture: ProgramPicture, conflicts: int, words: Words) -> tuple[str, ...]:
    texts = []
    for names, said in (
        (missing(picture, words), words.tr("Not arrived yet")),
        (open_sessions(picture, words), words.tr("Not wrapped up yet")),
    ):
        if names:
            more = len(names) - _NAMED
            shown = "; ".join(names[:_NAMED])
            if more > 0:
                shown = words.tr("{names} and {count} more", names=shown, count=more)
            texts.append(words.tr("{what}: {names}", what=said, names=shown))
    if picture.unchecked:
        texts.append(
            words.ntr(
                "In {open} of {count} session, nobody has checked for names",
                "In {open} of {count} sessions, nobody has checked for names",
                len(picture.arrived),
                open=picture.unchecked,
            )
        )
    if conflicts:
        texts.append(
            words.ntr(
                "{count} entry has two versions. Until you choose, the report shows the newer one",
                "{count} entries have two versions. Until you choose, the report shows the newer ones",
                conflicts,
            )
        )
    return tuple(texts)
