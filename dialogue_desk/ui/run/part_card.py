"""The part that is on: its clock, what can be done with it, and its words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.live_session import LiveSession, MoveKind, Phase, Reading
from dialogue_desk.domain.run.pacing import USUAL_WARNING, WarningTime
from dialogue_desk.domain.run.steps import step_lengths
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import time_in_words
from dialogue_desk.ui.run.late_button import ReplanButton
from dialogue_desk.ui.run.part_words import PartWords
from dialogue_desk.ui.run.player import time_left
from dialogue_desk.ui.run.step_line import StepLine
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.tools.offered_tools import (
    asks_for_groups,
    asks_for_read_back,
    asks_for_round,
    asks_for_speakers_list,
)
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.ui.widgets.ring import Pace, TimeRing
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of

MINUTES = (-1, 1, 5)
_LOW = 420
"""Lower than this, at 100 % text, the clock's buttons share a line: the question needs the height."""


class PartCard(QWidget):
    """The middle of the screen.  It says what was pressed; the session decides."""

    clock_pressed = Signal()
    onward = Signal()
    backward = Signal()
    minutes_added = Signal(int)
    rules_wanted = Signal()
    go_round_wanted = Signal()
    groups_wanted = Signal()
    read_back_wanted = Signal()
    speakers_list_wanted = Signal()
    cool_down_wanted = Signal()
    replan_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme, tr = context.theme, context.words.tr
        self._number, self._title = Label(role="section"), Label(role="title")
        self._kind = Pill(theme, tone=Tone.PLAIN)
        self._status = Pill(theme, tone=Tone.WARN)
        self.ring = TimeRing(theme, context.words, tr("Time left in this part"))
        self.clock_button = Button(theme, tr("Pause"), icon="pause")
        self.next_button = Button(theme, "", weight=Weight.PRIMARY, icon="next", trailing=True)
        self.back_button = Button(theme, tr("Back"), icon="back", bare=True)
        self.minute_buttons = {
            by: Button(
                theme,
                tr("{minutes} min", minutes=abs(by)),
                icon="plus" if by > 0 else "minus",
            )
            for by in MINUTES
        }
        self.steps = StepLine(context)
        self._stepped = ""
        quiet = Weight.QUIET
        self._rules = Button(theme, tr("Ground rules"), weight=quiet, icon="rules")
        self.go_round_button = Button(theme, tr("Go-round"), weight=quiet, icon="people")
        self.groups_button = Button(theme, tr("Small groups"), weight=quiet, icon="people")
        self.read_back_button = Button(theme, tr("Read back"), weight=quiet, icon="guide")
        self.speakers_button = Button(theme, tr("Speakers' list"), weight=quiet, icon="speak")
        self.cool_down_button = Button(theme, tr("Pause and cool down"), weight=quiet, icon="pause")
        self.replan_button = ReplanButton(context)
        self.replan_button.clicked.connect(self.replan_wanted)
        self.words = PartWords(context)
        for by, button in self.minute_buttons.items():
            said = (
                tr("Add {minutes} min", minutes=by) if by > 0 else tr("Take {minutes} min away", minutes=-by)
            )
            button.setAccessibleName(said)
            button.setToolTip(said)
            button.clicked.connect(partial(self._add_minutes, by))
        self.clock_button.clicked.connect(self.clock_pressed)
        self.next_button.clicked.connect(self.onward)
        self.back_button.clicked.connect(self.backward)
        self._rules.clicked.connect(self.rules_wanted)
        self.go_round_button.clicked.connect(self.go_round_wanted)
        self.groups_button.clicked.connect(self.groups_wanted)
        self.read_back_button.clicked.connect(self.read_back_wanted)
        self.speakers_button.clicked.connect(self.speakers_list_wanted)
        self.cool_down_button.clicked.connect(self.cool_down_wanted)
        self._clock_line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self._context.theme.scaled(_LOW)
        ways = QBoxLayout.Direction
        self._clock_line.setDirection(ways.LeftToRight if low else ways.TopToBottom)

    def show_part(self, plan: SessionPlan, live: LiveSession, back: str) -> None:
        """Show the part that is on, and what can be done now.  ``back`` is where Back leads."""
        words = self._context.words
        part = plan.parts[live.current]
        self._number.setText(
            words.tr("Part {number} of {total}", number=live.current + 1, total=len(plan.parts))
        )
        self._title.setText(title_of(part, words))
        self._kind.show_text(name_of(part.kind, words))
        self.words.show_part(part)
        self.go_round_button.setVisible(asks_for_round(part))
        self.groups_button.setVisible(asks_for_groups(part))
        self.read_back_button.setVisible(asks_for_read_back(part))
        self.speakers_button.setVisible(asks_for_speakers_list(part))
        self.cool_down_button.setVisible(live.phase is not Phase.CLOSED)
        self._show_steps(part, live)
        self._show_clock_button(live)
        self._show_next(plan, live)
        self.back_button.setEnabled(bool(back))
        names = {part.id: title_of(part, self._context.words) for part in plan.parts}
        self.back_button.setText(words.tr("Back to {part}", part=names[back]) if back else words.tr("Back"))
        for button in self.minute_buttons.values():
            button.setEnabled(MoveKind.ADD_TIME in live.allowed)

    def show_time(self, live: LiveSession, reading: Reading, warn: WarningTime = USUAL_WARNING) -> None:
        """Show the time of the part."""
        time = time_left(live, reading, warn)
        self.ring.show_time(time)
        self.replan_button.show_time(live, reading)
        late = time.pace in {Pace.WARNING, Pace.OVER}
        self._status.show_text(time_in_words(reading, self._context.words) if late else "")
        self.steps.follow(reading.part_elapsed)

    def show_round(self, *, on: bool) -> None:
        """Say whether a go-round is under way behind this card."""
        tr = self._context.words.tr
        self.go_round_button.setText(tr("Back to the go-round") if on else tr("Go-round"))
        if on:
            self.go_round_button.show()

    def focus_next(self) -> None:
        """Put the keyboard on what would be done next."""
        buttons = (self.next_button, self.clock_button)
        loud = next((one for one in buttons if one.weight is Weight.PRIMARY), self.next_button)
        loud.setFocus()

    def _show_steps(self, part: Part, live: LiveSession) -> None:
        """Let the steps of the part begin, once the session runs."""
        shown = part.id if live.started is not None else ""
        if shown != self._stepped:
            self._stepped = shown
            steps = [
                (step.title, length) for step, length in zip(part.steps, step_lengths(part), strict=True)
            ]
            self.steps.show_steps(steps if shown else (), live.spent[live.current])

    def _show_clock_button(self, live: LiveSession) -> None:
        tr, button = self._context.words.tr, self.clock_button
        text, icon = {
            Phase.READY: (tr("Start"), "play"),
            Phase.RUNNING: (tr("Pause"), "pause"),
            Phase.PAUSED: (tr("Resume"), "play"),
            Phase.CLOSED: (tr("Open the session again"), "play"),
        }[live.phase]
        button.setText(text)
        button.show_icon(icon)
        button.set_weight(Weight.PRIMARY if live.phase in {Phase.READY, Phase.PAUSED} else Weight.NORMAL)

    def _show_next(self, plan: SessionPlan, live: LiveSession) -> None:
        tr, button = self._context.words.tr, self.next_button
        if live.phase is Phase.CLOSED:
            button.setText(tr("Look at the notes"))
        elif live.upcoming:
            button.setText(
                tr("Next: {part}", part=title_of(plan.parts[live.upcoming[0]], self._context.words))
            )
        else:
            button.setText(tr("Wrap up the session"))
        button.setEnabled(live.phase is not Phase.READY)
        quiet = live.phase in {Phase.READY, Phase.PAUSED}
        button.set_weight(Weight.NORMAL if quiet else Weight.PRIMARY)

    def _add_minutes(self, by: int, _checked: bool = False) -> None:
        self.minutes_added.emit(by)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE)
        column.setSpacing(Space.SNUG)
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(Space.HAIR)
        names.addWidget(self._number)
        names.addWidget(self._title)
        head.addLayout(names, 1)
        head.addWidget(self._status, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        time = QHBoxLayout()
        time.setSpacing(Space.WIDE)
        time.addWidget(self.ring)
        time.addLayout(self._controls(), 1)
        column.addLayout(time)
        column.addWidget(self.steps)
        column.addWidget(self.words, 1)

    def _controls(self) -> QVBoxLayout:
        keys = QVBoxLayout()
        keys.setSpacing(Space.SNUG)
        minutes, going = QHBoxLayout(), QHBoxLayout()
        for button in self.minute_buttons.values():
            minutes.addWidget(button, 1)
        going.addWidget(self.back_button)
        going.addWidget(self.next_button, 1)
        for row in (minutes, going):
            row.setSpacing(Space.SNUG)
        keys.addStretch(1)
        self._clock_line.setSpacing(Space.SNUG)
        self._clock_line.addWidget(self.clock_button, 1)
        self._clock_line.addLayout(minutes, 3)
        keys.addLayout(self._clock_line)
        keys.addLayout(going)
        tools = QWidget()
        line = FlowLayout(tools, gap=Space.HAIR)
        for button in (
            self._rules,
            self.go_round_button,
            self.groups_button,
            self.read_back_button,
            self.speakers_button,
            self.cool_down_button,
            self.replan_button,
        ):
            line.addWidget(button)
        keys.addWidget(tools)
        keys.addStretch(1)
        return keys
