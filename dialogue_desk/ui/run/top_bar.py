"""The bar over a running session: which session it is, where, what time it is, and how late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QResizeEvent

from dialogue_desk.domain.model.ids import MINUTE
from dialogue_desk.domain.model.live_session import LiveSession, Phase, Reading
from dialogue_desk.domain.overview.session_folder import SessionFolder
from dialogue_desk.domain.run.pacing import Lateness, drift
from dialogue_desk.ui.core.context import Context
from dialogue_desk.ui.core.session_text import circle_and_place_text, lateness, session_title
from dialogue_desk.ui.style.theme import AppTheme, Space, set_role
from dialogue_desk.ui.widgets.button import Button, Weight
from dialogue_desk.ui.widgets.card import Card
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.ui.widgets.layouts import STRETCH, column, row
from dialogue_desk.words.part_names import title_of
from dialogue_desk.words.times import hours_and_minutes, time_beside, time_of_day

_ICONS, _WIDE, _FULL = 680, 900, 1100
"""The widths, at 100 % text, under which buttons are icons, times are brief, and place and Undo not shown."""
SOON = 15 * MINUTE
"""How near the start must be for time to spare to be of use: before, nobody is early."""


class TopBar(Card):
    """Shows the session as a whole; the page decides what its buttons do."""

    def __init__(self, context: Context) -> None:
        super().__init__("bar", edge=0)
        self._words, self._theme = context.words, context.theme
        self._zone = 0
        self._offered, self._said, self._titles = (False, False), ("", ""), ("", "")
        theme, tr = context.theme, context.words.tr
        self.home_button = Button(theme, tr("Home"), weight=Weight.QUIET, icon="home", bare=True)
        self.room_button = _FoldingButton(theme, tr("Room display"), "display")
        self.read_back_button = _FoldingButton(theme, tr("Read back"), "guide")
        self.drift = DriftButton(context)
        self._title, self._place = Label(role="strong"), Label(role="note")
        self._time = Label(role="muted", wrap=False)
        self.undo = Button(theme, tr("Undo"), weight=Weight.QUIET, icon="undo", bare=True)
        self.redo = Button(theme, tr("Redo"), weight=Weight.QUIET, icon="redo", bare=True)
        self.show_undo("", "")
        middle = Qt.AlignmentFlag.AlignVCenter
        buttons = (self.drift, self.read_back_button, self.room_button)
        line = row(
            self.home_button,
            (column(STRETCH, self._title, self._place, STRETCH), 1),
            self.undo,
            self.redo,
            self._time,
            *((button, 0, middle) for button in buttons),
            gap=Space.SNUG,
            margins=(Space.SNUG, Space.TIGHT, Space.BASE, Space.TIGHT),
        )
        self.column.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_session(self, folder: SessionFolder) -> None:
        """Show which session it is, and where."""
        self._zone = folder.session.zone
        self._titles = session_title(folder, self._words), title_of(folder.plan, self._words)
        self._place.setText(circle_and_place_text(folder, self._words))
        self._fit()

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what Undo and Redo would do; a button is hidden where its text is "" or room is little."""
        self.undo.setText(self._words.tr("Undo: {what}", what=undo))
        self.redo.setText(self._words.tr("Redo: {what}", what=redo))
        self._offered = (bool(undo), bool(redo))
        self._fit()

    def show_time(self, live: LiveSession, reading: Reading, *, clock: bool = True) -> None:
        """Show the time of day and, where the clock is used, when the session will end and how late."""
        words = self._words
        now = time_of_day(reading.at, self._zone, words)
        self.drift.show_time(live, reading, offered=clock)
        if not clock:
            self._show_times(now, now)
            return
        on_time = drift(reading.late).lateness is Lateness.ON_TIME and live.phase is not Phase.CLOSED
        ends = reading.planned_end if on_time else reading.ends
        end = time_beside(ends, reading.at, self._zone, words)
        if live.phase is Phase.CLOSED:
            self._show_times(words.tr("{now}, ended {time}", now=now, time=end), now)
        elif self.drift.offered or _says_no_more(live, reading):
            self._show_times(words.tr("{now}, ends {time}", now=now, time=end), now)
        else:
            late = lateness(reading.late, words)
            said = words.tr("{now}, {late}, ends {time}", now=now, late=late, time=end)
            self._show_times(said, words.tr("{now}, {late}", now=now, late=late))

    def show_room_open(self) -> None:
        """Say that the room display is open."""
        self.room_button.setText(self._words.tr("Close room display"))

    def show_room_closed(self) -> None:
        """Say that the room display is closed."""
        self.room_button.setText(self._words.tr("Room display"))

    def _show_times(self, whole: str, brief: str) -> None:
        if (whole, brief) != self._said:
            self._said = whole, brief
            self._time.setText(whole if self._has_room() else brief)
            self._time.setAccessibleName(whole)

    def _has_room(self, least: int = _WIDE) -> bool:
        return self.width() >= self._theme.scaled(least)

    def _fit(self) -> None:
        room, full = self._has_room(), self._has_room(_FULL)
        self._place.setVisible(full)
        self._time.setText(self._said[0 if room else 1])
        self._title.setText(self._titles[0 if room else 1])
        self.drift.fold(brief=not room)
        for one in (self.room_button, self.read_back_button):
            one.fold(on=not self._has_room(_ICONS))
        for button, offered in zip((self.undo, self.redo), self._offered, strict=True):
            button.setVisible(full and offered)


