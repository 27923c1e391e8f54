"""The card of the part that is on: its clock, what can be done with it, and its words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.live_session import LiveSession, MoveKind, Phase, Reading
from dialogue_desk.domain.run.steps import step_lengths
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import time_in_words
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.run.part_words import PartWords
from dialogue_desk.ui.run.step_line import StepLine
from dialogue_desk.ui.run.tool_buttons import ToolButtons
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.ui.widgets.ring import Pace, TimeLeft, TimeRing
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of

MINUTES = (-1, 1, 5)
_LOW = 420
"""The height, at 100 % text, under which the clock's buttons share a line, to leave room for the question."""


class PartCard(Overlay):
    """Shows the part; the session decides what its buttons do, and which one is primary."""

    minutes_added = Signal(int)

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
            by: Button(theme, tr("{minutes} min", minutes=abs(by)), icon="plus" if by > 0 else "minus")
            for by in MINUTES
        }
        self.steps = StepLine(context)
        self._stepped = ""
        self.tools = ToolButtons(context)
        self.words = PartWords(context)
        for by, button in self.minute_buttons.items():
            said = (
                tr("Add {minutes} min", minutes=by) if by > 0 else tr("Take {minutes} min away", minutes=-by)
            )
            button.setAccessibleName(said)
            button.setToolTip(said)
            button.clicked.connect(partial(self._add_minutes, by))
        self._clock_line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self._context.theme.scaled(_LOW)
        ways = QBoxLayout.Direction
        self._clock_line.setDirection(ways.LeftToRight if low else ways.TopToBottom)

    def show_part(self, plan: SessionPlan, live: LiveSession, back: str) -> None:
        """Show the part that is on, and what can be done now; Back leads to ``back``, "" for nowhere."""
        words = self._context.words
        part = plan.parts[live.current]
        number, total = live.current + 1, len(plan.parts)
        self._number.setText(words.tr("Part {number} of {total}", number=number, total=total))
        self._title.setText(title_of(part, words))
        self._kind.show_text(name_of(part.kind, words))
        self.words.show_part(part)
        self.tools.show_part(part, live.phase)
        self._show_steps(part, live)
        self._show_clock_button(live)
        self._show_next(plan, live)
        self.back_button.setEnabled(bool(back))
        titles = {part.id: title_of(part, words) for part in plan.parts}
        self.back_button.setText(words.tr("Back to {part}", part=titles[back]) if back else words.tr("Back"))
        for button in self.minute_buttons.values():
            button.setEnabled(MoveKind.ADD_TIME in live.allowed)

    def show_time(self, live: LiveSession, reading: Reading, time: TimeLeft) -> None:
        """Show the time of the part; ``time`` is that of its ring."""
        self.ring.show_time(time)
        self.tools.replan.show_time(live, reading)
        late = time.pace in {Pace.WARNING, Pace.OVER}
        self._status.show_text(time_in_words(reading, self._context.words) if late else "")
        self.steps.follow(reading.part_elapsed)

    def focus_next(self) -> None:
        buttons = (self.next_button, self.clock_button)
        loud = next((one for one in buttons if one.weight is Weight.PRIMARY), self.next_button)
        loud.setFocus()

    def press_primary(self) -> bool:
        return False

    def put_away(self) -> None:
        """Stay: the part is always there."""

    def _show_steps(self, part: Part, live: LiveSession) -> None:
        shown = part.id if live.started is not None else ""
        if shown != self._stepped:
            self._stepped = shown
            steps = zip((step.title for step in part.steps), step_lengths(part), strict=True)
            self.steps.show_steps(tuple(steps) if shown else (), live.spent[live.current])

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
            part = title_of(plan.parts[live.upcoming[0]], self._context.words)
            button.setText(tr("Next: {part}", part=part))
        else:
            button.setText(tr("Wrap up the session"))
        button.setEnabled(live.phase is not Phase.READY)
        quiet = live.phase in {Phase.READY, Phase.PAUSED}
        button.set_weight(Weight.NORMAL if quiet else Weight.PRIMARY)

    def _add_minutes(self, by: int, _checked: bool = False) -> None:
        self.minutes_added.emit(by)

    def _lay_out(self) -> None:
        bottom = Qt.AlignmentFlag.AlignBottom
        names = column(self._number, self._title, gap=Space.HAIR)
        head = row((names, 1), self._status, self._kind, gap=None)
        for label in (self._status, self._kind):
            head.setAlignment(label, bottom)
        column(
            head,
            row(self.ring, (self._controls(), 1), gap=Space.WIDE),
            self.steps,
            (self.words, 1),
            gap=Space.SNUG,
            margins=(Space.WIDE, Space.BASE, Space.WIDE, Space.BASE),
            within=self,
        )

    def _controls(self) -> QVBoxLayout:
        minutes = row(*((button, 1) for button in self.minute_buttons.values()), gap=Space.SNUG)
        onward = row(self.back_button, (self.next_button, 1), gap=Space.SNUG)
        self._clock_line.setSpacing(Space.SNUG)
        self._clock_line.addWidget(self.clock_button, 1)
        self._clock_line.addLayout(minutes, 3)
        return column(STRETCH, self._clock_line, onward, self.tools, STRETCH, gap=Space.SNUG)
