"""Practicing to lead: lets one challenge after another come, and measures how soon each is answered."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desk.desk.clock import Clock
from dialogue_desk.domain.model.ids import Instant, Milliseconds
from dialogue_desk.domain.model.live_session import LiveSession
from dialogue_desk.domain.practice.challenges import Challenge
from dialogue_desk.domain.practice.leading import Led, Met, led


class LeadPractice:
    """At most one challenge is ``current``; the next one waits until that is over.

    Answers are measured by ``clock``, the real one: the session's own may run faster.
    """

    def __init__(self, coming: Sequence[Challenge], clock: Clock) -> None:
        self._coming, self._clock = list(coming), clock
        self._since: Milliseconds = 0
        self._met: list[Met] = []
        self.current: Challenge | None = None
        """What is happening; None while nothing is."""

    def come(self, elapsed: Milliseconds) -> Challenge | None:
        """Return what begins to happen when so much of the session is over; None when nothing does."""
        if self.current is not None or not self._coming or self._coming[0].at > elapsed:
            return None
        self.current, self._since = self._coming.pop(0), self._clock.steady()
        self._met.append(Met(self.current))
        return self.current

    def answer(self, *, own: bool = False) -> Milliseconds:
        """Say that words were found or the plan was adjusted, and return how long that took."""
        known = self._met[-1]
        if known.after is None:
            after = self._clock.steady() - self._since
            self._met[-1] = known = Met(known.challenge, after, own)
        return known.after or 0

    @property
    def answered(self) -> bool:
        """Whether the latest challenge has its answer."""
        return bool(self._met) and self._met[-1].after is not None

    def end_challenge(self) -> None:
        """Let the session go on."""
        self.current = None

    def result(self, live: LiveSession, now: Instant) -> Led:
        """Return how it went."""
        return led(live, tuple(self._met), now)
