"""The go-round, in the place of the part: a table with seats, whose turn it is, and how long it will take."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.ids import SECOND, Instant, Milliseconds
from dialogue_desk.domain.run.go_round import GoRound, RoundMove, RoundPhase, RoundReading
from dialogue_desk.domain.run.press_guard import PressGuard
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.tools.go_round_setup import GoRoundSetup, seats_for
from dialogue_desk.ui.tools.go_round_text import counts, rest, seats_of, whose_turn
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.picture import IconView
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from dialogue_desk.ui.widgets.table_of_seats import BADGES, SeatingTable, SeatState
from dialogue_desk.words.times import clock_text

_WARN_UNDER = 15 * SECOND
_TURNS = (RoundPhase.SPEAKING, RoundPhase.ASKING_AGAIN)


class GoRoundSheet(Overlay):
    """Leads a go-round.  It lives here and nowhere else, and is gone when the part ends.

    Args:
        around: the window.
        steady: a clock that cannot be set.
    """

    room_display_wanted = Signal()
    pause_wanted = Signal()

    def __init__(self, context: Context, steady: Callable[[], Instant]) -> None:
        super().__init__()
        self._context, self._steady = context, steady
        self._go_round: GoRound | None = None
        self._held = False
        self._part_left = ""
        self._phase: RoundPhase | None = None
        self._guard = PressGuard()
        self._announced: tuple[object, ...] = ()
        theme, tr = context.theme, context.words.tr
        self.setup = GoRoundSetup(context)
        self.table = SeatingTable(theme)
        self._title, self._part_time = Label(tr("Go-round"), "title"), Label(role="muted")
        self._room_button = Button(theme, tr("Show in the room"), icon="display")
        self._close = Button(theme, tr("Back to the part"), icon="back")
        self.primary = Button(theme, tr("Begin"), weight=Weight.PRIMARY, icon="play")
        self.move_buttons = {
            RoundMove.PASS: Button(theme, tr("Pass"), icon="minus"),
            RoundMove.PASS_FOR_NOW: Button(theme, tr("Pass for now")),
            RoundMove.BACK: Button(theme, tr("Back one seat"), weight=Weight.QUIET, icon="back"),
            RoundMove.PAUSE: Button(theme, tr("Pause"), weight=Weight.QUIET, icon="pause"),
            RoundMove.STOP: Button(theme, tr("Stop the go-round"), weight=Weight.QUIET, icon="close"),
        }
        self._counts = {state: _Count(context, BADGES.get(state, "")) for state in _COUNTED}
        self._told = QWidget()
        self._lay_out()
        self.setup.changed.connect(self._show)
        self.primary.clicked.connect(self._go_on)
        self._room_button.clicked.connect(self.room_display_wanted)
        self._close.clicked.connect(self.put_away)
        for move, button in self.move_buttons.items():
            button.clicked.connect(partial(self._press, move))

    # What comes from outside.

    @property
    def is_under_way(self) -> bool:
        """Whether a go-round is under way."""
        return (
            self._go_round is not None
            and self._go_round.advanced_to(self._steady()).phase is not RoundPhase.DONE
        )

    def reading(self) -> RoundReading | None:
        """Return what the go-round shows now; nothing before it begins."""
        return None if self._go_round is None else self._go_round.read(self._steady())

    def clear(self, part: Part, people: int) -> None:
        """Forget the go-round, and get ready for one in ``part``."""
        self._go_round, self._announced = None, ()
        self._guard.reset()
        self.setup.show_part(part, seats_for(people))
        self._show()

    def hold(self, on: bool) -> None:
        """Wait with the session, and go on with it."""
        reading = self.reading()
        if reading is None:
            return
        if on and RoundMove.PAUSE in reading.allowed:
            self._held = True
            self._make(RoundMove.PAUSE)
        elif not on and self._held:
            self._held = False
            if RoundMove.RESUME in reading.allowed:
                self._make(RoundMove.RESUME)

    def toggle_pause(self) -> None:
        """Let the go-round alone wait, or go on."""
        reading = self.reading()
        if reading is not None:
            self._held = False
            self._make(RoundMove.RESUME if reading.paused else RoundMove.PAUSE)

    def ask_for_a_short_one(self) -> None:
        """Offer a round of one sentence each, unless one is under way."""
        if not self.is_under_way:
            self._go_round = None
            self.setup.show_short()
            self._show()

    def put_away(self) -> None:
        """Go back to the part; a go-round under way goes on."""
        if not self.is_under_way:
            self._go_round = None
            self._show()
        self.closed.emit()

    def tick(self) -> None:
        """Look at the clock."""
        if self._go_round is not None:
            self._show()

    def show_left(self, left: Milliseconds) -> None:
        """Show how long the part has."""
        words = self._context.words
        said = (
            words.tr("The part has {time} left", time=clock_text(left))
            if left > 0
            else words.tr("The part is over time")
        )
        self._part_left = said
        self._show_times()
        self.setup.show_left(left)

    def room_time(self) -> TimeLeft | None:
        """Return the time for the wall: that of the turn, or of the silence; none where no clock runs."""
        reading, round_ = self.reading(), self._go_round
        if reading is None or round_ is None or reading.left_ms is None:
            return None
        plan = round_.plan
        seconds = {RoundPhase.SILENCE: plan.silence, RoundPhase.BETWEEN: plan.pause}
        total = seconds.get(reading.phase, plan.seconds_each or 0) * SECOND
        pace = Pace.RUNNING
        if reading.paused:
            pace = Pace.PAUSED
        elif reading.phase in _TURNS and reading.left_ms <= min(_WARN_UNDER, total // 4):
            pace = Pace.OVER if reading.left_ms <= 0 else Pace.WARNING
        return TimeLeft(reading.left_ms, total, pace)

    def back(self) -> bool:
        """Take the last turn back, if there was one."""
        reading = self.reading()
        if reading is None or RoundMove.BACK not in reading.allowed:
            return False
        self._make(RoundMove.BACK)
        return True

    # What a person does.

    def _go_on(self) -> None:
        reading = self.reading()
        if not self._guard.accepts(self._steady()):
            return
        if reading is not None and reading.phase is not self._phase:
            self._show()  # a breath ended while the button was pressed that would have ended it
        elif reading is None:
            self._go_round = GoRound.of(self.setup.plan())
            self._make(RoundMove.START)
        elif reading.phase is RoundPhase.DONE:
            self.put_away()
        elif RoundMove.DONE in reading.allowed:
            self._make(RoundMove.DONE)
        else:
            self._make(RoundMove.BEGIN)

    def _press(self, move: RoundMove, _checked: bool = False) -> None:
        if move is RoundMove.PAUSE:
            self.pause_wanted.emit()
        elif self._go_round is not None:
            self._make(move)

    def _make(self, move: RoundMove) -> None:
        if self._go_round is not None:
            self._go_round = self._go_round.after(move, self._steady())
            if move is RoundMove.STOP and not self._go_round.heard:
                self._go_round = None
            self._show()
            if self.isVisible():
                self.focus_next()

    # What is shown.

    def _show(self) -> None:
        reading, round_ = self.reading(), self._go_round
        self._pages.setCurrentIndex(0 if round_ is None else 1)
        self._told.setVisible(round_ is not None)
        allowed = frozenset[RoundMove]() if reading is None else reading.allowed
        for move, button in self.move_buttons.items():
            button.setVisible(round_ is not None and not (reading and reading.phase is RoundPhase.DONE))
            button.setEnabled(move in allowed or (move is RoundMove.PAUSE and RoundMove.RESUME in allowed))
        self.move_buttons[RoundMove.BACK].setVisible(round_ is not None)
        self._room_button.setVisible(round_ is not None and round_.plan.seconds_each is not None)
        self._show_primary(reading)
        self._phase = None if reading is None else reading.phase
        if reading is None or round_ is None:
            return
        words = self._context.words
        paused = self.move_buttons[RoundMove.PAUSE]
        paused.setText(words.tr("Go on") if reading.paused else words.tr("Pause"))
        paused.show_icon("play" if reading.paused else "pause")
        self._show_times()
        self.table.show_seats(seats_of(round_, reading, words))
        said = dict(counts(reading, words))
        for state, count in self._counts.items():
            count.label.setText(said.get(state, ""))
            count.setVisible(state in said)
        self._say(reading)

    def _show_times(self) -> None:
        """Say how long the part has, beside how long the go-round takes."""
        reading = self.reading()
        takes = "" if reading is None else rest(reading, self._context.words)
        self._part_time.setText(" · ".join(filter(None, (self._part_left, takes))))

    def _show_primary(self, reading: RoundReading | None) -> None:
        tr, button = self._context.words.tr, self.primary
        if reading is None:
            text, icon = tr("Begin"), "play"
        elif reading.phase is RoundPhase.DONE:
            text, icon = tr("Back to the part"), "back"
        elif RoundMove.BEGIN in reading.allowed:
            text, icon = tr("Seat {seat} now", seat=reading.seat), "next"
        elif (reading.waiting or reading.passed_for_now) and reading.seat is not None:
            after = (reading.waiting + reading.passed_for_now)[0]
            text, icon = tr("Done. Next: seat {seat}", seat=after), "next"
        else:
            text, icon = tr("Done. That was everyone"), "check"
        button.setText(text)
        button.show_icon(icon)
        self._close.setVisible(reading is None or reading.phase is not RoundPhase.DONE)

    def _say(self, reading: RoundReading) -> None:
        """Tell readers of each turn, and once when its time is over; never of the seconds."""
        over = reading.phase in _TURNS and reading.left_ms is not None and reading.left_ms <= 0
        now = (reading.phase, reading.seat, over)
        if now == self._announced:
            return
        self._announced = now
        words = self._context.words
        said = words.tr("Time is up for seat {seat}", seat=reading.seat) if over else ""
        self._context.announcer.announce(said or whose_turn(reading, words))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.SNUG)
        head.addWidget(self._title, 1)
        head.addWidget(self._room_button)
        head.addWidget(self._close)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.setup)
        self._pages.addWidget(self.table)
        loud, foot = QHBoxLayout(), QWidget()
        loud.setSpacing(Space.SNUG)
        loud.addWidget(self.primary, 1)
        quiet = FlowLayout(foot, gap=Space.HAIR)
        for button in self.move_buttons.values():
            if button.weight is Weight.QUIET:
                quiet.addWidget(button)
            else:
                loud.addWidget(button)
        told = FlowLayout(self._told, gap=Space.SNUG)
        for count in self._counts.values():
            told.addWidget(count)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)
        column.setSpacing(Space.TIGHT)
        column.addLayout(head)
        column.addWidget(self._part_time)
        column.addWidget(self._pages, 1)
        column.addWidget(self._told)
        column.addLayout(loud)
        column.addWidget(foot)


class _Count(QWidget):
    """How many seats look like this, beside the sign they bear."""

    def __init__(self, context: Context, icon: str) -> None:
        super().__init__()
        self.label = Label(role="note", wrap=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.HAIR)
        self.hide()
        if icon:
            line.addWidget(IconView(context.theme, icon, 16))
        line.addWidget(self.label)


_COUNTED = (SeatState.HEARD, SeatState.WAITING, SeatState.FOR_NOW, SeatState.PASSED)
