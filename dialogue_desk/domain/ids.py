"""Names for plain values, so that signatures say what they take."""

from __future__ import annotations

from typing import NewType, TypeAlias

RecordId = NewType("RecordId", str)
"""The random name of a record.  Identity is never a title or a place."""

DeviceId = NewType("DeviceId", str)
"""The random name of a laptop's desk.  It says nothing of the laptop or its owner."""

Milliseconds: TypeAlias = int
Instant: TypeAlias = int
"""Milliseconds since the epoch, UTC."""

SECOND: Milliseconds = 1_000
MINUTE: Milliseconds = 60_000
