"""Where a practice is: which line is being spoken, at which pace, and what was heard so far.

A `Playback` is a value.  Whoever shows it hands in ``now``, the seconds on a clock that nobody sets.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dialogue_desk.domain.practice.script import PracticeScript, Spoken


class Pace(StrEnum):
    """How fast the lines come, in percent of an ordinary pace, or each when it is asked for."""

    SLOW = "80"
    USUAL = "100"
    FAST = "120"
    LINE_BY_LINE = "line by line"

    @property
    def percent(self) -> int | None:
        """The percent of an ordinary pace; None when lines wait to be asked for."""
        return None if self is Pace.LINE_BY_LINE else int(self)

    @property
    def slower(self) -> Pace | None:
        """The next slower pace; None after the one that waits for whoever listens."""
        return {Pace.FAST: Pace.USUAL, Pace.USUAL: Pace.SLOW, Pace.SLOW: Pace.LINE_BY_LINE}.get(self)


def length(script: PracticeScript, pace: Pace, part: int = 0) -> float | None:
    """Return how many seconds it takes from a part on; None line by line, where nobody can say."""
    begins = next((one.begins for one in script.spoken if one.part == part), 0)
    return None if pace.percent is None else (script.seconds - begins) * 100 / pace.percent


@dataclass(frozen=True, slots=True)
class Playback:
    """A practice that stands at ``moment``, a second of the script, or goes on from there ``since`` then.

    ``past`` are the stretches of the script that were heard before the last jump.
    """

    script: PracticeScript
    pace: Pace = Pace.USUAL
    moment: float = 0.0
    since: float | None = None
    begun_at: float = 0.0
    past: tuple[tuple[float, float], ...] = ()
    started: bool = False

    @property
    def going(self) -> bool:
        """Whether it goes on, also beyond the last line, while the last notes are written."""
        return self.since is not None

    def moment_at(self, now: float) -> float:
        """Return the second of the script that it is; line by line it moves with the lines only."""
        if self.since is None or self.pace.percent is None:
            return self.moment
        return self.moment + max(0.0, now - self.since) * self.pace.percent / 100

    def over(self, now: float) -> bool:
        """Return whether the last line has been said; line by line, whether it is on."""
        spoken = self.script.spoken
        end = self.script.seconds if self.pace.percent else spoken[-1].begins if spoken else 0
        return self.started and self.moment_at(now) >= end

    def go_on(self, now: float) -> Playback:
        """Return it going, from where it stands."""
        return self if self.going else replace(self, since=now, started=True)

    def stop(self, now: float) -> Playback:
        """Return it standing where it is."""
        return replace(self, moment=self.moment_at(now), since=None)

    def next_line(self, now: float) -> Playback:
        """Return it at the beginning of the next line; at the last one, as it is."""
        moment = self.moment_at(now)
        begins = (one.begins for one in self.script.spoken)
        coming = next((one for one in begins if one > moment or (not self.started and one == moment)), None)
        if coming is None:
            return self
        return replace(self, moment=float(coming), since=now if self.going else None, started=True)

    def to_part(self, part: int, now: float) -> Playback:
        """Return it at the first line of a part, from 0; where there is no such part, as it is."""
        first = next((one for one in self.script.spoken if one.part == part), None)
        if first is None:
            return self
        return replace(
            self,
            moment=float(first.begins),
            since=now if self.going else None,
            begun_at=float(first.begins),
            past=self._stretches(now),
        )

    def heard(self, now: float) -> tuple[Spoken, ...]:
        """Return the lines that were heard, each once, in the order of the script."""
        stretches = self._stretches(now)
        return tuple(
            one for one in self.script.spoken if any(start <= one.begins <= end for start, end in stretches)
        )

    def _stretches(self, now: float) -> tuple[tuple[float, float], ...]:
        if not self.started:
            return self.past
        return (*self.past, (self.begun_at, self.moment_at(now)))
