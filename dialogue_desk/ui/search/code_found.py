"""What stands over the hits of a search when a code was typed: what it leads to, and the way to its sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.session.code_search import CodeMatch, CodeResult
from dialogue_desk.desk.session.code_text import found_sentence
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column


class CodeFound(QWidget):
    """Hidden while no code is typed; ``wanted(code)`` tells that a person wants to see all of it."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = context.words
        self._code = ""
        self._said = Label(role="strong")
        self.button = Button(context.theme, "", icon="search")
        self.button.clicked.connect(lambda: self.wanted.emit(self._code))
        column(self._said, flowing(self.button), gap=Space.TIGHT, within=self)
        self.hide()

    def show_result(self, result: CodeResult | None) -> None:
        """Say what a code leads to; None where what was typed is no code."""
        self._code = result.code if result is not None else ""
        self._said.setText(found_sentence(result, self._words) if result is not None else "")
        self.button.setText(self._words.tr("Look up {code}", code=self._code))
        self.button.setVisible(result is not None and result.match is not CodeMatch.NONE)
        self.setVisible(result is not None)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._said.text()
