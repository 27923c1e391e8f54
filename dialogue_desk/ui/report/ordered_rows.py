"""Rows in an order that a person gives them, in a card, with a button for each thing to do with a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import AppTheme, Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.flow_layout import flowing
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.mark_list import MarkDelegate, MarkRow
from dialogue_desk.ui.widgets.movable_rows import MovableRows
from dialogue_desk.ui.widgets.row_list import Index, Row
from dialogue_desk.ui.widgets.section import Section


class OrderedRows(MovableRows):
    """A list as tall as its rows; ``moved(id)`` tells which row the keys or the mouse are on."""

    moved = Signal(str)

    def __init__(self, theme: AppTheme, name: str) -> None:
        super().__init__(theme, name)
        self._filling = False
        self._painter = MarkDelegate(theme, self)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``; the keys stay on their row, wherever it is now."""
        here, self._filling = self.current_id(), True
        super().show_rows(rows)
        self.go_to(here if any(row.id == here for row in rows) else next((row.id for row in rows), ""))
        self._filling = False
        self._fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._filling and current.row() < len(self.rows()):
            self.moved.emit(self.rows()[current.row()].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(160, self._painter.width())
        rows = (row for row in self.rows() if isinstance(row, MarkRow))
        frame = 2 * self.frameWidth()
        self.setFixedHeight(sum(self._painter.height(row, width) for row in rows) + frame + Space.HAIR)


class OrderedCard(Card):
    """A heading, a sentence, the rows, and buttons that act on the row that the keys are on.

    ``acted(act, id)`` tells which act a person wants for which row.
    """

    acted = Signal(str, str)

    def __init__(self, context: Context, title: str, sentence: str, empty: str) -> None:
        super().__init__()
        words, theme = context.words, context.theme
        self._theme, self._words, self._title = theme, words, title
        self.head = Section(title)
        self.note = Label(sentence, "note")
        self.rows = OrderedRows(theme, title)
        self._empty = Label(empty, "muted")
        self._buttons: dict[str, Button] = {}
        self._row_buttons: list[Button] = []
        self.warning = Label(role="warn")
        self.warning.hide()
        self.up = Button(theme, words.tr("Move up"), weight=Weight.QUIET)
        self.down = Button(theme, words.tr("Move down"), weight=Weight.QUIET)
        self.up.clicked.connect(lambda: self._step(-1))
        self.down.clicked.connect(lambda: self._step(1))
        self.rows.moved.connect(lambda _: self.update_buttons())
        self._offers: Callable[[str], dict[str, str]] = lambda _: {}

    def lay_out(self, acts: Sequence[tuple[str, str]], more: Sequence[Button] = ()) -> None:
        """Put all of it into the card: a button for each of ``acts`` (its id and words), then ``more``."""
        for act, text in acts:
            button = Button(self._theme, text, weight=Weight.QUIET)
            button.clicked.connect(lambda _=False, act=act: self._act(act))
            self._buttons[act] = button
        self._row_buttons = [*self._buttons.values(), self.up, self.down]
        for button in self._row_buttons:
            self._name(button)
        self._line = flowing(*self._row_buttons, *more)
        self.add(self.head, self.note, self.warning, self.rows, self._empty, self._line)

    def say_acts(self, offers: Callable[[str], dict[str, str]]) -> None:
        """Ask ``offers`` which acts a row has, and in which words; the others have no button there."""
        self._offers = offers

    def show_rows(self, rows: Sequence[MarkRow]) -> None:
        """Show these rows."""
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.update_buttons()

    def update_buttons(self) -> None:
        """Show the buttons that fit the row that the keys are on."""
        here = self.rows.current_id()
        offered = self._offers(here) if here else {}
        for act, button in self._buttons.items():
            if act in offered:
                button.setText(offered[act])
                self._name(button)
            elif button.hasFocus():
                self.rows.setFocus()  # the act is done, and its button goes
            button.setVisible(act in offered)
        for button in (self.up, self.down):
            button.setVisible(len(self.rows.rows()) > 1)

    def _name(self, button: Button) -> None:
        """Let a button be told apart, by who listens, from those of other lists that look the same."""
        spoken = self._words.tr("{what}: {names}", what=self._title, names=button.text())
        button.setAccessibleName(spoken)

    def button(self, act: str) -> Button:
        """Return the button of an act."""
        return self._buttons[act]

    def _act(self, act: str) -> None:
        if here := self.rows.current_id():
            self.acted.emit(act, here)

    def _step(self, by: int) -> None:
        if here := self.rows.current_id():
            self.rows.stepped.emit(here, by)
