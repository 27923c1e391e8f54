"""What to say and ask in a part, in the order in which the guide has it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.domain.model.ids import MINUTE, SECOND, Milliseconds
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import prompts_heading
from dialogue_desk.ui.run.part_cards import PartCards
from dialogue_desk.ui.run.pinned_column import LARGEST_SHARE, PinnedColumn
from dialogue_desk.ui.run.prompt_button import PromptButton
from dialogue_desk.ui.style.spacing import resized
from dialogue_desk.ui.style.theme import AppTheme, Size, Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import clear_layout, column
from dialogue_desk.words.times import turn_length

PROMPTS = 2
"""A list of at most so many questions is large; of a longer list, only the first question is."""

_COLUMN = 70
_EDGE = 6
"""What the card keeps free above and below, so that nothing lies over its round corners."""

_SIZES = ((140, 1040, 620), (118, 860, 500))
"""Larger type, in percent, with the room from which it is used, in pixels at 100 % text."""
_LOW, _QUESTION_IN_LOW = 280, 82
"""In less height than this, at 100 % text, questions are in smaller type, to leave lines to what is said."""
_TINY, _SHARE_IN_TINY = 200, 0.45
"""In less height than this, what is said has no heading, and the questions in sight get no more than that."""


class PartWords(Card):
    """The card with the script.  It is read down, and the questions stay in sight all the while.

    Tells ``prompted(number)``, from 1, when a question is pressed, and ``card_wanted(part, number)`` when a
    card is to be shown to the room.
    """

    prompted = Signal(int)
    card_wanted = Signal(str, int)

    def __init__(self, context: Context) -> None:
        super().__init__(edge=0)
        self._context = context
        self._part: Part | None = None
        self._percent = 100
        self.questions: list[PromptButton] = []
        self._spoken: list[SpokenLabel] = []
        self._steps: list[Label] = []
        self._cards: PartCards | None = None
        before, after = QWidget(), QWidget()
        self._before = column(gap=Space.SNUG, within=before)
        self._after = column(gap=Space.SNUG, within=after)
        self.script = PinnedColumn(context.theme)
        self._ask = self.script.pinned.body
        self._say = Label(context.words.tr("Say"), "section")
        self.script.add(column(self._say, before, gap=Space.SNUG), self.script.place, after)
        self.script.body.setSpacing(Space.TIGHT)
        self.script.body.addStretch(1)
        self.column.setContentsMargins(1, _EDGE, 1, _EDGE)
        self.column.addWidget(self.script)
        context.theme.changed.connect(self._grow)
        self._grow()

    def show_part(self, part: Part) -> None:
        """Show the words of ``part`` from the top."""
        if part == self._part:
            return
        self._part = part
        for layout in (self._before, self._ask, self._after):
            clear_layout(layout)
        self._write_say(part)
        self._write_ask(part)
        self._write_rest(part)
        self._grow()
        self.script.verticalScrollBar().setValue(0)

    def show_times(self, given: Milliseconds, lengths: Sequence[Milliseconds]) -> None:
        """Show how long each step of the part is, and each option in what it is ``given``."""
        steps = self._part.steps if self._part is not None else ()
        for label, step, length in zip(self._steps, steps, lengths, strict=True):
            label.setText(self._step_text(step.title, length))
        if self._cards is not None:
            self._cards.show_given(given)

    def show_prompt(self, prompt: int) -> None:
        """Show which question is being asked, from 1; 0 for none."""
        for number, question in enumerate(self.questions, start=1):
            question.set_state(asked=number == prompt, another=bool(prompt) and number != prompt)
        self._show_first(prompt)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def fold(self, *, low: bool) -> None:
        """Keep less free around the words where there is little room."""
        edge = Space.HAIR if low else Space.BASE
        self.script.body.setContentsMargins(Space.WIDE, edge, Space.WIDE, edge)

    def _grow(self) -> None:
        """Use the room: in a large window the type is larger."""
        theme = self._context.theme
        fitting = (
            percent
            for percent, wide, tall in _SIZES
            if self.width() >= theme.scaled(wide) and self.height() >= theme.scaled(tall)
        )
        self._percent = next(fitting, 100)
        tiny = self.height() < theme.scaled(_TINY)
        self._say.setHidden(tiny or self._part is None or not self._part.say)
        self.script.share = _SHARE_IN_TINY if tiny else LARGEST_SHARE
        usual = theme.font(Size.HEADING)
        font = resized(usual, usual.pixelSize() * self._percent // 100)
        self.script.set_measure(QFontMetrics(font).averageCharWidth() * _COLUMN)
        for label in self._spoken:
            label.grow(self._percent)
        for question in self.questions:
            question.grow(self._question_percent())

    def _question_percent(self) -> int:
        low = self.height() < self._context.theme.scaled(_LOW)
        return _QUESTION_IN_LOW if low else self._percent

    def _write_say(self, part: Part) -> None:
        self._spoken = [SpokenLabel(self._context.theme, text, self._percent) for text in part.say]
        for label in self._spoken:
            self._before.addWidget(label)

    def _write_ask(self, part: Part) -> None:
        self.questions = []
        self.script.place.setVisible(bool(part.ask))
        if part.ask:
            self._ask.addWidget(Label(prompts_heading(part, self._context.words), "section"))
            large = len(part.ask) if len(part.ask) <= PROMPTS else 1
            tr = self._context.words.tr
            for number, asked in enumerate(part.questions, start=1):
                may_go = asked.optional
                words = tr("{question} (may be left out)", question=asked.text) if may_go else asked.text
                question = PromptButton(self._context.theme, words, large=number <= large)
                question.grow(self._question_percent())
                question.clicked.connect(partial(self._press, number))
                self._ask.addWidget(question)
                question.show()  # at once, because its height decides that of the whole
                self.questions.append(question)
        self._show_first(0)

    def _write_rest(self, part: Part) -> None:
        words, body = self._context.words, self._after
        self._write_steps(body, part)
        self._cards = PartCards(self._context, part) if part.cards else None
        if self._cards is not None:
            self._cards.room_wanted.connect(partial(self.card_wanted.emit, part.id))
            body.addWidget(self._cards)
        self._fold(body, words.ntr("{count} tip", "{count} tips", len(part.tips)), part.tips)
        materials = words.ntr("{count} thing needed", "{count} things needed", len(part.materials))
        self._fold(body, materials, part.materials)
        if part.purpose:
            body.addWidget(Label(words.tr("What it is for"), "section"))
            body.addWidget(Label(part.purpose, "muted"))

    def _show_first(self, prompt: int) -> None:
        """Have the question that is asked, or the first, in sight where there is no room for all."""
        shown = self.questions[max(0, prompt - 1) : max(1, prompt)]
        self.script.pinned.first = shown[0] if shown else None
        self.script.pin()

    def _press(self, number: int, _checked: bool = False) -> None:
        self.prompted.emit(number)

    def _write_steps(self, body: QVBoxLayout, part: Part) -> None:
        self._steps = [
            Label(self._step_text(step.title, step.minutes * MINUTE), "strong") for step in part.steps
        ]
        if part.steps:
            body.addWidget(Label(self._context.words.tr("Steps"), "section"))
            for title, step in zip(self._steps, part.steps, strict=True):
                body.addWidget(title)
                if step.text:
                    body.addWidget(Label(step.text))

    def _step_text(self, title: str, length: Milliseconds) -> str:
        """Return "Change: 5 min", or "Change: 4:30" where it has seconds too."""
        words = self._context.words
        if length % MINUTE:
            return words.tr("{title}: {time}", title=title, time=turn_length(length // SECOND, words))
        return words.tr("{title}: {minutes} min", title=title, minutes=length // MINUTE)

    def _fold(self, body: QVBoxLayout, title: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        fold = Expander(self._context.theme, title)
        for line in lines:
            fold.body.addWidget(Label(f"•  {line}"))
        body.addWidget(fold)


class SpokenLabel(Label):
    """A paragraph that is read aloud, in type that grows with the room."""

    def __init__(self, theme: AppTheme, text: str, percent: int) -> None:
        super().__init__(text)
        self._theme, self._percent = theme, 0
        theme.changed.connect(self._size)
        self.grow(percent)

    def grow(self, percent: int) -> None:
        """Write it in ``percent`` of the usual size."""
        if percent != self._percent:
            self._percent = percent
            self._size()

    def _size(self) -> None:
        usual = self._theme.font(Size.HEADING)
        self.setFont(resized(usual, usual.pixelSize() * self._percent // 100))
        self.updateGeometry()
