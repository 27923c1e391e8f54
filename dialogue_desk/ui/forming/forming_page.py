"""Forming circles of a program: the wish, the slips, the circles, and the end, a step beside the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from dialogue_desk.desk.desk import Desk
from dialogue_desk.domain.model.circles import Program
from dialogue_desk.domain.model.ids import RecordId
from dialogue_desk.domain.model.text import safe_in_sentence
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.forming.circles_pane import CirclesPane
from dialogue_desk.ui.forming.finish_pane import FinishPane
from dialogue_desk.ui.forming.forming_work import FormingWork
from dialogue_desk.ui.forming.slips_pane import SlipsPane
from dialogue_desk.ui.forming.wish_pane import WishPane
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow

_BELOW = 980
"""In a narrower window, at 100 % text, the steps are under the title."""


class FormingPage(QWidget):
    """``left`` tells the id of the program to go back to.  Undo and redo here are about slips and circles."""

    left = Signal(str)

    def __init__(self, desk: Desk, context: Context) -> None:
        super().__init__()
        self._desk, self._context, self._words = desk, context, context.words
        self._program_id = ""
        words, theme = context.words, context.theme
        self.work = FormingWork(context, self)
        self.wish, self.slips = WishPane(self.work), SlipsPane(self.work)
        self.circles, self.finish = CirclesPane(self.work), FinishPane(desk, self.work)
        self._panes: tuple[WishPane | SlipsPane | CirclesPane | FinishPane, ...] = (
            self.wish,
            self.slips,
            self.circles,
            self.finish,
        )
        self.back = Button(
            theme, words.tr("Back to the program"), weight=Weight.QUIET, icon="back", bare=True
        )
        self.undo = Button(theme, words.tr("Undo"), weight=Weight.QUIET, icon="undo", bare=True)
        self.redo = Button(theme, words.tr("Redo"), weight=Weight.QUIET, icon="redo", bare=True)
        for button in (self.undo, self.redo):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title, self._about = Label(words.tr("Form circles"), "strong", heads=True), Label(role="note")
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(words.tr("Steps of forming circles"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(False)
        self._stack = QStackedWidget()
        for pane in self._panes:
            self.tabs.addTab("")
            self._stack.addWidget(pane)
        bar = Card("bar", edge=0)
        head, steps = QWidget(), QWidget()
        names = column(STRETCH, self._title, self._about, STRETCH)
        row(self.back, (names, 1), gap=Space.TIGHT, within=head)
        row((self.tabs, 1), self.undo, self.redo, gap=Space.TIGHT, within=steps)
        line = ResponsiveRow(theme, _BELOW)
        line.add(head, 1)
        line.add(steps)
        bar.column.setContentsMargins(Space.TIGHT, 0, Space.BASE, 0)
        bar.add(line)
        column(bar, (self._stack, 1), within=self)
        self._connect()

    def show_program(self, program_id: str) -> None:
        """Form the circles of this program; what was begun for it goes on."""
        record = self._desk.get(RecordId(program_id)) if program_id else None
        program = record.body if record is not None and isinstance(record.body, Program) else Program("")
        if program_id != self._program_id:
            self._program_id = program_id
            self.finish.program_id = RecordId(program_id) if program_id else None
            self.work.begin_for(program)
            self.tabs.setCurrentIndex(0)
        self._show_work()

    def open_step(self, pane: QWidget) -> None:
        """Go to one of the steps."""
        self.tabs.setCurrentIndex([*self._panes].index(pane))  # type: ignore[arg-type]

    def take_focus(self) -> None:
        """Put the keyboard where work goes on."""
        self._pane().take_focus()

    def undo_latest(self) -> None:
        """Go back a step."""
        self._step(self.work.undo, self.work.bench.can_undo, self._words.tr("Undone."))

    def redo_latest(self) -> None:
        """Go forward a step."""
        self._step(self.work.redo, self.work.bench.can_redo, self._words.tr("Redone."))

    def leave(self) -> None:
        """Stop what goes on aside."""
        self.work.stop()

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.left.emit(self._program_id))
        self.undo.clicked.connect(self.undo_latest)
        self.redo.clicked.connect(self.redo_latest)
        self.work.changed.connect(self._show_work)
        self.tabs.currentChanged.connect(self._open)
        self.wish.slips_wanted.connect(lambda: self._go(self.slips))
        self.slips.circles_wanted.connect(lambda: self._go(self.circles))
        self.circles.slips_wanted.connect(lambda: self._go(self.slips))
        self.finish.finished.connect(lambda: self._go(self.slips))

    def _go(self, pane: QWidget) -> None:
        self.open_step(pane)
        self.take_focus()

    def _pane(self) -> WishPane | SlipsPane | CirclesPane | FinishPane:
        return self._panes[self.tabs.currentIndex()]

    def _open(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._pane().show_work()

    def _step(self, act: object, can: bool, said: str) -> None:
        if can and callable(act) and act():
            self._context.announcer.announce(said)

    def _show_work(self) -> None:
        words, work = self._words, self.work
        forming, file = work.forming, work.bench.file
        sealed = words.tr("sealed in “{file}”", file=safe_in_sentence(file.path.name)) if file else ""
        self._about.setText(" · ".join(filter(None, (work.program.name, sealed))))
        self._about.setVisible(bool(self._about.text()))
        tr = words.tr
        names = (
            tr("Wish"),
            tr("Slips · {count}", count=len(forming.slips)) if forming.slips else tr("Slips"),
            tr("Circles · {count}", count=len(forming.circles)) if forming.circles else tr("Circles"),
            tr("Print and finish"),
        )
        for number, name in enumerate(names):
            self.tabs.setTabText(number, name)
        self.undo.setVisible(work.bench.can_undo)
        self.redo.setVisible(work.bench.can_redo)
        self._pane().show_work()
