"""Names for plain values, so that signatures say what they take."""

from __future__ import annotations

from typing import NewType, TypeAlias
from uuid import UUID

RecordId = NewType("RecordId", str)
"""The random name of a record.  Identity is never a title or a place."""

LONGEST_ID = 80

DeviceId = NewType("DeviceId", str)
"""The random name of a laptop's desk.  It says nothing of the laptop or its owner."""

Milliseconds: TypeAlias = int
Instant: TypeAlias = int
"""Milliseconds since the epoch, UTC."""

SECOND: Milliseconds = 1_000
MINUTE: Milliseconds = 60_000
HOUR: Milliseconds = 60 * MINUTE

LATEST_INSTANT: Instant = 221_845_392_000_000
"""The year 9000: with any session and any time zone added, every computer can still write the date."""


def made_at(id_: RecordId) -> Instant | None:
    """Return when an id was made, as its maker's clock had it; None when it does not say (is not UUIDv7)."""
    try:
        found = UUID(id_)
    except ValueError:
        return None
    return found.int >> 80 if found.version == 7 else None


def possible(at: Instant | None) -> bool:
    """Whether ``at`` is an instant that can be shown as a date; None counts as one."""
    return at is None or 0 <= at <= LATEST_INSTANT
