"""Where ids come from: random names in the order of time (UUID version 7)."""

from __future__ import annotations

import random
import uuid
from typing import Protocol

from dialogue_desk.domain.ids import Instant, RecordId


class Ids(Protocol):
    """Anything that gives ids."""

    def new(self, at: Instant) -> RecordId:
        """Return an id that nobody else gives."""
        ...


class RandomIds:
    """UUIDs of version 7, from the system's randomness, or from a seed to be the same each time."""

    def __init__(self, seed: int | None = None) -> None:
        self._random = random.SystemRandom() if seed is None else random.Random(seed)

    def new(self, at: Instant) -> RecordId:
        """Return an id whose first part is the time, so that ids sort as things were made."""
        bits = (at & (1 << 48) - 1) << 80 | self._random.getrandbits(76)
        bits = bits & ~(0xF << 76) | 0x7 << 76
        bits = bits & ~(0x3 << 62) | 0x2 << 62
        return RecordId(str(uuid.UUID(int=bits)))
