"""The stack on the screen: a seat number and Enter puts it in, Next gives the word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from dialogue_desk.domain.run.speakers_list import SpeakersList
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.tick import Tick

_SHOWN = 12
"""How many of those who wait are written out."""

_COMMAND_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class SeatBox(QLineEdit):
    """Takes digits only: every other letter stays a key of the session, and so does a remote's."""

    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typed = event.text()
            if (
                typed.isprintable()
                and typed
                and not typed.isdigit()
                and not event.modifiers() & _COMMAND_MODIFIERS
            ):
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


class SpeakersBar(Card):
    """Keeps who asked to speak while a part lasts; nothing of it is stored."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        self._context = context
        self._speakers = SpeakersList(2)
        theme, tr = context.theme, context.words.tr
        self._speaking, self._waiting = Label(role="strong", wrap=False), Label(role="muted")
        self.box = SeatBox()
        self.box.setMaxLength(4)
        self.box.setAccessibleName(tr("Seat that wants to speak"))
        self.box.setPlaceholderText(tr("Seat, Enter"))
        self.next_button = Button(theme, tr("Next"), icon="next")
        self.first_tick = Tick(theme, tr("New speakers first"))
        self._close = Button(
            theme, tr("Hide the speakers' list"), weight=Weight.QUIET, icon="close", bare=True
        )
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
    def speakers_list(self) -> SpeakersList:
        """Who asked, and who was heard."""
        return self._speakers

    def clear(self, people: int) -> None:
        """Begin another part: nobody has asked."""
        self._speakers = SpeakersList(people, self.first_tick.isChecked())
        self.box.clear()
        self._show()

    def focus_box(self) -> None:
        """Be ready for a seat number."""
        self.box.setFocus()

    def _put(self) -> None:
        typed = self.box.text()
        if not typed:
            return
        words = self._context.words
        try:
            self._speakers = self._speakers.add(int(typed))
        except ValueError:
            said = words.tr("Seats go from 1 to {people}.", people=self._speakers.people)
            self._waiting.setText(said)
            self._context.announcer.announce(said)
            self.box.selectAll()
            return
        self.box.clear()
        self._show()
        self._context.announcer.announce(words.tr("Seat {seat} is on the speakers' list", seat=int(typed)))

    def _take(self) -> None:
        self._speakers = self._speakers.call_next()
        self._show()
        seat, words = self._speakers.speaking, self._context.words
        if seat is not None:
            self._context.announcer.announce(words.tr("Seat {seat} speaks", seat=seat))

    def _turn_first(self, on: bool) -> None:
        stack = self._speakers
        self._speakers = SpeakersList(stack.people, on, stack.asked, stack.heard, stack.speaking)
        self._show()

    def _show(self) -> None:
        words, stack = self._context.words, self._speakers
        speaking = words.tr("Speakers' list")
        if stack.speaking is not None:
            speaking = words.tr("Seat {seat} speaks", seat=stack.speaking)
        self._speaking.setText(speaking)
        order = stack.order
        shown = ", ".join(map(str, order[:_SHOWN])) + (" …" if len(order) > _SHOWN else "")
        self._waiting.setText(words.tr("then {seats}", seats=shown) if order else words.tr("no one waiting"))
        self.next_button.setEnabled(bool(order) or stack.speaking is not None)

    def _size(self) -> None:
        self.box.setFixedWidth(self._context.theme.scaled(136))

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
