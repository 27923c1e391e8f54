"""The footer of the wrap-up page: what is still to do, and the buttons for the step that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.domain.model.closing import CloseStep, StepState
from dialogue_desk.ui.closing.closing_text import open_in_words
from dialogue_desk.ui.closing.steps_list import next_open
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.words.names import name_of


class CloseFooter(Card):
    """Says what is still to do.

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
        self._words = words
        self._open = Label()
        self.choose_button = Button(theme, words.tr("Choose versions"), icon="question")
        self.later_button = Button(theme, words.tr("Leave it for later"), icon="clock")
        self.again_button = Button(theme, words.tr("Not done yet"), icon="undo")
        self.go_button = Button(theme, words.tr("Done"), icon="check")
        self._run: Callable[[], None] = self._emit_done
        self.choose_button.clicked.connect(self.choosing_wanted)
        self.later_button.clicked.connect(lambda: self.state_chosen.emit(StepState.LATER))
        self.again_button.clicked.connect(lambda: self.state_chosen.emit(StepState.OPEN))
        self.go_button.clicked.connect(self._go)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        self._line.setSpacing(Space.SNUG)
        self._line.addWidget(self._open, 1)
        buttons = (self.choose_button, self.later_button, self.again_button, self.go_button)
        self._line.addLayout(row(*buttons, gap=Space.SNUG))
        self.column.addLayout(self._line)

    def fold(self, *, narrow: bool) -> None:
        """Put the buttons under the sentence when ``narrow``, and else beside it."""
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def sentence(self) -> str:
        """Return the sentence about what is still to do."""
        return self._open.text()

    def show_steps(
        self, steps: Sequence[StepProgress], shown: CloseStep, *, conflicts: int = 0, quiet: bool = False
    ) -> None:
        """Show what is still to do, and what can be done with the step that is shown.

        Args:
            steps: all steps, in order.
            shown: the step whose pane is shown.
            conflicts: how many notes have two versions that a person has to choose between.
            quiet: whether the pane has a primary button, so that none of these is one.
        """
        words = self._words
        here, following = next(one for one in steps if one.step is shown), next_open(steps, shown)
        self._open.setText(open_in_words([step for step in steps if step.is_open], words, conflicts))
        self.choose_button.setVisible(conflicts > 0)
        self.later_button.setVisible(here.status is StepStatus.OPEN)
        chosen = here.status is StepStatus.LATER or (here.status is StepStatus.DONE and not here.by_itself)
        self.again_button.setVisible(chosen)
        if here.is_open:
            self._show_button(words.tr("Done"), "check", self._emit_done)
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

    def _emit_done(self) -> None:
        self.state_chosen.emit(StepState.DONE)
