"""The speakers' list: a seat number and Enter adds a seat, Next lets the next one speak."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from dialogue_desk.domain.run.speakers_list import SpeakersList
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.key_places import COMMAND_MODIFIERS
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import row
from dialogue_desk.ui.widgets.tick import Tick

_SHOWN = 12
"""How many of the waiting seats are written out."""


class SeatBox(QLineEdit):
    """Takes digits only: every other letter, and the keys of a remote, stay shortcuts of the session."""

    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_other_letter(event)
            and not event.modifiers() & COMMAND_MODIFIERS
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif _is_other_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class SpeakersBar(Card):
    """Keeps who asked to speak in a part, and who was heard: ``speakers_list``.  Nothing of it is stored."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("rail", edge=0)
        self._context = context
        self.speakers_list = SpeakersList(2)
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
        self.box.returnPressed.connect(self._add)
        self.box.escaped.connect(self.closed)
        self.next_button.clicked.connect(self._call_next)
        self.first_tick.toggled.connect(self._put_new_first)
        self._close.clicked.connect(self.closed)
        theme.changed.connect(self._size)
        self._lay_out()
        self._size()
        self._show()
        self.hide()

    def clear(self, people: int) -> None:
        """Begin another part, in which nobody has asked yet."""
        self.speakers_list = SpeakersList(people, self.first_tick.isChecked())
        self.box.clear()
        self._show()

    def allow(self, people: int) -> None:
        """Take seats up to ``people``, and those that wait already."""
        self.speakers_list = replace(self.speakers_list, people=max(people, 1, *self.speakers_list.asked))

    def _add(self) -> None:
        typed = self.box.text()
        if not typed:
            return
        words = self._context.words
        try:
            self.speakers_list = self.speakers_list.add(int(typed))
        except ValueError:
            fault = words.tr("Seats go from 1 to {people}.", people=self.speakers_list.people)
            self._waiting.setText(fault)
            self._context.announcer.announce(fault)
            self.box.selectAll()
            return
        self.box.clear()
        self._show()
        self._context.announcer.announce(words.tr("Seat {seat} is on the speakers' list", seat=int(typed)))

    def _call_next(self) -> None:
        self.speakers_list = self.speakers_list.call_next()
        self._show()
        seat, words = self.speakers_list.speaking, self._context.words
        if seat is not None:
            self._context.announcer.announce(words.tr("Seat {seat} speaks", seat=seat))

    def _put_new_first(self, on: bool) -> None:
        self.speakers_list = replace(self.speakers_list, not_yet_heard_first=on)
        self._show()

    def _show(self) -> None:
        words, speakers = self._context.words, self.speakers_list
        speaking = words.tr("Speakers' list")
        if speakers.speaking is not None:
            speaking = words.tr("Seat {seat} speaks", seat=speakers.speaking)
        self._speaking.setText(speaking)
        order = speakers.order
        shown = ", ".join(map(str, order[:_SHOWN])) + (" …" if len(order) > _SHOWN else "")
        self._waiting.setText(words.tr("then {seats}", seats=shown) if order else words.tr("no one waiting"))
        self.next_button.setEnabled(bool(order) or speakers.speaking is not None)

    def _size(self) -> None:
        self.box.setFixedWidth(self._context.theme.scaled(136))

    def _lay_out(self) -> None:
        texts = row(self._speaking, (self._waiting, 1), gap=Space.TIGHT)
        pieces = (self.box, self.next_button, (texts, 1), self.first_tick, self._close)
        edges = (Space.WIDE, Space.TIGHT, Space.SNUG, Space.TIGHT)
        self.column.addLayout(row(*pieces, gap=Space.SNUG, margins=edges))


def _is_other_letter(event: QKeyEvent) -> bool:
    """Return whether a key types something that is not a digit."""
    typed = event.text()
    return bool(typed) and typed.isprintable() and not typed.isdigit()
