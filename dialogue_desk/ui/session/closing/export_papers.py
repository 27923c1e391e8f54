"""Which papers for people are written beside a package, and how."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.desk.papers import Papers
from dialogue_desk.domain.document import PaperSize
from dialogue_desk.reports.papers import ENDINGS, USUAL_ENDINGS
from dialogue_desk.ui.theme import Space, Theme
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import LANGUAGES, Words

_OWN, _ALL = "own", "all"


class PapersChoice(QWidget):
    """The kinds of paper, each with a tick, and how they are printed; ``changed`` tells another choice."""

    changed = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        names = {
            ".pdf": "PDF",
            ".docx": words.tr("Word document"),
            ".html": words.tr("Web page"),
            ".md": "Markdown",
            ".txt": words.tr("Text to paste"),
        }
        self.ticks = {ending: Tick(theme, names[ending]) for ending in ENDINGS}
        kinds = QWidget()
        flow = FlowLayout(kinds, gap=Space.SNUG)
        for ending, tick in self.ticks.items():
            tick.setChecked(ending in USUAL_ENDINGS)
            tick.toggled.connect(lambda _ticked: self.changed.emit())
            flow.addWidget(tick)
        spoken = (
            Choice(_OWN, words.tr("In the circle's language")),
            *(Choice(code, name) for code, name in LANGUAGES.items()),
            Choice(_ALL, words.tr("In both languages")),
        )
        self.language = Select(theme, spoken)
        self.language.setAccessibleName(words.tr("Language of the summary"))
        self.sheets = Select(
            theme, (Choice(PaperSize.LETTER, words.tr("Letter")), Choice(PaperSize.A4, "A4"))
        )
        self.sheets.setAccessibleName(words.tr("Paper"))
        self.large = Tick(theme, words.tr("Large print (18 points)"))
        self.large.toggled.connect(lambda _ticked: self.changed.emit())
        ways = QWidget()
        flow = FlowLayout(ways, gap=Space.SNUG)
        for choice in (self.language, self.sheets):
            choice.chosen.connect(lambda _id: self.changed.emit())
            flow.addWidget(choice)
        flow.addWidget(self.large)
        hint = words.tr("They hold what everyone may read, and are not sealed.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        for widget in (Section(words.tr("The summary, beside it")), kinds, ways, Label(hint, "note")):
            column.addWidget(widget)

    def papers(self) -> Papers:
        """Return the papers that are wanted."""
        spoken = self.language.choice()
        languages = {_OWN: (), _ALL: tuple(LANGUAGES)}.get(spoken, (spoken,))
        endings = tuple(ending for ending, tick in self.ticks.items() if tick.isChecked())
        return Papers(endings, languages, PaperSize(self.sheets.choice()), self.large.isChecked())
