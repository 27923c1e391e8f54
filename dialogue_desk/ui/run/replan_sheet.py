"""Adjusting the plan: the rest of the session before and after, with three ways to find the time."""

from __future__ import annotations

from dialogue_desk.domain.model.guide import Cut, SessionPlan
from dialogue_desk.domain.model.live_session import LiveSession, Reading
from dialogue_desk.domain.run.pacing import Replan, Replanned, Strategy, remaining_parts, replan
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.plan_sheet import PlanSheet
from dialogue_desk.ui.run.replan_table import PlanRow, ReplanTable
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.words import Words
from dialogue_desk.words.times import minutes, whole_minutes


class ReplanSheet(PlanSheet):
    """Makes up for being late; a marked part keeps its time."""

    def __init__(self, context: Context) -> None:
        words, tr = context.words, context.words.tr
        ways = [
            Choice(Strategy.DROP, tr("Leave out optional parts")),
            Choice(Strategy.SHRINK, tr("Shorten the parts")),
            Choice(Strategy.MOVE_END, tr("End later")),
        ]
        self._pinned: set[str] = set()
        self.ways = Chips(context.theme, tr("How to adjust the plan"), ways)
        table = ReplanTable(context.theme, words, tr("Keep as is"), lambda row: _spoken(row, words))
        super().__init__(context, tr("Adjust the plan"), self.ways, table)
        self.ways.chosen.connect(lambda _way: self._say_verdict())

    def begin(self, plan: SessionPlan, zone: int) -> None:
        super().begin(plan, zone)
        self._pinned = set()
        self.ways.choose(Strategy.DROP)

    def focus_next(self) -> None:
        self.ways.focus_choice()

    def _mark(self, part: str) -> None:
        row = next((row for row in self.table.rows() if row.id == part), None)
        if row is not None and not row.fixed:
            self._pinned ^= {part}
            self._say_verdict()

    def _plan_at(self, live: LiveSession, reading: Reading) -> Replan:
        parts = remaining_parts(live, reading, self._pinned)
        return replan(parts, reading.time_left, Strategy(self.ways.choice()))

    def _row(self, one: Replanned, title: str) -> PlanRow:
        words = self._context.words
        return PlanRow(
            one.part.id,
            words.tr("{part} (now)", part=title) if one.part.begun else title,
            minutes(one.before, words),
            words.tr("none") if one.dropped else minutes(one.after, words),
            _change_text(one, words),
            changed=one.changed,
            out=one.dropped,
            pinned=one.part.pinned,
            fixed=one.part.cut is Cut.NEVER,
        )


def _spoken(row: PlanRow, words: Words) -> str:
    if row.fixed:
        return words.tr("{part} is never cut", part=row.title)
    if row.pinned:
        return words.tr("{part} stays as it is", part=row.title)
    return words.tr("{part} can change", part=row.title)


def _change_text(one: Replanned, words: Words) -> str:
    if not one.changed:
        if one.part.cut is Cut.NEVER:
            return words.tr("never cut")
        return words.tr("you asked to keep it") if one.part.pinned else words.tr("as it is")
    by = abs(whole_minutes(one.before) - whole_minutes(one.after))
    if one.dropped:
        return words.tr("left out")
    if not by:
        return words.tr("by less than a minute")
    if one.after < one.before:
        return words.tr("{minutes} min shorter", minutes=by)
    return words.tr("{minutes} min longer", minutes=by)
