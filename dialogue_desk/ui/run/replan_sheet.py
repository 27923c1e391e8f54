"""Adjusting the plan: the rest of the session before and after, with three ways to find the time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Signal

from dialogue_desk.domain.model.guide import Cut, SessionPlan
from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import LiveSession, Reading
from dialogue_desk.domain.run.pacing import (
    Lateness,
    Replan,
    Replanned,
    Strategy,
    drift,
    remaining_parts,
    replan,
)
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.overlay import Sheet
from dialogue_desk.ui.run.replan_table import PlanRow, ReplanTable
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import minutes, short_time, whole_minutes


class ReplanSheet(Sheet):
    """Shows a new plan; tells ``applied(RemainingPlan)`` when a person takes it, ``closed`` when not.

    The plan follows the clock: it is made again at each reading.
    """

    applied = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme, tr = context.theme, context.words.tr
        self._plan: SessionPlan | None = None
        self._zone = 0
        self._now: tuple[LiveSession, Reading] | None = None
        self._made: Replan | None = None
        self._pinned: set[str] = set()
        self._prognosis = Label(role="lead")
        self._verdict = Label(role="strong")
        ways = [
            Choice(Strategy.DROP, tr("Leave out optional parts")),
            Choice(Strategy.SHRINK, tr("Shorten the parts")),
            Choice(Strategy.MOVE_END, tr("End later")),
        ]
        self.ways = Chips(theme, tr("How to adjust the plan"), ways)
        self.table = ReplanTable(theme, context.words)
        self.apply_button = Button(theme, tr("Apply"), weight=Weight.PRIMARY, icon="check")
        self.cancel_button = Button(theme, tr("Cancel"))
        self._page = ScrollColumn(theme, characters=0)
        self._lay_out()
        self.ways.chosen.connect(self._choose)
        self.table.pinned.connect(self._pin)
        self.table.selectionModel().currentChanged.connect(self._follow_keys)
        self.apply_button.clicked.connect(self._apply)
        self.cancel_button.clicked.connect(self.closed)

    def begin(self, plan: SessionPlan, zone: int) -> None:
        """Begin with no part pinned."""
        self._plan, self._zone = plan, zone
        self._pinned = set()
        self.ways.choose(Strategy.DROP)

    def show_time(self, live: LiveSession, reading: Reading) -> None:
        """Show the plan that is made at this reading."""
        self._now = live, reading
        self._make_plan()

    def verdict(self) -> str:
        """Return the sentence that says when the circle will be done."""
        return self._verdict.text()

    def focus_next(self) -> None:
        self.ways.focus_choice()

    def accept(self) -> None:
        self.apply_button.click()

    def _choose(self, _way: str) -> None:
        self._make_plan()
        self._context.announcer.announce(self.verdict())

    def _pin(self, part: str) -> None:
        row = next((row for row in self.table.rows() if row.id == part), None)
        if row is None or row.fixed:
            return
        self._pinned ^= {part}
        self._make_plan()
        self._context.announcer.announce(self.verdict())

    def _apply(self) -> None:
        if self._made is not None and self._made.changes and self._now is not None:
            self.applied.emit(self._made.remaining_plan(self._now[0].hard_end))

    def _make_plan(self) -> None:
        if self._now is None or self._plan is None:
            return
        live, reading = self._now
        words = self._context.words
        parts = remaining_parts(live, reading, self._pinned)
        time_left = sum(part.left for part in parts) - reading.late
        self._made = made = replan(parts, time_left, Strategy(self.ways.choice()))
        titles = {part.id: title_of(part, words) for part in self._plan.parts}
        self.table.show_rows([_row(one, titles[one.part.id], words) for one in made.parts])
        self._prognosis.setText(_prognosis(reading, self._zone, words))
        self._verdict.setText(_verdict(made, reading, self._zone, words))
        self.apply_button.setEnabled(made.changes)

    def _follow_keys(self, index: QModelIndex) -> None:
        """Bring the current row into view; the page scrolls, not the table."""
        row, ground = self.table.visualRect(index), self._page.widget()
        if ground is not None:
            place = self.table.viewport().mapTo(ground, QPoint(0, row.center().y()))
            self._page.ensureVisible(0, place.y(), 0, row.height())

    def _lay_out(self) -> None:
        self._page.add(self._prognosis)
        self._page.add(self.ways)
        self._page.add(self.table)
        self._page.body.setSpacing(Space.SNUG)
        self._page.body.setContentsMargins(Space.WIDE, Space.TIGHT, Space.WIDE, Space.SNUG)
        self._page.body.addStretch(1)
        title = Label(self._context.words.tr("Adjust the plan"), "title")
        column(
            row((title, 1), margins=(Space.WIDE, Space.BASE, Space.WIDE, 0)),
            (self._page, 1),
            Hairline(),
            row(
                (self._verdict, 1),
                self.cancel_button,
                self.apply_button,
                gap=Space.SNUG,
                margins=(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG),
            ),
            within=self,
        )


def _row(one: Replanned, title: str, words: Words) -> PlanRow:
    if one.part.begun:
        title = words.tr("{part} (now)", part=title)
    return PlanRow(
        one.part.id,
        title,
        minutes(one.before, words),
        words.tr("none") if one.dropped else minutes(one.after, words),
        _change_text(one, words),
        changed=one.changed,
        out=one.dropped,
        pinned=one.part.pinned,
        fixed=one.part.cut is Cut.NEVER,
    )


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


def _prognosis(reading: Reading, zone: int, words: Words) -> str:
    found, end = drift(reading.late), short_time(reading.planned_end, zone, words)
    if found.lateness is Lateness.LATE:
        return words.ntr(
            "The circle is on course to end {count} minute after {end}.",
            "The circle is on course to end {count} minutes after {end}.",
            found.minutes,
            end=end,
        )
    if found.lateness is Lateness.EARLY:
        return words.ntr(
            "The circle has {count} minute to spare before {end}.",
            "The circle has {count} minutes to spare before {end}.",
            found.minutes,
            end=end,
        )
    return words.tr("The circle is on course to end on time, at {end}.", end=end)


def _verdict(made: Replan, reading: Reading, zone: int, words: Words) -> str:
    done = short_time(made.finish(reading.ends - sum(part.before for part in made.parts)), zone, words)
    end = short_time(reading.planned_end, zone, words)
    if made.shortfall:
        return words.ntr(
            "Done at {done}: still {count} minute after {end}. Nothing else can be cut.",
            "Done at {done}: still {count} minutes after {end}. Nothing else can be cut.",
            -(-made.shortfall // MINUTE),  # rounded up: it is never shown smaller than it is
            done=done,
            end=end,
        )
    if made.end_moved:
        return words.tr("Done at {done}. The end moves from {end} to {done}.", done=done, end=end)
    if spare := whole_minutes(made.spare):
        return words.ntr(
            "Done at {done}, {count} minute before {end}.",
            "Done at {done}, {count} minutes before {end}.",
            spare,
            done=done,
            end=end,
        )
    return words.tr("Done at {end}, on time.", end=end)
