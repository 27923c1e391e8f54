"""Inputs for a choice out of many, a number, a day and a time of day, in the look of the text box."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSpinBox, QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button
from dialogue_desk.ui.widgets.chips import Choice
from dialogue_desk.ui.widgets.flow_layout import FlowLayout
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.rounded import round_corners
from dialogue_desk.ui.widgets.tick import Tick
from dialogue_desk.ui.widgets.typed_line import Misread, SelectsOnClick, TypedLine, keyboard_is_beside
from dialogue_desk.words import Words
from dialogue_desk.words.times import (
    capitalize_first,
    clock_time,
    full_day,
    has_whole_day,
    weekdays,
    written_day,
)
from dialogue_desk.words.typed_days import FIRST_YEAR, LAST_YEAR, OtherWeekday, read_day
from dialogue_desk.words.typed_numbers import read_number
from dialogue_desk.words.typed_times import read_time


class _IgnoresWheel:
    """Leaves the mouse wheel to the page, so that scrolling past an input does not change it.

    Qt would also bring the keyboard to it, so each has a focus policy without the wheel.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Select(_IgnoresWheel, QComboBox):
    """One of ``choices``; ``chosen(id)`` tells what a person chose."""

    chosen = Signal(str)

    def __init__(self, theme: AppTheme, choices: Sequence[Choice] = ()) -> None:
        super().__init__()
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.show_choices(choices)
        self.activated.connect(self._emit_chosen)

    def setAccessibleName(self, name: str) -> None:
        """Say what is asked; where Qt tells the answer as the name, it is the description."""
        super().setAccessibleName(name)
        if sys.platform != "win32":
            self.setAccessibleDescription(name)

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
    heard = Signal(str, str)
    """What was understood, "" when the box says it itself; and what is wrong, "" when nothing is."""

    def __init__(self, theme: AppTheme, words: Words, least: int, most: int, unit: str = "") -> None:
        super().__init__()
        self._theme, self._wide = theme, 0
        self.box = _NumberBox(words)
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
        self.box.heard.connect(self.heard)

    def keep_width(self, wide: int) -> None:
        """Be ``wide`` pixels at 100 % text, and grow with it."""
        self._wide = wide
        self._theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.scaled(self._wide))

    def value(self) -> int:
        """Return the number."""
        return self.box.value()

    def show_value(self, value: int) -> None:
        """Set the number without telling ``changed``."""
        blocked = self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(blocked)
        self.heard.emit("", "")

    def say_bounds(self, least: int, most: int) -> None:
        """Ask for a number between these; one beyond them that the box takes is explained by its page."""
        self.box.said_bounds = least, most

    def fault(self) -> str:
        """Return what is wrong with what is typed, or ""."""
        return self.box.fault()

    def tell(self) -> None:
        """Tell ``heard`` what is wrong with what is typed."""
        self.heard.emit("", self.fault())

    def setAccessibleName(self, name: str) -> None:
        self.box.setAccessibleName(name)
        for button in self._buttons:
            button.setAccessibleDescription(name)

    def setAccessibleDescription(self, description: str) -> None:
        self.box.setAccessibleDescription(description)

    def _step(self, step: int, _checked: bool = False) -> None:
        self.box.stepBy(step)


