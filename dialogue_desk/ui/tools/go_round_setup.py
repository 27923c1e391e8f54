"""Before a go-round begins: how many seats there are, how long each has, and whether that fits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.guide_lengths import fitting_seconds_each
from dialogue_desk.domain.model.ids import MINUTE, Milliseconds
from dialogue_desk.domain.run.go_round import Direction, RoundPlan
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.show_events import reporting_errors
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.tools.go_round_text import length
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, row
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

FEWEST, MOST = 2, 60
_USUAL_SECONDS, _ONE_SENTENCE = 60, 20
_CLOCK, _PIECE = "clock", "piece"


class GoRoundSetup(ScrollColumn):
    """Asks what a go-round needs; ``changed()`` tells that an answer is different."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, characters=96, edge=0)
        self._context = context
        words, theme = context.words, context.theme
        tr, seconds = words.tr, words.tr("s")
        self._minutes_left = 0
        self._fitting_seconds = 0
        self.people = Number(theme, words, FEWEST, MOST)
        self.each = Number(theme, words, 5, 600, seconds)
        self.silence = Number(theme, words, 0, 600, seconds)
        self.pause = Number(theme, words, 0, 120, seconds)
        self.first = Number(theme, words, 1, MOST)
        for number in (self.each, self.silence, self.pause):
            number.box.setSingleStep(5)
        self.clock = Chips(
            theme,
            tr("Who keeps the time"),
            (Choice(_CLOCK, tr("A clock")), Choice(_PIECE, tr("A talking piece, no clock"))),
        )
        self.direction = Chips(
            theme,
            tr("Which direction"),
            (
                Choice(Direction.CLOCKWISE, tr("Clockwise")),
                Choice(Direction.COUNTERCLOCKWISE, tr("The other way")),
            ),
        )
        self.clock.choose(_CLOCK)
        self.direction.choose(Direction.CLOCKWISE)
        self.fits = Label(role="lead")
        self.take_button = Button(theme, "", weight=Weight.QUIET, icon="check")
        self.take_button.clicked.connect(self._take)
        self._each_field = Field(tr("Time for each"), self.each)
        self._lay_out()
        for number in (self.people, self.each, self.silence, self.pause, self.first):
            number.changed.connect(self._emit_changed)
        for chips in (self.clock, self.direction):
            chips.chosen.connect(self._emit_changed)

    def plan(self) -> RoundPlan:
        """Return the go-round as it is asked for."""
        people = self.people.value()
        clock = self.clock.choice() == _CLOCK
        return RoundPlan(
            people,
            self.each.value() if clock else None,
            self.silence.value(),
            self.pause.value(),
            min(self.first.value(), people),
            Direction(self.direction.choice()),
        )

    def show_part(self, part: Part, people: int) -> None:
        """Fill in what the part asks for."""
        self.people.show_value(people)
        fitting = fitting_seconds_each(part, people) or _USUAL_SECONDS
        self.each.show_value(part.seconds_each or min(fitting, _USUAL_SECONDS))
        self.silence.show_value(part.silence)
        self.pause.show_value(part.pause)
        self.first.show_value(1)
        self.clock.choose(_CLOCK)
        self.direction.choose(Direction.CLOCKWISE)
        self._show()

    def show_short(self) -> None:
        """Fill in a round of one sentence each."""
        self.each.show_value(_ONE_SENTENCE)
        self.silence.show_value(0)
        self.pause.show_value(0)
        self._show()

    def show_left(self, left: Milliseconds) -> None:
        """Say whether it fits in what is left of the part."""
        if left // MINUTE != self._minutes_left:
            self._minutes_left = left // MINUTE
            if self.isVisible():  # else readers would be told of a sheet that is put away
                self._show()

    @reporting_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _emit_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        words, plan = self._context.words, self.plan()
        self.first.box.setMaximum(plan.people)
        self._each_field.setVisible(plan.seconds_each is not None)
        self._fitting_seconds = 0
        if plan.takes_ms is None:
            self.fits.setText(words.tr("Everyone takes the time they need."))
        elif self._minutes_left <= 0 or plan.takes_ms <= (self._minutes_left + 1) * MINUTE:
            self.fits.setText(words.tr("It takes {length}.", length=length(plan.takes_ms, words)))
        else:
            quiet = plan.silence + plan.pause * (plan.people - 1)
            self._fitting_seconds = max(0, (self._minutes_left * 60 - quiet) // plan.people // 5 * 5)
            self.fits.setText(
                words.tr(
                    "It takes {length}, and the part has {left} min left.",
                    length=length(plan.takes_ms, words),
                    left=self._minutes_left,
                )
            )
        self.fits.play("warn" if self._fitting_seconds else "")
        self.take_button.setText(words.tr("Use {seconds} seconds each", seconds=self._fitting_seconds))
        self.take_button.setVisible(self._fitting_seconds >= self.each.box.minimum())

    def _take(self) -> None:
        self.each.show_value(self._fitting_seconds)
        self._emit_changed()

    def _lay_out(self) -> None:
        tr, theme = self._context.words.tr, self._context.theme
        self.body.addLayout(row(self.fits, self.take_button, STRETCH, gap=Space.SNUG))
        fields = (
            Field(tr("Seats"), self.people),
            self._each_field,
            Field(tr("Silence first"), self.silence),
            Field(tr("Pause between turns"), self.pause),
            Field(tr("Start with seat"), self.first),
        )
        for field in fields:
            field.setMinimumWidth(theme.scaled(168))
        self.add(flowing(*fields, gap=Space.BASE))
        self.add(Field(self.clock.accessibleName(), self.clock))
        self.add(Field(self.direction.accessibleName(), self.direction))
        self.add(Label(tr("Seats are numbers, counted clockwise. Nothing about them is saved."), "note"))
        self.body.addStretch(1)


def seats_for(people: int) -> int:
    """Return ``people``, but no fewer and no more than a table can show."""
    return max(FEWEST, min(MOST, people))
