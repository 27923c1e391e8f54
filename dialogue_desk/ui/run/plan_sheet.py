"""A sheet with the rest of the session before and after a change, and with what comes of it in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import SessionPlan
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds
from dialogue_desk.domain.model.live_session import Due, LiveSession, Reading
from dialogue_desk.domain.run.pacing import Lateness, Replan, Replanned, drift
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.overlay import Sheet
from dialogue_desk.ui.run.replan_table import PlanRow, ReplanTable
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Hairline
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.words import Words
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import hours_and_minutes, short_time, whole_minutes


class PlanSheet(Sheet):
    """Shows a new plan; tells ``applied(RemainingPlan)`` when a person takes it, ``closed`` when not.

    The plan follows the clock: it is made again at each reading.  ``choices`` is what a person decides.
    """

    applied = Signal(object)

    def __init__(self, context: Context, title: str, choices: QWidget, table: ReplanTable) -> None:
        super().__init__()
        self._context = context
        theme, tr = context.theme, context.words.tr
        self._plan: SessionPlan | None = None
        self._zone = 0
        self._now: tuple[LiveSession, Reading] | None = None
        self._made: Replan | None = None
        self._prognosis = Label(role="lead")
        self._verdict = Label(role="strong")
        self.table = table
        self.apply_button = Button(theme, tr("Apply"), weight=Weight.PRIMARY, icon="check")
        self.cancel_button = Button(theme, tr("Cancel"))
        self._page = ScrollColumn(theme, characters=0)
        self._lay_out(title, choices)
        self.table.pinned.connect(self._mark)
        self.table.selectionModel().currentChanged.connect(self._follow_keys)
        self.apply_button.clicked.connect(self._apply)
        self.cancel_button.clicked.connect(self.closed)

    def begin(self, plan: SessionPlan, zone: int) -> None:
        """Begin with nothing marked."""
        self._plan, self._zone = plan, zone

    def show_time(self, live: LiveSession, reading: Reading) -> None:
        """Show the plan that is made at this reading."""
        self._now = live, reading
        self._make_plan()

    def verdict(self) -> str:
        """Return the sentence that says when the circle will be done."""
        return self._verdict.text()

    def accept(self) -> None:
        self.apply_button.click()

    def _plan_at(self, live: LiveSession, reading: Reading) -> Replan:
        """Return the plan that is made at this reading."""
        raise NotImplementedError

    def _row(self, one: Replanned, title: str) -> PlanRow:
        """Return how a part is shown."""
        raise NotImplementedError

    def _mark(self, part: str) -> None:
        """Mark a part, or take its mark away."""
        raise NotImplementedError

    def _apply(self) -> None:
        if self._made is not None and self._made.changes and self._now is not None:
            self.applied.emit(self._made.remaining_plan(self._now[0].hard_end))

    def _make_plan(self) -> None:
        if self._now is None or self._plan is None:
            return
        live, reading = self._now
        words = self._context.words
        self._made = made = self._plan_at(live, reading)
        titles = {part.id: title_of(part, words) for part in self._plan.parts}
        for due in reading.dues:
            id_, at = self._plan.parts[due.part].id, short_time(due.at, self._zone, words)
            titles[id_] = words.tr("{part}, at {time}", part=titles[id_], time=at)
        self.table.show_rows([self._row(one, titles[one.part.id]) for one in made.parts])
        self._prognosis.setText(_prognosis(self._plan, reading, self._zone, words))
        self._verdict.setText(_verdict(self._plan, made, reading, self._zone, words))
        self.apply_button.setEnabled(made.changes)

    def _say_verdict(self) -> None:
        self._make_plan()
        self._context.announcer.announce(self.verdict())

    def _follow_keys(self, index: QModelIndex) -> None:
        """Bring the current row into view; the page scrolls, not the table."""
        row, ground = self.table.visualRect(index), self._page.widget()
        if ground is not None:
            place = self.table.viewport().mapTo(ground, QPoint(0, row.center().y()))
            self._page.ensureVisible(0, place.y(), 0, row.height())

    def _lay_out(self, title: str, choices: QWidget) -> None:
        self._page.add(self._prognosis, choices, self.table)
        self._page.body.setSpacing(Space.SNUG)
        self._page.body.setContentsMargins(Space.WIDE, Space.TIGHT, Space.WIDE, Space.SNUG)
        self._page.body.addStretch(1)
        column(
            row((Label(title, "title"), 1), margins=(Space.WIDE, Space.BASE, Space.WIDE, 0)),
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


def _prognosis(plan: SessionPlan, reading: Reading, zone: int, words: Words) -> str:
    if reading.due is not None:
        return _before_due(plan, reading.due, zone, words)
    found, end = drift(reading.late), short_time(reading.planned_end, zone, words)
    if found.lateness is Lateness.LATE:
        return words.ntr(
            "The circle is on course to end {count} minute after {end}.",
            "The circle is on course to end {count} minutes after {end}.",
            found.minutes,
            end=end,
        )
    if found.lateness is Lateness.EARLY:
        spare = hours_and_minutes(found.minutes, words)
        return words.tr("The circle has {time} to spare before {end}.", time=spare, end=end)
    return words.tr("The circle is on course to end on time, at {end}.", end=end)


def _before_due(plan: SessionPlan, due: Due, zone: int, words: Words) -> str:
    """Return how the circle will come to a part that begins at a time of day."""
    found, at = drift(due.late), short_time(due.at, zone, words)
    part = title_of(plan.parts[due.part], words)
    if found.lateness is Lateness.LATE:
        return words.ntr(
            "The circle is on course to begin “{part}” {count} minute after {time}.",
            "The circle is on course to begin “{part}” {count} minutes after {time}.",
            found.minutes,
            part=part,
            time=at,
        )
    if found.lateness is Lateness.EARLY:
        spare = hours_and_minutes(found.minutes, words)
        return words.tr(
            "The circle has {spare} to spare before “{part}” at {time}.", spare=spare, part=part, time=at
        )
    return words.tr("The circle is on course to begin “{part}” on time, at {time}.", part=part, time=at)


def _verdict(plan: SessionPlan, made: Replan, reading: Reading, zone: int, words: Words) -> str:
    """Return when what has a time of day begins, and when the circle is done."""
    starts = (_start(plan, part, late, reading, zone, words) for part, late in made.starts)
    return " ".join((*starts, _done(made, reading, zone, words)))


def _start(
    plan: SessionPlan, part_id: str, late: Milliseconds, reading: Reading, zone: int, words: Words
) -> str:
    part = plan.part(part_id)
    at = next(due.at for due in reading.dues if plan.parts[due.part] == part)
    title, time = title_of(part, words), short_time(at, zone, words)
    if late > 0:
        return words.ntr(
            "“{part}” still begins {count} minute after {time}.",
            "“{part}” still begins {count} minutes after {time}.",
            -(-late // MINUTE),
            part=title,
            time=time,
        )
    if spare := whole_minutes(-late):
        length = hours_and_minutes(spare, words)
        return words.tr(
            "“{part}” begins at {time}, {spare} to spare before it.", part=title, time=time, spare=length
        )
    return words.tr("“{part}” begins at {time}, on time.", part=title, time=time)


def _done(made: Replan, reading: Reading, zone: int, words: Words) -> str:
    done = short_time(made.finish(reading.from_), zone, words)
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
        time = hours_and_minutes(spare, words)
        return words.tr("Done at {done}, {time} before {end}.", done=done, time=time, end=end)
    return words.tr("Done at {end}, on time.", end=end)
