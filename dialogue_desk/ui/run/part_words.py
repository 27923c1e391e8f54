"""What to ask and say in a part, in the order in which it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import prompts_heading
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.button import LEAST_TARGET
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn
from dialogue_desk.ui.widgets.text_block import TextBlock, natural_width

_COLUMN = 70
_BAR = 4
PROMPTS = 2
"""A list of at most so many questions is large; of a longer list, only the first question is."""


class PartWords(Card):
    """The card under the clock.  The questions come first: they are looked at longest.

    Tells ``prompted(number)``, from 1, when a question is pressed.
    """

    prompted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__(edge=0)
        self._context = context
        self._part: Part | None = None
        self.questions: list[PromptButton] = []
        words = QWidget()
        self._body = column(gap=Space.SNUG, within=words)
        self._column = ScrollColumn(context.theme)
        self._column.add(words)
        self._column.body.addStretch(1)
        self.column.addWidget(self._column)

    def show_part(self, part: Part) -> None:
        """Show the words of ``part`` from the top."""
        if part == self._part:
            return
        self._part = part
        clear_layout(self._body)
        self._fill(self._body, part)
        self._column.verticalScrollBar().setValue(0)

    def show_prompt(self, prompt: int) -> None:
        """Show which question is being asked, from 1; 0 for none."""
        for number, question in enumerate(self.questions, start=1):
            question.set_state(asked=number == prompt, another=bool(prompt) and number != prompt)

    def _fill(self, body: QVBoxLayout, part: Part) -> None:
        words = self._context.words
        self._write_ask(body, part)
        if part.say:
            body.addWidget(Label(words.tr("Say"), "section"))
            for paragraph in part.say:
                body.addWidget(Label(paragraph, "lead"))
        self._write_steps(body, part)
        self._fold(body, words.ntr("{count} tip", "{count} tips", len(part.tips)), part.tips)
        materials = words.ntr("{count} thing needed", "{count} things needed", len(part.materials))
        self._fold(body, materials, part.materials)
        if part.purpose:
            body.addWidget(Label(words.tr("What it is for"), "section"))
            body.addWidget(Label(part.purpose, "muted"))

    def _write_ask(self, body: QVBoxLayout, part: Part) -> None:
        self.questions = []
        if part.ask:
            body.addWidget(Label(prompts_heading(part, self._context.words), "section"))
            large = len(part.ask) if len(part.ask) <= PROMPTS else 1
            for number, words in enumerate(part.ask, start=1):
                question = PromptButton(self._context.theme, words, large=number <= large)
                question.clicked.connect(partial(self._press, number))
                body.addWidget(question)
                self.questions.append(question)

    def _press(self, number: int, _checked: bool = False) -> None:
        self.prompted.emit(number)

    def _write_steps(self, body: QVBoxLayout, part: Part) -> None:
        words = self._context.words
        if part.steps:
            body.addWidget(Label(words.tr("Steps"), "section"))
            for step in part.steps:
                title = words.tr("{title}: {minutes} min", title=step.title, minutes=step.minutes)
                body.addWidget(Label(title, "strong"))
                if step.text:
                    body.addWidget(Label(step.text))

    def _fold(self, body: QVBoxLayout, title: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        fold = Expander(self._context.theme, title)
        for line in lines:
            fold.body.addWidget(Label(f"•  {line}"))
        body.addWidget(fold)


class PromptButton(QAbstractButton):
    """One question, as plain words; the one being asked is bold, with a bar beside it, the others smaller.

    While no question is chosen it is written ``large`` or not.
    """

    def __init__(self, theme: AppTheme, words: str, *, large: bool) -> None:
        super().__init__()
        self._theme, self._words, self._large = theme, words, large
        self._another_asked = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(True)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def set_state(self, *, asked: bool, another: bool) -> None:
        """Show whether this question is asked, or ``another`` one."""
        self.setChecked(asked)
        self._another_asked = another
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Do nothing: the part decides which question is asked."""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(LEAST_TARGET if self.isChecked() else 0, self._block(width).height)

    def sizeHint(self) -> QSize:
        font = self._font()
        most = self._theme.measure(Size.PROMPT, characters=_COLUMN)
        wide = min(natural_width(self._shown_text(), font) + 1, most) + self._indent()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._theme.scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        block = self._block(self.width())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        indent = self._indent()
        painter = QPainter(self)
        if self.isChecked():
            bar = self.rect()
            bar.setWidth(_BAR)
            if mirrored:
                bar.moveRight(self.rect().right())
            painter.fillRect(bar, QColor(tokens.accent))
        ink = tokens.accent if self.underMouse() and not self.isChecked() else tokens.ink
        left = self.width() - indent - block.width if mirrored else indent
        block.draw(painter, left, (self.height() - block.height) / 2, QColor(ink))
        painter.end()

    def _shown_text(self) -> str:
        plain = self.isChecked() or (self._large and not self._another_asked)
        return self._words if plain else f"•  {self._words}"

    def _font(self) -> QFont:
        if self.isChecked():
            return self._theme.font(Size.PROMPT, bold=True)
        large = self._large and not self._another_asked
        return self._theme.font(Size.PROMPT if large else Size.HEADING)

    def _indent(self) -> int:
        return _BAR + Space.SNUG if self.isChecked() else 0

    def _block(self, width: int) -> TextBlock:
        return TextBlock(self._shown_text(), self._font(), max(40, width - self._indent()), snug=True)
