"""Inputs for a choice out of many, a number, a day and a time of day, in the look of the text box."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QLocale, QRectF, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QSizePolicy, QSpinBox, QTimeEdit, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.words import Words


class _IgnoresWheel:
    """Leaves the mouse wheel to the page, so that scrolling past an input does not change it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Select(_IgnoresWheel, QComboBox):
    """One of ``choices``; ``chosen(id)`` tells what a person chose."""

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
        """Return the id of what is chosen, or an empty string."""
        return str(self.currentData() or "")

    def choose(self, choice: str) -> None:
        """Set the choice without telling ``chosen``; an id that is not offered changes nothing."""
        place = self.findData(choice)
        if place >= 0:
            self.setCurrentIndex(place)

    def showPopup(self) -> None:
        round_corners(self.view().window())
        super().showPopup()

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
    """A whole number, followed by ``unit``, between a less and a more button; ``changed(int)`` tells it."""

    changed = Signal(int)

    def __init__(self, theme: AppTheme, words: Words, least: int, most: int, unit: str = "") -> None:
        super().__init__()
        self.box = _NumberBox()
        self.box.setRange(least, most)
        self.box.setSuffix(f" {unit}" if unit else "")
        self.box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.box)
        line = row(gap=Space.HAIR, within=self)
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
        """Set the number without telling ``changed``."""
        blocked = self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(blocked)

    def setAccessibleName(self, name: str) -> None:
        self.box.setAccessibleName(name)
        for button in self._buttons:
            button.setAccessibleDescription(name)

    def setAccessibleDescription(self, description: str) -> None:
        self.box.setAccessibleDescription(description)

    def _step(self, step: int, _checked: bool = False) -> None:
        self.box.stepBy(step)


class _NumberBox(_IgnoresWheel, QSpinBox):
    """A digit replaces a value that is shown in words ("not counted"), wherever the cursor is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and self.text() == self.specialValueText():
            self.selectAll()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()


class Day(_IgnoresWheel, QDateEdit):
    """A day, typed or moved with the arrow keys, in the order of the language; tells ``dateChanged``."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(Space.SNUG, 0, Space.SNUG, 0)
        self.setLocale(QLocale(words.language))
        self.setDisplayFormat(words.tr("MMM d, yyyy"))


class DayField(QWidget):
    """Asks ``question`` and offers ``default_day``; ``day()`` is None while the box is not ticked."""

    changed = Signal()

    def __init__(self, theme: AppTheme, words: Words, question: str, default_day: date) -> None:
        super().__init__()
        self.tick = Tick(theme, question)
        self.edit = Day(words)
        self.edit.setDate(QDate(default_day.year, default_day.month, default_day.day))
        self.edit.setAccessibleName(question)
        self.edit.setMinimumWidth(theme.scaled(210))
        self.edit.setEnabled(False)
        line = FlowLayout(self, gap=Space.SNUG)
        line.addWidget(self.tick)
        line.addWidget(self.edit)
        self.tick.toggled.connect(self.edit.setEnabled)
        self.tick.toggled.connect(lambda _: self.changed.emit())
        self.edit.dateChanged.connect(lambda _: self.changed.emit())

    def day(self) -> date | None:
        """Return the day, or None when none is set."""
        shown = self.edit.date()
        return date(shown.year(), shown.month(), shown.day()) if self.tick.isChecked() else None

    def show_day(self, day: date | None) -> None:
        """Show ``day``; for None the day that was shown before stays on offer, unticked."""
        self.tick.setChecked(day is not None)
        if day is not None:
            self.edit.setDate(QDate(day.year, day.month, day.day))


class TimeOfDay(_IgnoresWheel, QTimeEdit):
    """A time of day, typed or moved with the arrow keys; ``timeChanged(QTime)`` tells it."""

    def __init__(self, time: QTime | None = None) -> None:
        super().__init__(time or QTime(19, 0))
        self.lineEdit().setTextMargins(Space.SNUG, 0, Space.SNUG, 0)

    def set_words(self, words: Words) -> None:
        """Show the time as the app writes it; it reads from left to right in every language."""
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat("H:mm" if words.tr("12-hour clock") == "24" else "h:mm Ap")
