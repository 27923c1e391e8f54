"""Which papers for people are written beside a package."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.reports.papers import ENDINGS
from dialogue_desk.ui.theme import Space, Theme
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words


class PapersChoice(QWidget):
    """The kinds of paper, each with a tick; ``changed`` tells another choice."""

    changed = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        names = {
            ".pdf": words.tr("PDF"),
            ".docx": words.tr("Word document"),
            ".html": words.tr("Web page"),
        }
        self.ticks = {ending: Tick(theme, names[ending]) for ending in ENDINGS}
        ground = QWidget()
        flow = FlowLayout(ground, gap=Space.SNUG)
        for tick in self.ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(lambda _ticked: self.changed.emit())
            flow.addWidget(tick)
        hint = words.tr("They hold what everyone may read, and are not sealed.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        for widget in (Section(words.tr("The summary, beside it")), ground, Label(hint, "note")):
            column.addWidget(widget)

    def papers(self) -> tuple[str, ...]:
        """Return the endings of the papers that are wanted."""
        return tuple(ending for ending, tick in self.ticks.items() if tick.isChecked())
