"""A question and the place to answer it: label, input, and a line for what is wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.label import Label


class Field(QWidget):
    """Holds ``input`` under its label.  The label, and later the error, are said by readers too.

    Args:
        label: what is asked; it becomes the input's name.
        control: the input.
        hint: a line under the label that helps to answer.
    """

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(title)
        if hint:
            column.addWidget(Label(hint, "note"))
        column.addSpacing(Space.HAIR)  # the ring of the focus stands free of the words
        column.addWidget(control)
        column.addWidget(self._error)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong and what to write instead; an empty sentence takes it back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self._hint)
        self.control.setProperty("invalid", bool(sentence))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def error(self) -> str:
        """Return what is said to be wrong, or nothing."""
        return self._error.text()
