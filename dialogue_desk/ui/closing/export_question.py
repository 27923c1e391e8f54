"""The question before an export when nobody has looked at something that leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.desk.leaving.unchecked import Unchecked, unchecked_sentences
from dialogue_desk.domain.model.closing import CloseStep
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.words import Words


class ExportQuestion(QWidget):
    """Says what was not done, offers the way back to it first, and to export anyway second.

    Emits ``back_wanted(step)``, ``anyway_wanted()``, or only ``closed()`` for Escape.  Nothing is saved
    before.
    """

    back_wanted = Signal(str)
    anyway_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: AppTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._step = CloseStep.PRIVACY
        self._first, self._more = Label(role="warn"), Label(role="note")
        self.back = Button(theme, "", weight=Weight.PRIMARY, icon="back")
        self.anyway = Button(theme, words.tr("Export anyway"), icon="export")
        self.back.clicked.connect(self._go_back)
        self.anyway.clicked.connect(self._go_on)
        buttons = row(self.back, self.anyway, STRETCH, gap=Space.SNUG)
        column(self._first, self._more, buttons, gap=Space.TIGHT, within=self)
        self.hide()

    def ask(self, what: Unchecked) -> str:
        """Show the question with the keyboard on the way back, and return what it says."""
        first, *more = unchecked_sentences(what, self._words)
        self._step = what.step
        self._first.setText(first)
        self._more.setText(" ".join(more))
        self._more.setVisible(bool(more))
        self.back.setText(self._way_back())
        self.show()
        self.back.setFocus()
        return " ".join((first, *more))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the question for Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _way_back(self) -> str:
        ways = {
            CloseStep.PRIVACY: self._words.tr("To the privacy check"),
            CloseStep.READ_BACK: self._words.tr("To the read-back"),
            CloseStep.EXPORT: self._words.tr("To the quotes"),
        }
        return ways[self._step]

    def _go_back(self) -> None:
        self.closed.emit()
        self.back_wanted.emit(self._step)

    def _go_on(self) -> None:
        self.closed.emit()
        self.anyway_wanted.emit()
