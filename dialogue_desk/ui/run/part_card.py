"""The card of the part that is on: its words first, its clock and tools in strips, and the way on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from dialogue_desk.domain.model.guide import Part, SessionPlan
from dialogue_desk.domain.model.ids import Milliseconds
from dialogue_desk.domain.model.live_session import LiveSession, MoveKind, Phase, Reading
from dialogue_desk.domain.run.steps import step_lengths
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.run.overlay import Overlay
from dialogue_desk.ui.run.part_words import PartWords
from dialogue_desk.ui.run.step_line import StepLine
from dialogue_desk.ui.run.time_strip import TimeStrip
from dialogue_desk.ui.run.tool_buttons import ToolButtons
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.ring import TimeLeft
from dialogue_desk.words.names import name_of
from dialogue_desk.words.part_names import title_of, who_leads

MINUTES = (-1, 1, 5)
_LOW = 520
"""The height, at 100 % text, under which clock and tools give way, to leave room for the words."""


class PartCard(Overlay):
    """Shows the part; the session decides what its buttons do, and which one is primary."""

    minutes_added = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        theme, tr = context.theme, context.words.tr
        self._title, self._number = Label(role="title"), Label(role="muted")
        self.ring = TimeStrip(theme, context.words, tr("Time left in this part"))
        self.clock_button = Button(theme, tr("Pause"))
        self.next_button = Button(theme, "", weight=Weight.PRIMARY, icon="next", trailing=True)
        self.back_button = Button(theme, tr("Back"))
        self.minute_buttons = {by: self._minute_button(by) for by in MINUTES}
        self.steps = StepLine(context)
        self._stepped = ""
        self._lengths: tuple[Milliseconds, ...] = ()
        self.tools = ToolButtons(context)
        self.more_tools = Button(theme, tr("Tools"))
        self.words = PartWords(context)
        self.more_tools.clicked.connect(self._open_tools)
        self._low: bool | None = None
        self._lay_out()
        self._fold(low=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        steps = 0 if self.steps.isHidden() else self.steps.sizeHint().height()
        self._fold(low=self.height() - steps < self._context.theme.scaled(_LOW))

    def show_part(self, plan: SessionPlan, live: LiveSession, back: str) -> None:
        """Show the part that is on, and what can be done now; Back leads to ``back``, "" for nowhere."""
        words = self._context.words
        part = plan.parts[live.current]
        number, total = live.current + 1, len(plan.parts)
        self._title.setText(title_of(part, words))
        kind = name_of(part.kind, words)
        said = words.tr("Part {number} of {total} · {kind}", number=number, total=total, kind=kind)
        lead = (who_leads(part.lead, words),) if part.lead else ()
        self._number.setText(" · ".join((said, *lead)))
        self.words.show_part(part)
        self.tools.show_part(part, live.phase)
        self._show_steps(part, live)
        self._show_clock_button(live)
        self._show_next(plan, live)
        self.back_button.setEnabled(bool(back))
        titles = {one.id: title_of(one, words) for one in plan.parts}
        leads = words.tr("Back to {part}", part=titles[back]) if back else words.tr("Back")
        self.back_button.setAccessibleName(leads)
        self.back_button.setToolTip(leads)
        tr = words.tr
        name = tr("Time left in this part") if part.clock else tr("Time this part has taken")
        self.ring.setAccessibleName(name)
        for button in self.minute_buttons.values():
            button.setEnabled(MoveKind.ADD_TIME in live.allowed)
            button.setVisible(live.phase is not Phase.CLOSED and part.clock)

    def show_time(self, live: LiveSession, reading: Reading, time: TimeLeft) -> None:
        """Show the time of the part; ``time`` is that of its ring."""
        self.ring.show_time(time)
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
        shown = part.id if live.started is not None and part.clock else ""
        lengths = step_lengths(part.steps, live.given(live.current))
        self.words.show_times(live.given(live.current), lengths)
        if shown != self._stepped:
            steps = zip((step.title for step in part.steps), lengths, strict=True)
            self.steps.show_steps(tuple(steps) if shown else (), live.spent[live.current])
        elif shown and lengths != self._lengths:
            self.steps.retime(lengths)
        self._stepped, self._lengths = shown, lengths

    def _show_clock_button(self, live: LiveSession) -> None:
        tr, button = self._context.words.tr, self.clock_button
        button.setText(
            {
                Phase.READY: tr("Start"),
                Phase.RUNNING: tr("Pause"),
                Phase.PAUSED: tr("Resume"),
                Phase.CLOSED: tr("Open the session again"),
            }[live.phase]
        )
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

    def _minute_button(self, by: int) -> Button:
        tr = self._context.words.tr
        shown = {-1: "−1", 1: "+1"}.get(by, tr("+{minutes} min", minutes=by))
        said = tr("Add {minutes} min", minutes=by) if by > 0 else tr("Take {minutes} min away", minutes=-by)
        button = Button(self._context.theme, shown)
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.clicked.connect(partial(self._add_minutes, by))
        return button

    def _open_tools(self) -> None:
        """Open the tools that have no room as a menu over their button."""
        menu = QMenu(self.more_tools)
        menu.aboutToHide.connect(menu.deleteLater)
        for button in self.tools.offered():
            menu.addAction(button.text().replace("&", "&&"), button.click)
        menu.popup(self.more_tools.mapToGlobal(QPoint(0, 0)) - QPoint(0, menu.sizeHint().height()))
        menu.setActiveAction(menu.actions()[0])

    def _fold(self, *, low: bool) -> None:
        """Put title and clock on one line and the tools into a menu; or let each have its own line."""
        if self._low is low:
            return
        self._low = low
        # Folding lays out, which can fold the other way meanwhile: the last answer holds for all of it.
        self.ring.fold(low=self._low)
        self.words.fold(low=self._low)
        if self._low:
            self._clock.insertWidget(1, self._heading, 1)
        else:
            self._head.addWidget(self._heading)
        self._clock.setStretch(self._clock.count() - len(MINUTES) - 2, 0 if self._low else 1)
        self._number.setHidden(self._low)
        self._title.play("strong" if self._low else "title")
        self.tools.setHidden(self._low)
        self.more_tools.setVisible(self._low)
        edge = Space.HAIR if self._low else Space.SNUG
        self._lines.setContentsMargins(Space.TIGHT, edge, Space.TIGHT, edge)

    def _lay_out(self) -> None:
        sides = (Space.BASE, 0, Space.BASE, 0)
        self._heading = QWidget()
        row(self._title, (self._number, 1), gap=Space.SNUG, within=self._heading)
        self._head = row(margins=sides)
        minutes = self.minute_buttons.values()
        middle = Qt.AlignmentFlag.AlignVCenter
        buttons = ((button, 0, middle) for button in (self.clock_button, *minutes))
        self._clock = row(self.ring, STRETCH, *buttons, gap=Space.SNUG, margins=sides)
        onward = row(self.back_button, self.more_tools, (self.next_button, 1), gap=Space.SNUG, margins=sides)
        script = row((self.words, 1), margins=sides)
        script_and_steps = column(row(self.steps, margins=sides), (script, 1), gap=Space.TIGHT)
        # The words of the tools begin where all words begin, and what is around them reaches beyond.
        self._lines = column(
            self._head, self._clock, self.tools, (script_and_steps, 1), onward, gap=Space.TIGHT, within=self
        )
