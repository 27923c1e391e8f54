"""The parts of a session one under the other, each with its time, its bar, and what can be mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from dialogue_desk.ui.prepare.plan_bar import PlanBar
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.ui.widgets.responsive_row import ResponsiveRow

_TIME, _MINUTES = 52, 64
"""The widths of the clock times and of the minutes, in pixels at 100 % text."""
_FIXES_BESIDE = 520
"""The width from which the buttons of a fix are beside its words."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One part as it is shown; ``longest`` is what a whole bar stands for, in minutes.

    ``fixes`` are the ways to mend it: names of what is wanted, with the words on their buttons.  ``changed``
    says what is another in this session than in the guide, with the words of the button that undoes it.
    ``beside`` is what to know of it that nothing has to be done about.
    """

    part: str
    time: str
    title: str
    minutes: str
    given: int
    needed: int
    longest: int
    why: str = ""
    fixes: tuple[tuple[str, str], ...] = ()
    changed: tuple[str, str] | None = None
    beside: str = ""


class PlanRows(QWidget):
    """Tells ``wanted(fix, part)`` when a person mends a part; the fix "undo" goes back to the guide."""

    wanted = Signal(str, str)

    def __init__(self, theme: AppTheme) -> None:
        super().__init__()
        self._theme = theme
        self._made: dict[str, tuple[PlanRow, QWidget]] = {}
        self._column = column(gap=0, within=self)

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show ``rows``; one that stays the same keeps its widget."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        kept = {line.part for line in rows}
        for part in [part for part in self._made if part not in kept]:
            self._drop(part)
        for place, line in enumerate(rows):
            known = self._made.get(line.part)
            if known is None or known[0] != line:
                if known is not None:
                    self._drop(line.part)
                self._made[line.part] = (line, self._row(line))
            widget = self._made[line.part][1]
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)
        if had_focus:
            self._focus_next()

    def end_row(self, time: QWidget, *rest: tuple[QWidget, int]) -> QWidget:
        """Return a row of these widgets in the columns of the parts."""
        holder, minutes = QWidget(), QWidget()
        minutes.setFixedWidth(self._theme.scaled(_MINUTES))
        time.setMinimumWidth(self._theme.scaled(_TIME))
        row(time, *rest, minutes, gap=Space.SNUG, margins=(0, Space.HAIR, 0, 0), within=holder)
        return holder

    def indented(self, widget: QWidget) -> QWidget:
        """Return ``widget`` under the titles of the parts."""
        holder = QWidget()
        left = self._theme.scaled(_TIME) + Space.SNUG
        row((widget, 1), margins=(left, 0, 0, Space.HAIR), within=holder)
        return holder

    def _drop(self, part: str) -> None:
        widget = self._made.pop(part)[1]
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _focus_next(self) -> None:
        """Put the keyboard on the first thing that can be done here, if what it was on is gone."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused) and focused.isVisible():
            return
        buttons = [one for _, made in self._made.values() for one in made.findChildren(Button)]
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, line: PlanRow) -> QWidget:
        holder, middle, far = QWidget(), Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTrailing
        time, minutes = Label(line.time, "muted", wrap=False), Label(line.minutes, "muted", wrap=False)
        for label, width in ((time, _TIME), (minutes, _MINUTES)):
            label.setMinimumWidth(self._theme.scaled(width))
            label.setAlignment(far | middle)
        title = Label(line.title, "strong" if line.why else "")
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        bar = PlanBar(self._theme, line.given, line.needed, line.longest)
        head = row(
            (time, 0, middle), (title, 3, middle), (bar, 5, middle), (minutes, 0, middle), gap=Space.SNUG
        )
        whole = column(head, gap=Space.HAIR, margins=(0, 6, 0, 6), within=holder)
        if line.beside:
            whole.addWidget(self.indented(Label(line.beside, "note")))
        if line.why:
            whole.addWidget(self.indented(self._fix(line)))
        elif line.changed is not None:
            whole.addWidget(self.indented(self._change(line, *line.changed)))
        return holder

    def _fix(self, line: PlanRow) -> QWidget:
        card = Card("notice", edge=Space.SNUG)
        across = ResponsiveRow(self._theme, _FIXES_BESIDE, gap=Space.TIGHT)
        across.add(Label(line.why), 1)
        buttons = QWidget()
        row(
            *(self._button(line, fix, text, Weight.NORMAL) for fix, text in line.fixes),
            gap=Space.TIGHT,
            within=buttons,
        )
        across.add(buttons)
        card.add(across)
        return card

    def _change(self, line: PlanRow, said: str, undo: str) -> QWidget:
        holder = QWidget()
        note = (Label(said, "note"), 0, Qt.AlignmentFlag.AlignVCenter)
        row(note, self._button(line, "undo", undo, Weight.QUIET), STRETCH, gap=Space.TIGHT, within=holder)
        return holder

    def _button(self, line: PlanRow, fix: str, text: str, weight: Weight) -> Button:
        button = Button(self._theme, text, weight=weight)
        button.setAccessibleName(f"{text}: {line.title}")
        button.clicked.connect(partial(self._tell, fix, line.part))
        return button

    def _tell(self, fix: str, part: str, _checked: bool = False) -> None:
        self.wanted.emit(fix, part)
