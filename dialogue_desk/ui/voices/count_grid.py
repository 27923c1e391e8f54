"""The fields in which counts of slips are typed: by digits, sums and Enter alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from dialogue_desk.desk.program.pooled_edits import SlipQuestion
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout
from dialogue_desk.words import Words
from dialogue_desk.words.typed_sums import read_sum

_WIDE = 64
_LONGEST = 60


class CountBox(QLineEdit):
    """A count, typed as a number or as a sum; ``entered()`` tells that a person left it or pressed Enter.

    Enter goes on to the next stop.  A + goes on from the count that is there.
    """

    entered = Signal()

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setMaxLength(_LONGEST)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.editingFinished.connect(self._settle)
        theme.changed.connect(self._fit)
        self._fit()

    def readable(self) -> bool:
        """Whether it is empty or holds a count."""
        return not self.text().strip() or read_sum(self.text()) is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "+" and self.text() and self.selectedText() == self.text():
            self.end(False)
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
            self.focusNextChild()

    def mark(self, *, wrong: bool) -> None:
        """Show, beside the words that say so, that what is typed cannot be counted."""
        if bool(self.property("invalid")) is not wrong:
            self.setProperty("invalid", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _settle(self) -> None:
        count = read_sum(self.text())
        if count is not None and self.text() != str(count):
            self.setText(str(count))
        self.entered.emit()

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.scaled(_WIDE))


@dataclass(slots=True)
class _Line:
    """The fields of one question, and the label that says their sum."""

    question: SlipQuestion
    sum: Label
    boxes: dict[str, CountBox] = field(default_factory=dict)


class CountGrid(QWidget):
    """Questions with a field for each answer, and the running sum of each beside the number of slips.

    Answers of a scale stand side by side under one head, others one under the other.  ``entered()`` tells
    that a field was left.
    """

    entered = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._theme, self._words = context.theme, context.words
        self._lines: list[_Line] = []
        self._slips: int | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.TIGHT)
        self._grid.setVerticalSpacing(Space.TIGHT)
        self._grid.setColumnStretch(0, 1)

    def show_questions(self, questions: Sequence[SlipQuestion], ends: tuple[str, str] | None = None) -> None:
        """Ask these questions; ``ends`` are the words at both ends of the scale that all of them share."""
        clear_layout(self._grid)
        self._lines = [_Line(one, Label(role="note")) for one in questions]
        if ends is not None and questions:
            self._lay_out_scale(questions[0].answers, ends)
        else:
            self._lay_out_lists()
        for line in self._lines:
            for box in line.boxes.values():
                box.entered.connect(partial(self._tell, line))
                box.textEdited.connect(partial(self._say_sum, line))
            self._say_sum(line)

    def show_typed(self, typed: Mapping[tuple[str, str], str]) -> None:
        """Show what is typed, by question and answer."""
        for line in self._lines:
            for answer, box in line.boxes.items():
                box.setText(typed.get((line.question.key, answer), ""))
            self._say_sum(line)

    def typed(self) -> dict[tuple[str, str], str]:
        """Return what is typed, by question and answer; empty fields are left out."""
        return {
            (line.question.key, answer): box.text()
            for line in self._lines
            for answer, box in line.boxes.items()
            if box.text().strip()
        }

    def show_slips(self, slips: int | None) -> None:
        """Compare the sums with so many slips; None where nobody typed how many."""
        self._slips = slips
        for line in self._lines:
            self._say_sum(line)

    def unanswered(self) -> tuple[SlipQuestion, ...]:
        """Return the questions for which nothing is typed."""
        return tuple(
            line.question
            for line in self._lines
            if not any(box.text().strip() for box in line.boxes.values())
        )

    def focus_on_error(self) -> bool:
        """Put the keyboard on the first field that is wrong, and return whether one is."""
        for line in self._lines:
            wrong = [box for box in line.boxes.values() if box.property("invalid")]
            for box in wrong[:1]:
                box.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def boxes(self) -> tuple[CountBox, ...]:
        """Return all fields, in the order in which they are typed."""
        return tuple(box for line in self._lines for box in line.boxes.values())

    def _lay_out_scale(self, steps: Sequence[str], ends: tuple[str, str]) -> None:
        least, most = Label(ends[0], "note"), Label(ends[1], "note")
        most.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        half = len(steps) // 2
        self._grid.addWidget(least, 0, 1, 1, half)
        self._grid.addWidget(most, 0, 1 + len(steps) - half, 1, half)
        for column, step in enumerate(steps, 1):
            head = Label(step, "strong")
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._grid.addWidget(head, 1, column)
        for row, line in enumerate(self._lines, 2):
            self._grid.addWidget(Label(line.question.text), row, 0)
            for column, step in enumerate(steps, 1):
                self._grid.addWidget(self._box(line, step), row, column)
            line.sum.setFixedWidth(self._theme.scaled(140))
            self._grid.addWidget(line.sum, row, 1 + len(steps))

    def _lay_out_lists(self) -> None:
        row = 0
        for line in self._lines:
            self._grid.addWidget(Label(line.question.text, "strong"), row, 0, 1, 2)
            for row, answer in enumerate(line.question.answers, row + 1):  # noqa: B020
                label = Label(answer)
                box = self._box(line, answer)
                label.setBuddy(box)
                self._grid.addWidget(label, row, 0)
                self._grid.addWidget(box, row, 1)
            self._grid.addWidget(line.sum, row + 1, 0, 1, 2)
            row += 2

    def _box(self, line: _Line, answer: str) -> CountBox:
        box = line.boxes[answer] = CountBox(self._theme, f"{line.question.text}: {answer}")
        return box

    def _tell(self, line: _Line) -> None:
        self._say_sum(line)
        self.entered.emit()

    def _say_sum(self, line: _Line, _typed: str = "") -> None:
        """Say the sum of a question beside the slips, and what is wrong with it."""
        counts = [read_sum(box.text()) or 0 for box in line.boxes.values()]
        over = self._slips is not None and sum(counts) > self._slips
        wrong = [box for box in line.boxes.values() if not box.readable()]
        for box in line.boxes.values():
            box.mark(wrong=box in wrong or (over and bool(box.text().strip())))
        said = sum_text(sum(counts), self._slips, self._words)
        if wrong:
            said = self._words.tr("“{typed}” is no number.", typed=wrong[0].text().strip()[:12])
        line.sum.setText(said)
        line.sum.setProperty("role", "error" if over or wrong else "note")
        line.sum.style().unpolish(line.sum)
        line.sum.style().polish(line.sum)
        for box in line.boxes.values():
            box.setAccessibleDescription(said)


def sum_text(total: int, slips: int | None, words: Words) -> str:
    """Say a sum beside the number of slips."""
    if slips is None:
        return words.tr("Sum: {sum}", sum=total)
    if total > slips:
        return words.tr("{sum} of {slips}: {over} too many", sum=total, slips=slips, over=total - slips)
    return words.ntr("{sum} of {count} slip", "{sum} of {count} slips", slips, sum=total)
