"""The foot of the close: what is still open in one sentence, and what to do with the step that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.ui.closing.closing_text import open_in_words
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words.names import name_of


class CloseFooter(Card):
    """Tells what a person says of the step, or where the next thing is."""

    done = Signal()
    left_for_later = Signal()
    opened_again = Signal()
    next_wanted = Signal()
    home_wanted = Signal()
    choosing_wanted = Signal()
    """The wordings of two laptops are to be gone through."""

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        theme, words = context.theme, context.words
        self._words = words
        self._open = Label()
        self.choose_button = Button(theme, words.tr("Choose versions"), icon="question")
        self.later_button = Button(theme, words.tr("Leave it for later"), icon="clock")
        self.again_button = Button(theme, words.tr("Not done yet"), icon="undo")
        self.go_button = Button(theme, words.tr("Done"), icon="check")
        self._goes: Callable[[], None] = self.done.emit
        self.choose_button.clicked.connect(self.choosing_wanted)
        self.later_button.clicked.connect(self.left_for_later)
        self.again_button.clicked.connect(self.opened_again)
        self.go_button.clicked.connect(self._go)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)
        self._line.setSpacing(Space.SNUG)
        self._line.addWidget(self._open, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SNUG)
        for button in (self.choose_button, self.later_button, self.again_button, self.go_button):
            buttons.addWidget(button)
        self._line.addLayout(buttons)
        self.column.addLayout(self._line)

    def fold(self, *, narrow: bool) -> None:
        """Put the buttons under the sentence, or beside it."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def sentence(self) -> str:
        """Return what is said to be open."""
        return self._open.text()

    def show_steps(
        self,
        steps: Sequence[StepProgress],
        here: StepProgress,
        following: StepProgress | None,
        *,
        clashes: int = 0,
        quiet: bool = False,
    ) -> None:
        """Show what is open, and what can be done with the step ``here``.

        Args:
            steps: all steps as they stand.
            here: the one that is shown.
            following: the open step that comes after it; nothing when none does.
            clashes: how much waits for a person to choose between two wordings.
            quiet: whether something in the pane is louder than the buttons here.
        """
        words = self._words
        self._open.setText(open_in_words([step for step in steps if step.is_open], words, clashes))
        self.choose_button.setVisible(clashes > 0)
        self.later_button.setVisible(here.status is StepStatus.OPEN)
        said = here.status is StepStatus.LATER or (here.status is StepStatus.DONE and not here.by_itself)
        self.again_button.setVisible(said)
        if here.is_open:
            self._show_button(words.tr("Done"), "check", self.done.emit)
        elif following is not None:
            step = name_of(following.step, words)
            self._show_button(words.tr("Next: {step}", step=step), "next", self.next_wanted.emit)
        else:
            self._show_button(words.tr("Home"), "home", self.home_wanted.emit)
        self.go_button.set_weight(Weight.NORMAL if quiet else Weight.PRIMARY)

    def _show_button(self, text: str, icon: str, goes: Callable[[], None]) -> None:
        self.go_button.setText(text)
        self.go_button.show_icon(icon)
        self._goes = goes

    def _go(self) -> None:
        self._goes()
