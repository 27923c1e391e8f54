"""Small groups, in the place of the part: who sits with whom by seat, and a cue for each step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import Part, PartKind
from dialogue_desk.domain.model.ids import MINUTE, SECOND, Instant, Milliseconds
from dialogue_desk.domain.run.breakouts import (
    FOURS,
    MOST,
    PAIRS,
    THREES,
    BreakoutRefused,
    Cue,
    CuedStep,
    Groups,
    OneTwoFour,
    drawn,
    one_two_four,
    one_two_four_steps,
    taking_turns,
    world_cafe_steps,
)
from dialogue_desk.domain.run.rotation import MOST_ROUNDS, Rotation, rotation
from dialogue_desk.domain.run.steps import StepReading, read_steps
from dialogue_desk.reports.breakout_sheet import Breakout, breakout_document
from dialogue_desk.reports.document_files import write_document
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.run.step_line import StepLine
from dialogue_desk.ui.tools.stopwatch import Stopwatch
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Chips, Choice
from dialogue_desk.ui.widgets.column import ScrollColumn
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from dialogue_desk.words.breakout_errors import fault_said
from dialogue_desk.words.names import name_of

_PAIRS, _THREES, _FOURS, _ALL, _TABLES = "2", "3", "4", "1-2-4", "tables"
_WAYS = {PartKind.TRIOS: _THREES, PartKind.FOURS: _FOURS}
_WARN_UNDER = 15 * SECOND
_SEATS_AT_A_TABLE = 4


class SmallGroups(Overlay):
    """Draws groups and runs their steps.  They live here and on the sheet that is printed, nowhere else."""

    room_display_wanted = Signal()
    drawn_anew = Signal()
    """The groups, or who of them sits together now, are others."""

    def __init__(self, context: Context, steady: Callable[[], Instant], rng: Random) -> None:
        super().__init__()
        self._context, self._steady, self._rng = context, steady, rng
        self._breakout: Breakout | None = None
        self._question = ""
        self._time, self._started = Stopwatch(), False
        self._held = False
        self._shown_step = -1
        theme, words = context.theme, context.words
        tr = words.tr
        self.way = Chips(
            theme,
            tr("How to form groups"),
            (
                Choice(_PAIRS, tr("Pairs")),
                Choice(_THREES, tr("Threes")),
                Choice(_FOURS, tr("Fours")),
                Choice(_ALL, tr("1-2-4-All")),
                Choice(_TABLES, tr("Tables that rotate")),
            ),
        )
        self.way.choose(_PAIRS)
        self.people = Number(theme, words, 1, 100)
        self.tables = Number(theme, words, 1, MOST // 2)
        self.rounds = Number(theme, words, 1, MOST_ROUNDS)
        self.minutes = Number(theme, words, 1, 60, tr("min"))
        self.tables.show_value(3)
        self.rounds.show_value(3)
        self.minutes.show_value(3)
        self.steps = StepLine(context)
        self._close = Button(theme, tr("Back to the part"), icon="back")
        self._room_button = Button(theme, tr("Show in the room"), icon="display")
        self.primary = Button(theme, tr("Start the timer"), weight=Weight.PRIMARY, icon="play")
        self.draw_button = Button(theme, tr("Shuffle again"))
        self.save_button = Button(theme, tr("Save as PDF to print…"), icon="export")
        self.stop_button = Button(theme, tr("Stop the timer"), weight=Weight.QUIET, icon="close")
        self._fault, self._how = Label(role="error"), Label(role="muted")
        self._groups = QWidget()
        self._lay_out()
        self._connect()

    # What comes from outside.

    def clear(self, part: Part, people: int) -> None:
        """Forget the groups, and offer what ``part`` asks for."""
        self._time, self._started, self._shown_step = Stopwatch(), False, -1
        self._breakout = None
        self._question = "\n".join(part.ask[:1])
        self.way.choose(_WAYS.get(part.kind, _PAIRS))
        self.people.show_value(people)
        self._show_fields()

    def draw_if_needed(self) -> None:
        """Draw the groups, unless they sit together already."""
        if self._breakout is None:
            self._draw()

    def draw_by(self, seed: int) -> None:
        """Draw the same lots each time, as a picture needs it."""
        self._rng.seed(seed)
        self._draw()

    def hold(self, on: bool) -> None:
        """Wait with the session, and go on with it."""
        now = self._steady()
        if on and self._time.is_running:
            self._held, self._time = True, self._time.paused(now)
        elif not on and self._held:
            self._held, self._time = False, self._time.started(now)

    def tick(self) -> None:
        """Look at the clock."""
        if self._started:
            reading = self.steps.follow(self._time.elapsed(self._steady()))
            self._show_turn(reading)

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """Return who sits together now."""
        step = self._reading()
        match self._breakout:
            case Groups(groups=groups):
                return groups
            case OneTwoFour(pairs=pairs, fours=fours):
                late = step is not None and self._cues()[step.step].cue in (Cue.IN_FOURS, Cue.EVERYONE)
                return (fours if late else pairs).groups
            case Rotation(rounds=rounds):
                return rounds[0 if step is None else min((step.step + 1) // 2, len(rounds) - 1)]
            case None:
                return ()

    def room_time(self) -> TimeLeft | None:
        """Return the time of the step; none before the time runs."""
        reading = self._reading()
        if reading is None:
            return None
        length = self._cues()[reading.step].length_ms
        pace = Pace.WARNING if reading.left_ms <= min(_WARN_UNDER, length // 5) else Pace.RUNNING
        if self._held:
            pace = Pace.PAUSED
        return TimeLeft(reading.left_ms, length, Pace.OVER if reading.over else pace)

    # What a person does.

    def _draw(self) -> None:
        words = self._context.words
        try:
            self._breakout = self._drawn()
            self._fault.setText("")
        except BreakoutRefused as refused:
            self._breakout = None
            self._fault.setText(fault_said(refused.fault, words))
            self._context.announcer.announce(self._fault.text())
        self._fault.setVisible(self._breakout is None)
        self._show_groups()

    def _drawn(self) -> Breakout:
        people = self.people.value()
        match self.way.choice():
            case "1-2-4":
                return one_two_four(people, self._rng)
            case "tables":
                return rotation(people, self.tables.value(), self.rounds.value())
            case about:
                return drawn(people, {_PAIRS: PAIRS, _THREES: THREES, _FOURS: FOURS}[about], self._rng)

    def _change(self) -> None:
        self._stop()
        self._show_fields()
        self._draw()

    def _choose_way(self) -> None:
        if self.way.choice() == _TABLES:
            self.tables.show_value(max(1, round(self.people.value() / _SEATS_AT_A_TABLE)))
            self.minutes.show_value(max(self.minutes.value(), 15))
        self._change()

    def _go_on(self) -> None:
        now, reading = self._steady(), self._reading()
        if not self._started:
            if self._breakout is not None:
                self._started, self._time = True, Stopwatch().started(now)
                self.steps.show_steps(self._named(), 0)
                self._context.announcer.announce(self.steps.title.text())
                self._show_turn(self._reading())
        elif reading is None or reading.over or reading.last:
            self.closed.emit()
        else:
            spent = sum(step.length_ms for step in self._cues()[: reading.step + 1])
            ahead = Stopwatch(spent)
            self._time = ahead.started(now) if self._time.is_running else ahead
            self.tick()

    def _stop(self) -> None:
        self._time, self._started, self._held, self._shown_step = Stopwatch(), False, False, -1
        self.steps.show_steps((), 0)
        self._show_buttons(None)

    def _stop_and_show(self) -> None:
        self._stop()
        self._show_groups()
        self.focus_next()

    def _save(self) -> None:
        words = self._context.words
        kind = FileKind(words.tr("Sheet for small groups"), (".pdf",))
        name = words.tr("small-groups") + ".pdf"
        self._context.prompts.save_to(words.tr("Save the sheet"), name, kind, self._write)

    def _write(self, path: Path) -> None:
        breakout, words = self._breakout, self._context.words
        if breakout is None:
            return
        document = breakout_document(breakout, words, question=self._question, steps=self._cues())
        said = words.tr("{name} is in {folder}.", name=path.name, folder=path.parent)

        def failed(error: BaseException) -> None:
            if not isinstance(error, OSError):
                raise error
            self._context.toast.say(
                words.tr(
                    "{name} could not be saved. What was there before is unchanged. Make room on the "
                    "disk or choose another folder, then save again.",
                    name=path.name,
                )
            )

        self._context.lane.run(
            lambda _: write_document(document, path, words), lambda _: self._context.toast.say(said), failed
        )

    # What is shown.

    def _cues(self) -> tuple[CuedStep, ...]:
        each: Milliseconds = self.minutes.value() * MINUTE
        match self._breakout:
            case Groups(groups=groups):
                return taking_turns(max(map(len, groups)), each)
            case OneTwoFour():
                return one_two_four_steps()
            case Rotation(rounds=rounds):
                return world_cafe_steps(len(rounds), each)
            case None:
                return ()

    def _named(self) -> tuple[tuple[str, Milliseconds], ...]:
        words = self._context.words
        return tuple((name_of(step.cue, words), step.length_ms) for step in self._cues())

    def _reading(self) -> StepReading | None:
        if not self._started:
            return None
        return read_steps([step.length_ms for step in self._cues()], self._time.elapsed(self._steady()))

    def _show_turn(self, reading: StepReading | None) -> None:
        """Show what differs once another step is on."""
        now = -1 if reading is None else reading.step + reading.over
        if now != self._shown_step:
            self._shown_step = now
            self._show_groups()
        self._show_buttons(reading)

    def _show_buttons(self, reading: StepReading | None) -> None:
        tr = self._context.words.tr
        if not self._started:
            text, icon = tr("Start the timer"), "play"
        elif reading is not None and not reading.last:
            text, icon = tr("Next step"), "next"
        else:
            text, icon = tr("Back to the part"), "back"
        self.primary.setText(text)
        self.primary.show_icon(icon)
        self.primary.setEnabled(self._breakout is not None)
        self._close.setVisible(not (self._started and reading is not None and reading.last))
        self.stop_button.setVisible(self._started)
        lots = self.way.choice() != _TABLES
        self.draw_button.setVisible(not self._started and lots)
        self.save_button.setEnabled(self._breakout is not None)
        self._room_button.setEnabled(self._breakout is not None)
        self._asked.setVisible(not self._started)

    def _show_fields(self) -> None:
        tables = self.way.choice() == _TABLES
        self._tables_field.setVisible(tables)
        self._rounds_field.setVisible(tables)
        self._minutes_field.setVisible(self.way.choice() != _ALL)
        self._show_buttons(self._reading())

    def _show_groups(self) -> None:
        old, self._groups = self._groups, QWidget()
        flow = FlowLayout(self._groups, gap=Space.SNUG)
        words, breakout = self._context.words, self._breakout
        for number, seats in enumerate(self.groups(), 1):
            host = seats[0] if isinstance(breakout, Rotation) else None
            guests = [str(seat) for seat in seats if seat != host]
            name = words.tr("Group {number}", number=number)
            if host is not None:
                name = words.tr("Table {number}, host {seat}", number=number, seat=host)
            flow.addWidget(_Group(name, ", ".join(guests)))
        self._page.body.replaceWidget(old, self._groups)
        old.hide()
        old.deleteLater()
        self._how.setText(
            words.tr("Numbers are seats, counted clockwise. They are not saved.") if breakout else ""
        )
        self._show_buttons(self._reading())
        self.drawn_anew.emit()

    def _connect(self) -> None:
        self.way.chosen.connect(self._choose_way)
        for number in (self.people, self.tables, self.rounds, self.minutes):
            number.changed.connect(self._change)
        self.primary.clicked.connect(self._go_on)
        self.draw_button.clicked.connect(self._draw)
        self.save_button.clicked.connect(self._save)
        self.stop_button.clicked.connect(self._stop_and_show)
        self._close.clicked.connect(self.closed)
        self._room_button.clicked.connect(self.room_display_wanted)

    def _lay_out(self) -> None:
        tr, theme = self._context.words.tr, self._context.theme
        head = QHBoxLayout()
        head.setSpacing(Space.SNUG)
        head.addWidget(Label(tr("Small groups"), "title"), 1)
        head.addWidget(self._room_button)
        head.addWidget(self._close)
        self._asked = QWidget()
        asked = QVBoxLayout(self._asked)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(Space.SNUG)
        fields = QWidget()
        line = FlowLayout(fields, gap=Space.BASE)
        self._tables_field = Field(tr("Tables"), self.tables)
        self._rounds_field = Field(tr("Rounds"), self.rounds)
        self._minutes_field = Field(tr("Time for each"), self.minutes)
        for field in (
            Field(tr("People"), self.people),
            self._tables_field,
            self._rounds_field,
            self._minutes_field,
        ):
            field.setMinimumWidth(theme.scaled(168))
            line.addWidget(field)
        asked.addWidget(self.way)
        asked.addWidget(fields)
        self._page = ScrollColumn(theme, characters=110, edge=0)
        for widget in (self._asked, self._fault, self._groups, self._how):
            self._page.add(widget)
        self._page.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.SNUG)
        foot.addWidget(self.primary, 1)
        for button in (self.draw_button, self.save_button, self.stop_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)
        column.setSpacing(Space.SNUG)
        column.addLayout(head)
        column.addWidget(self.steps)
        column.addWidget(self._page, 1)
        column.addLayout(foot)


class _Group(Card):
    """The seats of one group."""

    def __init__(self, name: str, seats: str) -> None:
        super().__init__(edge=Space.SNUG)
        self.column.setSpacing(0)
        self.column.addWidget(Label(name, "section", wrap=False))
        self.column.addWidget(Label(seats, "heading", wrap=False))
