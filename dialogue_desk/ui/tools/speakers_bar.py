"""The stack on the screen: a seat number and Enter puts it in, Next gives the word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from dialogue_desk.domain.run.speakers_list import Stack
from dialogue_desk.ui.core.context import Surroundings
from dialogue_desk.ui.core.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.tick import Tick

_SHOWN = 12
"""How many of those who wait are written out."""

_ELSEWHERE = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class SeatBox(QLineEdit):
    """Takes digits only: every other letter stays a key of the session, and so does a remote's."""

    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typed = event.text()
            if typed.isprintable() and typed and not typed.isdigit() and not event.modifiers() & _ELSEWHERE:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif typed and typed.isprintable() and not typed.isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)


class StackBar(Card):
    """Keeps who asked to speak while a part lasts; nothing of it is stored."""

    closed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__("rail", edge=0)
        self._around = around
        self._stack = Stack(2)
        theme, tr = around.theme, around.words.tr
        self._speaking, self._waiting = Label(role="strong", wrap=False), Label(role="muted")
        self.box = SeatBox()
        self.box.setMaxLength(4)
        self.box.setAccessibleName(tr("Seat that asks to speak"))
        self.box.setPlaceholderText(tr("Seat, Enter"))
        self.next_button = Button(theme, tr("Next"), icon="next")
        self.first_tick = Tick(theme, tr("Not yet heard first"))
        self._close = Button(theme, tr("Put the stack away"), weight=Weight.QUIET, icon="close", bare=True)
        self.box.returnPressed.connect(self._put)
        self.box.escaped.connect(self.closed)
        self.next_button.clicked.connect(self._take)
        self.first_tick.toggled.connect(self._turn_first)
        self._close.clicked.connect(self.closed)
        theme.changed.connect(self._size)
        self._lay_out()
        self._size()
        self._show()
        self.hide()

    @property
    def stack(self) -> Stack:
        """Who asked, and who was heard."""
        return self._stack

    def clear(self, people: int) -> None:
        """Begin another part: nobody has asked."""
        self._stack = Stack(people, self.first_tick.isChecked())
        self.box.clear()
        self._show()

    def focus_box(self) -> None:
        """Be ready for a seat number."""
        self.box.setFocus()

    def _put(self) -> None:
        typed = self.box.text()
        if not typed:
            return
        words = self._around.words
        try:
            self._stack = self._stack.put(int(typed))
        except ValueError:
            said = words.tr("There are seats from 1 to {people}.", people=self._stack.people)
            self._waiting.setText(said)
            self._around.announcer.announce(said)
            self.box.selectAll()
            return
        self.box.clear()
        self._show()
        self._around.announcer.announce(words.tr("Seat {seat} is in the stack", seat=int(typed)))

    def _take(self) -> None:
        self._stack = self._stack.take()
        self._show()
        seat, words = self._stack.speaking, self._around.words
        if seat is not None:
            self._around.announcer.announce(words.tr("Seat {seat} speaks", seat=seat))

    def _turn_first(self, on: bool) -> None:
        stack = self._stack
        self._stack = Stack(stack.people, on, stack.asked, stack.heard, stack.speaking)
        self._show()

    def _show(self) -> None:
        words, stack = self._around.words, self._stack
        speaking = words.tr("Stack")
        if stack.speaking is not None:
            speaking = words.tr("Seat {seat} speaks", seat=stack.speaking)
        self._speaking.setText(speaking)
        order = stack.order
        shown = ", ".join(map(str, order[:_SHOWN])) + (" …" if len(order) > _SHOWN else "")
        self._waiting.setText(words.tr("then {seats}", seats=shown) if order else words.tr("nobody waits"))
        self.next_button.setEnabled(bool(order) or stack.speaking is not None)

    def _size(self) -> None:
        self.box.setFixedWidth(self._around.theme.scaled(136))

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.setSpacing(Space.TIGHT)
        told.addWidget(self._speaking)
        told.addWidget(self._waiting, 1)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.TIGHT, Space.SNUG, Space.TIGHT)
        line.setSpacing(Space.SNUG)
        line.addWidget(self.box)
        line.addWidget(self.next_button)
        line.addLayout(told, 1)
        line.addWidget(self.first_tick)
        line.addWidget(self._close)
        self.column.addLayout(line)
