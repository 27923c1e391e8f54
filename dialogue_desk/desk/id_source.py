"""Makes ids: random, and sorted by time (UUID version 7)."""

from __future__ import annotations

import random
import uuid

from dialogue_desk.domain.model.ids import Instant, RecordId


class RandomIds:
    """Makes UUIDs of version 7, from the system's randomness, or from a seed to be the same each time.

    UUIDs of the same millisecond carry a count, so ids sort in the order they were made.
    """

    def __init__(self, seed: int | None = None) -> None:
        self._random = random.SystemRandom() if seed is None else random.Random(seed)
        self._secrets = random.SystemRandom() if seed is None else random.Random(f"{seed} in secret")
        self._last: Instant = -1
        self._count = 0

    def new(self, at: Instant) -> RecordId:
        """Return an id whose first part is the time."""
        self._count = self._count + 1 if at == self._last else 0
        self._last = at
        time_and_version = (at & (1 << 48) - 1) << 16 | 0x7 << 12 | self._count & 0xFFF
        variant_and_chance = 0b10 << 62 | self._random.getrandbits(62)
        return RecordId(str(uuid.UUID(int=time_and_version << 64 | variant_and_chance)))

    def secret(self) -> bytes:
        """Return 32 bytes that nobody can guess; with a seed they are the same each time."""
        return self._secrets.randbytes(32)

    def hand(self) -> str:
        """Return a short random text, by which two openings of a desk are told apart."""
        return f"{self._secrets.getrandbits(32):08x}"