class _NumberBox(_IgnoresWheel, QSpinBox):
    """Reads numbers and lengths of time as people write them, and keeps what it does not understand."""

    heard = Signal(str, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.said_bounds: tuple[int, int] | None = None
        self._selects = SelectsOnClick(self.lineEdit())
        self.lineEdit().textEdited.connect(lambda _: self._listen())
        self.valueChanged.connect(lambda _: self._listen())

    def fault(self) -> str:
        """Return what is wrong with what is typed, or ""."""
        text = self.text()
        number = self._number_in(text)
        if number is not None and self.minimum() <= number <= self.maximum():
            return ""
        least, most = self.said_bounds or (self.minimum(), self.maximum())
        places = {"least": least, "most": most}
        if number is not None or not text.strip():
            return self._words.tr("Type a number from {least} to {most}.", **places)
        return self._words.tr(
            "“{typed}” is not a number. Type a number from {least} to {most}.",
            typed=text.removesuffix(self.suffix()).strip(),
            **places,
        )

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        number = self._number_in(text)
        right = number is not None and self.minimum() <= number <= self.maximum()
        return QValidator.State.Acceptable if right else QValidator.State.Intermediate, text, place

    def valueFromText(self, text: str) -> int:
        number = self._number_in(text)
        return self.value() if number is None else number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and self.text() == self.specialValueText():
            self.selectAll()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._settle(partial(super().keyPressEvent, event))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._selects.arm(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._settle(partial(super().focusOutEvent, event))

    def _listen(self) -> None:
        """Tell what is understood of a number that is typed in words, or as "10-12"."""
        said = str(self._number_in(self.text()) or "")
        typed = self.text().removesuffix(self.suffix()).strip()
        is_plain = typed.isdecimal() or self.text() == self.specialValueText()
        self.heard.emit("" if is_plain or self.fault() else said, "")

    def _settle(self, leave: Callable[[], None]) -> None:
        """Let the box write its number; what is not understood stays, where Qt would replace it."""
        fault, typed = self.fault(), self.text()
        leave()
        if not keyboard_is_beside(self):
            return
        if fault:
            self.lineEdit().setText(typed)
        self.heard.emit("", fault)

    def _number_in(self, text: str) -> int | None:
        if self.specialValueText() and text == self.specialValueText():
            return self.minimum()
        return read_number(text.removesuffix(self.suffix()), self.suffix().strip())


class Day(_IgnoresWheel, TypedLine[date]):
    """A day as people write it; the arrow keys move it by a day.

    ``today`` is what it is seen from; a day of the week, or one without a year, is one to come, or one in the
    ``past``.
    """

    def __init__(self, words: Words, today: date) -> None:
        self._words = words
        self.today, self.past = today, False
        super().__init__(today)

    def read(self, text: str) -> date:
        tr = self._words.tr
        try:
            day = read_day(text, self._words, self.today, past=self.past)
        except OtherWeekday as other:
            said = tr(
                "{day} is a {weekday}. Which day do you mean?", **_day_and_weekday(other.day, self._words)
            )
            raise Misread(said) from other
        if day is None:
            example = written_day(self.today, self._words)
            raise Misread(
                tr(
                    "“{typed}” is not a date here. Write it like {example}, or “Thursday”.",
                    typed=text,
                    example=example,
                )
                if text.strip()
                else tr("Type a date, like {example}.", example=example)
            )
        return day

    def written(self, value: date) -> str:
        return written_day(value, self._words)

    def in_words(self, value: date) -> str:
        return capitalize_first(full_day(value, self._words))

    def stepped(self, value: date, steps: int) -> date:
        return min(max(value + timedelta(days=steps), date(FIRST_YEAR, 1, 1)), date(LAST_YEAR, 12, 31))


class DayField(QWidget):
    """Asks ``question`` and offers ``default_day``; ``day()`` is None while the box is not ticked.

    ``today`` is the day that words like "tomorrow" are seen from.
    """

    changed = Signal()

    def __init__(self, theme: AppTheme, words: Words, question: str, default_day: date, today: date) -> None:
        super().__init__()
        self.tick = Tick(theme, question)
        self.edit = Day(words, today)
        self.edit.show_value(default_day)
        self.edit.setAccessibleName(question)
        self.edit.setMinimumWidth(theme.scaled(210))
        self.edit.setEnabled(False)
        self._said = Label(full_text(self.edit), "note")
        line = FlowLayout(gap=Space.SNUG)
        line.addWidget(self.tick)
        line.addWidget(self.edit)
        column(line, self._said, gap=Space.HAIR, within=self)
        self.tick.toggled.connect(self.edit.setEnabled)
        self.tick.toggled.connect(lambda _: self.changed.emit())
        self.edit.changed.connect(self.changed)
        self.edit.heard.connect(self._hear)

    def day(self) -> date | None:
        """Return the day that was understood last, or None when none is set."""
        return self.edit.value() if self.tick.isChecked() else None

    def refuses(self) -> bool:
        """Return whether what is typed is not understood; the keyboard then goes there."""
        wrong = self.tick.isChecked() and bool(self.edit.fault())
        if wrong:
            self.edit.setFocus()
        return wrong

    def show_day(self, day: date | None) -> None:
        """Show ``day``; for None the day that was shown before stays on offer, unticked."""
        self.tick.setChecked(day is not None)
        if day is not None:
            self.edit.show_value(day)

    def _hear(self, said: str, fault: str) -> None:
        self._said.play("error" if fault else "note")
        self._said.setText(fault or said)
        self.edit.setAccessibleDescription(fault or said)


class TimeOfDay(_IgnoresWheel, TypedLine[time]):
    """A time of day as people write it; the arrow keys move it by five minutes.

    Where the half of the day is not said, it is the first of the two at or after ``since``.
    """

    def __init__(self, words: Words, at: time = time(19), since: time = time(9)) -> None:
        self._words, self.since = words, since
        super().__init__(at)
        # A time reads from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def read(self, text: str) -> time:
        at = read_time(text, self.since, whole_day=has_whole_day(self._words))
        if at is None:
            tr, example = self._words.tr, clock_time(time(19), self._words)
            raise Misread(
                tr("“{typed}” is not a time. Write it like {example} or 19:00.", typed=text, example=example)
                if text.strip()
                else tr("Type a time, like {example}.", example=example)
            )
        return at

    def written(self, value: time) -> str:
        return clock_time(value, self._words)

    def stepped(self, value: time, steps: int) -> time:
        hour, minute = divmod((value.hour * 60 + value.minute + 5 * steps) % (24 * 60), 60)
        return time(hour, minute)


def full_text(day: Day) -> str:
    """Return the day that a line shows, in full."""
    return day.in_words(day.value())


def _day_and_weekday(day: date, words: Words) -> dict[str, str]:
    return {"day": written_day(day, words), "weekday": weekdays(words)[day.weekday()]}
