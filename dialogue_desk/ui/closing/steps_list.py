"""The steps of wrapping up: a list beside the pane, or one choice above it where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.domain.closing.closing_steps import StepProgress, StepStatus
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.ui.closing.closing_text import detail_of, state_in_words
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.widgets.card import Card, Hairline
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.inputs import Select
from dialogue_desk.ui.widgets.layouts import row
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


class StepsNavigation(QObject):
    """Shows the steps as the list ``side`` or as the choice ``top``, whichever has room.

    Emits ``moved(step)`` for the selected step, ``entered()`` for Enter and ``ticked(step)`` for Space.
    """

    moved = Signal(str)
    entered = Signal()
    ticked = Signal(str)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = context.theme, page
        self.side, self.top, self.edge = StepsList(context), StepsSelect(context), Hairline(upright=True)
        self._narrow: bool | None = None
        self.side.list.moved.connect(self.moved)
        self.side.list.opened.connect(lambda _: self.entered.emit())
        self.side.list.clicked.connect(lambda _: self.moved.emit(self.side.list.current_id()))
        self.side.list.ticked.connect(self.ticked)
        self.top.select.chosen.connect(self.moved)

    def show_steps(self, steps: Sequence[StepProgress], folder: SessionFolder, here: CloseStep) -> None:
        """Show the steps, with ``here`` selected."""
        self.side.show_steps(steps, folder, here)
        self.top.show_steps(steps, here)

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
        self._shown().setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> QWidget:
        return self.top.select if self._narrow else self.side.list


class StepsList(Card):
    """Lists the steps under a heading that says how many are done."""

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        words = context.words
        self._words = words
        self._head = Section(words.tr("Steps"))
        self._head.setContentsMargins(Space.TIGHT, 0, Space.TIGHT, 0)
        self.list = _Steps(context.theme, words.tr("Wrap-up steps"))
        self.column.setContentsMargins(Space.SNUG, Space.BASE, Space.SNUG, Space.SNUG)
        self.column.addWidget(self._head)
        self.column.addWidget(self.list, 1)

    def show_steps(self, steps: Sequence[StepProgress], folder: SessionFolder, here: CloseStep) -> None:
        """Show the steps, with ``here`` selected."""
        self.list.show_rows([step_row(step, folder, self._words) for step in steps])
        self.list.go_to(here)
        done = sum(not step.is_open for step in steps)
        self._head.show_text(
            self._words.tr("Steps"),
            self._words.tr("{done} of {total} done", done=done, total=len(steps)),
        )


class StepsSelect(Card):
    """Offers the steps as one choice in one line."""

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        self._words = context.words
        self.select = Select(context.theme)
        self.select.setAccessibleName(context.words.tr("Wrap-up steps"))
        margins = (Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        self.column.addLayout(row((self.select, 1), gap=None, margins=margins))

    def show_steps(self, steps: Sequence[StepProgress], here: CloseStep) -> None:
        """Show the steps, with ``here`` selected."""
        words = self._words
        choices = [
            Choice(
                step.step,
                words.tr(
                    "{step}: {state}",
                    step=name_of(step.step, words),
                    state=state_in_words(step, words),
                ),
            )
            for step in steps
        ]
        self.select.show_choices(choices)
        self.select.choose(here)


class _Steps(MarkList):
    """The list itself: Space emits ``ticked(step)``, Enter ``opened(step)``."""

    ticked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current_id():
            if not event.isAutoRepeat():
                self.ticked.emit(self.current_id())
        else:
            super().keyPressEvent(event)
