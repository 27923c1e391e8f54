"""The tools that a part asks for, as one row of words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.model.guide import Part, PartKind
from dialogue_desk.domain.model.live_session import Phase
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.flow_layout import FlowLayout

_ROUNDS = {PartKind.GO_ROUND, PartKind.INTRODUCTIONS, PartKind.CHECK_IN, PartKind.CLOSING}
_GROUPS = {PartKind.PAIRS, PartKind.TRIOS, PartKind.FOURS, PartKind.BRAINSTORM, PartKind.ACTION_PLANNING}
_TALKS = {PartKind.OPEN_TALK, PartKind.VIEWS, PartKind.CASES, PartKind.FACTS, PartKind.CURIOUS_QUESTIONS}


class ToolButtons(QWidget):
    """Shows the buttons that make sense in a part; the page decides what they do."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        theme, tr, quiet = context.theme, context.words.tr, Weight.QUIET
        self.rules = Button(theme, tr("Ground rules"), weight=quiet)
        self.go_round = Button(theme, tr("Go-round"), weight=quiet)
        self.groups = Button(theme, tr("Small groups"), weight=quiet)
        self.read_back = Button(theme, tr("Read back"), weight=quiet)
        self.speakers = Button(theme, tr("Speakers' list"), weight=quiet)
        self.cool_down = Button(theme, tr("Pause and cool down"), weight=quiet)
        self.moments = Button(theme, tr("When it gets hot"), weight=quiet)
        tools = (self.rules, self.go_round, self.groups, self.read_back, self.speakers)
        self._all = (*tools, self.cool_down, self.moments)
        line = FlowLayout(self, gap=Space.HAIR)
        for button in self._all:
            line.addWidget(button)

    def offered(self) -> list[Button]:
        """Return the buttons that make sense now."""
        return [button for button in self._all if not button.isHidden()]

    def show_part(self, part: Part, phase: Phase) -> None:
        """Show the buttons of the tools that ``part`` asks for."""
        self.go_round.setVisible(part.seconds_each is not None or part.kind in _ROUNDS)
        self.groups.setVisible(part.kind in _GROUPS)
        self.read_back.setVisible(asks_for_read_back(part))
        self.speakers.setVisible(part.kind in _TALKS)
        for button in (self.cool_down, self.moments):
            button.setVisible(phase is not Phase.CLOSED)

    def show_round(self, *, on: bool) -> None:
        """Say whether a go-round is under way behind the card."""
        tr = self._words.tr
        self.go_round.setText(tr("Back to the go-round") if on else tr("Go-round"))
        if on:
            self.go_round.show()


def asks_for_read_back(part: Part) -> bool:
    """Return whether the notes are read to the circle in this part."""
    return part.kind in {PartKind.READ_BACK, PartKind.CLOSING}
