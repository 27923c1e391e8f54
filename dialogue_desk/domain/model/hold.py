"""Holds, for public-records requests, and the log of what was erased: both say nothing that a circle said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.bodies import Kind
from dialogue_desk.domain.model.ids import Instant, RecordId

LONGEST_REFERENCE = 60


@dataclass(frozen=True, slots=True)
class Hold:
    """Since when a program or circle is not to be erased, and the number of the request; "" for none."""

    since: Instant
    reference: str = ""


@dataclass(frozen=True, slots=True)
class OpenHold:
    """A hold, and the program or circle that it was put on, with its name."""

    id: RecordId
    name: str
    hold: Hold
    program: bool = False


class NothingToHold(StrEnum):
    """Why something cannot be put on hold."""

    UNKNOWN = "unknown"
    ERASED = "erased"
    STILL_IN_COPIES = "still in copies"
    """It was erased here, and copies that are away still have it."""


_NOTHING = RecordId("")


class ErasureRule(StrEnum):
    """Why something was erased."""

    ASKED = "asked"
    """A person asked for it."""
    RETENTION = "retention"
    """The day until which it was to be kept was over."""
    WITHDRAWN = "withdrawn"
    """A quote whose permission was taken back."""
    OTHER_LAPTOP = "other laptop"
    """It was erased on another laptop, and the file that says so was opened here."""
    EVERYTHING = "everything"
    """Everything on the laptop was erased."""


@dataclass(frozen=True, slots=True)
class LoggedErasure:
    """One erasure, without words: neither a name nor a code of what is gone.

    ``id`` is that of the record, "" for everything; its end is the mark that lists of what is held show.
    ``until`` is the day of the rule, as 2027-06-30; "" for none.  ``on_hold``: a request was open.
    """

    at: Instant
    rule: ErasureRule
    kind: Kind | None = None
    id: RecordId = _NOTHING
    circles: int = 0
    sessions: int = 0
    notes: int = 0
    actions: int = 0
    until: str = ""
    on_hold: bool = False


@dataclass(frozen=True, slots=True)
class HeldLines:
    """How many lines of one sort a session has.

    ``sort`` is the kind of note, "" for what is no note; ``first`` is the id of the earliest.
    """

    session: RecordId
    kind: Kind
    sort: str
    sensitive: bool
    count: int
    first: RecordId


def mark_of_record(record_id: RecordId) -> str:
    """Return the short mark by which a record is known when its words are gone."""
    return record_id[-6:].upper()
