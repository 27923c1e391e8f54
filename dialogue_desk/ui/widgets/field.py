"""A question and where to answer it: a label, an input, and what the input understood or did not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.inputs import Number
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column
from dialogue_desk.ui.widgets.typed_line import TypedLine


class Field(QWidget):
    """Shows ``control`` under its label and a ``hint``; screen readers say the label and the error too."""

    def __init__(self, label: str, control: QWidget, hint: str = "") -> None:
        super().__init__()
        self.control = control
        self._hint = hint
        title = Label(label, "strong")
        title.setBuddy(control)
        control.setAccessibleName(label)
        # The description of a choice is what is asked, because its name is the answer.
        self._asked = label if control.accessibleDescription() == label else ""
        self._describe(hint)
        self._understood, self._error = Label(role="note"), Label(role="error")
        for line in (self._understood, self._error):
            line.hide()
        text = (title, Label(hint, "note")) if hint else (title,)
        whole = column(*text, gap=Space.HAIR, within=self)
        whole.addSpacing(Space.HAIR)  # so that the focus ring does not touch the words
        whole.addWidget(control)
        whole.addWidget(self._understood)
        whole.addWidget(self._error)
        if isinstance(control, Number | TypedLine):
            control.heard.connect(self._hear)
        if isinstance(control, TypedLine):
            control.show_value(control.value())

    def show_error(self, sentence: str) -> None:
        """Say what is wrong and what to write instead; an empty sentence clears the error."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._understood.setVisible(bool(self._understood.text()) and not sentence)
        self._describe(sentence or self._understood.text() or self._hint)
        self.control.setProperty("invalid", bool(sentence))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def show_note(self, sentence: str) -> None:
        """Say under the input what is worth knowing of what was chosen; an empty sentence says nothing."""
        self._understood.setText(sentence)
        self.show_error(self.error())
        self._understood.setVisible(bool(sentence) and not self.error())

    def error(self) -> str:
        """Return the error that is shown, or an empty string."""
        return self._error.text()

    def _describe(self, sentence: str) -> None:
        self.control.setAccessibleDescription(". ".join(filter(None, (self._asked, sentence))))

    def _hear(self, understood: str, fault: str) -> None:
        """Say what the input understood, or what is wrong."""
        self._understood.setText(understood)
        self.show_error(fault)
