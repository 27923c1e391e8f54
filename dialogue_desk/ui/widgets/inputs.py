"""Inputs for a choice out of many, a number and a time of day, dressed like the text box."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLocale, QRectF, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QSizePolicy, QSpinBox, QTimeEdit, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.words import Words


class Select(QComboBox):
    """One of ``choices``; ``chosen(id)`` tells what a person chose.  The wheel passes over it."""

    chosen = Signal(str)

    def __init__(self, theme: AppTheme, choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.show_choices(choices)
        self.activated.connect(self._emit_chosen)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; the one chosen stays if it is still among them."""
        kept = self.choice()
        self.clear()
        for choice in choices:
            self.addItem(choice.text, choice.id)
        self.choose(kept)

    def choice(self) -> str:
        """Return the id of what is chosen, or nothing."""
        return str(self.currentData() or "")

    def choose(self, choice: str) -> None:
        """Set the choice without telling anyone; nothing happens when it is not offered."""
        place = self.findData(choice)
        if place >= 0:
            self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.scaled(16)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = Space.SNUG if mirrored else self.width() - side - Space.SNUG
        place = QRectF(left, (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            self._theme.icons.draw(painter, place, "down", self._theme.tokens.muted)

    def _emit_chosen(self) -> None:
        self.chosen.emit(self.choice())


class Number(QWidget):
    """A whole number between a less and a more button; ``changed(int)`` tells it.

    Args:
        theme: how it looks.
        words: the language of the buttons' names.
        least: the smallest number.
        most: the largest number.
        unit: what follows the number ("min"), or nothing.
    """

    changed = Signal(int)

    def __init__(self, theme: AppTheme, words: Words, least: int, most: int, unit: str = "") -> None:
        super().__init__()
        self.box = _Count()
        self.box.setRange(least, most)
        self.box.setSuffix(f" {unit}" if unit else "")
        self.box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.box)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.HAIR)
        self._buttons: list[Button] = []
        for name, icon, step in ((words.tr("Less"), "minus", -1), (words.tr("More"), "plus", 1)):
            button = Button(theme, name, icon=icon, bare=True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(partial(self._step, step))
            self._buttons.append(button)
            line.addWidget(button)
        line.insertWidget(1, self.box)
        self.box.valueChanged.connect(self.changed)

    def value(self) -> int:
        """Return the number."""
        return self.box.value()

    def show_value(self, value: int) -> None:
        """Set the number without telling anyone."""
        told = self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(told)

    def setAccessibleName(self, name: str) -> None:
        self.box.setAccessibleName(name)
        for button in self._buttons:
            button.setAccessibleDescription(name)

    def setAccessibleDescription(self, description: str) -> None:
        self.box.setAccessibleDescription(description)

    def _step(self, step: int, _checked: bool = False) -> None:
        self.box.stepBy(step)


class _Count(QSpinBox):
    """A digit takes the place of what is said in words, such as "not counted", wherever the cursor is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and self.text() == self.specialValueText():
            self.selectAll()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Day(QDateEdit):
    """A day, typed or moved with the arrow keys; ``dateChanged(QDate)`` tells it.

    Args:
        words: in which language, and in which order, it is written.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(Space.SNUG, 0, Space.SNUG, 0)
        self.setLocale(QLocale(words.language))
        self.setDisplayFormat(words.tr("MMM d, yyyy"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TimeOfDay(QTimeEdit):
    """A time of day, typed or moved with the arrow keys; ``timeChanged(QTime)`` tells it."""

    def __init__(self, time: QTime | None = None) -> None:
        super().__init__(time or QTime(19, 0))
        self.lineEdit().setTextMargins(Space.SNUG, 0, Space.SNUG, 0)

    def set_words(self, words: Words) -> None:
        """Show the time as the app writes it; it reads from left to right in every language."""
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat("H:mm" if words.tr("12-hour clock") == "24" else "h:mm Ap")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
