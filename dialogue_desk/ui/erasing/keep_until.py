"""The sheet that asks how long a circle or a program is kept."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.holds import holds_over
from dialogue_desk.desk.erasing.retention import kept_until, set_keep_until
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.widgets.button import Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.inputs import DayField
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH
from dialogue_desk.ui.widgets.sheet import SheetDialog
from dialogue_desk.words.holding_words import hold_text
from dialogue_desk.words.times import local_datetime

DEFAULT_RETENTION = timedelta(days=365)
"""How long from today it is kept, as offered to a person who sets a day for the first time."""


class KeepUntilSheet(SheetDialog):
    """Asks until which day; after it, Home reminds a person to erase, and nothing is erased by itself."""

    def __init__(self, desk: Desk, target: RecordId, context: Context, window: QWidget | None = None) -> None:
        words, theme = context.words, context.theme
        super().__init__(theme, words.tr("How long to keep it"), window)
        self._desk, self._target = desk, target
        record = desk.get(target)
        body = record.body if record is not None else None
        name = body.name if isinstance(body, Program) else ""
        if isinstance(body, Circle):
            name = words.tr("Circle {code}", code=body.code)
        self.column.add(Label(name, "strong"))
        hint = words.tr("After that day, Home reminds you to erase the notes. Nothing is erased on its own.")
        self.column.add(Label(hint))
        now = desk.clock.now()
        for one in holds_over(desk, target):
            card = Card("notice")
            card.add(Label(hold_text(one, desk.clock.zone(now), words)))
            card.add(Label(words.tr("Until the hold ends, Home does not ask you to erase it."), "note"))
            self.column.add(card)
        today = local_datetime(now, desk.clock.zone(now)).date()
        self.day = DayField(theme, words, words.tr("Keep until"), today + DEFAULT_RETENTION, today)
        self.day.show_day(kept_until(desk, target))
        self.column.add(self.day, STRETCH)
        self.foot.addStretch(1)
        self.add_button(words.tr("Cancel"), self.reject, weight=Weight.QUIET)
        self.add_button(words.tr("Save"), self._save, weight=Weight.PRIMARY)
        self.day.tick.setFocus()

    def _save(self) -> None:
        if self.day.refuses():
            return
        set_keep_until(self._desk, self._target, self.day.day())
        self.accept()
