"""How long programs and circles are kept, and which are due to be erased.  Nothing is erased by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from dialogue_desk.desk.desk import Desk
from dialogue_desk.desk.erasing.holds import holds_over
from dialogue_desk.desk.outcomes import Outcome
from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.circles import Circle, Program
from dialogue_desk.domain.model.hold import OpenHold
from dialogue_desk.domain.model.ids import Instant, RecordId
from dialogue_desk.domain.overview.session_folder import stored
from dialogue_desk.words.times import local_datetime

A_WEEK = timedelta(days=7)
_REMIND = "remind of "


@dataclass(frozen=True, slots=True)
class RetentionDue:
    """A program, or a circle with its own day, and the day until which it was to be kept.

    ``holds`` are the open holds on it or on what is in it: as long as there is one, it stays.
    """

    id: RecordId
    name: str
    until: date
    program: bool = False
    holds: tuple[OpenHold, ...] = ()

    @property
    def at(self) -> Instant:
        """The first instant of the day in UTC."""
        return int(datetime(self.until.year, self.until.month, self.until.day, tzinfo=UTC).timestamp()) * 1000


def retention_due(desk: Desk, today: date) -> tuple[RetentionDue, ...]:
    """Return what was to be kept until a day before ``today``, unless a person chose to be reminded later."""
    records = desk.file.records
    programs = stored(records.of_kind(Kind.PROGRAM), Program)
    circles = stored(records.of_kind(Kind.CIRCLE), Circle)
    found = [
        *(RetentionDue(one.id, one.body.name, _day(one.body.keep_until), program=True) for one in programs),
        *(RetentionDue(one.id, one.body.code, _day(one.body.keep_until)) for one in circles),
    ]
    ended = [one for one in found if one.until < today]
    gone = {one.id for one in ended if one.program}
    inside = {one.id for one in circles if one.body.program in gone}
    due = (one for one in ended if one.id not in inside and _may_remind(desk, one.id, today))
    return tuple(replace(one, holds=holds_over(desk, one.id)) for one in due)


def set_keep_until(desk: Desk, target: RecordId, until: date | None) -> Outcome:
    """Save until which day a program or a circle is kept; None for no limit.

    Raises:
        KeyError: when there is no such program or circle.
    """
    record = desk.get(target)
    said = "" if until is None else until.isoformat()
    if record is None or not isinstance(record.body, Program | Circle):
        raise KeyError(target)
    return desk.rewrite(target, replace(record.body, keep_until=said))


def kept_until(desk: Desk, target: RecordId) -> date | None:
    """Return the day until which a program or a circle is kept, or None."""
    record = desk.get(target)
    said = record.body.keep_until if record and isinstance(record.body, Program | Circle) else ""
    return date.fromisoformat(said) if said else None


def remind_in_a_week(desk: Desk, target: RecordId) -> None:
    """Stop reminding of it on this laptop for a week.

    Raises:
        DeskTrouble: when that could not be saved.
    """
    now = desk.clock.now()
    today = local_datetime(now, desk.clock.zone(now)).date()
    desk.file.remember(f"{_REMIND}{target}", (today + A_WEEK).isoformat())


def _may_remind(desk: Desk, target: RecordId, today: date) -> bool:
    told = desk.file.remembered(f"{_REMIND}{target}")
    # A clock that once was a year ahead must not stop the reminder for a year.
    return not told or not today < date.fromisoformat(told) <= today + A_WEEK


def _day(said: str) -> date:
    return date.fromisoformat(said) if said else date.max
