"""The bar over a running session: which session it is, where, what time it is, and how late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from dialogue_desk.domain.model.live_session import LiveSession, Phase, Reading
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.pacing import Lateness, drift
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import circle_and_place_text, lateness, session_title
from dialogue_desk.ui.style.theme import Space
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import column, row
from dialogue_desk.ui.widgets.pill import Pill, Tone
from dialogue_desk.words.times import short_time, time_of_day

_WIDTH_FOR_PLACE = 900
"""The width, at 100 % text, under which the place and the buttons for Undo are not shown."""


class TopBar(Card):
    """Shows the session as a whole; the page decides what its buttons do."""

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        self._words, self._theme = context.words, context.theme
        self._zone = 0
        self._offered = (False, False)
        theme, tr = context.theme, context.words.tr
        self.home_button = Button(theme, tr("Home"), weight=Weight.QUIET, icon="home", bare=True)
        self.room_button = Button(theme, tr("Room display"), icon="display")
        self.read_back_button = Button(theme, tr("Read back"), icon="guide", bare=True)
        self._title, self._place = Label(role="strong"), Label(role="note")
        self._time = Label(role="muted")
        self._late = Pill(theme)
        self.undo = Button(theme, tr("Undo"), weight=Weight.QUIET, icon="undo", bare=True)
        self.redo = Button(theme, tr("Redo"), weight=Weight.QUIET, icon="redo", bare=True)
        self.show_undo("", "")
        self.line = row(
            self.home_button,
            (column(self._title, self._place), 1),
            self.undo,
            self.redo,
            self._time,
            self._late,
            self.read_back_button,
            self.room_button,
            gap=Space.SNUG,
            margins=(Space.SNUG, Space.TIGHT, Space.BASE, Space.TIGHT),
        )
        for button in (self.read_back_button, self.room_button):
            self.line.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(self.line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() >= self._theme.scaled(_WIDTH_FOR_PLACE)
        self._place.setVisible(room)
        for button, offered in zip((self.undo, self.redo), self._offered, strict=True):
            button.setVisible(room and offered)

    def show_session(self, folder: SessionFolder) -> None:
        """Show which session it is, and where."""
        self._zone = folder.session.zone
        self._title.setText(session_title(folder, self._words))
        self._place.setText(circle_and_place_text(folder, self._words))

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what Undo and Redo would do; a button is hidden where its text is "" or room is little."""
        self.undo.setText(self._words.tr("Undo: {what}", what=undo))
        self.redo.setText(self._words.tr("Redo: {what}", what=redo))
        self._offered = (bool(undo), bool(redo))
        self._fit()

    def show_time(self, live: LiveSession, reading: Reading, *, clock: bool = True) -> None:
        """Show the time of day and, where the clock is used, when the session will end."""
        words = self._words
        now = time_of_day(reading.at, self._zone, words)
        if not clock:
            self._time.setText(now)
            self._late.show_text("")
            return
        end = short_time(reading.ends, self._zone, words)
        closed = live.phase is Phase.CLOSED
        said = words.tr("ended {time}", time=end) if closed else words.tr("ends {time}", time=end)
        self._time.setText(f"{now}  ·  {said}")
        late = lateness(reading.late, words)
        if self._late.text() != late:
            warn = drift(reading.late).lateness is Lateness.LATE
            self._late.show_text(late, Tone.WARN if warn else Tone.CALM)

    def show_room_open(self) -> None:
        """Say that the room display is open."""
        self.room_button.setText(self._words.tr("Close room display"))

    def show_room_closed(self) -> None:
        """Say that the room display is closed."""
        self.room_button.setText(self._words.tr("Room display"))
