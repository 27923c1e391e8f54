"""What to say and ask in a part, in the order in which it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.domain.model.guide import Part
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import prompts_heading
from dialogue_desk.ui.run.part_question import PromptButton
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.expander import Expander
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.scroll_column import ScrollColumn

PROMPTS = 2
"""So many questions are written large; of a longer list, only the first."""


class PartWords(Card):
    """The card under the clock.  What the room is asked stands first: it is looked at longest.

    Tells ``prompted(number)`` when a question is pressed, from 1.
    """

    prompted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__(edge=0)
        self._context = context
        self._part: Part | None = None
        self._words = QWidget()
        self.questions: list[PromptButton] = []
        self._column = ScrollColumn(context.theme)
        self._column.add(self._words)
        self._column.body.addStretch(1)
        self.column.addWidget(self._column)

    def show_part(self, part: Part) -> None:
        """Show the words of ``part`` from their beginning."""
        if part == self._part:
            return
        self._part = part
        old, self._words = self._words, QWidget()
        body = QVBoxLayout(self._words)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.SNUG)
        self._fill(body, part)
        self._column.body.replaceWidget(old, self._words)
        old.hide()
        old.deleteLater()
        self._column.verticalScrollBar().setValue(0)

    def show_prompt(self, prompt: int) -> None:
        """Show which question is being asked, from 1; 0 when nobody said so."""
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
                body.addWidget(
                    Label(
                        words.tr("{title}: {minutes} min", title=step.title, minutes=step.minutes), "strong"
                    )
                )
                if step.text:
                    body.addWidget(Label(step.text))

    def _fold(self, body: QVBoxLayout, title: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        fold = Expander(self._context.theme, title)
        for line in lines:
            fold.body.addWidget(Label(f"•  {line}"))
        body.addWidget(fold)
