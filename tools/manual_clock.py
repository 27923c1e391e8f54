"""A clock that is moved by hand: for the sample sessions, the gallery and the tests."""

from __future__ import annotations

from dialogue_desk.domain.model.ids import Instant, Milliseconds


class ManualClock:
    """A clock whose hands a test moves."""

    def __init__(self, at: Instant, zone: int = 0) -> None:
        self._wall = at
        self._steady = 0
        self._asleep = 0
        self._zone = zone

    def now(self) -> Instant:
        """Return what the wall clock says."""
        return self._wall

    def steady(self) -> Milliseconds:
        """Return the time since the clock was made."""
        return self._steady

    def awake(self) -> Milliseconds:
        """Return the time since the clock was made, sleep left out."""
        return self._steady - self._asleep

    def zone(self, at: Instant) -> int:  # noqa: ARG002
        """Return the one zone of this clock."""
        return self._zone

    def advance(self, by: Milliseconds) -> None:
        """Let time pass."""
        self._wall += by
        self._steady += by

    def sleep(self, by: Milliseconds) -> None:
        """Let time pass while the laptop sleeps."""
        self.advance(by)
        self._asleep += by

    def advance_to(self, at: Instant) -> None:
        """Let time pass until the wall clock says ``at``."""
        self.advance(at - self._wall)

    def set(self, by: Milliseconds) -> None:
        """Set the wall clock, as a person or a network would, while no time passes."""
        self._wall += by
