"""The go-round, in the place of the part: a table with seats, whose turn it is, and how long it takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.ids import SECOND, Instant, Milliseconds
from dialogue_desk.domain.run.go_round import GoRound, RoundMove, RoundPhase, RoundPlan, RoundReading
from dialogue_desk.domain.run.press_guard import PressGuard
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.tools.go_round_setup import GoRoundSetup, seats_for
from dialogue_desk.ui.tools.go_round_text import (
    TURNS,
    counts,
    is_over_time,
    next_press,
    rest,
    seats_of,
    whose_turn,
)
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import FlowLayout, flowing
from dialogue_desk.ui.widgets.icon_view import IconView
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from dialogue_desk.ui.widgets.seating_table import BADGES, SeatingTable, SeatState
from dialogue_desk.words.times import clock_text

_WARN_UNDER = 15 * SECOND


class GoRoundSheet(Overlay):
    """Leads the go-round ``live``.  It exists here and nowhere else, and is gone when the part ends."""

    pause_wanted = Signal()

    def __init__(self, context: Context, steady: Callable[[], Instant]) -> None:
        super().__init__()
        self._context, self._steady = context, steady
        self.live = LiveRound(steady)
        self._part_left = ""
        self._phase: RoundPhase | None = None
        self._guard = PressGuard()
        self._announced: tuple[object, ...] = ()
        theme, tr = context.theme, context.words.tr
        self.setup = GoRoundSetup(context)
        self.table = SeatingTable(theme)
        self._part_time = Label(role="muted")
        self._room_button = Button(theme, tr("Show in the room"), icon="display")
        self._close = Button(theme, tr("Back to the part"), icon="back")
        self._buttons = RoundButtons(context)
        self.primary, self.move_buttons = self._buttons.primary, self._buttons.moves
        self._counts = RoundCounts(context)
        self._lay_out()
        self.setup.changed.connect(self._show)
        self.primary.clicked.connect(self._go_on)
        self._room_button.clicked.connect(self.room_display_wanted)
        self._close.clicked.connect(self.put_away)
        self._buttons.move_wanted.connect(self._make)
        self._buttons.pause_wanted.connect(self.pause_wanted)

    # What comes from outside.

    def clear(self, part: Part, people: int) -> None:
        """Forget the go-round, and get ready for one in ``part``."""
        self.live.current, self._announced = None, ()
        self._guard.reset()
        self.setup.show_part(part, seats_for(people))
        self._show()

    def hold(self, on: bool) -> None:
        """Pause with the session, and go on with it."""
        if self.live.hold(on):
            self._show_move()

    def toggle_pause(self) -> None:
        """Pause the go-round alone, or go on with it."""
        self.live.toggle_pause()
        self._show_move()

    def ask_for_a_short_one(self) -> None:
        """Offer a round of one sentence each, unless one is under way."""
        if not self.live.is_under_way:
            self.live.current = None
            self.setup.show_short()
            self._show()

    def put_away(self) -> None:
        """Go back to the part; a go-round under way goes on."""
        if not self.live.is_under_way:
            self.live.current = None
            self._show()
        self.closed.emit()

    def tick(self) -> None:
        """Show what the clock says now."""
        if self.live.current is not None:
            self._show()

    def show_left(self, left: Milliseconds | None) -> None:
        """Show how long the part has; nothing for None, in a part without a clock."""
        words = self._context.words
        if left is None:
            self._part_left = ""
        elif left > 0:
            self._part_left = words.tr("The part has {time} left", time=clock_text(left))
        else:
            self._part_left = words.tr("The part is over time")
        if self.isVisible():  # else readers would be told of a sheet that is put away
            self._show_times(self.live.reading())
        self.setup.show_left(left or 0)

    def press_back(self) -> bool:
        """Go back one turn, and return whether there was one."""
        reading = self.live.reading()
        if reading is None or RoundMove.BACK not in reading.allowed:
            return False
        self._make(RoundMove.BACK)
        return True

    # What a person does.

    def _go_on(self) -> None:
        if not self._guard.accepts(self._steady()):
            return
        reading = self.live.reading()
        if reading is not None and reading.phase is not self._phase:
            self._show()  # the pause that the press was to end has ended by itself
        elif reading is None:
            self.live.begin(self.setup.plan())
            self._show_move()
        elif reading.phase is RoundPhase.DONE:
            self.put_away()
        else:
            self._make(RoundMove.DONE if RoundMove.DONE in reading.allowed else RoundMove.BEGIN)

    def _make(self, move: RoundMove) -> None:
        self.live.make(move)
        self._show_move()

    def _show_move(self) -> None:
        self._show()
        if self.isVisible():
            self.focus_next()

    # What is shown.

    def _show(self) -> None:
        words, reading, go_round = self._context.words, self.live.reading(), self.live.current
        done = reading is not None and reading.phase is RoundPhase.DONE
        self._pages.setCurrentIndex(0 if go_round is None else 1)
        self._counts.setVisible(go_round is not None)
        self._buttons.show_reading(reading)
        self._room_button.setVisible(go_round is not None and go_round.plan.seconds_each is not None)
        self._close.setVisible(not done)
        self._phase = None if reading is None else reading.phase
        if reading is None or go_round is None:
            return
        self._show_times(reading)
        self.table.show_seats(seats_of(go_round, reading, words))
        self._counts.show_reading(reading)
        self._announce(reading)

    def _show_times(self, reading: RoundReading | None) -> None:
        """Say how long the part has, beside how long the go-round takes."""
        takes = "" if reading is None else rest(reading, self._context.words)
        self._part_time.setText(" · ".join(filter(None, (self._part_left, takes))))

    def _announce(self, reading: RoundReading) -> None:
        """Tell screen readers of each turn, and once when its time is over; never of the seconds."""
        over = is_over_time(reading)
        now = (reading.phase, reading.seat, over)
        if now == self._announced:
            return
        self._announced = now
        words = self._context.words
        said = words.tr("Time is up for seat {seat}", seat=reading.seat) if over else ""
        self._context.announcer.announce(said or whose_turn(reading, words))

    def _lay_out(self) -> None:
        title = Label(self._context.words.tr("Go-round"), "title")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.setup)
        self._pages.addWidget(self.table)
        column(
            row((title, 1), self._room_button, self._close, gap=Space.SNUG),
            self._part_time,
            (self._pages, 1),
            self._counts,
            self._buttons,
            gap=Space.TIGHT,
            margins=(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE),
            within=self,
        )


class RoundButtons(QWidget):
    """``primary`` goes on; ``moves`` has a button for each other move.

    Tells ``pause_wanted()`` and, for what is not a pause, ``move_wanted(RoundMove)``.
    """

    move_wanted = Signal(object)
    pause_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        theme, tr = context.theme, context.words.tr
        self.primary = Button(theme, tr("Begin"), weight=Weight.PRIMARY, icon="play")
        beside = {
            RoundMove.PASS: Button(theme, tr("Pass"), icon="minus"),
            RoundMove.PASS_FOR_NOW: Button(theme, tr("Pass for now")),
        }
        under = {
            RoundMove.BACK: Button(theme, tr("Back one seat"), weight=Weight.QUIET, icon="back"),
            RoundMove.PAUSE: Button(theme, tr("Pause"), weight=Weight.QUIET, icon="pause"),
            RoundMove.STOP: Button(theme, tr("Stop the go-round"), weight=Weight.QUIET, icon="close"),
        }
        self.moves = beside | under
        for move, button in self.moves.items():
            button.clicked.connect(partial(self._press, move))
        line = row((self.primary, 1), *beside.values(), gap=Space.SNUG)
        column(line, flowing(*under.values(), gap=Space.HAIR), gap=Space.TIGHT, within=self)

    def show_reading(self, reading: RoundReading | None) -> None:
        """Show which moves are possible; ``reading`` is None before the go-round begins."""
        text, icon = next_press(reading, self._words)
        self.primary.setText(text)
        self.primary.show_icon(icon)
        done = reading is not None and reading.phase is RoundPhase.DONE
        for move, button in self.moves.items():
            button.setVisible(reading is not None and (not done or move is RoundMove.BACK))
            button.setEnabled(reading is not None and move in reading.allowed)
        if reading is not None:
            pause, tr = self.moves[RoundMove.PAUSE], self._words.tr
            pause.setText(tr("Go on") if reading.paused else tr("Pause"))
            pause.show_icon("play" if reading.paused else "pause")
            pause.setEnabled(not reading.allowed.isdisjoint({RoundMove.PAUSE, RoundMove.RESUME}))

    def _press(self, move: RoundMove, _checked: bool = False) -> None:
        if move is RoundMove.PAUSE:
            self.pause_wanted.emit()
        else:
            self.move_wanted.emit(move)


class RoundCounts(QWidget):
    """How many seats are heard, waiting and passed, each beside the sign the table has for it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._labels: dict[SeatState, tuple[QWidget, Label]] = {}
        line = FlowLayout(self, gap=Space.SNUG)
        for state in (SeatState.HEARD, SeatState.WAITING, SeatState.FOR_NOW, SeatState.PASSED):
            pair, label = self._labels[state] = QWidget(), Label(role="note", wrap=False)
            signs = (IconView(context.theme, BADGES[state], 16),) if state in BADGES else ()
            row(*signs, label, gap=Space.HAIR, within=pair)
            pair.hide()
            line.addWidget(pair)

    def show_reading(self, reading: RoundReading) -> None:
        """Show the numbers of now."""
        texts = dict(counts(reading, self._words))
        for state, (pair, label) in self._labels.items():
            label.setText(texts.get(state, ""))
            pair.setVisible(state in texts)


