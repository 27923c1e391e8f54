"""A question and where to answer it: a label, an input, and a line for what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column


class Field(QWidget):
    """Shows ``control`` under its label and a ``hint``; screen readers say the label and the error too."""

    def __init__(self, label: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._hint = hint
        title = Label(label, "strong")
        title.setBuddy(control)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)
        self._error = Label(role="error")
        self._error.hide()
        text = (title, Label(hint, "note")) if hint else (title,)
        whole = column(*text, gap=Space.HAIR, within=self)
        whole.addSpacing(Space.HAIR)  # so that the focus ring does not touch the words
        whole.addWidget(control)
        whole.addWidget(self._error)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong and what to write instead; an empty sentence clears the error."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self._hint)
        self.control.setProperty("invalid", bool(sentence))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def error(self) -> str:
        """Return the error that is shown, or an empty string."""
        return self._error.text()
