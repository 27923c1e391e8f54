"""Dates as a calendar file (.ics), which phones and calendar programs open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dialogue_desk.domain.model.ids import Instant
from dialogue_desk.domain.model.text import one_line, printable


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A whole day in a calendar; ``key`` is the same each time, so that a calendar knows the day again."""

    key: str
    day: date
    title: str
    text: str = ""


def calendar_bytes(days: Iterable[CalendarDay], name: str, made: Instant) -> bytes:
    """Return days as a calendar file that was ``made`` at this time."""
    from icalendar import Calendar, Event  # noqa: PLC0415  # costly

    calendar = Calendar()
    calendar.add("prodid", "-//Dialogue Desk//Follow-up//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(name))
    for one in days:
        event = Event()
        event.add("uid", f"{one.key}@dialogue-desk")
        event.add("dtstamp", datetime.fromtimestamp(made // 1000, UTC))
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", one_line(one.title))
        if one.text:
            event.add("description", printable(one.text))
        calendar.add_component(event)
    return bytes(calendar.to_ical())