class LiveRound:
    """A go-round by a ``steady`` clock, without a widget; ``current`` is None before it begins."""

    def __init__(self, steady: Callable[[], Instant]) -> None:
        self._steady = steady
        self.current: GoRound | None = None
        self._held = False

    @property
    def is_under_way(self) -> bool:
        """Whether a go-round has begun and is not over."""
        reading = self.reading()
        return reading is not None and reading.phase is not RoundPhase.DONE

    def reading(self) -> RoundReading | None:
        """Return what the go-round shows now; None before it begins."""
        return None if self.current is None else self.current.read(self._steady())

    def begin(self, plan: RoundPlan) -> None:
        """Begin a go-round."""
        self.current = GoRound.of(plan)
        self.make(RoundMove.START)

    def make(self, move: RoundMove) -> None:
        """Make a move; a go-round that is stopped before anyone was heard is forgotten."""
        if self.current is not None:
            self.current = self.current.after(move, self._steady())
            if move is RoundMove.STOP and not self.current.heard:
                self.current = None

    def hold(self, on: bool) -> bool:
        """Pause with the session or resume with it, and return whether that was a move."""
        reading = self.reading()
        if reading is None or not (on or self._held):
            return False
        move = RoundMove.PAUSE if on else RoundMove.RESUME
        possible = move in reading.allowed
        if possible or not on:
            self._held = on
        if possible:
            self.make(move)
        return possible

    def toggle_pause(self) -> None:
        """Pause the go-round alone, or resume it."""
        reading = self.reading()
        if reading is not None:
            self._held = False
            self.make(RoundMove.RESUME if reading.paused else RoundMove.PAUSE)

    def room_time(self) -> TimeLeft | None:
        """Return the time of the turn, the silence or the pause; None when no clock runs."""
        reading = self.reading()
        if self.current is None or reading is None or reading.left_ms is None:
            return None
        plan = self.current.plan
        seconds = {RoundPhase.SILENCE: plan.silence, RoundPhase.BETWEEN: plan.pause}
        total = seconds.get(reading.phase, plan.seconds_each or 0) * SECOND
        pace = Pace.RUNNING
        if reading.paused:
            pace = Pace.PAUSED
        elif reading.phase in TURNS and reading.left_ms <= min(_WARN_UNDER, total // 4):
            pace = Pace.OVER if reading.left_ms <= 0 else Pace.WARNING
        return TimeLeft(reading.left_ms, total, pace)
