"""How a session was led in a practice: what came, how soon it was answered, and what became of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogue_desk.domain.model.ids import Instant, Milliseconds
from dialogue_desk.domain.model.live_session import LiveSession
from dialogue_desk.domain.practice.challenges import Challenge


class Ending(StrEnum):
    """What became of the last part, in which people find out whether they were heard."""

    NOT_REACHED = "not reached"
    LEFT_OUT = "left out"
    SHORT = "short"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Met:
    """A challenge that came, and how long it took to find words or to adjust the plan; None for not at all.

    ``own`` words are those that a person had without looking them up.
    """

    challenge: Challenge
    after: Milliseconds | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Led:
    """What came, and what became of the plan; parts are told by their ids, in the order of the session.

    ``late`` is how far past its time it ended, or would have ended when it was stopped.
    """

    met: tuple[Met, ...]
    reached: int
    parts: int
    left_out: tuple[str, ...]
    shortened: tuple[str, ...]
    ending: Ending
    late: Milliseconds


def led(live: LiveSession, met: tuple[Met, ...], now: Instant) -> Led:
    """Return how a session went that is over, or is stopped ``now``."""
    places = range(len(live.parts))
    skipped = set(live.behind) - live.visited
    left_out = [place for place in places if place in live.left_out | skipped]
    shortened = [
        place for place in places if place not in left_out and live.given(place) < live.parts[place].planned
    ]
    reading = live.read(now)
    return Led(
        met,
        len(live.visited),
        len(live.parts),
        tuple(live.parts[place].id for place in left_out),
        tuple(live.parts[place].id for place in shortened),
        _ending(live, left_out),
        reading.ends - reading.planned_end,
    )


def _ending(live: LiveSession, left_out: list[int]) -> Ending:
    last = len(live.parts) - 1
    if last in left_out:
        return Ending.LEFT_OUT
    if last not in live.visited:
        return Ending.NOT_REACHED
    return Ending.KEPT if live.spent[last] >= live.parts[last].floor else Ending.SHORT
