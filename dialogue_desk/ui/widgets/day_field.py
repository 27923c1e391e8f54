"""A day that may be set or not: a mark, and beside it the day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Day
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words


class DayField(QWidget):
    """Asks ``question``; ``day()`` is nothing while it is not ticked.

    Args:
        theme: how it looks.
        words: how a day is written.
        question: what ticking it means.
        usual: the day that is offered at first.
    """

    changed = Signal()

    def __init__(self, theme: AppTheme, words: Words, question: str, default_day: date) -> None:
        super().__init__()
        self.tick = Tick(theme, question)
        self.edit = Day(words)
        self.edit.setDate(QDate(default_day.year, default_day.month, default_day.day))
        self.edit.setAccessibleName(question)
        self.edit.setMinimumWidth(theme.scaled(210))
        self.edit.setEnabled(False)
        line = FlowLayout(self, gap=Space.SNUG)
        line.addWidget(self.tick)
        line.addWidget(self.edit)
        self.tick.toggled.connect(self.edit.setEnabled)
        self.tick.toggled.connect(lambda _: self.changed.emit())
        self.edit.dateChanged.connect(lambda _: self.changed.emit())

    def day(self) -> date | None:
        """Return the day, if one is set."""
        shown = self.edit.date()
        return date(shown.year(), shown.month(), shown.day()) if self.tick.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show what is set; the day that was shown stays to be offered where none is."""
        self.tick.setChecked(day is not None)
        if day is not None:
            self.edit.setDate(QDate(day.year, day.month, day.day))
