"""Which papers for people are written beside a package, and how."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.desk.leaving.documents import SummaryOptions
from dialogue_desk.domain.model.document import PaperSize
from dialogue_desk.reports.document_files import ENDINGS, USUAL_ENDINGS
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.document_choices import file_kinds, language_choices, sheet_choices
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import LANGUAGES, Words

_OWN, _ALL = "own", "all"


class PackagePapersChoice(QWidget):
    """The kinds of paper, each with a tick, and how they are printed; ``changed`` tells another choice."""

    changed = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        names = file_kinds(words)
        self.ticks = {ending: Tick(theme, names[ending]) for ending in ENDINGS}
        for ending, tick in self.ticks.items():
            tick.setChecked(ending in USUAL_ENDINGS)
            tick.toggled.connect(lambda _ticked: self.changed.emit())
        kinds = flowing(*self.ticks.values(), gap=Space.SNUG)
        spoken = (
            Choice(_OWN, words.tr("In the circle's language")),
            *language_choices(),
            Choice(_ALL, words.tr("In both languages")),
        )
        self.language = Select(theme, spoken)
        self.language.setAccessibleName(words.tr("Language of the summary"))
        self.sheets = Select(theme, sheet_choices(words))
        self.sheets.setAccessibleName(words.tr("Page size"))
        self.large = Tick(theme, words.tr("Large print (18 points)"))
        self.large.toggled.connect(lambda _ticked: self.changed.emit())
        for choice in (self.language, self.sheets):
            choice.chosen.connect(lambda _id: self.changed.emit())
        ways = flowing(self.language, self.sheets, self.large, gap=Space.SNUG)
        hint = words.tr("These have only what anyone may read, and are not sealed.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        for widget in (Section(words.tr("The summary, with the package")), kinds, ways, Label(hint, "note")):
            column.addWidget(widget)

    def papers(self) -> SummaryOptions:
        """Return the papers that are wanted."""
        spoken = self.language.choice()
        languages = {_OWN: (), _ALL: tuple(LANGUAGES)}.get(spoken, (spoken,))
        endings = tuple(ending for ending, tick in self.ticks.items() if tick.isChecked())
        return SummaryOptions(endings, languages, PaperSize(self.sheets.choice()), self.large.isChecked())
