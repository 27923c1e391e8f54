"""The clocks: the laptop's own, the room's, and a fast one for rehearsals.

The room's time is wall time, including the time the laptop sleeps.  The wall clock can be set by a person
or by the network, so it is read together with a clock that cannot be set.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime
from typing import Protocol

from dialogue_desk.domain.model.ids import MINUTE, SECOND, Instant, Milliseconds

CLOCKS_PART_AT: Milliseconds = 2 * SECOND
"""How far wall clock and steady clock may differ before the wall clock counts as having been set."""


class Clock(Protocol):
    """Anything that can say what time it is."""

    def now(self) -> Instant:
        """Return what the wall clock says."""

    def steady(self) -> Milliseconds:
        """Return the time since some fixed instant, by a clock that counts sleep and cannot be set."""

    def awake(self) -> Milliseconds:
        """Return the time since some fixed instant, by a clock that stops while the laptop sleeps."""

    def zone(self, at: Instant) -> int:
        """Return how many minutes the laptop's local time was ahead of UTC at ``at``."""


class WindowsTime(Protocol):
    """The part of Windows' own library that tells how long a laptop has been awake."""

    def QueryUnbiasedInterruptTime(self, ticks: object) -> int:  # noqa: N802  # its name in Windows
        """Write into ``ticks`` how many tenths of a microsecond that is; return 0 when it cannot be told."""


class SystemClock:
    """The laptop's own clocks.  ``windows`` tells what Python does not there; None asks Windows itself."""

    def __init__(self, windows: WindowsTime | None = None) -> None:
        self._windows = windows or _windows_time()

    def now(self) -> Instant:
        """Return what the wall clock says."""
        return time.time_ns() // 1_000_000

    def steady(self) -> Milliseconds:
        """Return the time since the laptop was started, sleep included.

        ``time.monotonic`` stops while a Linux or macOS laptop sleeps.
        """
        if sys.platform == "linux":
            return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
        if sys.platform == "darwin":
            return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000
        return time.perf_counter_ns() // 1_000_000

    def awake(self) -> Milliseconds:
        """Return the time since the laptop was started, sleep left out where the system can tell."""
        if sys.platform in ("linux", "darwin"):
            return time.monotonic_ns() // 1_000_000
        if self._windows is not None:
            import ctypes  # noqa: PLC0415  # only Windows needs it

            ticks = ctypes.c_ulonglong()
            if self._windows.QueryUnbiasedInterruptTime(ctypes.byref(ticks)):
                return ticks.value // 10_000
        return self.steady()

    def zone(self, at: Instant) -> int:
        """Return how many minutes the laptop's local time was ahead of UTC at ``at``."""
        offset = datetime.fromtimestamp(at / 1000).astimezone().utcoffset()
        return 0 if offset is None else int(offset.total_seconds()) // 60


def _windows_time() -> WindowsTime | None:
    if sys.platform != "win32":
        return None
    import ctypes  # noqa: PLC0415  # only Windows needs it

    library: WindowsTime = ctypes.WinDLL("kernel32")
    return library


class RoomClock:
    """The time in the room: the wall clock as it was at the start, carried on by the steady clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._ahead = clock.now() - clock.steady()
        self._slept = clock.steady() - clock.awake()

    def now(self) -> Instant:
        """Return the instant in the room."""
        return self._clock.steady() + self._ahead

    def wall_clock_set_by(self) -> Milliseconds:
        """Return how far the wall clock was set since the start or the last ``follow``; 0 when it was not."""
        parted = self._clock.now() - self.now()
        return parted if abs(parted) >= CLOCKS_PART_AT else 0

    def follow(self, set_by: Milliseconds) -> None:
        """Set the room's time as the wall clock was set."""
        self._ahead += set_by

    def slept(self) -> Milliseconds:
        """Return how long the laptop slept since the last call, or 0 for less than a minute.

        The room's time includes the sleep; this is only to tell people about it.
        """
        slept = self._clock.steady() - self._clock.awake() - self._slept
        if slept < MINUTE:
            return 0
        self._slept += slept
        return slept


class FastClock:
    """A clock that says ``begins`` at first, and runs ``speed`` times as fast as another."""

    def __init__(self, clock: Clock, begins: Instant, speed: int = 1) -> None:
        self._clock, self._begins, self._speed = clock, begins, speed
        self._passed: Milliseconds = 0
        self._since = clock.steady()

    @property
    def speed(self) -> int:
        """How many of its seconds pass in one real second; it can be changed at any time."""
        return self._speed

    @speed.setter
    def speed(self, speed: int) -> None:
        self._passed, self._since = self.steady(), self._clock.steady()
        self._speed = speed

    def skip(self, by: Milliseconds) -> None:
        """Let so much of its time pass at once."""
        self._passed += by

    def now(self) -> Instant:
        """Return what its wall clock says."""
        return self._begins + self.steady()

    def steady(self) -> Milliseconds:
        """Return the time since it was made, in its own seconds."""
        return self._passed + (self._clock.steady() - self._since) * self._speed

    def awake(self) -> Milliseconds:
        """Return the same as ``steady``: a rehearsal does not sleep."""
        return self.steady()

    def zone(self, at: Instant) -> int:
        """Return the zone of the other clock."""
        return self._clock.zone(at)
