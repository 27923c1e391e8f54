"""A stopwatch, as for small groups or a minute of silence: it runs, and it can be paused."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desk.domain.model.ids import Instant, Milliseconds


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """How long something has run: ``spent`` until ``since``, and on from there; None while it is paused."""

    spent: Milliseconds = 0
    since: Instant | None = None

    @property
    def is_running(self) -> bool:
        """Whether it runs."""
        return self.since is not None

    def elapsed(self, at: Instant) -> Milliseconds:
        """Return how long it has run at ``at``."""
        return self.spent + (0 if self.since is None else max(0, at - self.since))

    def started(self, at: Instant) -> Stopwatch:
        """Return the stopwatch running from ``at`` on."""
        return Stopwatch(self.elapsed(at), at)

    def paused(self, at: Instant) -> Stopwatch:
        """Return the stopwatch paused at ``at``."""
        return Stopwatch(self.elapsed(at))
