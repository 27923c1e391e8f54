"""The foot of the wrap-up page: what is still to do, and what can be done with the step that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.ui.closing.steps_list import next_open
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_WIDTH_FOR_ONE_LINE = 620
"""The least width, in pixels at 100 % text, at which sentence and buttons share a line."""


class CloseFoot(Card):
    """Says what is still to do, in few words: the list of steps says it all.

    Emits ``state_chosen(StepState)`` when a person calls the step done, open or left for later.
    """

    state_chosen = Signal(StepState)
    next_wanted = Signal()
    home_wanted = Signal()
    choosing_wanted = Signal()
    """A person wants to choose between the versions of two laptops."""

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        theme, words = context.theme, context.words
        self._theme, self._words = theme, words
        self.status = Label(role="muted")
        self.choose_button = Button(theme, words.tr("Choose versions"), icon="question")
        self.later_button = Button(theme, words.tr("Leave it for later"), weight=Weight.QUIET)
        self.again_button = Button(theme, words.tr("Not done yet"), weight=Weight.QUIET)
        self.go_button = Button(theme, words.tr("Done"), icon="check")
        self._done = partial(self.state_chosen.emit, StepState.DONE)
        self._run: Callable[[], None] = self._done
        self.choose_button.clicked.connect(self.choosing_wanted)
        self.later_button.clicked.connect(lambda: self.state_chosen.emit(StepState.LATER))
        self.again_button.clicked.connect(lambda: self.state_chosen.emit(StepState.OPEN))
        self.go_button.clicked.connect(self._go)
        buttons = row(
            self.choose_button, self.later_button, self.again_button, self.go_button, gap=Space.SNUG
        )
        margins = (Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        self._line = row((self.status, 1), buttons, gap=Space.SNUG, margins=margins)
        self.column.addLayout(self._line)
        theme.changed.connect(self._fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def show_steps(
        self, steps: Sequence[StepProgress], shown: CloseStep, *, conflicts: int = 0, quiet: bool = False
    ) -> None:
        """Show what is still to do, and what can be done with the step that is shown.

        A person has to choose between the versions of ``conflicts`` notes.  With ``quiet`` no button is
        primary, because the pane has one.
        """
        words = self._words
        here, following = next(one for one in steps if one.step is shown), next_open(steps, shown)
        self.status.setText(left_in_words([step for step in steps if step.is_open], conflicts, words))
        self.choose_button.setVisible(conflicts > 0)
        self.later_button.setVisible(here.status is StepStatus.OPEN)
        chosen = here.status is StepStatus.LATER or (here.status is StepStatus.DONE and not here.by_itself)
        self.again_button.setVisible(chosen)
        if here.is_open:
            self._show_button(words.tr("Done"), "check", self._done)
        elif following is not None:
            step = name_of(following.step, words)
            self._show_button(words.tr("Next: {step}", step=step), "next", self.next_wanted.emit)
        else:
            self._show_button(words.tr("Home"), "home", self.home_wanted.emit)
        self.go_button.set_weight(Weight.NORMAL if quiet else Weight.PRIMARY)

    def _show_button(self, text: str, icon: str, run: Callable[[], None]) -> None:
        self.go_button.setText(text)
        self.go_button.show_icon(icon)
        self._run = run

    def _go(self) -> None:
        self._run()

    def _fold(self) -> None:
        """Put the buttons under the sentence where both have no room in one line."""
        directions = QBoxLayout.Direction
        narrow = self.width() < self._theme.scaled(_WIDTH_FOR_ONE_LINE)
        self._line.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)


def left_in_words(steps: Sequence[StepProgress], conflicts: int, words: Words) -> str:
    """Return "Still to do: read back (21) and 4 more steps", or that nothing is left to do."""
    if conflicts:
        return words.ntr("{count} version to choose", "{count} versions to choose", conflicts)
    if not steps:
        return words.tr("Nothing is left to do.")
    first, *others = steps
    name = name_of(first.step, words).lower()
    said = f"{name} ({first.left})" if first.left else name
    if not others:
        return words.tr("Still to do: {steps}", steps=said)
    return words.ntr(
        "Still to do: {step} and {count} more step",
        "Still to do: {step} and {count} more steps",
        len(others),
        step=said,
    )
