"""The steps of a close down the side, or as one choice where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.closing_text import detail_of, standing_in_words
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_ICONS = {StepStatus.DONE: "check", StepStatus.LATER: "clock"}


def step_row(step: StepProgress, folder: SessionFolder, words: Words) -> MarkRow:
    """Return a step as a row: what it is, and where it stands in words and as a mark."""
    name, detail = name_of(step.step, words), detail_of(step, folder, words)
    return MarkRow(
        step.step,
        name,
        detail,
        f"{name}. {detail}.",
        _ICONS.get(step.status, ""),
        "–" if step.status is StepStatus.NOTHING else "",
        filled=step.status is StepStatus.DONE,
        quiet=not step.is_open,
    )


class StepsList(Card):
    """Tells ``moved(step)`` where the keys are, ``entered()`` for Enter and ``ticked(step)`` for Space."""

    moved = Signal(str)
    entered = Signal()
    ticked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        words = context.words
        self._words = words
        self._head = Section(words.tr("Steps"))
        self._head.setContentsMargins(Space.TIGHT, 0, Space.TIGHT, 0)
        self.list = _Steps(context.theme, words.tr("Wrap-up steps"))
        self.list.moved.connect(self.moved)
        self.list.opened.connect(lambda _: self.entered.emit())
        self.list.clicked.connect(lambda _: self.moved.emit(self.list.current_id()))
        self.list.ticked.connect(self.ticked)
        self.column.setContentsMargins(Space.SNUG, Space.BASE, Space.SNUG, Space.SNUG)
        self.column.addWidget(self._head)
        self.column.addWidget(self.list, 1)

    def show_steps(self, steps: Sequence[StepProgress], folder: SessionFolder, here: CloseStep) -> None:
        """Show the steps, with the keys on ``here``."""
        self.list.show_rows([step_row(step, folder, self._words) for step in steps])
        self.list.go_to(here)
        shut = sum(not step.is_open for step in steps)
        self._head.show_text(
            self._words.tr("Steps"),
            self._words.tr("{done} of {total} done", done=shut, total=len(steps)),
        )


class StepsSelect(Card):
    """The same as one choice in one line."""

    moved = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        self._words = context.words
        self.select = Select(context.theme)
        self.select.setAccessibleName(context.words.tr("Wrap-up steps"))
        self.select.chosen.connect(self.moved)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        line.addWidget(self.select, 1)
        self.column.addLayout(line)

    def show_steps(self, steps: Sequence[StepProgress], here: CloseStep) -> None:
        """Show the steps, with ``here`` as the one that is chosen."""
        words = self._words
        choices = [
            Choice(
                step.step,
                words.tr(
                    "{step}: {state}",
                    step=name_of(step.step, words),
                    state=standing_in_words(step, words),
                ),
            )
            for step in steps
        ]
        self.select.show_choices(choices)
        self.select.choose(here)


class _Steps(MarkList):
    """The list, in which Space ticks and Enter goes in."""

    ticked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current_id():
            if not event.isAutoRepeat():
                self.ticked.emit(self.current_id())
        else:
            super().keyPressEvent(event)
