"""Small groups, in the place of the part: who sits with whom by seat, and a cue for each step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from PySide6.QtCore import Signal

from dialogue_desk.domain.model.document import Document
from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.ids import MINUTE, SECOND, Instant, Milliseconds
from dialogue_desk.domain.run.breakouts import (
    BreakoutRefused,
    Cue,
    CuedStep,
    Group,
    Groups,
    OneTwoFour,
    lengths,
    one_two_four_steps,
    taking_turns,
    world_cafe_steps,
)
from dialogue_desk.domain.run.rotation import Rotation
from dialogue_desk.domain.run.steps import StepReading, read_steps
from dialogue_desk.reports.breakout_sheet import Breakout, breakout_document
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.prompts import FileKind
from dialogue_desk.ui.core.save_file import save_file
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.run.step_line import StepLine
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.tools.groups_form import GroupsForm
from dialogue_desk.ui.tools.stopwatch import Stopwatch
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.seating_table import SeatingTable, SeatState, SeatsView
from dialogue_desk.whole_file import write_atomically
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_WARN_UNDER = 15 * SECOND
_LEAST_TABLE = 220
"""The least height of the drawn circle, in pixels: numbers are told apart."""


class SmallGroups(Overlay):
    """Draws groups by lot and runs their steps: ``live``.

    They exist here and on the sheet that is printed, nowhere else.
    """

    drawn_anew = Signal()
    """The groups were drawn, or another step has other people sit together."""

    def __init__(self, context: Context, steady: Callable[[], Instant], rng: Random) -> None:
        super().__init__()
        self._context, self.rng = context, rng
        self.live = LiveBreakout(steady)
        self._question = ""
        self._shown_step = -1
        theme, tr = context.theme, context.words.tr
        self.form, self.steps = GroupsForm(context), StepLine(context)
        self._close = Button(theme, tr("Back to the part"), icon="back")
        self._room_button = Button(theme, tr("Show in the room"), icon="display")
        self.primary = Button(theme, tr("Start the timer"), weight=Weight.PRIMARY, icon="play")
        self.draw_button = Button(theme, tr("Shuffle again"))
        self.save_button = Button(theme, tr("Save as PDF to print…"), icon="export")
        self.stop_button = Button(theme, tr("Stop the timer"), weight=Weight.QUIET, icon="close")
        self._fault, self._said, self._seats_hint = Label(role="error"), Label(), Label(role="note")
        self.table = SeatingTable(theme)
        self.table.setMinimumHeight(_LEAST_TABLE)
        self._lay_out()
        self.form.changed.connect(self._change)
        self.primary.clicked.connect(self._go_on)
        self.draw_button.clicked.connect(self._draw)
        self.save_button.clicked.connect(self._save)
        self.stop_button.clicked.connect(self._stop)
        self._close.clicked.connect(self.closed)
        self._room_button.clicked.connect(self.room_display_wanted)

    # What comes from outside.

    def clear(self, part: Part, people: int) -> None:
        """Forget the groups, and offer what ``part`` asks for."""
        self._reset_timer()
        self.live.keep(None)
        self._question = "\n".join(part.ask[:1])
        self.form.show_part(part, people)
        self._show_buttons()

    def draw_if_needed(self) -> None:
        """Draw the groups, unless they are drawn already."""
        if self.live.drawn is None:
            self._draw()

    def tick(self) -> None:
        """Show what the clock says now."""
        if self.live.started:
            self._show_step(self.steps.follow(self.live.elapsed()))

    # What a person does.

    def _draw(self) -> None:
        fault = ""
        try:
            self.live.keep(self.form.draw(self.rng), self.form.minutes.value())
        except BreakoutRefused as refused:
            self.live.keep(None)
            fault = name_of(refused.fault, self._context.words)
            self._context.announcer.announce(fault)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self._show_groups()

    def _change(self) -> None:
        self._reset_timer()
        self._draw()

    def _go_on(self) -> None:
        reading = self.live.reading()
        if not self.live.started:
            if self.live.drawn is not None:
                self._start()
        elif reading is None or reading.last:
            self.closed.emit()
        else:
            self.live.skip()
            self.tick()

    def _start(self) -> None:
        self.live.start()
        words = self._context.words
        self.steps.show_steps([(name_of(step.cue, words), step.length_ms) for step in self.live.steps], 0)
        self._context.announcer.announce(self.steps.title.text())
        self._show_step(self.live.reading())

    def _reset_timer(self) -> None:
        self.live.stop()
        self._shown_step = -1
        self.steps.show_steps((), 0)

    def _stop(self) -> None:
        self._reset_timer()
        self._show_groups()
        self.focus_next()

    def _save(self) -> None:
        drawn, words = self.live.drawn, self._context.words
        if drawn is not None:
            steps = self.live.steps
            save_sheet(self._context, breakout_document(drawn, words, question=self._question, steps=steps))

    # What is shown.

    def _show_step(self, reading: StepReading | None) -> None:
        """Show the groups of a step once it begins, and what can be done in it."""
        now = -1 if reading is None else reading.step + reading.over
        if now != self._shown_step:
            self._shown_step = now
            self._show_groups()
        self._show_buttons()

    def _show_buttons(self) -> None:
        tr, started, reading = self._context.words.tr, self.live.started, self.live.reading()
        last = reading is not None and reading.last
        if not started:
            text, icon = tr("Start the timer"), "play"
        elif reading is None or last:
            text, icon = tr("Back to the part"), "back"
        else:
            text, icon = tr("Next step"), "next"
        self.primary.setText(text)
        self.primary.show_icon(icon)
        self._close.setVisible(not last)
        self.stop_button.setVisible(started)
        self.draw_button.setVisible(not started and self.form.by_lot)
        self.form.setVisible(not started)
        for button in (self.primary, self.save_button, self._room_button):
            button.setEnabled(self.live.drawn is not None)

    def _show_groups(self) -> None:
        words, drawn = self._context.words, self.live.drawn
        groups = self.live.groups()
        hosts = [seats[0] for seats in groups] if isinstance(drawn, Rotation) else []
        said = groups_text(groups, words, hosted=bool(hosts))
        self._said.setText("   ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in said))
        self.table.setVisible(bool(groups))
        self.table.show_seats(
            SeatsView(
                tuple(
                    SeatState.TURN if seat in hosts else SeatState.WAITING
                    for seat in range(1, sum(map(len, groups)) + 1)
                ),
                accessible_text=". ".join(said),
                groups=groups,
            )
        )
        hint = words.tr("Numbers are seats, counted clockwise. They are not saved.") if drawn else ""
        self._seats_hint.setText(hint)
        self._show_buttons()
        self.drawn_anew.emit()

    def _lay_out(self) -> None:
        title = Label(self._context.words.tr("Small groups"), "title")
        self._page = ScrollColumn(self._context.theme, characters=0, edge=0)
        self._page.add(self.form, self._fault, self._said, (self.table, 1), self._seats_hint)
        self._page.body.setSpacing(Space.TIGHT)
        column(
            row((title, 1), self._room_button, self._close, gap=Space.SNUG),
            self.steps,
            (self._page, 1),
            row((self.primary, 1), self.draw_button, self.save_button, self.stop_button, gap=Space.SNUG),
            gap=Space.SNUG,
            margins=(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE),
            within=self,
        )


def groups_text(groups: Sequence[Group], words: Words, *, hosted: bool) -> list[str]:
    """Return who sits together, a phrase for each group; where it is ``hosted``, the first seat stays."""
    said = []
    for number, seats in enumerate(groups, 1):
        others = ", ".join(map(str, seats[1:] if hosted else seats))
        if hosted:
            table = words.tr(
                "Table {number}, host {seat}: {seats}", number=number, seat=seats[0], seats=others
            )
            said.append(table)
        else:
            said.append(words.tr("Group {number}: {seats}", number=number, seats=others))
    return said


def save_sheet(context: Context, sheet: Document) -> None:
    """Ask where to save ``sheet`` as a PDF that is read standing, and write it there."""
    tr = context.words.tr
    save_file(
        context,
        tr("Save the sheet"),
        tr("small-groups") + ".pdf",
        FileKind(tr("Sheet for small groups"), (".pdf",)),
        lambda path: _write_poster(sheet, path),
    )


def _write_poster(sheet: Document, path: Path) -> None:
    from dialogue_desk.reports.pdf_poster import poster_of  # noqa: PLC0415  # costly

    write_atomically(path, poster_of(sheet))


class LiveBreakout:
    """Who sits together and which step is on, by a ``steady`` clock, without a widget."""

    def __init__(self, steady: Callable[[], Instant]) -> None:
        self._steady = steady
        self.drawn: Breakout | None = None
        self.steps: tuple[CuedStep, ...] = ()
        self.stop()

    def keep(self, drawn: Breakout | None, minutes_each: int = 0) -> None:
        """Keep the groups that were drawn; None forgets those there were."""
        self.drawn, self.steps = drawn, _steps(drawn, minutes_each * MINUTE)

    def start(self) -> None:
        """Start the timer of the first step."""
        self.started, self._time = True, Stopwatch().started(self._steady())

    def stop(self) -> None:
        """Stop the timer; the groups stay."""
        self.started, self._held, self._time = False, False, Stopwatch()

    def hold(self, on: bool) -> None:
        """Pause the timer with the session, and resume it with the session."""
        now = self._steady()
        if on and self._time.is_running:
            self._held, self._time = True, self._time.paused(now)
        elif not on and self._held:
            self._held, self._time = False, self._time.started(now)

    def skip(self) -> None:
        """Go to the beginning of the next step."""
        reading = self.reading()
        if reading is not None:
            next_step = Stopwatch(sum(lengths(self.steps[: reading.step + 1])))
            self._time = next_step.started(self._steady()) if self._time.is_running else next_step

    def elapsed(self) -> Milliseconds:
        """Return how long the timer has run."""
        return self._time.elapsed(self._steady())

    def reading(self) -> StepReading | None:
        """Return which step is on; None while the timer is stopped."""
        return read_steps(lengths(self.steps), self.elapsed()) if self.started else None

    def groups(self) -> tuple[Group, ...]:
        """Return who sits together in this step."""
        step = self.reading()
        match self.drawn:
            case Groups(groups=groups):
                return groups
            case OneTwoFour(pairs=pairs, fours=fours):
                late = step is not None and self.steps[step.step].cue in (Cue.IN_FOURS, Cue.EVERYONE)
                return (fours if late else pairs).groups
            case Rotation(rounds=rounds):
                return rounds[0 if step is None else min((step.step + 1) // 2, len(rounds) - 1)]
            case None:
                return ()

    def room_time(self) -> TimeLeft | None:
        """Return the time of the step; None while the timer is stopped."""
        reading = self.reading()
        if reading is None:
            return None
        length = self.steps[reading.step].length_ms
        pace = Pace.WARNING if reading.left_ms <= min(_WARN_UNDER, length // 5) else Pace.RUNNING
        if self._held:
            pace = Pace.PAUSED
        return TimeLeft(reading.left_ms, length, Pace.OVER if reading.over else pace)


def _steps(drawn: Breakout | None, each: Milliseconds) -> tuple[CuedStep, ...]:
    match drawn:
        case Groups(groups=groups):
            return taking_turns(max(map(len, groups)), each)
        case OneTwoFour():
            return one_two_four_steps()
        case Rotation(rounds=rounds):
            return world_cafe_steps(len(rounds), each)
        case None:
            return ()
