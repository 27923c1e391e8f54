"""One question in front of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dialogue_desk.ui.core.prompts import ChoicePrompt
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.focus_ring import FocusRing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words


class ChoicePromptDialog(QDialog):
    """One question and its answers.  Escape and Cancel leave it unanswered."""

    answered = Signal(str)

    def __init__(
        self, question: ChoicePrompt, theme: AppTheme, words: Words, window: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question.title)
        self.setAccessibleDescription(question.sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        column.setSpacing(Space.SNUG)
        column.addWidget(Label(question.title, "heading"))
        column.addWidget(Label(question.sentence))
        column.addStretch(1)
        column.addSpacing(Space.TIGHT)
        line = QHBoxLayout()
        line.setSpacing(Space.SNUG)
        cancel = Button(theme, words.tr("Cancel"), weight=Weight.QUIET)
        cancel.clicked.connect(self.reject)
        line.addWidget(cancel)
        line.addStretch(1)
        for answer in question.answers:
            button = Button(theme, answer.text, weight=answer.weight)
            button.clicked.connect(partial(self._answer, answer.id))
            line.addWidget(button)
            if answer.weight is Weight.PRIMARY:
                button.setDefault(True)
                button.setFocus()
        column.addLayout(line)
        self.setMinimumWidth(min(560, theme.scaled(420)))
        self._ring = FocusRing(theme, self)

    def _answer(self, answer: str) -> None:
        self.accept()
        self.answered.emit(answer)
