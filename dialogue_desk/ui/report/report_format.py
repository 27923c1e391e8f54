"""In which form the papers of a program are wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.leaving.report_files import ReportOptions
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.reports.report_papers import ReportPaper, report_paper_name
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.document_choices import file_kinds, language_choices, sheet_choices
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import LANGUAGES

LEAST_WIDE = 900
"""The width, at 100 % text, from which two things have room side by side."""

_STANDARD, _LARGE, _BOTH = "standard", "large", "both"


class ReportFormatChoice(QWidget):
    """Which papers, the kind of file, the language, the page and print size, and whether a PDF is tagged.

    ``changed`` tells that another form is wanted.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._own = words.language
        self.papers = {paper: Tick(theme, report_paper_name(paper, words)) for paper in ReportPaper}
        self.papers[ReportPaper.REPORT].setChecked(True)
        kinds = tuple(Choice(ending, name) for ending, name in file_kinds(words).items())
        sizes = (Choice(_STANDARD, words.tr("Standard")), Choice(_LARGE, words.tr("Large print (18 points)")))
        self.kinds = Chips(theme, words.tr("Kind of file"), kinds)
        both = Choice(_BOTH, words.tr("Both"))
        self.languages = Chips(theme, words.tr("Language of the report"), (*language_choices(), both))
        self.sheets = Chips(theme, words.tr("Page size"), sheet_choices(words))
        self.print_sizes = Chips(theme, words.tr("Print size"), sizes)
        self.kinds.choose(".pdf")
        self.languages.choose(words.language)
        self.sheets.choose(PaperSize.LETTER)
        self.print_sizes.choose(_STANDARD)
        self.accessible = Tick(theme, words.tr("Accessible PDF: screen readers can follow it"))
        self.accessible.setChecked(True)
        self.kinds.chosen.connect(lambda ending: self.accessible.setEnabled(ending == ".pdf"))
        for chips in (self.languages, self.sheets, self.print_sizes):
            chips.chosen.connect(lambda _: self.changed.emit())
        lines = column(gap=Space.BASE, within=self)
        note = words.tr(
            "With other documents, the annex is a web page, in which your browser finds any word."
        )
        lines.addLayout(
            column(
                Section(words.tr("Documents")),
                flowing(*self.papers.values(), gap=Space.SNUG),
                Label(note, "note"),
                gap=Space.TIGHT,
            )
        )
        for left, right in ((self.kinds, self.languages), (self.sheets, self.print_sizes)):
            line = ResponsiveRow(theme, LEAST_WIDE, gap=Space.BASE)
            line.add(_headed(left), 7)
            line.add(_headed(right), 4)
            lines.addWidget(line)
        lines.addWidget(self.accessible)

    def options(self) -> ReportOptions:
        """Return what is chosen."""
        both = self.languages.choice() == _BOTH
        return ReportOptions(
            tuple(paper for paper, tick in self.papers.items() if tick.isChecked()),
            self.kinds.choice(),
            self._own if both else self.languages.choice(),
            next((code for code in LANGUAGES if code != self._own), "") if both else "",
            PaperSize(self.sheets.choice()),
            large=self.print_sizes.choice() == _LARGE,
            accessible=self.accessible.isChecked(),
        )


def _headed(chips: Chips) -> QWidget:
    group = QWidget()
    column(Section(chips.accessibleName()), chips, STRETCH, gap=Space.TIGHT, within=group)
    return group
