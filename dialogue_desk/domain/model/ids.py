"""Names for plain values, so that signatures say what they take."""

from __future__ import annotations

from typing import NewType, TypeAlias

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


def possible(at: Instant | None) -> bool:
    """Whether ``at`` is an instant that can be shown as a date; None counts as one."""
    return at is None or 0 <= at <= LATEST_INSTANT
