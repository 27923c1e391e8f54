"""What is known is read, and changed in its place: a name, its value, and Change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, Item, column, row
from dialogue_desk.words import Words

_NAME = 96
"""The width of the names, in pixels at 100 % text."""


class FactRow(QWidget):
    """Shows ``name`` and its value; Change shows ``fields`` instead, and Done or Enter goes back to reading.

    Without a ``name`` it is the headline.  ``done`` tells that a person wants to go back.
    """

    done = Signal()

    def __init__(self, theme: AppTheme, words: Words, name: str, about: str, fields: Item) -> None:
        super().__init__()
        self._theme = theme
        self._pinned = False
        self._name = Label(name, "muted") if name else None
        self.value, self.note = Label(role="strong" if name else "title"), Label(role="note")
        self.change_button = Button(theme, words.tr("Change"), weight=Weight.QUIET)
        self.change_button.setAccessibleName(words.tr("Change: {what}", what=about))
        self._done = Button(theme, words.tr("Done"), icon="check")
        self._reading, self.fields = QWidget(), QWidget()
        top = Qt.AlignmentFlag.AlignTop
        over = Space.TIGHT if name else 0
        said = column(self.value, self.note, STRETCH, gap=0, margins=(0, over, 0, over // 2))
        parts: list[Item] = [(said, 1), (self.change_button, 0, top)]
        if self._name is not None:
            parts.insert(0, column(self._name, STRETCH, gap=0, margins=(0, over, 0, 0)))
        row(*parts, gap=Space.SNUG, within=self._reading)
        column(
            fields,
            row(self._done, STRETCH),
            gap=Space.SNUG,
            margins=(0, Space.TIGHT, 0, Space.TIGHT),
            within=self.fields,
        )
        column(self._reading, self.fields, gap=0, within=self)
        self.fields.hide()
        self.change_button.clicked.connect(lambda: self.open(on=True))
        self._done.clicked.connect(self.done)
        theme.changed.connect(self._size)
        self._size()

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return not self.fields.isHidden()

    def show_value(self, value: str, note: str = "", *, warn: bool = False) -> None:
        """Show what is known."""
        self.value.setText(value)
        self.note.play("warn" if warn else "note")
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def pin(self, *, on: bool) -> None:
        """Keep the fields open, as a form, or go back to reading."""
        if on is not self._pinned:
            self._pinned = on
            self._done.setHidden(on)
            self._show(fields=on)

    def open(self, *, on: bool) -> None:
        """Show the fields and put the keyboard there, or go back to reading."""
        self._show(fields=on or self._pinned)
        if on:
            self.fields.setFocus()
            self.focusNextChild()
        elif not self._pinned:
            self.change_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_open and not self._pinned and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, *, fields: bool) -> None:
        self.fields.setVisible(fields)
        self._reading.setVisible(not fields)

    def _size(self) -> None:
        if self._name is not None:
            self._name.setFixedWidth(self._theme.scaled(_NAME))