class _FoldingButton(Button):
    """Says what it does, and is ``folded_to`` an icon where that would take several lines."""

    def __init__(self, theme: AppTheme, text: str, folded_to: str) -> None:
        super().__init__(theme, text)
        self._folded_to = folded_to

    def fold(self, *, on: bool) -> None:
        """Show the icon alone, or the words alone."""
        self.show_icon(self._folded_to if on else "")
        self.show_words(on=not on)


class DriftButton(Button):
    """Says how late or early the circle is, and leads to another plan: "6 min late: adjust the plan"."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, "")
        self._language = context.words
        self._minutes, self._late, self._brief, self._waiting = 0, True, False, False
        self.hide()

    @property
    def offered(self) -> bool:
        """Whether the circle is late or early enough for another plan."""
        return self._minutes > 0

    def show_time(self, live: LiveSession, reading: Reading, *, offered: bool) -> None:
        """Show the button while the circle is late or early enough and another plan is ``offered``."""
        found = drift(reading.late)
        going_on = offered and live.phase in {Phase.RUNNING, Phase.PAUSED, Phase.READY}
        late = found.lateness is not Lateness.EARLY
        waiting = live.phase is Phase.READY
        minutes = found.minutes if going_on and (late or not _long_before(live, reading)) else 0
        if (minutes, late, waiting) != (self._minutes, self._late, self._waiting):
            self._minutes, self._late, self._waiting = minutes, late, waiting
            self._show()

    def fold(self, *, brief: bool) -> None:
        """Say only how late it is, where there is little room."""
        if brief is not self._brief:
            self._brief = brief
            self._show()

    def _show(self) -> None:
        whole, brief = self._said()
        self.setText(brief if self._brief else whole)
        self.setAccessibleName(whole)
        self.setToolTip(whole if self._brief else "")
        set_role(self, "late" if self._late else "early")
        self.setVisible(self.offered)

    def _said(self) -> tuple[str, str]:
        """Return what it says, and the same where there is little room.  Nobody is late before the start."""
        tr, time = self._language.tr, hours_and_minutes(self._minutes, self._language)
        if self._waiting and self._late:
            return (
                tr("{time} too long: adjust the plan", time=time),
                tr("{time} too long", time=time),
            )
        if self._waiting:
            return (
                tr("{time} to spare: use the time", time=time),
                tr("{time} to spare", time=time),
            )
        if self._late:
            return (
                tr("{time} late: adjust the plan", time=time),
                tr("{time} late", time=time),
            )
        return (
            tr("{time} early: use the time", time=time),
            tr("{time} early", time=time),
        )

    def _type(self, *, widest: bool = False) -> QFont:
        return self._theme.font(bold=True)

    def _colour(self) -> QColor:
        tokens = self._theme.tokens
        return QColor(tokens.warn if self._late else tokens.accent)


def _says_no_more(live: LiveSession, reading: Reading) -> bool:
    """Whether the time of the end is all there is to say: before the start nobody is late, nor early."""
    unfit = live.phase is Phase.READY and drift(reading.late).minutes > 0
    return unfit or _long_before(live, reading)


def _long_before(live: LiveSession, reading: Reading) -> bool:
    return reading.at < live.start - SOON
