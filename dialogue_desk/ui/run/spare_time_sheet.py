"""Using the time of a session that runs early: which part gets it, and how much, seen before it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import LiveSession, Reading
from dialogue_desk.domain.run.pacing import Replan, Replanned, Strategy, remaining_parts, replan
from dialogue_desk.domain.run.spare_time import (
    MOST_GIVEN,
    before_due,
    can_use_more,
    lengthened,
    spare_minutes,
)
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.plan_sheet import PlanSheet
from dialogue_desk.ui.run.replan_table import PART, PlanRow, ReplanTable
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.words import Words
from dialogue_desk.words.times import minutes, whole_minutes

_ONE, _SHORTENED = "one", "shortened"


class SpareTimeSheet(PlanSheet):
    """Gives the time to the marked part; or back to all parts that were shortened, where there are any."""

    def __init__(self, context: Context) -> None:
        theme, words, tr = context.theme, context.words, context.words.tr
        self._taker, self._asked = "", 0
        self._takers: list[str] = []
        self.ways = Chips(
            theme,
            tr("How to use the time"),
            [
                Choice(_ONE, tr("Give it to one part")),
                Choice(_SHORTENED, tr("Give it back to shortened parts")),
            ],
        )
        self.amount = Number(theme, words, 1, MOST_GIVEN, tr("min"))
        self.amount.setAccessibleName(tr("Minutes to give"))
        self._amount_line = QWidget()
        hint = Label(tr("Minutes to give"), "strong", wrap=False)
        row(hint, self.amount, STRETCH, gap=Space.SNUG, within=self._amount_line)
        choices = QWidget()
        column(self.ways, self._amount_line, gap=Space.SNUG, within=choices)
        table = ReplanTable(theme, words, tr("Gets it"), lambda row: _spoken(row, words))
        super().__init__(context, tr("Use the time"), choices, table)
        self.ways.chosen.connect(self._choose)
        self.amount.changed.connect(self._ask)
        table.clicked.connect(lambda index: self._mark(table.rows()[index.row()].id))

    def begin(self, plan: SessionPlan, zone: int) -> None:
        super().begin(plan, zone)
        self._taker, self._asked = "", 0
        self.ways.choose(_ONE)

    def show_time(self, live: LiveSession, reading: Reading) -> None:
        shortened = any(part.left < part.most for part in remaining_parts(live, reading))
        self.ways.setVisible(shortened)
        if not shortened:
            self.ways.choose(_ONE)
        self._amount_line.setVisible(self.ways.choice() == _ONE)
        self.amount.show_value(self._minutes(reading))
        fresh = not self._taker
        super().show_time(live, reading)
        places = [row.id for row in self.table.rows()]
        if fresh and self._taker in places:
            self.table.setCurrentIndex(self.table.model().index(places.index(self._taker), PART))

    def focus_next(self) -> None:
        self.table.setFocus()

    def _plan_at(self, live: LiveSession, reading: Reading) -> Replan:
        parts = remaining_parts(live, reading)
        self._takers = [part.id for part in before_due(parts) if self._can_use(part.id)]
        if self.ways.choice() == _SHORTENED:
            return replan(parts, reading.time_left, Strategy.SHRINK)
        if self._taker not in self._takers:
            self._taker = next(iter(self._takers), "")
        return lengthened(parts, reading.time_left, self._taker, self._minutes(reading) * MINUTE)

    def _row(self, one: Replanned, title: str) -> PlanRow:
        words = self._context.words
        by = whole_minutes(one.after) - whole_minutes(one.before)
        giving = self.ways.choice() == _ONE
        return PlanRow(
            one.part.id,
            words.tr("{part} (now)", part=title) if one.part.begun else title,
            minutes(one.before, words),
            minutes(one.after, words),
            words.tr("{minutes} min longer", minutes=by) if by else words.tr("as it is"),
            changed=one.changed,
            pinned=giving and one.part.id == self._taker,
            fixed=not (giving and one.part.id in self._takers),
        )

    def _mark(self, part: str) -> None:
        if self.ways.choice() == _ONE and part in self._takers and part != self._taker:
            self._taker = part
            self._say_verdict()

    def _can_use(self, part: str) -> bool:
        return self._plan is not None and can_use_more(self._plan.part(part).kind)

    def _minutes(self, reading: Reading) -> int:
        """Return the minutes to give: what a person asked for, otherwise all there are."""
        return self._asked or max(1, spare_minutes(reading.late))

    def _ask(self, asked: int) -> None:
        self._asked = asked
        self._say_verdict()

    def _choose(self, _way: str) -> None:
        self._amount_line.setVisible(self.ways.choice() == _ONE)
        self._say_verdict()


def _spoken(row: PlanRow, words: Words) -> str:
    if row.fixed:
        return words.tr("{part} stays as it is", part=row.title)
    if row.pinned:
        return words.tr("{part} gets the time", part=row.title)
    return words.tr("{part} can get the time", part=row.title)
