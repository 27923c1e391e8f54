"""A line in which people write a time, a day or a number in their own way, and that says what it understood.

What is not understood stays as it was typed, and a sentence says so.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

T = TypeVar("T")


class Misread(Exception):
    """What was typed is not understood; ``sentence`` says so at the field."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def keyboard_is_beside(widget: QWidget) -> bool:
    """Whether the keyboard is in the window of ``widget``.

    Otherwise it left because that window goes, and what stands around the widget may be half gone.
    """
    focused = QApplication.focusWidget()
    return focused is not None and focused.window() is widget.window()


class SelectsOnClick(QObject):
    """Selects all of a line with the click that brings the keyboard there; the next one places the cursor."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._armed = False
        line.installEventFilter(self)

    def arm(self, event: QFocusEvent) -> None:
        """Select all with the release of the button, if a click brought the keyboard; otherwise at once."""
        self._armed = event.reason() is Qt.FocusReason.MouseFocusReason
        if event.reason() in {Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ShortcutFocusReason}:
            self._line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.arm(event)
        elif event.type() is QEvent.Type.MouseButtonRelease and self._armed:
            self._armed = False
            if not self._line.hasSelectedText():
                self._line.selectAll()
        return super().eventFilter(watched, event)


class TypedLine(QLineEdit, Generic[T]):
    """A line that holds a value of one kind, written in any way that :meth:`read` understands.

    Enter, or leaving the line, writes the value as the app does.
    """

    changed = Signal()
    """A person made it another value."""
    heard = Signal(str, str)
    """What was understood, "" when the line says it itself; and what is wrong, "" when nothing is."""

    def __init__(self, value: T) -> None:
        super().__init__()
        self._value = value
        self._fault = ""
        SelectsOnClick(self)
        self.setText(self.written(value))
        self.textEdited.connect(self._listen)
        self.editingFinished.connect(self.settle)

    @abstractmethod
    def read(self, text: str) -> T:
        """Return what ``text`` says.

        Raises:
            Misread: when it says nothing of the kind.
        """

    @abstractmethod
    def written(self, value: T) -> str:
        """Return ``value`` as the app writes it in the line."""

    def in_words(self, value: T) -> str:
        """Return ``value`` in full, to be shown under the line."""
        return self.written(value)

    @abstractmethod
    def stepped(self, value: T, steps: int) -> T:
        """Return the value that is so many presses of the arrow up from ``value``."""

    def value(self) -> T:
        """Return the value that was understood last."""
        return self._value

    def fault(self) -> str:
        """Return what is wrong with what is typed, or ""."""
        return self._fault

    def show_value(self, value: T) -> None:
        """Set the value without telling ``changed``."""
        self._value, self._fault = value, ""
        self.setText(self.written(value))
        self.tell()

    def set_value(self, value: T) -> None:
        """Set the value as a person would."""
        self.show_value(value)
        self.changed.emit()

    def settle(self) -> None:
        """Write what was understood as the app does, or say what was not."""
        if not keyboard_is_beside(self):
            return
        if not self._fault:
            self.setText(self.written(self._value))
        self.tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is not None and not self._fault:
            self.set_value(self.stepped(self._value, step))
            self.selectAll()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.selectAll()

    def _listen(self, text: str) -> None:
        before = self._value
        try:
            self._value, self._fault = self.read(text), ""
        except Misread as misread:
            self._fault = misread.sentence
        # A word that is half typed is no mistake yet.
        self.heard.emit("" if self._fault else self._in_other_words(), "")
        if self._value != before:
            self.changed.emit()

    def tell(self) -> None:
        """Tell ``heard`` what is understood, or what is wrong."""
        self.heard.emit("" if self._fault else self._in_other_words(), self._fault)

    def _in_other_words(self) -> str:
        said = self.in_words(self._value)
        return "" if said == self.text() else said
