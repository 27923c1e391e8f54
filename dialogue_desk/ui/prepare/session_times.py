"""When a session is held: its day, its start and its hard end."""

from __future__ import annotations

import calendar
from datetime import date, datetime, time, timedelta
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from dialogue_desk.desk.clock import Clock
from dialogue_desk.domain.model.ids import MINUTE, SECOND, Instant
from dialogue_desk.ui.widgets.field import Field
from dialogue_desk.ui.widgets.inputs import Day, TimeOfDay
from dialogue_desk.ui.widgets.label import Label
from dialogue_desk.words import Words
from dialogue_desk.words.times import local_datetime

_DAY = 24 * 60 * MINUTE


class SessionTiming(Enum):
    """When a session is, seen from now."""

    NOW = auto()
    ANOTHER_DAY = auto()
    OVER = auto()


class SessionTimes(QObject):
    """The inputs and their fields; the end follows the start until a person sets it."""

    changed = Signal()

    def __init__(self, clock: Clock, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._words = clock, words
        self.planned = 0
        """The minutes that the guide asks for."""
        self._begins_now = self._end_touched = False
        tr = words.tr
        self.day = Day(words, self._today())
        self.start, self.hard_end = TimeOfDay(words), TimeOfDay(words)
        self.day_field = Field(tr("Day"), self.day)
        self.start_field = Field(tr("Starts"), self.start)
        self.end_field = Field(tr("Must end by"), self.hard_end)
        self.hint = Label(role="note")
        self.day.changed.connect(self.changed)
        self.start.changed.connect(self._change_start)
        self.hard_end.changed.connect(self._change_end)

    def set_defaults(self, *, over: bool) -> None:
        """Begin now, or yesterday evening for a session that is ``over``."""
        self._begins_now, self._end_touched = not over, False
        start = self._now()
        self.day.today, self.day.past = self._today(), over
        self.day.show_value(start.date() - timedelta(days=over))
        self.start.show_value(time(19) if over else start.time())

    def follow_clock(self) -> None:
        """Begin now, also after a while of filling in, if no person said when."""
        if self._begins_now and not self._end_touched and self.day.value() == self._today():
            self.start.show_value(self._now().time())
            self.plan(self.planned)

    def plan(self, minutes: int) -> None:
        """Take over how many minutes the guide asks for."""
        self.planned = minutes
        self.hard_end.since = _later(self.start.value(), 1)
        if not self._end_touched:
            self.hard_end.show_value(_later(self.start.value(), minutes))

    def show_times(self, start: Instant, hard_end: Instant) -> None:
        """Show the times of a session that is known."""
        self._begins_now = False
        begins = local_datetime(start, self._clock.zone(start))
        self.day.show_value(begins.date())
        self.start.show_value(begins.time().replace(second=0, microsecond=0))
        self.show_end(hard_end)

    def show_end(self, hard_end: Instant) -> None:
        """Show another hard end, which stays when the start is changed."""
        self._end_touched = True
        ends = local_datetime(hard_end, self._clock.zone(hard_end))
        self.hard_end.show_value(ends.time().replace(second=0, microsecond=0))

    def show_day(self, day: date) -> None:
        """Show a day that was filled in before; one that has passed is today's again."""
        if day >= self.day.today or self.day.past:
            self.day.set_value(day)

    def times(self) -> tuple[Instant, Instant]:
        """Return the start and the hard end."""
        midnight = calendar.timegm(self.day.value().timetuple()) * SECOND

        def at(of_day: time) -> Instant:
            local = midnight + (of_day.hour * 60 + of_day.minute) * MINUTE
            return local - self._clock.zone(local) * MINUTE

        start, end = at(self.start.value()), at(self.hard_end.value())
        goes_past_midnight = self.start.value().hour >= 18 and self.hard_end.value().hour < 6
        return start, end + _DAY if goes_past_midnight and end <= start else end

    def minutes(self) -> int:
        """Return the minutes from start to end; 0 when the session would end before it starts."""
        start, end = self.times()
        return max(0, (end - start) // MINUTE)

    def when(self) -> SessionTiming:
        """Return whether the session is now, on another day, or over."""
        start, end = self.times()
        now = self._clock.now()
        if end <= now:
            return SessionTiming.OVER
        zone = self._clock.zone(now)
        later = local_datetime(start, zone).date() > local_datetime(now, zone).date()
        return SessionTiming.ANOTHER_DAY if later else SessionTiming.NOW

    @property
    def has_passed(self) -> bool:
        """Whether a session that was not asked for as one held before is over as it is filled in."""
        return not self.day.past and self.when() is SessionTiming.OVER and self.minutes() > 0

    def faults(self) -> list[tuple[Field, str]]:
        """Return each field with what is wrong there, "" when nothing is."""
        tr = self._words.tr
        start, end = self.times()
        ends = tr("The session would end before it starts. Choose a later end time.") if end <= start else ""
        ends = "" if self.start.fault() else ends
        return [
            (self.day_field, self.day.fault()),
            (self.start_field, self.start.fault()),
            (self.end_field, self.hard_end.fault() or ends),
        ]

    def _today(self) -> date:
        now = self._clock.now()
        return local_datetime(now, self._clock.zone(now)).date()

    def _now(self) -> datetime:
        """Return the next whole minute: so that nobody begins in the past and the whole time is there."""
        now = -(-self._clock.now() // MINUTE) * MINUTE
        return local_datetime(now, self._clock.zone(now))

    def _change_start(self) -> None:
        self._begins_now = False
        self.plan(self.planned)
        self.changed.emit()

    def _change_end(self) -> None:
        self._end_touched = True
        self.changed.emit()


def _later(at: time, minutes: int) -> time:
    """Return the time of day so many minutes later."""
    return (datetime.combine(date.min, at) + timedelta(minutes=minutes)).time()
