"""The steps of wrapping up: a list beside the pane, or one choice above it where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.closing_text import detail_of
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.mark_list import MarkList, MarkRow
from dialogue_desk.ui.widgets.section import Section
from dialogue_desk.words import Words
from dialogue_desk.words.names import name_of

_ICONS = {StepStatus.DONE: "check", StepStatus.LATER: "clock"}
_WIDTH_FOR_LIST = 960
"""The least width of the page, in pixels at 100 % text, at which the list fits beside the pane."""
_LIST_WIDTH = 300


def next_open(steps: Sequence[StepProgress], here: CloseStep) -> StepProgress | None:
    """Return the open step after ``here``, going round; one left for later only when no other is open."""
    place = list(CloseStep).index(here)
    coming = [one for one in (*steps[place + 1 :], *steps[:place]) if one.is_open]
    return next((one for one in coming if one.status is StepStatus.OPEN), next(iter(coming), None))


def step_row(step: StepProgress, folder: SessionFolder, words: Words) -> MarkRow:
    """Return a step as a row: its name, and its state in words and as a mark."""
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


def step_choice(step: StepProgress, folder: SessionFolder, words: Words) -> Choice:
    """Return a step as a choice: its name, its state, and how much of it is done or new."""
    name, state = name_of(step.step, words), detail_of(step, folder, words)
    return Choice(step.step, words.tr("{step}: {state}", step=name, state=state))


class StepsNavigation(QObject):
    """Shows the steps as a list in the card ``side`` or as a choice in the card ``top``, whichever has room.

    Emits ``moved(step)`` for the selected step, ``entered()`` for Enter and ``ticked(step)`` for Space.
    """

    moved = Signal(str)
    entered = Signal()
    ticked = Signal(str)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        theme, words = context.theme, context.words
        self._theme, self._words, self._page = theme, words, page
        self._narrow: bool | None = None
        self.side, self.edge, self.top = Card("rail", edge=0), Hairline(upright=True), Card("bar", edge=0)
        self._heading = Section(words.tr("Steps"))
        self._heading.setContentsMargins(Space.TIGHT, 0, Space.TIGHT, 0)
        self.list = _Steps(theme, words.tr("Wrap-up steps"))
        self.list.moved.connect(self.moved)
        self.list.opened.connect(lambda _: self.entered.emit())
        self.list.clicked.connect(lambda _: self.moved.emit(self.list.current_id()))
        self.list.ticked.connect(self.ticked)
        self.side.column.setContentsMargins(Space.SNUG, Space.BASE, Space.SNUG, Space.SNUG)
        self.side.column.addWidget(self._heading)
        self.side.column.addWidget(self.list, 1)
        self.select = Select(theme)
        self.select.setAccessibleName(words.tr("Wrap-up steps"))
        self.select.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # as wide as the bar
        self.select.chosen.connect(self.moved)
        self.top.column.setContentsMargins(Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        self.top.column.addWidget(self.select)

    def show_steps(self, steps: Sequence[StepProgress], folder: SessionFolder, here: CloseStep) -> None:
        """Show the steps, with ``here`` selected."""
        tr = self._words.tr
        self.list.show_rows([step_row(step, folder, self._words) for step in steps])
        self.list.go_to(here)
        done = sum(not step.is_open for step in steps)
        self._heading.show_text(tr("Steps"), tr("{done} of {total} done", done=done, total=len(steps)))
        self.select.show_choices([step_choice(step, folder, self._words) for step in steps])
        self.select.choose(here)

    def fit(self) -> None:
        """Show what has room in the width of the page; the keyboard stays on the steps if it was there."""
        narrow = self._page.width() < self._theme.scaled(_WIDTH_FOR_LIST)
        self.side.setFixedWidth(self._theme.scaled(_LIST_WIDTH))
        if narrow == self._narrow:
            return
        had_focus = self._narrow is not None and self._page.focusWidget() is self._shown()
        self._narrow = narrow
        self.side.setVisible(not narrow)
        self.edge.setVisible(not narrow)
        self.top.setVisible(narrow)
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the steps."""
        self._shown().setFocus()

    def _shown(self) -> QWidget:
        return self.select if self._narrow else self.list


class _Steps(MarkList):
    """The list itself: Space emits ``ticked(step)``, Enter ``opened(step)``."""

    ticked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current_id():
            if not event.isAutoRepeat():
                self.ticked.emit(self.current_id())
        else:
            super().keyPressEvent(event)
