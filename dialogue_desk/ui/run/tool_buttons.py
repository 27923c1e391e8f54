"""The quiet buttons on the card of a part: the tools that the part asks for, and the way to a new plan."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import Part, PartKind
from dialogue_desk.domain.model.live_session import LiveSession, Phase, Reading
from dialogue_desk.domain.run.pacing import Lateness, drift
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import FlowLayout

OFFER_FROM_MINUTES = 2
"""Minutes late or early from which a new plan is offered."""

_ROUNDS = {PartKind.GO_ROUND, PartKind.INTRODUCTIONS, PartKind.CHECK_IN, PartKind.CLOSING}
_GROUPS = {PartKind.PAIRS, PartKind.TRIOS, PartKind.FOURS, PartKind.BRAINSTORM, PartKind.ACTION_PLANNING}
_TALKS = {PartKind.OPEN_TALK, PartKind.VIEWS, PartKind.CASES, PartKind.FACTS, PartKind.CURIOUS_QUESTIONS}


class ToolButtons(QWidget):
    """Shows the buttons that make sense in a part; the page decides what they do."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        theme, tr, quiet = context.theme, context.words.tr, Weight.QUIET
        self.rules = Button(theme, tr("Ground rules"), weight=quiet, icon="rules")
        self.go_round = Button(theme, tr("Go-round"), weight=quiet, icon="people")
        self.groups = Button(theme, tr("Small groups"), weight=quiet, icon="people")
        self.read_back = Button(theme, tr("Read back"), weight=quiet, icon="guide")
        self.speakers = Button(theme, tr("Speakers' list"), weight=quiet, icon="speak")
        self.cool_down = Button(theme, tr("Pause and cool down"), weight=quiet, icon="pause")
        self.replan = ReplanButton(context)
        line = FlowLayout(self, gap=Space.HAIR)
        offered = (self.rules, self.go_round, self.groups, self.read_back, self.speakers, self.cool_down)
        for button in (*offered, self.replan):
            line.addWidget(button)

    def show_part(self, part: Part, phase: Phase) -> None:
        """Show the buttons of the tools that ``part`` asks for."""
        self.go_round.setVisible(part.seconds_each is not None or part.kind in _ROUNDS)
        self.groups.setVisible(part.kind in _GROUPS)
        self.read_back.setVisible(asks_for_read_back(part))
        self.speakers.setVisible(part.kind in _TALKS)
        self.cool_down.setVisible(phase is not Phase.CLOSED)

    def show_round(self, *, on: bool) -> None:
        """Say whether a go-round is under way behind the card."""
        tr = self._words.tr
        self.go_round.setText(tr("Back to the go-round") if on else tr("Go-round"))
        if on:
            self.go_round.show()


class ReplanButton(Button):
    """Says that the circle is late or early, and offers to adjust the plan."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, "", weight=Weight.QUIET, icon="clock")
        self._language = context.words
        self.hide()

    def show_time(self, live: LiveSession, reading: Reading) -> None:
        """Show the button while the circle is late or early enough."""
        found = drift(reading.late)
        going_on = live.phase in {Phase.RUNNING, Phase.PAUSED}
        self.setVisible(going_on and found.minutes >= OFFER_FROM_MINUTES)
        tr = self._language.tr
        late = found.lateness is Lateness.LATE
        self.setText(tr("Late: adjust the plan") if late else tr("Early: adjust the plan"))


def asks_for_read_back(part: Part) -> bool:
    """Return whether the notes are read to the circle in this part."""
    return part.kind in {PartKind.READ_BACK, PartKind.CLOSING}
